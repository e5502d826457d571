package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.JsonataText;
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
import java.util.Optional;
import java.util.Set;

/** Stands in for nothing, in the middle of other steps. */
public final class DefaultStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "default",
          "Default",
          "Puts a value in the place of a missing, null or empty one, before the next steps run.",
          List.of(Parameter.any("value", "The value to put in.").mustBeGiven()),
          Kind.ANY,
          Kind.ANY,
          Set.of(Trait.SEES_NULL, Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of(Map.of("value", "US"), null, "US"),
              Example.of(Map.of("value", "US"), "", "US"),
              Example.of(Map.of("value", "US"), "DE", "DE")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return input.or(Shape.ofValue(parameters.value("value")));
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    Object standIn = parameters.value("value");
    return (value, record) -> Texts.isEmpty(value) ? standIn : value;
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of(
        "($v := %s; $exists($v) and $v != null and $v != \"\" and $v != [] ? $v : %s)"
            .formatted(value, JsonataText.literal(parameters.value("value"))));
  }
}
