package dev.crosswalk.engine.text;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads records out of plain values and gathers what is wrong instead of stopping at the first
 * problem. A value of the wrong kind is an error and reads as absent; an unknown key is a warning.
 */
public final class PlainReader {

  /** The version that this program writes. */
  public static final String FORMAT = "crosswalk/v1";

  private final Function<List<String>, Place> places;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param places gives the place of a path
   */
  public PlainReader(Function<List<String>, Place> places) {
    this.places = places;
  }

  public static PlainReader of(YamlDocument document) {
    return new PlainReader(document::place);
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  public boolean failed() {
    return problems.stream().anyMatch(Problem::isError);
  }

  public void error(String code, List<String> path, String what, String next) {
    problems.add(Problem.error(code, places.apply(path), what, next));
  }

  public void warning(String code, List<String> path, String what, String next) {
    problems.add(Problem.warning(code, places.apply(path), what, next));
  }

  /** The path with one more key. */
  public static List<String> child(List<String> path, String key) {
    return YamlWriter.child(path, key);
  }

  /** Checks {@code format} and {@code kind} of a file. */
  public void head(Map<String, ?> root, String kind) {
    Object format = root.get("format");
    if (!FORMAT.equals(format)) {
      String newer =
          format instanceof String text && text.startsWith("crosswalk/")
              ? "The file has the format " + text + ", which this version does not know."
              : "The file does not say that it has the format " + FORMAT + ".";
      error(
          "file-format",
          List.of("format"),
          newer,
          format instanceof String
              ? "Open it with a version of Crosswalk that knows this format."
              : "Add the line 'format: " + FORMAT + "'.");
    }
    if (!kind.equals(root.get("kind"))) {
      error(
          "file-kind",
          List.of("kind"),
          "The file is of kind " + shown(root.get("kind")) + "; " + kind + " was expected.",
          "Choose a file of kind " + kind + ".");
    }
  }

  /** Warns of keys that are not known, with the nearest one that is. */
  public void known(Map<String, ?> map, List<String> path, Collection<String> keys) {
    for (String key : map.keySet()) {
      if (!keys.contains(key)) {
        String near =
            Nearest.find(key, keys).map(k -> "Did you mean '" + k + "'?").orElse("Remove it.");
        warning(
            "unknown-key",
            child(path, key),
            "The key '" + key + "' is not known here and has no effect.",
            near);
      }
    }
  }

  public @Nullable String text(Map<String, ?> map, List<String> path, String key) {
    Object value = map.get(key);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    if (value instanceof Long || value instanceof BigDecimal || value instanceof Boolean) {
      return wrong(path, key, value, "text; put it in quotes");
    }
    return wrong(path, key, value, "text");
  }

  /** Text that must be there; the empty text where it is not. */
  public String required(Map<String, ?> map, List<String> path, String key) {
    String value = text(map, path, key);
    if ((value == null || value.isBlank()) && !(map.get(key) instanceof Number)) {
      error(
          "missing-key",
          child(path, key),
          "The key '" + String.join(".", child(path, key)) + "' is missing or empty.",
          "Add it.");
    }
    return value == null ? "" : value;
  }

  public @Nullable Boolean flag(Map<String, ?> map, List<String> path, String key) {
    Object value = map.get(key);
    return value == null || value instanceof Boolean
        ? (Boolean) value
        : wrong(path, key, value, "true or false");
  }

  public @Nullable Integer whole(Map<String, ?> map, List<String> path, String key) {
    Object value = map.get(key);
    if (value == null) {
      return null;
    }
    return value instanceof Long l && l >= 0 && l <= Integer.MAX_VALUE
        ? l.intValue()
        : wrong(path, key, value, "a whole number");
  }

  /** One of some words; null where absent or another word, which is an error. */
  public @Nullable String word(
      Map<String, ?> map, List<String> path, String key, Collection<String> words) {
    String value = text(map, path, key);
    if (value != null && !words.contains(value)) {
      error(
          "unknown-word",
          child(path, key),
          "'" + value + "' is not a value of '" + key + "'.",
          Nearest.find(value, words).map(w -> "Did you mean '" + w + "'? ").orElse("")
              + "Allowed: "
              + String.join(", ", words)
              + ".");
      return null;
    }
    return value;
  }

  /** A map under a key; the empty map where absent. */
  public Map<String, @Nullable Object> map(Map<String, ?> map, List<String> path, String key) {
    Object value = map.get(key);
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> inner) {
      return YamlWriter.cast(inner);
    }
    wrong(path, key, value, "a map");
    return Map.of();
  }

  /** A list under a key; a single value stands for a list of one, absent for an empty list. */
  public List<@Nullable Object> list(Map<String, ?> map, List<String> path, String key) {
    Object value = map.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    if (value instanceof Map) {
      wrong(path, key, value, "a list");
      return List.of();
    }
    return new ArrayList<>(List.of(value));
  }

  /** A list of texts; numbers and booleans in it are read as they would be written. */
  public List<String> texts(Map<String, ?> map, List<String> path, String key) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(map, path, key)) {
      if (item instanceof Map || item instanceof List) {
        wrong(path, key, item, "a list of texts");
      } else {
        texts.add(asText(item));
      }
    }
    return texts;
  }

  /** Each text under its key. */
  public Map<String, String> textMap(Map<String, ?> map, List<String> path, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    List<String> inner = child(path, key);
    map(map, path, key)
        .forEach((k, v) -> {
          if (v instanceof Map || v instanceof List) {
            wrong(inner, k, v, "text");
          } else {
            texts.put(k, v == null ? "" : asText(v));
          }
        });
    return texts;
  }

  /** A scalar as text. */
  public static String asText(@Nullable Object value) {
    return value instanceof BigDecimal d ? d.toPlainString() : String.valueOf(value);
  }

  private <T> @Nullable T wrong(List<String> path, String key, Object value, String expected) {
    error(
        "wrong-kind",
        child(path, key),
        "'" + key + "' holds " + kind(value) + " where " + expected + " is expected.",
        "Correct the value.");
    return null;
  }

  private static String kind(Object value) {
    return switch (value) {
      case Map<?, ?> m -> "a map";
      case List<?> l -> "a list";
      case String s -> "the text '" + (s.length() > 40 ? s.substring(0, 39) + "…" : s) + "'";
      default -> "the value " + value;
    };
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "(none)" : "'" + value + "'";
  }
}
