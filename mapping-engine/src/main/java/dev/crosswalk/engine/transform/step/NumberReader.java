package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads one number from text. Strict about groups, so that 1,23 is an error and not 123: a group
 * after the first has two or three digits (India groups by two), the last one three.
 */
public final class NumberReader {
  /** No grouping sign is allowed. */
  static final char NONE = '\0';

  /** Longer texts are no numbers, and would only cost time. */
  private static final int LONGEST = 200;

  /** The longest text whose digits fit into a long for certain. */
  private static final int PLAIN = 18;

  private final char decimal;
  private final char grouping;
  private final boolean percent;

  /**
   * @throws IllegalArgumentException where both signs are the same
   */
  NumberReader(char decimal, char grouping, boolean percent) {
    if (decimal == grouping) {
      throw new IllegalArgumentException(
          "the decimal and the grouping sign are both '" + decimal + "'. Make them differ.");
    }
    this.decimal = decimal;
    this.grouping = grouping;
    this.percent = percent;
  }

  /** A number as an exact decimal, or a {@link Failure} for those that are not finite or huge. */
  public static Object exact(Number number) {
    BigDecimal exact =
        switch (number) {
          case BigDecimal decimal -> decimal;
          case BigInteger whole -> new BigDecimal(whole);
          case Double d when Double.isFinite(d) -> BigDecimal.valueOf(d);
          case Float f when Float.isFinite(f) -> new BigDecimal(f.toString());
          case Long whole -> BigDecimal.valueOf(whole);
          case Integer whole -> BigDecimal.valueOf(whole);
          case Short whole -> BigDecimal.valueOf(whole);
          case Byte whole -> BigDecimal.valueOf(whole);
          default -> null;
        };
    if (exact == null) {
      return new Failure(number + " is not a finite number.");
    }
    if (Math.abs((long) exact.scale()) > 400 || exact.precision() > 400) {
      return new Failure("A number of more than 400 digits is too long.");
    }
    // 12.0 and 1E+3 are the whole numbers 12 and 1000.
    BigDecimal plain = exact.signum() == 0 ? BigDecimal.ZERO : exact;
    if (plain.scale() > 0 && number instanceof Double && plain.stripTrailingZeros().scale() <= 0) {
      plain = plain.stripTrailingZeros();
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** A {@link BigDecimal}, null for blank text, or a {@link Failure}. */
  @Nullable Object read(String given) {
    String text = Texts.trim(given);
    if (text.isEmpty()) {
      return null;
    }
    BigDecimal plain = plain(text);
    return plain != null ? plain : whole(given, text);
  }

  /**
   * The same without the quick way.
   *
   * @param trimmed the text without spaces around it, not empty
   */
  Object whole(String given, String trimmed) {
    String text = trimmed;
    if (text.length() > LONGEST) {
      return failure(given, "it has more than " + LONGEST + " characters");
    }
    boolean hundredth = false;
    boolean negative = false;
    if (text.endsWith("%")) {
      if (!percent) {
        return failure(given, "it ends in %; set percent: true to divide by 100");
      }
      hundredth = true;
      text = Texts.trim(text.substring(0, text.length() - 1));
    }
    if (text.startsWith("(") && text.endsWith(")")) {
      negative = true;
      text = Texts.trim(text.substring(1, text.length() - 1));
    }
    text = withoutCurrency(text);
    if (!text.isEmpty() && isMinus(text.charAt(0)) && !negative) {
      negative = true;
      text = withoutCurrency(Texts.trim(text.substring(1)));
    } else if (text.startsWith("+")) {
      text = Texts.trim(text.substring(1));
    } else if (!text.isEmpty() && isMinus(text.charAt(text.length() - 1)) && !negative) {
      // As SAP and old mainframes export: 1.234,56-
      negative = true;
      text = withoutCurrency(Texts.trim(text.substring(0, text.length() - 1)));
    }
    Object read = digits(given, text);
    if (!(read instanceof BigDecimal number)) {
      return read;
    }
    BigDecimal result = hundredth ? number.movePointLeft(2) : number;
    Object exact = exact(negative ? result.negate() : result);
    return exact;
  }

  /**
   * Digits with at most one decimal sign and in groups of three, perhaps with a minus or a dollar
   * sign in front, few enough for a long; null for all else.
   */
  private @Nullable BigDecimal plain(String text) {
    int length = text.length();
    if (length > PLAIN) {
      return null;
    }
    boolean minus = text.charAt(0) == '-' && !isSign('-');
    int first = minus || text.charAt(0) == '$' && !isSign('$') ? 1 : 0;
    long unscaled = 0;
    int scale = -1;
    int group = -1; // digits since the last grouping sign; -1 before the first
    for (int i = first; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        unscaled = unscaled * 10 + (c - '0');
        scale += scale >= 0 ? 1 : 0;
        group += group >= 0 && scale < 0 ? 1 : 0;
      } else if (c == decimal && scale < 0 && i > first && i < length - 1) {
        scale = 0;
      } else if (c == grouping
          && c != NONE
          && scale < 0
          && (group < 0 ? i > first && i <= first + 3 : group == 3)) {
        group = 0;
      } else {
        return null;
      }
    }
    if (length == first || group >= 0 && group != 3) {
      return null;
    }
    return unscaled == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(minus ? -unscaled : unscaled, Math.max(scale, 0));
  }

  private boolean isSign(char c) {
    return c == decimal || c == grouping;
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '\u2212';
  }

  private static String withoutCurrency(String text) {
    String rest = text;
    if (!rest.isEmpty() && Character.getType(rest.charAt(0)) == Character.CURRENCY_SYMBOL) {
      rest = Texts.trim(rest.substring(1));
    }
    int last = rest.length() - 1;
    if (last >= 0 && Character.getType(rest.charAt(last)) == Character.CURRENCY_SYMBOL) {
      rest = Texts.trim(rest.substring(0, last));
    }
    return rest;
  }

  private Object digits(String given, String text) {
    Digits plain = new Digits(text.length());
    int group = -1; // digits since the last grouping sign; -1 before the first
    int before = 0;
    int i = 0;
    for (; i < text.length() && text.charAt(i) != decimal; i++) {
      char c = text.charAt(i);
      int digit = Character.digit(c, 10);
      if (digit >= 0) {
        plain.add(digit);
        before++;
        group = group < 0 ? -1 : group + 1;
      } else if (isGrouping(c) && before > 0) {
        if (group >= 0 && group != 2 && group != 3 || group < 0 && before > 3) {
          return failure(given, "its groups of digits are not of three", c);
        }
        group = 0;
      } else if ((c == 'e' || c == 'E') && before > 0 && group < 0) {
        break;
      } else {
        return failure(given, "'" + shown(text, i) + "' is not a digit", c);
      }
    }
    if (group >= 0 && group != 3) {
      return failure(given, "its groups of digits are not of three", grouping);
    }
    int after = 0;
    if (i < text.length() && text.charAt(i) == decimal) {
      for (i++; i < text.length(); i++) {
        int digit = Character.digit(text.charAt(i), 10);
        if (digit < 0) {
          break;
        }
        plain.add(digit);
        after++;
      }
    }
    if (before + after == 0) {
      return failure(given, "it has no digit");
    }
    if (i < text.length()) {
      int exponent = exponent(text, i);
      if (exponent == Integer.MIN_VALUE) {
        return failure(given, "'" + shown(text, i) + "' is not a digit", text.charAt(i));
      }
      return plain.number(after).scaleByPowerOfTen(exponent);
    }
    return plain.number(after);
  }

  /** Digits as they come; in a long as far as they fit. */
  private static final class Digits {
    private final char[] all;
    private int count;
    private long value;

    Digits(int most) {
      all = new char[most];
    }

    void add(int digit) {
      all[count++] = (char) ('0' + digit);
      value = value * 10 + digit;
    }

    /**
     * @param after how many of them stand behind the decimal sign
     */
    BigDecimal number(int after) {
      return count <= 18
          ? BigDecimal.valueOf(value, after)
          : new BigDecimal(new BigInteger(new String(all, 0, count)), after);
    }
  }

  boolean isDecimal(char c) {
    return c == decimal;
  }

  /** The Swiss write one, and programs that write for them the other. */
  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private boolean isGrouping(char c) {
    return grouping != NONE
        && (c == grouping
            || Texts.isSpace(grouping) && Texts.isSpace(c)
            || isApostrophe(grouping) && isApostrophe(c));
  }

  /**
   * The exponent from its letter on, at most three digits; the least integer where there is none.
   */
  private static int exponent(String text, int at) {
    if (Character.toLowerCase(text.charAt(at)) != 'e' || text.length() - at > 5) {
      return Integer.MIN_VALUE;
    }
    String rest = text.substring(at + 1);
    if (!rest.matches("[+-]?[0-9]{1,3}")) {
      return Integer.MIN_VALUE;
    }
    return Integer.parseInt(rest);
  }

  private static String shown(String text, int at) {
    return new String(Character.toChars(text.codePointAt(at)));
  }

  /** The same with what may help where a sign is in the way that is the decimal one elsewhere. */
  private Failure failure(String given, String why, char sign) {
    boolean elsewhere = (sign == ',' || sign == '.') && sign != decimal;
    return elsewhere
        ? failure(
            given,
            why
                + ". Where '"
                + sign
                + "' is the decimal sign, give a number step decimal: \""
                + sign
                + "\" or a locale")
        : failure(given, why);
  }

  private static Failure failure(String given, String why) {
    return new Failure(Texts.shown(given) + " is not a number: " + why + ".");
  }
}
