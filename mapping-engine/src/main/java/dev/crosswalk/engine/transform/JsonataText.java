package dev.crosswalk.engine.transform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values as JSONata. */
public final class JsonataText {
  private JsonataText() {}

  /** A text in double quotes, escaped as in JSON. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
            out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /** A JSON-like value as a JSONata literal. */
  public static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> quoted(text);
      case List<?> list -> list(list);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> quoted(String.valueOf(e.getKey())) + ": " + literal(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> String.valueOf(Texts.of(value));
    };
  }

  public static String list(Collection<?> values) {
    return values.stream().map(JsonataText::literal).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A source path with each name in back-ticks where it is not a plain name. */
  public static String path(List<String> names) {
    StringBuilder out = new StringBuilder();
    for (String name : names) {
      if (!out.isEmpty() && name.matches("[0-9]{1,6}")) {
        out.append('[').append(name).append(']');
      } else {
        boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_]*") && !isWord(name);
        out.append(out.isEmpty() ? "" : ".").append(plain ? name : "`" + name + "`");
      }
    }
    return out.toString();
  }

  private static boolean isWord(String name) {
    return List.of("and", "or", "in", "true", "false", "null", "function", "λ").contains(name);
  }
}
