package dev.crosswalk.engine.export;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes maps, lists and scalars as block YAML that readers of YAML 1.1 and 1.2 read alike: every
 * text that is not a plain word is quoted.
 */
final class ManifestYaml {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*( [A-Za-z0-9_-]+)*");

  /** Words that some reader of YAML takes for a boolean or null. */
  private static final Pattern RESERVED =
      Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf");

  private ManifestYaml() {}

  static String write(Map<String, ?> tree) {
    StringBuilder text = new StringBuilder();
    map(tree, "", text);
    return text.toString();
  }

  private static void map(Map<?, ?> map, String indent, StringBuilder text) {
    String lead = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(lead).append(scalar(entry.getKey())).append(':');
      value(entry.getValue(), indent, text);
      lead = indent;
    }
  }

  private static void value(Object value, String indent, StringBuilder text) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> {
        text.append('\n').append(indent).append("  ");
        map(map, indent + "  ", text);
      }
      case List<?> list when !list.isEmpty() -> {
        text.append('\n');
        for (Object item : list) {
          text.append(indent).append("  - ");
          if (item instanceof Map<?, ?> map && !map.isEmpty()) {
            map(map, indent + "    ", text);
          } else {
            text.append(scalar(item)).append('\n');
          }
        }
      }
      default -> text.append(' ').append(scalar(value)).append('\n');
    }
  }

  private static String scalar(Object value) {
    if (!(value instanceof String text)) {
      return value instanceof Map ? "{}" : value instanceof List ? "[]" : value.toString();
    }
    return WORD.matcher(text).matches() && !RESERVED.matcher(text).matches() ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default -> {
              boolean hidden = c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029;
              if (hidden || c == 0xfeff) {
                out.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", c));
              } else {
                out.append((char) c);
              }
            }
          }
        });
    return out.append('"').toString();
  }
}
