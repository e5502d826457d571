package dev.crosswalk.engine.text;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.YamlNode.Entries;
import dev.crosswalk.engine.text.YamlNode.Entry;
import dev.crosswalk.engine.text.YamlNode.Items;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A YAML file as text and as values at once. Immutable. The text is kept to the byte; an edit gives
 * a new document in which only the lines of what was edited differ: comments, blank lines, quotes,
 * order and line ends stay.
 *
 * <p>Read as YAML 1.2 (core schema; so {@code on} and {@code yes} are text), one document, keys are
 * text. Refused with a place: anchors, aliases, tags, duplicate keys, tabs as indentation, more
 * than {@value #DEFAULT_LONGEST} characters, more than 100 levels.
 */
public final class YamlDocument {

  /** Longest file by default, in characters. */
  public static final int DEFAULT_LONGEST = 1_000_000;

  private final String text;
  private final String file;
  private final @Nullable YamlNode root;

  YamlDocument(String text, String file, @Nullable YamlNode root) {
    this.text = text;
    this.file = file;
    this.root = root;
  }

  /**
   * @param file the file as the person knows it, for messages
   * @throws ProblemException where the text cannot be read, with line and column and what was
   *     expected
   */
  public static YamlDocument parse(String text, String file) {
    return parse(text, file, DEFAULT_LONGEST);
  }

  /**
   * @param longest greatest number of characters
   */
  public static YamlDocument parse(String text, String file, int longest) {
    if (text.length() > longest) {
      throw new ProblemException(
          Problem.error(
              "yaml-size",
              Place.of(file),
              "The file has " + text.length() + " characters; at most " + longest + " are read.",
              "Split it, or check that it is the right file."));
    }
    return new YamlDocument(text, file, YamlReader.read(text, file));
  }

  /** A new file in the style of the house. */
  public static YamlDocument create(Map<String, ?> value, String file, YamlLayout layout) {
    return parse(YamlWriter.write(value, layout), file, Integer.MAX_VALUE);
  }

  /** The whole text, to the byte. */
  public String text() {
    return text;
  }

  public String file() {
    return file;
  }

  @Nullable YamlNode root() {
    return root;
  }

  /**
   * Maps (in order), lists, strings, booleans, Long, BigDecimal and null; unmodifiable. Null where
   * the file holds no value.
   */
  public @Nullable Object plain() {
    return root == null ? null : root.plain();
  }

  /** The root as a map; empty where the file holds none. */
  public Map<String, @Nullable Object> map() {
    return root instanceof Entries entries ? entries.plain() : Map.of();
  }

  /** The value at a path of keys; list items by their index from 0. */
  public Optional<YamlSpot> at(List<String> path) {
    YamlNode node = root;
    Entry last = null;
    for (String key : path) {
      if (node instanceof Entries entries && entries.indexOf(key) >= 0) {
        last = entries.entries().get(entries.indexOf(key));
        node = last.value();
      } else if (node instanceof Items items && itemIndex(items, key) >= 0) {
        last = null;
        node = items.items().get(itemIndex(items, key));
      } else {
        return Optional.empty();
      }
    }
    return node == null ? Optional.empty() : Optional.of(spot(node, last, path));
  }

  private YamlSpot spot(YamlNode node, @Nullable Entry entry, List<String> path) {
    String shown = path.isEmpty() ? null : String.join(".", path);
    Place place = new Place(file, node.line(), node.column(), shown);
    Place key =
        entry == null ? place : new Place(file, entry.key().line(), entry.key().column(), shown);
    int first = entry == null ? node.line() : entry.key().line();
    int last = node.line();
    for (int i = node.start(); i < node.end(); i++) {
      last += text.charAt(i) == '\n' ? 1 : 0;
    }
    return new YamlSpot(place, key, first, last, node.plain());
  }

  /** The place of a value, or of the nearest value around it that is there. */
  public Place place(List<String> path) {
    for (int size = path.size(); size > 0; size--) {
      Optional<YamlSpot> spot = at(path.subList(0, size));
      if (spot.isPresent()) {
        Place near = size == path.size() ? spot.get().place() : spot.get().key();
        return new Place(file, near.line(), near.column(), String.join(".", path));
      }
    }
    return new Place(file, 0, 0, path.isEmpty() ? null : String.join(".", path));
  }

  static int itemIndex(Items items, String key) {
    if (key.isEmpty() || key.length() > 6 || !key.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int index = Integer.parseInt(key);
    return index < items.items().size() ? index : -1;
  }

  /** {@link #set(List, Object, YamlLayout)} in plain layout. */
  public YamlDocument set(List<String> path, @Nullable Object value) {
    return set(path, value, YamlLayout.PLAIN);
  }

  /**
   * Sets a value; maps on the way are made where they are missing. A map on a map changes only the
   * keys that differ. A new key goes where the layout's order puts it, else where the sort puts it
   * if its siblings are sorted, else to the end.
   *
   * @param path keys; the last of a path through a list may be an index that exists
   * @param value maps, lists, strings, booleans, numbers, null
   * @return this document where nothing changes
   * @throws IllegalArgumentException where the path goes through a list item that is not there, or
   *     the value is of another kind
   */
  public YamlDocument set(List<String> path, @Nullable Object value, YamlLayout layout) {
    return new YamlEdits(this, layout).set(path, YamlWriter.normal(value));
  }

  /**
   * Sets several keys of the map under a key of the root, as {@link #set(List, Object, YamlLayout)}
   * one after the other would; fast where the map is large.
   */
  public YamlDocument setAll(
      String key, Map<String, ? extends @Nullable Object> values, YamlLayout layout) {
    return YamlBatch.set(this, key, values, layout);
  }

  /**
   * Removes a key with its value. A map that loses its last key becomes an empty map.
   *
   * @return this document where there is no such key
   */
  public YamlDocument remove(List<String> path) {
    return new YamlRemoval(this).remove(path);
  }

  /**
   * The document with another text, as when a person types; reads anew only the part that differs
   * where it can.
   *
   * @throws ProblemException where the text cannot be read
   */
  public YamlDocument withText(String newText) {
    return newText.equals(text) ? this : YamlSplice.typed(this, newText);
  }
}
