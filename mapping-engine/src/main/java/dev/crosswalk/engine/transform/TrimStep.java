package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.transform.Declaration.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Removes spaces at both ends. */
final class TrimStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "trim",
          "Trim",
          "Removes spaces of every kind at both ends of a text.",
          List.of(),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN, Kind.DATE, Kind.DATETIME, Kind.LIST),
          Set.of(Kind.TEXT),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of("  Ada ", "Ada"),
              Example.of("\u00a0Ada Lovelace\t", "Ada Lovelace"),
              Example.of("   ", "")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    return value -> value instanceof String text ? Texts.trim(text) : value;
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    // $trim also squeezes the spaces inside, so it is not the same.
    return Optional.of(
        "$replace("
            + value
            + ", /^[\\s\\u0085\\u00a0\\u2000-\\u200b\\u202f\\u3000\\ufeff]+"
            + "|[\\s\\u0085\\u00a0\\u2000-\\u200b\\u202f\\u3000\\ufeff]+$/, \"\")");
  }
}
