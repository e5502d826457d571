package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Removes spaces at both ends. */
public final class TrimStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "trim",
          "Trim",
          "Removes spaces of every kind at both ends of a text.",
          List.of(),
          Set.of(Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of("  Ada ", "Ada"),
              Example.of("\u00a0Ada Lovelace\t", "Ada Lovelace"),
              Example.of("   ", "")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.text(input.length());
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    return (value, record) -> value instanceof String text ? Texts.trim(text) : value;
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of(jsonata(value));
  }

  /** A text without spaces of any kind at its ends, as JSONata. */
  static String jsonata(String value) {
    // $trim also squeezes the spaces inside, so it is not the same.
    return "$replace("
        + value
        + ", /^[\\s\\u001c-\\u001f\\u0085\\u00a0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+"
        + "|[\\s\\u001c-\\u001f\\u0085\\u00a0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+$/, \"\")";
  }
}
