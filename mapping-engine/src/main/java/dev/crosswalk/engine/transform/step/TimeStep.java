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
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads times of day. */
public final class TimeStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "time",
          "Time of day",
          "Reads a time of day and writes it in ISO form with seconds; it has no zone and never shifts; blank text becomes null.",
          List.of(
              Parameter.texts(
                  "format",
                  List.of("H:mm[:ss]", "h[:mm][:ss][ ]a"),
                  "How the text is written; several patterns are tried in turn."),
              Parameter.text("locale", "en", "Language of am and pm in the text.")),
          Kind.SCALARS_AND_LISTS,
          Set.of(Kind.TEXT),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.CAN_FAIL),
          List.of(
              Example.of("9:05", "09:05:00"),
              Example.of("9:30 PM", "21:30:00"),
              Example.of(Map.of("format", "HHmm"), "0730", "07:30:00"),
              Example.fails(
                  Map.of(),
                  "25:00",
                  "'25:00' is not a time: it does not fit H:mm[:ss] or h[:mm][:ss][ ]a.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.text(18);
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    Locale locale = Locale.forLanguageTag(parameters.needText("locale"));
    List<DateTimeFormatter> formats = new ArrayList<>();
    for (String format : parameters.texts("format")) {
      formats.add(DateReader.formatter(format, locale));
    }
    String written = String.join(" or ", parameters.texts("format"));
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("no format is given. Give a pattern such as HH:mm.");
    }
    List<DateTimeFormatter> fixed = List.copyOf(formats);
    return (value, record) -> {
      if (!(value instanceof String given)) {
        return value;
      }
      String text = Texts.trim(given);
      if (text.isEmpty()) {
        return null;
      }
      for (DateTimeFormatter format : fixed) {
        LocalTime time = read(format, text);
        if (time != null) {
          return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        }
      }
      return new Failure(Texts.shown(given) + " is not a time: it does not fit " + written + ".");
    };
  }

  private static @Nullable LocalTime read(DateTimeFormatter format, String text) {
    try {
      return LocalTime.from(format.parse(text));
    } catch (DateTimeException | ArithmeticException | IndexOutOfBoundsException e) {
      return null;
    }
  }
}
