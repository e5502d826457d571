package dev.crosswalk.engine.text;

import java.util.List;

/**
 * How a kind of file likes to be written, where there is a choice. Nothing that is written already
 * is ever moved to suit a layout.
 */
public interface YamlLayout {

  /** The root over several lines, small maps in braces, new keys sorted in or at the end. */
  YamlLayout PLAIN = path -> path.isEmpty();

  /** Whether the map or list at this path is written over several lines even where it is small. */
  boolean block(List<String> path);

  /** The order in which the keys of the map at this path stand; empty where there is none. */
  default List<String> order(List<String> path) {
    return List.of();
  }
}
