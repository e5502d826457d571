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
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
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

  /** A part that is written in capitals: a name, a Roman number or a number in words. */
  private static final Pattern CAPITALS = Pattern.compile("[YMDdFWwXxHhmsP](?:N(?!n)|I|W(?!w)).*");

  /** An offset from UTC, with whatever a picture has between its hours and minutes. */
  private static final Pattern OFFSET = Pattern.compile("([-+]\\d+)(?:\\D\\d+)?");

  private JsonataTimes() {}

  static @Nullable Object toMillis(@Nullable Object text, @Nullable Object picture)
      throws ParseException {
    if (!(text instanceof String string)) {
      return null;
    }
    if (!(picture instanceof String pattern)) {
      return iso(string);
    }
    TimePicture asked = TimePicture.of(pattern);
    if (!asked.parts().isEmpty() && !asked.has("Y")) {
      throw new IllegalArgumentException(
          "the picture "
              + asked.shown()
              + " has no year, and a mapping does not take it from the clock: put the year and [Y]"
              + " before it");
    }
    Long millis = Functions.dateTimeToMillis(string, pattern);
    return millis == null ? null : (Object) (millis + twentieth(string, asked, millis));
  }

  /**
   * How many milliseconds a year of two digits lies too early: it is one of the twentieth century,
   * as in JavaScript. The year that was written counts, which its offset from UTC may have changed.
   */
  private static long twentieth(String text, TimePicture picture, long millis)
      throws ParseException {
    int year = utc(millis).getYear();
    if (year < -1 || year > 100) {
      return 0;
    }
    LocalDateTime local = local(text, picture, millis);
    if (local.getYear() < 0 || local.getYear() > 99) {
      return 0;
    }
    if (picture.has("d") && !picture.has("MDXxWw")) {
      LocalDateTime first = local.withDayOfYear(1).plusYears(1900);
      return ChronoUnit.MILLIS.between(local, first.withDayOfYear(local.getDayOfYear()));
    }
    LocalDateTime moved = local.plusYears(1900);
    if (moved.getDayOfMonth() != local.getDayOfMonth()) {
      throw new IllegalArgumentException(
          "29 February does not exist in 1900, which is what the year 00 means: write the year with"
              + " four digits");
    }
    return ChronoUnit.MILLIS.between(local, moved);
  }

  private static LocalDateTime utc(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  /**
   * The time as it was written. The library tells only the time in UTC, so it is asked again, with
   * the offset's own characters in the picture, where they mean nothing.
   */
  private static LocalDateTime local(String text, TimePicture picture, long millis)
      throws ParseException {
    List<TimePicture.Part> zones =
        picture.parts().stream().filter(part -> "Zz".indexOf(part.what()) >= 0).toList();
    if (zones.size() > 1) {
      throw new IllegalArgumentException(
          "the picture " + picture.shown() + " has more than one offset from UTC");
    }
    if (zones.isEmpty()) {
      return utc(millis);
    }
    TimePicture.Part zone = zones.getFirst();
    Matcher offset = OFFSET.matcher(text);
    for (int at = 0; at <= text.length() && offset.find(at); at = offset.start() + 1) {
      int from = zone.what() == 'z' ? Math.max(0, offset.start() - 3) : offset.start();
      for (int to : new int[] {offset.end(), offset.end(1)}) {
        Long read = Functions.dateTimeToMillis(text, picture.with(zone, text.substring(from, to)));
        if (read != null) {
          return utc(read);
        }
      }
    }
    return utc(millis);
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

  /** Capitals are made here; the library would take those of the machine's language. */
  private static String formatted(long millis, String part, @Nullable String offset) {
    boolean capitals = CAPITALS.matcher(part).matches();
    String asked =
        capitals
            ? part.charAt(0) + part.substring(1, 2).toLowerCase(Locale.ROOT) + part.substring(2)
            : part;
    String text = String.valueOf(Functions.dateTimeFromMillis(millis, "[" + asked + "]", offset));
    return capitals ? text.toUpperCase(Locale.ROOT) : text;
  }
}
