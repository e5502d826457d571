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

/** Lower case. */
public final class LowerStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "lower",
          "Lower case",
          "Turns all letters to small letters, by Unicode's rules and no country's.",
          List.of(),
          Set.of(Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of("ADA@Example.COM", "ada@example.com"),
              Example.of("\u00c4RGER", "\u00e4rger"),
              Example.of("Title I", "title i")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    return (value, record) -> value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of("$lowercase(" + value + ")");
  }
}
