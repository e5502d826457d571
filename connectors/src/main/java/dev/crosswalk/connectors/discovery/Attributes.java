package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.definition.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads attributes of the kinds that answers hold; what does not fit is unknown. */
final class Attributes {
  private Attributes() {}

  static @Nullable String text(Map<String, ? extends @Nullable Object> map, String key) {
    Object value = map.get(key);
    return value == null || value instanceof Map || value instanceof Iterable
        ? null
        : value.toString().isBlank() ? null : value.toString();
  }

  /** The texts of a list, or of a single value; empty where there are none. */
  static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    for (Object each : Expression.asList(value)) {
      if (each != null) {
        texts.add(each.toString());
      }
    }
    return texts;
  }

  /** Yes or no; 1 and 0, as number or text, are the words of systems without booleans. */
  static @Nullable Boolean flag(Map<String, ? extends @Nullable Object> map, String key) {
    Object value = map.get(key);
    return switch (value) {
      case Boolean b -> b;
      case String s when s.equalsIgnoreCase("true") || s.equals("1") -> true;
      case String s when s.equalsIgnoreCase("false") || s.equals("0") -> false;
      case Number n when n.doubleValue() == 1 -> true;
      case Number n when n.doubleValue() == 0 -> false;
      case null, default -> null;
    };
  }

  static @Nullable Integer number(Map<String, ? extends @Nullable Object> map, String key) {
    Object value = map.get(key);
    if (value instanceof String s && s.matches("\\d{1,9}")) {
      return Integer.valueOf(s);
    }
    return value instanceof Number n && n.longValue() >= 0 && n.longValue() <= Integer.MAX_VALUE
        ? Integer.valueOf(n.intValue())
        : null;
  }
}
