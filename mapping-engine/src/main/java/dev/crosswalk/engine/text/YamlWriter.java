package dev.crosswalk.engine.text;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain values as YAML in the style of the house: two spaces, small maps and lists on one
 * line ({@code { a: b }}), quotes where a text would read as something else, line feeds.
 */
public final class YamlWriter {

  /** Widest line for a map or list on one line; longer texts are never broken. */
  private static final int WIDTH = 110;

  private static final int LONGEST_KEY = 1000;

  private final YamlLayout layout;
  private final String newline;
  private final boolean literals;

  /**
   * @param literals whether texts of several lines may be written as block scalars
   */
  YamlWriter(YamlLayout layout, String newline, boolean literals) {
    this.layout = layout;
    this.newline = newline;
    this.literals = literals;
  }

  /**
   * A whole file, with a final newline.
   *
   * @param value maps, lists, strings, booleans, numbers, null
   * @throws IllegalArgumentException where there is any other kind of value
   */
  public static String write(Map<String, ?> value, YamlLayout layout) {
    YamlWriter writer = new YamlWriter(layout, "\n", true);
    Map<String, @Nullable Object> normal = map(value);
    if (normal.isEmpty()) {
      return "{}\n";
    }
    StringBuilder out = new StringBuilder();
    writer.entries(out, normal, new ArrayList<>(), 0);
    return out.toString();
  }

  /**
   * The one form of each value: whole numbers that fit are Long, all others BigDecimal, maps keep
   * their order.
   */
  public static @Nullable Object normal(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Map<?, ?> map -> map(map);
      case Collection<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        list.forEach(v -> copy.add(normal(v)));
        yield copy;
      }
      case String s -> s;
      case Boolean b -> b;
      case Integer i -> (long) i;
      case Long l -> l;
      case Short s -> (long) s;
      case Double d -> decimal(BigDecimal.valueOf(d));
      case Float f -> decimal(new BigDecimal(f.toString()));
      case BigDecimal d -> decimal(d);
      case java.math.BigInteger i -> decimal(new BigDecimal(i));
      case Enum<?> e ->
          throw new IllegalArgumentException("Not a plain value: the enum constant " + e);
      default ->
          throw new IllegalArgumentException("Not a plain value: a " + value.getClass().getName());
    };
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((k, v) -> copy.put(String.valueOf(k), normal(v)));
    return copy;
  }

  private static Object decimal(BigDecimal d) {
    return d.scale() <= 0 && d.precision() - (long) d.scale() <= 18 ? (Object) d.longValue() : d;
  }

  /** The lines of all entries, each with its newline. */
  void entries(
      StringBuilder out,
      Map<String, ? extends @Nullable Object> map,
      List<String> path,
      int indent) {
    map.forEach((key, value) -> {
      out.append(" ".repeat(indent));
      entry(out, key, value, path, indent);
    });
  }

  /** One entry from its key on, with its newline; {@code path} is that of the map. */
  void entry(StringBuilder out, String key, @Nullable Object value, List<String> path, int indent) {
    String name = key(key, false);
    List<String> inner = child(path, key);
    out.append(name).append(':');
    after(out, value, inner, indent, indent + name.length() + 2, "");
  }

  /**
   * What follows a colon, with the newline at the end.
   *
   * @param indent of the key
   * @param column where an inline value would start
   * @param comment the rest of the key's line that must stay, with the blanks before it; or empty
   */
  void after(
      StringBuilder out,
      @Nullable Object value,
      List<String> path,
      int indent,
      int column,
      String comment) {
    String inline = inline(value, path, column);
    if (inline != null) {
      out.append(' ').append(inline).append(comment).append(newline);
    } else if (value instanceof String text) {
      literal(out, text, indent + 2, comment);
    } else if (value instanceof Map<?, ?> map) {
      out.append(comment).append(newline);
      entries(out, cast(map), path, indent + 2);
    } else if (value instanceof List<?> list) {
      out.append(comment).append(newline);
      items(out, list, path, indent + 2);
    }
  }

  private void literal(StringBuilder out, String text, int indent, String comment) {
    boolean clipped = text.endsWith("\n");
    out.append(clipped ? " |" : " |-").append(comment).append(newline);
    String body = clipped ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      if (!line.isEmpty()) {
        out.append(" ".repeat(indent)).append(line);
      }
      out.append(newline);
    }
  }

  private void items(StringBuilder out, List<?> list, List<String> path, int indent) {
    for (int i = 0; i < list.size(); i++) {
      Object item = list.get(i);
      List<String> inner = child(path, Integer.toString(i));
      out.append(" ".repeat(indent)).append('-');
      String inline = inline(item, inner, indent + 2);
      if (inline == null && item instanceof Map<?, ?> map) {
        StringBuilder lines = new StringBuilder();
        entries(lines, cast(map), inner, indent + 2);
        out.append(' ').append(lines.substring(indent + 2));
      } else if (inline == null && item instanceof List<?> nested) {
        StringBuilder lines = new StringBuilder();
        items(lines, nested, inner, indent + 2);
        out.append(' ').append(lines.substring(indent + 2));
      } else {
        after(out, item, inner, indent, indent + 2, "");
      }
    }
  }

  /** The value on one line, or null where it needs several. */
  @Nullable String inline(@Nullable Object value, List<String> path, int column) {
    if (value instanceof String text) {
      return literals && YamlScalars.literalIsSafe(text) ? null : YamlScalars.write(text, false);
    }
    boolean empty =
        (value instanceof Map<?, ?> m && m.isEmpty())
            || (value instanceof List<?> l && l.isEmpty());
    if (!empty && (value instanceof Map || value instanceof List)) {
      if (layout.block(path) || !small(value, 0, new int[1])) {
        return null;
      }
      String flow = flow(value);
      return column + flow.length() <= WIDTH ? flow : null;
    }
    return flow(value);
  }

  private static boolean small(@Nullable Object value, int depth, int[] count) {
    if (depth > 5 || ++count[0] > 30) {
      return false;
    }
    return switch (value) {
      case null -> true;
      case Map<?, ?> m -> m.values().stream().allMatch(v -> small(v, depth + 1, count));
      case List<?> l -> l.stream().allMatch(v -> small(v, depth + 1, count));
      case String s -> s.indexOf('\n') < 0;
      default -> true;
    };
  }

  /** On one line, in braces and brackets where it is not a scalar, for use inside such. */
  static String flow(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    flow(out, value);
    return out.toString();
  }

  private static void flow(StringBuilder out, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.isEmpty()) {
        out.append("{}");
        return;
      }
      String before = "{ ";
      for (Map.Entry<String, ? extends @Nullable Object> e : cast(map).entrySet()) {
        out.append(before).append(key(e.getKey(), true)).append(": ");
        flow(out, e.getValue());
        before = ", ";
      }
      out.append(" }");
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (int i = 0; i < list.size(); i++) {
        out.append(i == 0 ? "" : ", ");
        flow(out, list.get(i));
      }
      out.append(']');
    } else {
      out.append(YamlScalars.write(value, true));
    }
  }

  static String key(String key, boolean flow) {
    String written = YamlScalars.write(key, flow);
    if (written.length() > LONGEST_KEY) {
      throw new ProblemException(
          Problem.error(
              "yaml-key",
              null,
              "The key '" + key.substring(0, 40) + "…' is longer than YAML allows.",
              "Use a key of at most " + LONGEST_KEY + " characters."));
    }
    return written;
  }

  static List<String> child(List<String> path, String key) {
    List<String> inner = new ArrayList<>(path);
    inner.add(key);
    return inner;
  }

  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> cast(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }
}
