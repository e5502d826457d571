package dev.crosswalk.engine.text;

import com.dashjoin.jsonata.Functions;
import java.text.ParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code $formatInteger} and {@code $parseInteger}: the library's, but with capitals and small
 * letters that are the same on every machine (a Turkish i has a dot as a capital).
 */
final class JsonataIntegers {
  private JsonataIntegers() {}

  static @Nullable Object format(@Nullable Object value, @Nullable Object picture) {
    if (!(value instanceof Number number)) {
      return null;
    }
    String asked = picture(picture, "formatInteger");
    String form = form(asked);
    boolean capitals = form.equals("I") || form.equals("W");
    String text =
        Functions.formatInteger(
            number,
            capitals ? form.toLowerCase(Locale.ROOT) + asked.substring(form.length()) : asked);
    return text != null && capitals ? text.toUpperCase(Locale.ROOT) : text;
  }

  static @Nullable Object parse(@Nullable Object text, @Nullable Object picture)
      throws ParseException {
    if (!(text instanceof String string)) {
      return null;
    }
    String asked = picture(picture, "parseInteger");
    String ready =
        switch (form(asked)) {
          case "i" -> string.toUpperCase(Locale.ROOT);
          case "W", "Ww", "wW" -> string.toLowerCase(Locale.ROOT);
          default -> string;
        };
    return Functions.parseInteger(ready, asked);
  }

  /** Without one, the library would take the machine's. */
  private static String picture(@Nullable Object picture, String function) {
    if (picture instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("$" + function + " was given no picture");
  }

  /** The picture without what follows its semicolon. */
  private static String form(String picture) {
    int end = picture.lastIndexOf(';');
    return end < 0 ? picture : picture.substring(0, end);
  }
}
