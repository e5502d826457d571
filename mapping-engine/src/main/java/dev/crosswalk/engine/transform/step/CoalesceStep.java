package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first value that is there. */
public final class CoalesceStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "coalesce",
          "First that is there",
          "Takes the first value of a list that is not missing, null or blank text; with none the result is null.",
          List.of(),
          Kind.ANY,
          Kind.ANY,
          Set.of(Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of(Example.list(null, "", "ada@example.com"), "ada@example.com"),
              Example.of(Example.list(null, " "), null),
              Example.of("single", "single")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return input.onlyLists() ? Shape.UNKNOWN : new Shape(input.kinds(), input.length());
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    return (value, record) -> {
      if (!(value instanceof List<?> list)) {
        return value instanceof String text && Texts.isBlank(text) ? null : value;
      }
      for (Object item : list) {
        if (!Texts.isEmpty(item)
            && !(item instanceof String text && Texts.isBlank(text))
            && !(item instanceof List)) {
          return item;
        }
      }
      return null;
    };
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of(
        "($c := [$filter([%s], function($p) { $p != null and $trim($string($p)) != \"\" })];"
                .formatted(value)
            + " $count($c) = 0 ? null : $c[0])");
  }
}
