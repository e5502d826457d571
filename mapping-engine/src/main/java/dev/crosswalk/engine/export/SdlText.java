package dev.crosswalk.engine.export;

import java.util.Locale;

/** Lines of a Java properties file in ASCII, as a reader of ISO 8859-1 needs them. */
final class SdlText {
  private SdlText() {}

  /** One line, without its end, from which {@code Properties.load} reads this key and value. */
  static String line(String key, String value) {
    return escaped(key, true) + "=" + escaped(value, false);
  }

  /** A line that is passed over. */
  static String comment(String text) {
    StringBuilder out = new StringBuilder("# ");
    ExportText.oneLine(text).chars().forEach(c -> out.append(isPlain(c) ? (char) c : '?'));
    return out.toString();
  }

  private static String escaped(String text, boolean key) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case ' ' -> out.append(key || i == 0 ? "\\ " : " ");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\f' -> out.append("\\f");
        case '=', ':', '#', '!', '\\' -> out.append('\\').append(c);
        default -> {
          if (isPlain(c)) {
            out.append(c);
          } else {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          }
        }
      }
    }
    return out.toString();
  }

  private static boolean isPlain(int c) {
    return c >= ' ' && c < 0x7F;
  }
}
