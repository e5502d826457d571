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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The same for every value. */
public final class ConstantStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "constant",
          "Constant",
          "Gives the same value whatever comes in.",
          List.of(Parameter.any("value", "The value to give.").mustBeGiven()),
          Kind.ANY,
          Kind.ANY,
          Set.of(Trait.SEES_NULL, Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of(Map.of("value", "crm"), "anything", "crm"),
              Example.of(Map.of("value", true), null, true),
              Example.of(Map.of("value", 1), 7L, 1)));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.ofValue(parameters.value("value"));
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    Object constant = parameters.value("value");
    return (value, record) -> constant;
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of(JsonataText.literal(parameters.value("value")));
  }
}
