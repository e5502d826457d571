package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.MappingPlain;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.transform.JsonataText;
import dev.crosswalk.engine.transform.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a mapping as people read and write them in the cells of a table: the words of the
 * mapping file, without its outermost brackets.
 */
final class SheetCells {
  private static final String WARN = ", warn";

  private SheetCells() {}

  /** {@code trim, phone: { region: GB }}. */
  static String steps(List<StepCall> steps) {
    return MappingPlain.steps(steps).stream()
        .map(step ->
            step instanceof Map<?, ?> one
                ? one.entrySet().stream()
                    .map(e -> value(e.getKey()) + ": " + value(e.getValue()))
                    .collect(Collectors.joining())
                : value(step))
        .collect(Collectors.joining(", "));
  }

  /** The value of the key {@code use}. */
  static @Nullable Object readSteps(String cell, String file) {
    return yaml("[" + cell.strip() + "]", file);
  }

  /** {@code Gold: gold}, a line each. */
  static String values(Map<String, ?> map) {
    return map.entrySet().stream()
        .map(e -> value(e.getKey()) + ": " + value(e.getValue()))
        .collect(Collectors.joining("\n"));
  }

  static @Nullable Object readValues(String cell, String file) {
    return yaml("\n" + cell.strip().replaceAll("\\R", "\n").indent(2), file);
  }

  /** {@code reject}, {@code keep} or {@code set: none}, with {@code , warn} where it does. */
  static String other(ValueMap map) {
    String word =
        switch (map.other()) {
          case RejectOther reject -> "reject";
          case KeepOther keep -> "keep";
          case SetOther set -> "set: " + value(set.value());
        };
    return word + (map.warn() ? WARN : "");
  }

  /** The value of the key {@code values.other}; null where the words are not understood. */
  static @Nullable Map<String, @Nullable Object> readOther(String cell, String file) {
    Map<String, @Nullable Object> other = new LinkedHashMap<>();
    String text = cell.strip();
    boolean warn = text.endsWith(WARN);
    String word = warn ? text.substring(0, text.length() - WARN.length()).strip() : text;
    if (word.equals("reject") || word.equals("keep")) {
      other.put(word, true);
    } else if (word.startsWith("set:")) {
      other.put("set", yaml(word.substring(4).strip(), file));
    } else if (!word.isEmpty()) {
      return null;
    }
    if (warn) {
      other.put("warn", true);
    }
    return other;
  }

  /** A value as the mapping file writes it inside of brackets. */
  static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> text(text);
      case List<?> list ->
          list.stream().map(SheetCells::value).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map when map.isEmpty() -> "{}";
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> value(e.getKey()) + ": " + value(e.getValue()))
              .collect(Collectors.joining(", ", "{ ", " }"));
      default -> String.valueOf(Texts.of(value));
    };
  }

  /**
   * @throws dev.crosswalk.engine.problem.ProblemException where it is no YAML
   */
  static @Nullable Object readValue(String cell, String file) {
    return yaml(cell.strip(), file);
  }

  private static String text(String text) {
    boolean plain =
        text.matches("[\\p{L}_][\\p{L}\\p{N} _./()&%-]*")
            && !text.endsWith(" ")
            && !text.matches("(?i)true|false|null|yes|no|on|off|y|n");
    return plain ? text : JsonataText.quoted(text);
  }

  private static @Nullable Object yaml(String text, String file) {
    return YamlDocument.parse("v: " + text + "\n", file).map().get("v");
  }
}
