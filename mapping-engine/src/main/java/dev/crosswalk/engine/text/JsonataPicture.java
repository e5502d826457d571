package dev.crosswalk.engine.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code $formatNumber}: a number written by a picture such as {@code #,##0.00}, by the rules of
 * XPath and XQuery Functions and Operators 3.1, section 4.7 (rounding is half to even).
 */
final class JsonataPicture {
  private static final Map<String, String> STANDARD =
      Map.of(
          "decimal-separator", ".",
          "grouping-separator", ",",
          "exponent-separator", "e",
          "minus-sign", "-",
          "percent", "%",
          "per-mille", "\u2030",
          "zero-digit", "0",
          "digit", "#",
          "pattern-separator", ";");

  private static final int MOST_DIGITS = 400;

  /** Checking a picture takes the square of its length. */
  private static final int MOST_PICTURE = 1_000;

  private final String picture;
  private final Map<String, String> signs;
  private final char zero;

  private JsonataPicture(String picture, Map<String, String> signs) {
    this.picture = picture;
    this.signs = signs;
    this.zero = sign("zero-digit").charAt(0);
  }

  static @Nullable Object format(
      @Nullable Object value, @Nullable Object picture, @Nullable Object options) {
    if (!(value instanceof Number number) || !(picture instanceof String text)) {
      return null;
    }
    if (value instanceof Double d && !Double.isFinite(d)) {
      return d > 0 ? "Infinity" : d < 0 ? "-Infinity" : "NaN";
    }
    if (text.length() > MOST_PICTURE) {
      throw new IllegalArgumentException(
          "the picture of $formatNumber has more than " + MOST_PICTURE + " characters");
    }
    Map<String, String> signs = new HashMap<>(STANDARD);
    if (options instanceof Map<?, ?> own) {
      own.forEach((name, sign) -> {
        if (sign instanceof String s && !s.isEmpty()) {
          signs.put(String.valueOf(name), s);
        }
      });
    }
    return new JsonataPicture(text, signs).format(new BigDecimal(number.toString()));
  }

  private String sign(String name) {
    return signs.getOrDefault(name, "");
  }

  private String format(BigDecimal number) {
    List<Part> parts = new ArrayList<>();
    for (String part : split(picture, sign("pattern-separator"))) {
      parts.add(new Part(part));
    }
    if (parts.size() > 2) {
      throw wrong("has more than two parts");
    }
    boolean below = number.signum() < 0;
    Part part = parts.get(below ? parts.size() - 1 : 0);
    String before = below && parts.size() == 1 ? sign("minus-sign") : "";
    return before + part.format(number.abs());
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("the picture '" + picture + "' " + why);
  }

  private static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  private boolean isDigit(char c) {
    return c >= zero && c < zero + 10;
  }

  private boolean isOptional(char c) {
    return sign("digit").indexOf(c) >= 0;
  }

  private int digits(String text, boolean optional) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += isDigit(text.charAt(i)) || optional && isOptional(text.charAt(i)) ? 1 : 0;
    }
    return count;
  }

  /** What is written for numbers from zero on, or for those below. */
  private final class Part {
    private final String text;
    private final String prefix;
    private final String suffix;
    private final String whole;
    private final String fraction;
    private final @Nullable String exponent;

    Part(String text) {
      this.text = text;
      int from = 0;
      while (from < text.length() && !opens(text.charAt(from))) {
        from++;
      }
      int to = text.length();
      while (to > from && !opens(text.charAt(to - 1))) {
        to--;
      }
      if (from == to) {
        throw wrong("has no place for a digit");
      }
      this.prefix = text.substring(0, from);
      this.suffix = text.substring(to);
      String active = text.substring(from, to);
      int e = active.indexOf(sign("exponent-separator"));
      String mantissa = e < 0 ? active : active.substring(0, e);
      this.exponent = e < 0 ? null : active.substring(e + sign("exponent-separator").length());
      int dot = mantissa.indexOf(sign("decimal-separator"));
      this.whole = dot < 0 ? mantissa : mantissa.substring(0, dot);
      this.fraction = dot < 0 ? "" : mantissa.substring(dot + sign("decimal-separator").length());
      check(mantissa);
    }

    /** Whether a character belongs to the number itself; an exponent alone does not. */
    private boolean opens(char c) {
      return isDigit(c)
          || isOptional(c)
          || sign("decimal-separator").indexOf(c) >= 0
          || sign("grouping-separator").indexOf(c) >= 0;
    }

    private void check(String mantissa) {
      String grouping = sign("grouping-separator");
      if (digits(mantissa, true) == 0) {
        throw wrong("has no place for a digit");
      }
      for (int i = 0; i < mantissa.length(); i++) {
        if (!opens(mantissa.charAt(i))) {
          throw wrong("has '" + mantissa.charAt(i) + "' between its digits");
        }
      }
      if (fraction.contains(sign("decimal-separator"))) {
        throw wrong("has more than one decimal separator");
      }
      if (whole.endsWith(grouping) || fraction.startsWith(grouping)) {
        throw wrong("has a grouping separator where the digits end");
      }
      if (mantissa.contains(grouping + grouping)) {
        throw wrong("has two grouping separators side by side");
      }
      int optional = whole.lastIndexOf(sign("digit"));
      if (optional >= 0 && digits(whole.substring(0, optional), false) > 0) {
        throw wrong("has an optional digit behind one that must be there");
      }
      optional = fraction.indexOf(sign("digit"));
      if (optional >= 0 && digits(fraction.substring(optional), false) > 0) {
        throw wrong("has an optional digit in front of one that must be there");
      }
      int percents =
          split(text, sign("percent")).size() + split(text, sign("per-mille")).size() - 2;
      if (percents > 1) {
        throw wrong("has more than one percent or per-mille sign");
      }
      if (exponent != null
          && (percents > 0 || exponent.isEmpty() || digits(exponent, false) < exponent.length())) {
        throw wrong("has an exponent that cannot be written");
      }
    }

    String format(BigDecimal number) {
      int leastWhole = digits(whole, false);
      int scaling = leastWhole;
      int leastFraction = digits(fraction, false);
      int mostFraction = digits(fraction, true);
      if (leastWhole == 0 && mostFraction == 0) {
        if (exponent == null) {
          leastWhole = 1;
        } else {
          leastFraction = 1;
          mostFraction = 1;
        }
      }
      if (exponent != null && leastWhole == 0 && digits(whole, true) > 0) {
        leastWhole = 1;
      }
      if (leastWhole == 0 && leastFraction == 0) {
        leastFraction = 1;
      }
      BigDecimal value = number;
      if (text.contains(sign("percent"))) {
        value = value.movePointRight(2);
      } else if (text.contains(sign("per-mille"))) {
        value = value.movePointRight(3);
      }
      int power = 0;
      if (exponent != null && value.signum() != 0) {
        power = value.precision() - value.scale() - scaling;
        value = value.movePointLeft(power);
      }
      if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS) {
        throw new IllegalArgumentException("the number has more than " + MOST_DIGITS + " digits");
      }
      String plain = value.setScale(mostFraction, RoundingMode.HALF_EVEN).toPlainString();
      int dot = plain.indexOf('.');
      String left = dot < 0 ? plain : plain.substring(0, dot);
      String right = dot < 0 ? "" : plain.substring(dot + 1);
      int end = right.length();
      while (end > leastFraction && right.charAt(end - 1) == '0') {
        end--;
      }
      right = right.substring(0, end);
      left = left.equals("0") ? "" : left;
      left = "0".repeat(Math.max(0, leastWhole - left.length())) + left;
      StringBuilder out = new StringBuilder(prefix).append(groupedWhole(left));
      if (!right.isEmpty()) {
        out.append(sign("decimal-separator")).append(groupedFraction(right));
      }
      if (exponent != null) {
        String size = String.valueOf(Math.abs(power));
        out.append(sign("exponent-separator"));
        out.append(power < 0 ? sign("minus-sign") : "");
        out.append(own("0".repeat(Math.max(0, exponent.length() - size.length())) + size));
      }
      return out.append(suffix).toString();
    }

    /** Where separators stand at regular distances, they go on to the left. */
    private String groupedWhole(String left) {
      List<Integer> places = places(whole, true);
      int step = regular(places);
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < left.length(); i++) {
        int toTheRight = left.length() - i;
        boolean here = step > 0 ? toTheRight % step == 0 : places.contains(toTheRight);
        out.append(i > 0 && here ? sign("grouping-separator") : "");
        out.append(own(left.substring(i, i + 1)));
      }
      return out.toString();
    }

    private String groupedFraction(String right) {
      List<Integer> places = places(fraction, false);
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < right.length(); i++) {
        out.append(i > 0 && places.contains(i) ? sign("grouping-separator") : "");
        out.append(own(right.substring(i, i + 1)));
      }
      return out.toString();
    }

    /** How many digits stand behind (or before) each grouping separator. */
    private List<Integer> places(String part, boolean behind) {
      List<Integer> places = new ArrayList<>();
      String separator = sign("grouping-separator");
      for (int at = part.indexOf(separator); at >= 0; at = part.indexOf(separator, at + 1)) {
        places.add(digits(behind ? part.substring(at) : part.substring(0, at), true));
      }
      return places;
    }

    private int regular(List<Integer> places) {
      int step = places.isEmpty() ? 0 : places.getLast();
      for (int i = 1; i <= places.size(); i++) {
        if (!places.contains(i * step)) {
          return 0;
        }
      }
      return step;
    }

    private String own(String digits) {
      if (zero == '0') {
        return digits;
      }
      StringBuilder out = new StringBuilder();
      digits.chars().forEach(c -> out.append((char) (zero + c - '0')));
      return out.toString();
    }
  }
}
