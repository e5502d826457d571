package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The start of a week, month and so on. */
public final class StartOfStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "startOf",
          "Start of",
          "Takes a date or a date-time back to the start of its year, quarter, month, week, day, hour or minute in the zone.",
          List.of(
              Parameter.word(
                  "unit",
                  "month",
                  List.of("year", "quarter", "month", "week", "day", "hour", "minute"),
                  "What to go to the start of."),
              Parameter.word(
                  "weekStart",
                  "monday",
                  List.of("monday", "sunday", "saturday"),
                  "The first day of a week."),
              Dates.ZONE),
          Set.of(Kind.TEXT, Kind.DATE, Kind.DATETIME, Kind.LIST),
          Set.of(Kind.DATE, Kind.DATETIME),
          Set.of(Trait.EACH, Trait.CAN_FAIL, Trait.IDEMPOTENT),
          List.of(
              Example.of("2024-05-17", "2024-05-01"),
              Example.of(Map.of("unit", "week", "weekStart", "sunday"), "2024-05-17", "2024-05-12"),
              Example.of(
                  Map.of("unit", "day", "zone", "America/New_York"),
                  "2024-05-17T03:00:00Z",
                  "2024-05-16T00:00:00-04:00"),
              Example.fails(
                  Map.of(),
                  "soon",
                  "'soon' is not a date in ISO form. Put the step date before this one.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Dates.shape(input);
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    ZoneId zone = Dates.zone(parameters, context);
    String unit = parameters.needText("unit");
    DayOfWeek first = DayOfWeek.valueOf(parameters.needText("weekStart").toUpperCase(Locale.ROOT));
    return (value, record) ->
        switch (Dates.read(value, zone)) {
          case LocalDate date -> Dates.write(start(date, unit, first), String.valueOf(value));
          case ZonedDateTime moment ->
              Dates.write(start(moment, unit, first, zone), String.valueOf(value));
          case null -> null;
          case Object other -> other;
        };
  }

  private static LocalDate start(LocalDate date, String unit, DayOfWeek first) {
    return switch (unit) {
      case "year" -> date.withDayOfYear(1);
      case "quarter" -> date.with(IsoFields.DAY_OF_QUARTER, 1);
      case "month" -> date.withDayOfMonth(1);
      case "week" -> date.with(TemporalAdjusters.previousOrSame(first));
      default -> date;
    };
  }

  private static ZonedDateTime start(
      ZonedDateTime moment, String unit, DayOfWeek first, ZoneId zone) {
    return switch (unit) {
      case "hour" -> moment.truncatedTo(ChronoUnit.HOURS);
      case "minute" -> moment.truncatedTo(ChronoUnit.MINUTES);
      default -> start(moment.toLocalDate(), unit, first).atStartOfDay(zone);
    };
  }
}
