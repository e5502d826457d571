package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Upper case. */
public final class UpperStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "upper",
          "Upper case",
          "Turns all letters to capital letters, by Unicode's rules and no country's.",
          List.of(),
          Set.of(Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of("de", "DE"),
              Example.of("stra\u00dfe", "STRASSE"),
              Example.of("title i", "TITLE I")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    return (value, record) -> value instanceof String text ? text.toUpperCase(Locale.ROOT) : value;
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of("$uppercase(" + value + ")");
  }
}
