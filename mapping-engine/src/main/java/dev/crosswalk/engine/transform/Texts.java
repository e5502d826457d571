package dev.crosswalk.engine.transform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as text: as steps see them, and as messages show them. Never the machine's locale. */
public final class Texts {
  private static final int SHOWN = 60;
  private static final int DIGITS = 400;

  private Texts() {}

  /** A scalar as plain text (1200, not 1.2E3); null for null, lists and objects. */
  public static @Nullable String of(@Nullable Object value) {
    return value instanceof String text ? text : other(value);
  }

  private static @Nullable String other(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean flag -> flag.toString();
      case BigDecimal number ->
          Math.abs((long) number.scale()) > DIGITS ? number.toString() : number.toPlainString();
      case Double number -> of(number.doubleValue());
      case Float number -> of(number.doubleValue());
      case Long number -> number.toString();
      case Integer number -> number.toString();
      case Short number -> number.toString();
      case Byte number -> number.toString();
      case BigInteger number -> number.toString();
      default -> null;
    };
  }

  private static String of(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    String text = BigDecimal.valueOf(number).toPlainString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** A value as messages show it: text in quotes, long ones cut. */
  public static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> "'" + cut(text, SHOWN) + "'";
      case List<?> list -> "a list of " + list.size();
      case Map<?, ?> map -> "an object with " + map.size() + (map.size() == 1 ? " key" : " keys");
      default -> {
        String text = of(value);
        yield text == null ? "a value of an unknown kind" : cut(text, SHOWN);
      }
    };
  }

  /** The first characters, with a sign where more follow; never half of a pair. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end) + "…";
  }

  /** The number of characters as people count them: code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Spaces of every kind: Unicode white space, no-break and zero-width spaces, byte-order mark. */
  public static boolean isSpace(int c) {
    if (c > ' ' && c < 0x80) {
      return false;
    }
    if (c <= ' ') {
      return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1C && c <= 0x1F;
    }
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == 0x200B
        || c == 0xFEFF
        || c == 0x85;
  }

  /** Null, the empty text and the empty list; a text of spaces is not empty. */
  public static boolean isEmpty(@Nullable Object value) {
    return value == null
        || value instanceof String text && text.isEmpty()
        || value instanceof List<?> list && list.isEmpty();
  }

  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Without spaces at both ends; the same text where there are none. */
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
