package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What steps on dates share. Values between steps are ISO 8601 text; see DateReader. */
final class Dates {
  private static final DateReader ISO = DateReader.of("iso", Locale.ROOT);

  static final Parameter ZONE =
      Parameter.text("zone", null, "Time zone such as Europe/Berlin; without it the mapping's.");

  private Dates() {}

  /**
   * The step's zone, or the mapping's.
   *
   * @throws IllegalArgumentException where there is no such zone; for people
   */
  static ZoneId zone(Parameters parameters, StepContext context) {
    String own = parameters.text("zone");
    String id = own == null ? context.defaults().timezone() : own;
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "the time zone '" + id + "' does not exist. Give one such as Europe/Berlin.", e);
    }
  }

  /** Whether the target holds date-times, by a parameter or by the target's type. */
  static boolean toDatetime(Parameters parameters, StepContext context) {
    String to = parameters.text("to");
    return to == null
        ? context.target() != null && context.target().type() == FieldType.DATETIME
        : to.equals("datetime");
  }

  /**
   * A {@link LocalDate}, or a {@link ZonedDateTime} in the zone; null for blank text, else a
   * Failure. Text in ISO form only.
   */
  static @Nullable Object read(@Nullable Object value, ZoneId zone) {
    if (!(value instanceof String given)) {
      return value == null ? null : new Failure(Texts.shown(value) + " is not a date.");
    }
    String text = Texts.trim(given);
    if (text.isEmpty()) {
      return null;
    }
    DateReader.Read read = ISO.read(text);
    if (read == null) {
      return new Failure(
          Texts.shown(given) + " is not a date in ISO form. Put the step date before this one.");
    }
    LocalTime time = read.time();
    if (time == null) {
      return read.date();
    }
    ZoneId own = read.zone();
    LocalDateTime local = LocalDateTime.of(read.date(), time);
    return own == null ? local.atZone(zone) : local.atZone(own).withZoneSameInstant(zone);
  }

  /** In ISO form, or a Failure where the year has not four digits. */
  static Object write(Object date, Object given) {
    LocalDate day = date instanceof ZonedDateTime moment ? moment.toLocalDate() : (LocalDate) date;
    if (day.getYear() < 1 || day.getYear() > 9999) {
      return new Failure(Texts.shown(given) + " leads to a year that is not 1 to 9999.");
    }
    return date instanceof ZonedDateTime moment
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.toOffsetDateTime())
        : day.toString();
  }

  /** A date stays a date, a date-time a date-time. */
  static Shape shape(Shape input) {
    EnumSet<Kind> kinds = EnumSet.of(Kind.DATE, Kind.DATETIME);
    kinds.retainAll(input.kinds());
    return kinds.isEmpty() ? Shape.of(Set.of(Kind.DATE, Kind.DATETIME)) : Shape.of(kinds);
  }
}
