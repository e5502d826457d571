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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads dates and date-times. */
public final class DateStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "date",
          "Date",
          "Reads a date or a date-time and writes it in ISO form; a date has no zone and never"
              + " shifts; blank text becomes null.",
          List.of(
              Parameter.texts(
                  "format",
                  List.of("iso"),
                  "How the text is written, as pattern such as dd/MM/yyyy; several are tried in"
                      + " turn. The words iso, epoch-seconds, epoch-millis, epoch-nanos and"
                      + " odata (/Date(0)/) stand for those forms."),
              Parameter.word(
                  "to",
                  null,
                  List.of("date", "datetime"),
                  "What to write; without it datetime where the target is one, else date."),
              Parameter.text(
                  "zone",
                  null,
                  "Time zone such as Europe/Berlin: of date-times that name none, and in which the"
                      + " day of a date-time is taken; without it the mapping's."),
              Parameter.text(
                  "locale", "en", "Language of the names of months and days in the text.")),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.DATETIME, Kind.LIST),
          Set.of(Kind.DATE, Kind.DATETIME),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.CAN_FAIL),
          List.of(
              Example.of(Map.of("format", "dd/MM/yyyy"), "31/12/2024", "2024-12-31"),
              Example.of(
                  Map.of("zone", "America/New_York"), "2024-03-01T03:00:00.000+0000", "2024-02-29"),
              Example.of(
                  Map.of("format", "d MMM yyyy HH:mm", "to", "datetime", "zone", "Europe/Berlin"),
                  "1 Jul 2024 09:30",
                  "2024-07-01T09:30:00+02:00"),
              Example.fails(
                  Map.of("format", "dd/MM/yyyy"),
                  "31/02/2024",
                  "'31/02/2024' is not a date: it does not fit dd/MM/yyyy.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.of(Dates.toDatetime(parameters, context) ? Kind.DATETIME : Kind.DATE);
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    ZoneId zone = Dates.zone(parameters, context);
    boolean datetime = Dates.toDatetime(parameters, context);
    Locale locale = Locale.forLanguageTag(parameters.needText("locale"));
    List<DateReader> readers = new ArrayList<>();
    for (String format : parameters.texts("format")) {
      readers.add(DateReader.of(format, locale));
    }
    if (readers.isEmpty()) {
      throw new IllegalArgumentException("no format is given. Give a pattern, or iso.");
    }
    String formats = String.join(" or ", parameters.texts("format"));
    // Whoever gave a format knows of it.
    String next =
        formats.equals("iso")
            ? " Give a date step the format that it is written in, such as dd.MM.yyyy."
            : "";
    List<DateReader> fixed = List.copyOf(readers);
    return (value, record) -> {
      if (!(value instanceof String given)) {
        return value;
      }
      String text = Texts.trim(given);
      if (text.isEmpty()) {
        return null;
      }
      for (DateReader reader : fixed) {
        DateReader.Read read = reader.read(text);
        if (read != null) {
          String written = read.write(datetime, zone);
          return written == null
              ? new Failure(Texts.shown(given) + " is not a date: its year is not 1 to 9999.")
              : written;
        }
      }
      return new Failure(
          Texts.shown(given) + " is not a date: it does not fit " + formats + "." + next);
    };
  }
}
