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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A date in another form. */
public final class FormatDateStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "formatDate",
          "Format date",
          "Writes a date or a date-time by a pattern such as dd.MM.yyyy, or as epoch number; a date never shifts, a date-time is written in the zone.",
          List.of(
              Parameter.text(
                      "format",
                      null,
                      "The pattern, or one of the words iso, epoch-seconds, epoch-millis and epoch-nanos, which give numbers.")
                  .mustBeGiven(),
              Dates.ZONE,
              Parameter.text("locale", "en", "Language of the names of months and days.")),
          Set.of(Kind.TEXT, Kind.DATE, Kind.DATETIME, Kind.LIST),
          Set.of(Kind.TEXT, Kind.NUMBER),
          Set.of(Trait.EACH, Trait.CAN_FAIL),
          List.of(
              Example.of(Map.of("format", "dd/MM/yyyy"), "2024-02-01", "01/02/2024"),
              Example.of(
                  Map.of("format", "d MMM yyyy HH:mm", "zone", "Europe/Berlin"),
                  "2024-07-01T07:30:00Z",
                  "1 Jul 2024 09:30"),
              Example.of(Map.of("format", "epoch-millis"), "2024-03-01T00:00:00Z", 1709251200000L),
              Example.fails(
                  Map.of("format", "HH:mm"),
                  "2024-02-01",
                  "'2024-02-01' has no time, which the format HH:mm asks for.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.of(parameters.needText("format").startsWith("epoch-") ? Kind.NUMBER : Kind.TEXT);
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    ZoneId zone = Dates.zone(parameters, context);
    String format = parameters.needText("format");
    Function<ZonedDateTime, Object> epoch = epoch(format);
    DateTimeFormatter formatter =
        epoch != null || format.equals("iso")
            ? DateTimeFormatter.ISO_DATE
            : DateReader.formatter(format, Locale.forLanguageTag(parameters.needText("locale")));
    return (value, record) -> {
      Object read = Dates.read(value, zone);
      if (!(read instanceof Temporal date)) {
        return read;
      }
      if (epoch != null) {
        return epoch.apply(
            date instanceof LocalDate day ? day.atStartOfDay(zone) : (ZonedDateTime) date);
      }
      if (format.equals("iso")) {
        return Dates.write(date, String.valueOf(value));
      }
      try {
        return formatter.format(date);
      } catch (DateTimeException e) {
        return new Failure(
            Texts.shown(value) + " has no time, which the format " + format + " asks for.");
      }
    };
  }

  private static @Nullable Function<ZonedDateTime, Object> epoch(String format) {
    return switch (format) {
      case "epoch-seconds" -> ZonedDateTime::toEpochSecond;
      case "epoch-millis" -> moment -> moment.toInstant().toEpochMilli();
      case "epoch-nanos" ->
          moment ->
              Numbers.finish(
                  BigDecimal.valueOf(moment.toEpochSecond())
                      .movePointRight(9)
                      .setScale(0)
                      .add(BigDecimal.valueOf(moment.getNano())),
                  0,
                  RoundingMode.UNNECESSARY);
      default -> null;
    };
  }
}
