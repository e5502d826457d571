package dev.crosswalk.app.studio.mapping;

import java.util.List;

/**
 * What is known of a field beyond its schema, in sentences.
 *
 * @param uses where it is used: in this mapping, in others, for customers
 * @param history what discovery saw of it, newest first
 * @param drift what is different from the schema that was reviewed; empty where nothing is
 */
public record FieldStory(List<Use> uses, List<String> history, List<String> drift) {
  public static final FieldStory NONE = new FieldStory(List.of(), List.of(), List.of());

  public FieldStory {
    uses = List.copyOf(uses);
    history = List.copyOf(history);
    drift = List.copyOf(drift);
  }

  /**
   * One use.
   *
   * @param file the mapping, relative to the workspace
   * @param customer whose overlay says it; empty = the base mapping
   */
  public record Use(String file, String customer, String words) {}
}
