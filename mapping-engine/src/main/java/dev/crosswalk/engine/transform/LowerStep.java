package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.transform.Declaration.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lower case. */
final class LowerStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "lower",
          "Lower case",
          "Turns all letters to small letters, by Unicode's rules and no country's.",
          List.of(),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN, Kind.DATE, Kind.DATETIME, Kind.LIST),
          Set.of(Kind.TEXT),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.IDEMPOTENT, Trait.JSONATA),
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
    return value -> value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of("$lowercase(" + value + ")");
  }
}
