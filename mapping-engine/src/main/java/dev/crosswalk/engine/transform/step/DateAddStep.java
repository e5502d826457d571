package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Moves a date by a period. */
public final class DateAddStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "dateAdd",
          "Add to date",
          "Moves a date or a date-time by a period: calendar days and months in the zone, hours and less as time that passes. 31 January and a month is the last day of February.",
          List.of(
              Parameter.text("period", null, "An ISO 8601 period such as P1M, -P14D or P1DT12H.")
                  .mustBeGiven(),
              Dates.ZONE),
          Set.of(Kind.TEXT, Kind.DATE, Kind.DATETIME, Kind.LIST),
          Set.of(Kind.DATE, Kind.DATETIME),
          Set.of(Trait.EACH, Trait.CAN_FAIL),
          List.of(
              Example.of(Map.of("period", "P1M"), "2024-01-31", "2024-02-29"),
              Example.of(Map.of("period", "-P14D"), "2024-03-01", "2024-02-16"),
              Example.of(
                  Map.of("period", "P1D", "zone", "Europe/Berlin"),
                  "2024-03-30T12:00:00+01:00",
                  "2024-03-31T12:00:00+02:00"),
              Example.of(
                  Map.of("period", "PT24H", "zone", "Europe/Berlin"),
                  "2024-03-30T12:00:00+01:00",
                  "2024-03-31T13:00:00+02:00"),
              Example.fails(
                  Map.of("period", "PT1H"),
                  "2024-03-01",
                  "'2024-03-01' is a date without a time, so hours cannot be added.")));

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
    String text = parameters.needText("period");
    Period days = period(text);
    Duration time = time(text);
    return (value, record) ->
        switch (Dates.read(value, zone)) {
          case LocalDate date when !time.isZero() ->
              new Failure(
                  Texts.shown(value) + " is a date without a time, so hours cannot be added.");
          case LocalDate date -> moved(value, () -> date.plus(days));
          case ZonedDateTime moment -> moved(value, () -> moment.plus(days).plus(time));
          case null -> null;
          case Object other -> other;
        };
  }

  private static Object moved(@Nullable Object value, Supplier<Object> move) {
    try {
      return Dates.write(move.get(), String.valueOf(value));
    } catch (DateTimeException | ArithmeticException e) {
      return new Failure(Texts.shown(value) + " leads to a year that is not 1 to 9999.");
    }
  }

  private static Period period(String text) {
    int time = text.indexOf('T');
    String days = time < 0 ? text : text.substring(0, time);
    try {
      return days.endsWith("P") ? Period.ZERO : Period.parse(days);
    } catch (DateTimeParseException e) {
      throw bad(text, e);
    }
  }

  private static Duration time(String text) {
    int time = text.indexOf('T');
    if (time < 0) {
      return Duration.ZERO;
    }
    boolean minus = text.startsWith("-");
    try {
      return Duration.parse((minus ? "-P" : "P") + text.substring(time));
    } catch (DateTimeParseException e) {
      throw bad(text, e);
    }
  }

  private static IllegalArgumentException bad(String text, Exception cause) {
    return new IllegalArgumentException(
        "the period '" + text + "' cannot be read. Write it like P1M, -P14D or PT12H.", cause);
  }
}
