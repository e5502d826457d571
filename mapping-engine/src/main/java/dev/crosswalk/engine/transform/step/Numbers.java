package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What steps on numbers share: words for rounding, and the form in which numbers come out. */
final class Numbers {
  static final List<String> ROUNDING =
      List.of("half-up", "half-even", "half-down", "up", "down", "ceiling", "floor");

  /** Digits after the sign that a scale may ask for. */
  static final int MOST_DIGITS = 30;

  /** Digits of a quotient that has no end. */
  private static final MathContext DIVISION = MathContext.DECIMAL128;

  private static final NumberReader PLAIN = new NumberReader('.', ',', false);

  private Numbers() {}

  static Parameter rounding(String doc) {
    return Parameter.word("rounding", "half-up", ROUNDING, doc);
  }

  static RoundingMode rounding(Parameters parameters) {
    return RoundingMode.valueOf(
        parameters.needText("rounding").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * @throws IllegalArgumentException where the scale is out of bounds; for people
   */
  static @Nullable Integer scale(Parameters parameters, String name) {
    Integer scale = parameters.integer(name);
    if (scale != null && (scale < 0 || scale > MOST_DIGITS)) {
      throw new IllegalArgumentException(
          name + " is " + scale + ". Give 0 to " + MOST_DIGITS + ".");
    }
    return scale;
  }

  /** Whole numbers come out as Long where they fit and no digits after the sign were asked for. */
  static Object finish(BigDecimal number, @Nullable Integer scale, RoundingMode rounding) {
    BigDecimal result = scale == null ? number : number.setScale(scale, rounding);
    if ((scale == null || scale == 0)
        && result.scale() <= 0
        && result.precision() - result.scale() <= 18) {
      return result.longValue();
    }
    return result;
  }

  /** A {@link BigDecimal}, null for blank text, or a Failure; text as programs write it. */
  static @Nullable Object read(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> PLAIN.read(text);
      case Number number -> NumberReader.exact(number);
      default -> new Failure(Texts.shown(value) + " is not a number.");
    };
  }

  /** Works on the number that a value is or holds; everything else comes out as it was read. */
  static @Nullable Object on(@Nullable Object value, Function<BigDecimal, Object> work) {
    Object read = read(value);
    return read instanceof BigDecimal number ? work.apply(number) : read;
  }

  /** A number out of text, as JSONata. */
  static String jsonata(String value) {
    return ("($n := $replace($string(%s), /[,\\s\\u00a0$\u20ac\u00a3]/, \"\"); $n = \"\" ? null :"
            + " $match($n, /^\\(.*\\)$/) ? -$number($replace($n, /[()]/, \"\")) : $number($n))")
        .formatted(value);
  }

  /** The same, rounded half to even. */
  static String jsonata(String value, int digits) {
    return "($r := %s; $r = null ? null : $round($r, %d))".formatted(jsonata(value), digits);
  }

  static BigDecimal divide(BigDecimal number, BigDecimal by) {
    try {
      return number.divide(by);
    } catch (ArithmeticException e) {
      return number.divide(by, DIVISION);
    }
  }

  /** Without zeros behind the sign, and never in powers of ten. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** A sign between or behind digits, from a parameter, the locale or neither. */
  static char sign(Parameters parameters, StepContext context, String name) {
    boolean decimal = name.equals("decimal");
    String given = parameters.text(name);
    if (given == null) {
      String own = parameters.text("locale");
      String locale = own == null ? context.defaults().locale() : own;
      if (locale != null) {
        DecimalFormatSymbols symbols =
            DecimalFormatSymbols.getInstance(Locale.forLanguageTag(locale));
        return decimal ? symbols.getDecimalSeparator() : symbols.getGroupingSeparator();
      }
      if (decimal) {
        return ".".equals(parameters.text("grouping")) ? ',' : '.';
      }
      return ",".equals(parameters.text("decimal")) ? '.' : ',';
    }
    if (given.isEmpty() && !decimal) {
      return NumberReader.NONE;
    }
    if (given.length() != 1 || Character.digit(given.charAt(0), 10) >= 0 || given.equals("-")) {
      throw new IllegalArgumentException(
          name + " is '" + given + "', where one sign is needed such as a dot or a comma.");
    }
    return given.charAt(0);
  }

  static final Parameter DECIMAL =
      Parameter.text(
          "decimal", null, "The decimal sign; without it that of the locale, else a dot.");
  static final Parameter GROUPING =
      Parameter.text(
          "grouping",
          null,
          "The sign between groups of digits; without it that of the locale, else a comma. An empty"
              + " text allows none.");
  static final Parameter LOCALE =
      Parameter.text(
          "locale", null, "The locale of the signs, such as de-DE; without it the mapping's.");
}
