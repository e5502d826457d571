package dev.crosswalk.engine.text;

import com.dashjoin.jsonata.Functions;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code $toMillis} and {@code $fromMillis}: ISO 8601 read strictly and never in the machine's
 * zone, and the parts of a picture that have to do with weeks, which the library gets wrong.
 */
final class JsonataTimes {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?"
              + "(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d+))?)?"
              + "(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?");

  private JsonataTimes() {}

  static @Nullable Object toMillis(@Nullable Object text, @Nullable Object picture)
      throws ParseException {
    if (!(text instanceof String string)) {
      return null;
    }
    if (!(picture instanceof String pattern)) {
      return iso(string);
    }
    Long millis = Functions.dateTimeToMillis(string, pattern);
    if (millis == null) {
      return null;
    }
    // Years of two digits are of the twentieth century, as in JavaScript.
    LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    return time.getYear() < 0 || time.getYear() > 99
        ? millis
        : (Object) time.plusYears(1900).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static long iso(String text) {
    Matcher m = ISO.matcher(text);
    if (!m.matches()) {
      throw unread(text);
    }
    try {
      LocalDate date =
          m.group(3) == null
              ? YearMonth.of(number(m.group(1)), m.group(2) == null ? 1 : number(m.group(2)))
                  .atDay(1)
              : LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)));
      if (m.group(4) == null) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
      }
      int seconds = m.group(6) == null ? 0 : number(m.group(6));
      String digits = m.group(7) == null ? "0" : m.group(7);
      int millis = number((digits + "00").substring(0, 3));
      // Midnight may be written at the end of its day.
      boolean end = m.group(4).equals("24") && number(m.group(5)) + seconds + millis == 0;
      LocalTime time =
          LocalTime.of(
              end ? 0 : number(m.group(4)), number(m.group(5)), seconds, millis * 1_000_000);
      ZoneOffset zone = m.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(m.group(8));
      return date.plusDays(end ? 1 : 0).atTime(time).toInstant(zone).toEpochMilli();
    } catch (DateTimeException e) {
      throw unread(text);
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static IllegalArgumentException unread(String text) {
    String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
    return new IllegalArgumentException("'" + shown + "' is not a time as ISO 8601 writes it");
  }

  static @Nullable Object fromMillis(
      @Nullable Object millis, @Nullable Object picture, @Nullable Object zone) {
    if (!(millis instanceof Number number)) {
      return null;
    }
    String offset = zone instanceof String text ? text : null;
    if (!(picture instanceof String pattern)) {
      return Functions.dateTimeFromMillis(number, null, offset);
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean twice = i + 1 < pattern.length() && pattern.charAt(i + 1) == c;
      int end = c == '[' && !twice ? pattern.indexOf(']', i) : -1;
      if (end > 0) {
        out.append(part(number.longValue(), pattern.substring(i + 1, end), offset));
        i = end;
      } else if (c == '[' && !twice) {
        throw new IllegalArgumentException("no ] follows the [ in the picture '" + pattern + "'");
      } else {
        out.append(c);
        i += twice && (c == '[' || c == ']') ? 1 : 0;
      }
      JsonataBounds.checkLength(out.length());
    }
    return out.toString();
  }

  /**
   * One part of a picture. The week's year and month are those of its Thursday (ISO 8601), so the
   * library is asked for the Thursday's year or month; and for the day of a month that is the
   * number of the week in its month.
   */
  private static String part(long millis, String written, @Nullable String offset) {
    String part = written.replaceAll("\\s", "");
    char what = part.isEmpty() ? ' ' : part.charAt(0);
    if (what == 'X' || what == 'x' || what == 'w') {
      ZoneOffset zone = offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset);
      LocalDate thursday =
          LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone)
              .toLocalDate()
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              .plusDays(3);
      LocalDate shown =
          what == 'w' ? LocalDate.of(2000, 1, (thursday.getDayOfMonth() + 6) / 7) : thursday;
      String instead = (what == 'X' ? 'Y' : what == 'x' ? 'M' : 'D') + part.substring(1);
      long noon = shown.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
      return formatted(noon, instead, null);
    }
    // The library writes the minutes of -05:30 as less than nothing.
    String text = formatted(millis, part, offset);
    return what == 'Z' || what == 'z' ? text.replace(":-", ":") : text;
  }

  private static String formatted(long millis, String part, @Nullable String offset) {
    return String.valueOf(Functions.dateTimeFromMillis(millis, "[" + part + "]", offset));
  }
}
