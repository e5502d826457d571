package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.text.Jsonata;
import dev.crosswalk.engine.text.JsonataReads;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
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
import org.jspecify.annotations.Nullable;

/** One value or another, by a condition. */
public final class WhenStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "when",
          "When, else",
          "Goes on with one value where a condition on the record is true, and with another where not. It also sees null and missing values.",
          List.of(
              Parameter.text(
                      "test",
                      null,
                      "A JSONata condition over the source record; $value is the value that came here.")
                  .mustBeGiven(),
              Parameter.any(
                  "then", "The value where the condition is true; without it the value stays."),
              Parameter.any("else", "The value where it is not true; without it null."),
              Parameter.flag(
                  "keepElse",
                  false,
                  "Whether the value stays where the condition is not true and no else is given.")),
          Kind.ANY,
          Kind.ANY,
          Set.of(Trait.SEES_NULL, Trait.READS_RECORD, Trait.CAN_FAIL, Trait.JSONATA),
          List.of(
              Example.of(
                  Map.of("test", "$value > 100", "then", "big", "else", "small"), 250, "big"),
              Example.of(Map.of("test", "$value = 'n/a'", "then", "", "keepElse", true), "x", "x"),
              Example.of(Map.of("test", "Status = 'open'"), "x", null),
              Example.fails(
                  Map.of("test", "$error('no')"),
                  "x",
                  "The expression '$error('no')' failed at character 7: no.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    Shape then = parameters.has("then") ? Shape.ofValue(parameters.value("then")) : input;
    boolean nothing = !parameters.has("else");
    return nothing && !parameters.flag("keepElse")
        ? then
        : then.or(nothing ? input : Shape.ofValue(parameters.value("else")));
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    Jsonata test = Expressions.compile(parameters.needText("test"));
    boolean hasThen = parameters.has("then");
    Object then = parameters.value("then");
    boolean keepElse = parameters.flag("keepElse") && !parameters.has("else");
    Object otherwise = parameters.value("else");
    return (value, record) -> {
      Object result = Expressions.evaluate(test, record, "value", value);
      if (result instanceof Failure) {
        return result;
      }
      return Boolean.TRUE.equals(result) ? hasThen ? then : value : keepElse ? value : otherwise;
    };
  }

  @Override
  public Set<List<String>> reads(Map<String, ? extends @Nullable Object> parameters) {
    return parameters.get("test") instanceof String text ? JsonataReads.of(text) : Set.of();
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    String otherwise =
        parameters.flag("keepElse") && !parameters.has("else")
            ? value
            : JsonataText.literal(parameters.value("else"));
    String then = parameters.has("then") ? JsonataText.literal(parameters.value("then")) : value;
    // A variable that holds null is nothing, as it is where the step itself runs.
    return Optional.of(
        "($value := (%1$s != null ? %1$s); (%2$s) = true ? %3$s : %4$s)"
            .formatted(value, parameters.needText("test"), then, otherwise));
  }
}
