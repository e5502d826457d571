package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.transform.Declaration.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Upper case. */
final class UpperStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "upper",
          "Upper case",
          "Turns all letters to capital letters, by Unicode's rules and no country's.",
          List.of(),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN, Kind.DATE, Kind.DATETIME, Kind.LIST),
          Set.of(Kind.TEXT),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.IDEMPOTENT, Trait.JSONATA),
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
    return value -> value instanceof String text ? text.toUpperCase(Locale.ROOT) : value;
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of("$uppercase(" + value + ")");
  }
}
