package dev.crosswalk.engine.transform.step;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads dates of one written form; strict, so that 31 February is an error. */
interface DateReader {

  /** What the text says, or null where it is not of this form. */
  @Nullable Read read(String text);

  /**
   * A date, perhaps with a time, perhaps with the zone that the text itself names.
   *
   * @param time null for a mere date
   * @param zone null where the text names none
   */
  record Read(LocalDate date, @Nullable LocalTime time, @Nullable ZoneId zone) {

    /**
     * In ISO form. A date stays the day that was written; only a date-time that names its own zone
     * is moved to the wanted one.
     *
     * @return null where the year has not four digits
     */
    @Nullable String write(boolean datetime, ZoneId wanted) {
      try {
        boolean stays = zone == null || zone.equals(wanted) || isUtc(zone) && isUtc(wanted);
        if (!datetime && (time == null || stays)) {
          return inRange(date) ? written(date) : null;
        }
        LocalDateTime local = LocalDateTime.of(date, time == null ? LocalTime.MIDNIGHT : time);
        OffsetDateTime moment =
            zone == null
                ? local.atZone(wanted).toOffsetDateTime()
                : local.atZone(zone).withZoneSameInstant(wanted).toOffsetDateTime();
        if (!inRange(moment.toLocalDate())) {
          return null;
        }
        return datetime
            ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment)
            : written(moment.toLocalDate());
      } catch (DateTimeException e) {
        return null;
      }
    }

    /**
     * What {@link LocalDate#toString} gives for years of at most four digits, with less copying.
     */
    static String written(LocalDate date) {
      byte[] out = new byte[10];
      int year = date.getYear();
      two(out, 0, year / 100);
      two(out, 2, year % 100);
      out[4] = '-';
      two(out, 5, date.getMonthValue());
      out[7] = '-';
      two(out, 8, date.getDayOfMonth());
      return new String(out, StandardCharsets.ISO_8859_1);
    }

    private static void two(byte[] out, int at, int number) {
      out[at] = (byte) ('0' + number / 10);
      out[at + 1] = (byte) ('0' + number % 10);
    }

    private static boolean isUtc(ZoneId zone) {
      return zone.equals(ZoneOffset.UTC) || zone.getId().equals("UTC");
    }

    private static boolean inRange(LocalDate date) {
      return date.getYear() >= 1 && date.getYear() <= 9999;
    }
  }

  /**
   * The reader of a pattern, or of the words iso, epoch-seconds, epoch-millis, epoch-nanos and
   * odata.
   *
   * @throws IllegalArgumentException where the pattern cannot be read; for people
   */
  static DateReader of(String format, Locale locale) {
    DateReader whole = whole(format, locale);
    if (format.equals("iso")) {
      return text -> {
        Read quick = FixedDate.iso(text);
        return quick == null ? whole.read(text) : quick;
      };
    }
    FixedDate fixed = FixedDate.of(format);
    return fixed == null
        ? whole
        : text -> {
          Read quick = fixed.read(text);
          return quick == null ? whole.read(text) : quick;
        };
  }

  /** The same without the quick way. */
  static DateReader whole(String format, Locale locale) {
    return switch (format) {
      case "iso" -> text -> parse(ISO, text);
      case "epoch-seconds" -> text -> epoch(text, 0);
      case "epoch-millis" -> text -> epoch(text, 3);
      case "epoch-nanos" -> text -> epoch(text, 9);
      case "odata" -> DateReader::odata;
      default -> {
        DateTimeFormatter formatter = formatter(format, locale);
        yield text -> parse(formatter, text);
      }
    };
  }

  /** ISO 8601 with the offsets that CRMs write (+0000 as well as +00:00) and a space for the T. */
  DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][ ]HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendPattern("[ ]")
          .appendPattern("[XXXXX][XXXX][X]")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withChronology(IsoChronology.INSTANCE)
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * A strict formatter of a pattern.
   *
   * @throws IllegalArgumentException where the pattern cannot be read; for people
   */
  static DateTimeFormatter formatter(String pattern, Locale locale) {
    try {
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(strictYears(pattern))
          .toFormatter(withIsoWeeks(locale))
          .withChronology(IsoChronology.INSTANCE)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the format '" + pattern + "' cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /**
   * Java counts weeks as in the United States where a locale names no country. This one counts as
   * ISO 8601 does (as Britain does too), and has the same names of months and days.
   */
  private static Locale withIsoWeeks(Locale locale) {
    return locale.getCountry().isEmpty() && !locale.hasExtensions()
        ? new Locale.Builder().setLocale(locale).setUnicodeLocaleKeyword("rg", "gbzzzz").build()
        : locale;
  }

  /** People write yyyy, the year of an era; strict reading needs uuuu unless the era is there. */
  private static String strictYears(String pattern) {
    StringBuilder out = new StringBuilder(pattern.length());
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted = (c == '\'') != quoted;
      out.append(!quoted && c == 'y' && pattern.indexOf('G') < 0 ? 'u' : c);
    }
    return out.toString();
  }

  private static @Nullable Read parse(DateTimeFormatter formatter, String text) {
    TemporalAccessor parsed;
    try {
      // Most texts that do not fit are found here, without the cost of an exception.
      ParsePosition position = new ParsePosition(0);
      if (formatter.parseUnresolved(text, position) == null
          || position.getIndex() < text.length()) {
        return null;
      }
      parsed = formatter.parse(text);
    } catch (DateTimeException | ArithmeticException | IndexOutOfBoundsException e) {
      return null;
    }
    LocalDate date = parsed.query(TemporalQueries.localDate());
    return date == null
        ? null
        : new Read(
            date, parsed.query(TemporalQueries.localTime()), parsed.query(TemporalQueries.zone()));
  }

  /** A moment in parts of a second since 1970; seconds may have a fraction. */
  private static @Nullable Read epoch(String text, int digits) {
    if (text.length() > 30 || !EPOCH.matcher(text).matches()) {
      return null;
    }
    BigDecimal seconds = new BigDecimal(text).movePointLeft(digits);
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    if (whole.abs().compareTo(LAST_SECOND) > 0) {
      return null;
    }
    int nanos = seconds.subtract(whole).movePointRight(9).intValue();
    LocalDateTime moment =
        LocalDateTime.ofEpochSecond(whole.longValueExact(), nanos, ZoneOffset.UTC);
    return new Read(moment.toLocalDate(), moment.toLocalTime(), ZoneOffset.UTC);
  }

  /** OData's own form: milliseconds since 1970, the offset behind them says nothing new. */
  private static @Nullable Read odata(String text) {
    Matcher matcher = ODATA.matcher(text);
    return matcher.matches() ? epoch(matcher.group(1), 3) : null;
  }

  Pattern EPOCH = Pattern.compile("-?[0-9]+(\\.[0-9]{1,9})?");
  Pattern ODATA = Pattern.compile("\\\\?/Date\\((-?[0-9]{1,16})([+-][0-9]{4})?\\)\\\\?/");

  /** The end of the year 9999. */
  BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);
}
