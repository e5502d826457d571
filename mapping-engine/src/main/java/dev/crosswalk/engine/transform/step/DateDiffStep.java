package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.SourcePath;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The time between two dates. */
public final class DateDiffStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "dateDiff",
          "Date difference",
          "Counts whole days, months, hours and so on from another date of the record (or a fixed one) to this one; less than nothing where that one is later. Where one of the two has no time, days are counted.",
          List.of(
              Parameter.path("from", "The source field with the other date, in ISO form."),
              Parameter.text("since", null, "A fixed date in its place, in ISO form."),
              Parameter.word(
                  "unit",
                  "days",
                  List.of(
                      "years",
                      "quarters",
                      "months",
                      "weeks",
                      "days",
                      "hours",
                      "minutes",
                      "seconds"),
                  "What to count."),
              Dates.ZONE),
          Set.of(Kind.TEXT, Kind.DATE, Kind.DATETIME, Kind.LIST),
          Set.of(Kind.NUMBER),
          Set.of(Trait.EACH, Trait.CAN_FAIL),
          List.of(
              Example.of(Map.of("since", "2024-01-01"), "2024-03-01", 60L),
              Example.of(Map.of("since", "2000-02-29", "unit", "years"), "2024-02-28", 23L),
              Example.of(
                  Map.of(
                      "since",
                      "2024-03-31T00:00:00+01:00",
                      "unit",
                      "hours",
                      "zone",
                      "Europe/Berlin"),
                  "2024-04-01T00:00:00+02:00",
                  23L),
              Example.fails(
                  Map.of("since", "2024-01-01", "unit", "hours"),
                  "2024-03-01",
                  "'2024-03-01' is a date without a time, so hours cannot be counted.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    ZoneId zone = Dates.zone(parameters, context);
    SourcePath from = parameters.path("from");
    String since = parameters.text("since");
    if ((from == null) == (since == null)) {
      throw new IllegalArgumentException("give one of from and since, and not both.");
    }
    if (since != null && !(Dates.read(since, zone) instanceof Temporal)) {
      throw new IllegalArgumentException(
          "since is '" + since + "', where a date such as 2024-01-31 is needed.");
    }
    String unit = parameters.needText("unit");
    return (value, record) -> {
      Object start = from == null ? since : from.read(record);
      Object a = Dates.read(start == SourcePath.MISSING ? null : start, zone);
      Object b = Dates.read(value, zone);
      if (a instanceof Failure || b instanceof Failure) {
        return b instanceof Failure ? b : a;
      }
      return a == null || b == null ? null : between(value, a, b, unit);
    };
  }

  private static Object between(@Nullable Object value, Object a, Object b, String unit) {
    if (a instanceof ZonedDateTime first && b instanceof ZonedDateTime second) {
      return unit.equals("quarters")
          ? (Object) (ChronoUnit.MONTHS.between(first, second) / 3)
          : (Object) ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT)).between(first, second);
    }
    if (unit.equals("hours") || unit.equals("minutes") || unit.equals("seconds")) {
      return new Failure(
          Texts.shown(b instanceof LocalDate ? value : a.toString())
              + " is a date without a time, so "
              + unit
              + " cannot be counted.");
    }
    LocalDate first = a instanceof ZonedDateTime moment ? moment.toLocalDate() : (LocalDate) a;
    LocalDate second = b instanceof ZonedDateTime moment ? moment.toLocalDate() : (LocalDate) b;
    return unit.equals("quarters")
        ? (Object) (ChronoUnit.MONTHS.between(first, second) / 3)
        : (Object) ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT)).between(first, second);
  }
}
