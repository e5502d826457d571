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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads states and provinces. */
public final class RegionStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "region",
          "State or region",
          "Reads a state, province or the like by its ISO 3166-2 code or name and writes one of these; blank text becomes null.",
          List.of(
              Parameter.word(
                  "to",
                  "code",
                  List.of("code", "iso", "name"),
                  "What to write: CA, US-CA or California."),
              Parameter.text(
                  "country", null, "The country, such as US; without it the mapping's region."),
              Parameter.path(
                  "countryFrom",
                  "The source field that holds the country, in any form; where it is empty, country holds.")),
          Kind.SCALARS_AND_LISTS,
          Set.of(Kind.TEXT),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.CAN_FAIL),
          List.of(
              Example.of(Map.of("country", "US"), "california", "CA"),
              Example.of(Map.of("country", "CA", "to", "name"), "QC", "Quebec"),
              Example.of(Map.of("country", "DE", "to", "iso"), "Bayern", "DE-BY"),
              Example.fails(
                  Map.of("country", "US"),
                  "Ontario",
                  "'Ontario' is not a state or region of United States.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.text(parameters.needText("to").equals("name") ? null : Integer.valueOf(6));
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String to = parameters.needText("to");
    Function<Map<String, ? extends @Nullable Object>, Countries.@Nullable Country> country =
        Countries.of(parameters, context, "country", "countryFrom");
    return (value, record) -> {
      if (!(value instanceof String text)) {
        return value;
      }
      if (Texts.isBlank(text)) {
        return null;
      }
      Countries.Country in = country.apply(record);
      if (in == null) {
        return new Failure(Texts.shown(text) + " cannot be looked up: its country is not known.");
      }
      return Regions.find(in.alpha2(), text)
          .map(region ->
              (Object)
                  switch (to) {
                    case "iso" -> region.country() + "-" + region.code();
                    case "name" -> region.name();
                    default -> region.code();
                  })
          .orElseGet(() ->
              new Failure(
                  Regions.knows(in.alpha2())
                      ? Texts.shown(text) + " is not a state or region of " + in.name() + "."
                      : Texts.shown(text)
                          + " cannot be looked up: the regions of "
                          + in.name()
                          + " are not kept here."));
    };
  }
}
