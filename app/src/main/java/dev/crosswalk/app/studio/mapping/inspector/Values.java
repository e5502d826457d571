package dev.crosswalk.app.studio.mapping.inspector;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as people read and type them. */
public final class Values {
  private Values() {}

  /** Text in quotes, so that it differs from a number; lists in brackets. */
  public static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> "\"" + text + "\"";
      case Collection<?> list ->
          list.stream().map(Values::shown).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> e.getKey() + ": " + shown(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> value.toString();
    };
  }

  /** The form in which a value is typed: text that would read as something else is quoted. */
  public static String typed(@Nullable Object value) {
    if (value instanceof String text) {
      return read(text) instanceof String same && same.equals(text) ? text : "\"" + text + "\"";
    }
    return value == null ? "null" : value.toString();
  }

  /** What was typed: {@code true}, {@code null} and numbers are that, in quotes all is text. */
  public static @Nullable Object read(String typed) {
    String text = typed.strip();
    if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
      return text.substring(1, text.length() - 1);
    }
    return switch (text) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> {
        if (text.matches("-?(0|[1-9]\\d{0,17})")) {
          yield Long.valueOf(text);
        }
        if (text.matches("-?(0|[1-9]\\d{0,17})\\.\\d{1,18}")) {
          yield new BigDecimal(text);
        }
        yield typed;
      }
    };
  }
}
