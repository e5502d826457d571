package dev.crosswalk.engine.golden;

import dev.crosswalk.engine.golden.MaskKey.Draw;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date becomes another date at most two years away, written in the same way. */
final class DateMask {
  private static final int DAYS = 730;
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:([T ])(\\d{2}):(\\d{2}))?");

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final MaskKey key;

  DateMask(MaskKey key) {
    this.key = key;
  }

  /** Whether a text begins like a date of ISO 8601. */
  static boolean isIso(String text) {
    return ISO.matcher(text).lookingAt();
  }

  String mask(String text) {
    Draw draw = key.draw("date", text);
    Matcher iso = ISO.matcher(text);
    return iso.lookingAt() ? iso(text, iso, draw) : digits(text, draw);
  }

  /** The same for milliseconds or seconds since 1970. */
  long epoch(long value) {
    long day = Math.abs(value) > 100_000_000_000L ? 86_400_000L : 86_400L;
    return value + day * shift(key.draw("date", Long.toString(value)));
  }

  private static int shift(Draw draw) {
    int days = 1 + draw.below(DAYS);
    return draw.below(2) == 0 ? days : -days;
  }

  private static String iso(String text, Matcher iso, Draw draw) {
    LocalDate date;
    try {
      date =
          LocalDate.of(
              Integer.parseInt(iso.group(1)),
              Integer.parseInt(iso.group(2)),
              Integer.parseInt(iso.group(3)));
    } catch (DateTimeException e) {
      return digits(text, draw);
    }
    LocalDate other = date.plusDays(shift(draw));
    if (other.getYear() < 1 || other.getYear() > 9999) {
      other = date.getDayOfMonth() == 1 ? date.withDayOfMonth(2) : date.withDayOfMonth(1);
    }
    if (iso.group(4) == null) {
      return other + text.substring(iso.end());
    }
    boolean midnight = iso.group(5).equals("00") && iso.group(6).equals("00");
    String time = midnight ? "00:00" : two(draw.below(24)) + ":" + two(draw.below(60));
    return other + iso.group(4) + time + text.substring(iso.end());
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  /** Other forms: small numbers that are a day, a month, an hour and a minute alike. */
  private static String digits(String text, Draw draw) {
    return DIGITS
        .matcher(text)
        .replaceAll(group -> {
          String digits = group.group();
          return switch (digits.length()) {
            case 1 -> Integer.toString(1 + draw.below(9));
            case 2 -> two(1 + draw.below(12));
            case 4 -> Integer.toString(year(Integer.parseInt(digits), draw));
            default -> {
              StringBuilder out = new StringBuilder();
              for (int i = 0; i < digits.length(); i++) {
                out.appendCodePoint(TextMask.character(digits.charAt(i), i == 0, draw));
              }
              yield out.toString();
            }
          };
        });
  }

  private static int year(int year, Draw draw) {
    return year < 1000 || year > 9990 ? 1900 + draw.below(100) : year - 3 + draw.below(7);
  }
}
