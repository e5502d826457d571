package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rounds a number. */
public final class RoundStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "round",
          "Round",
          "Rounds a number to some digits after the decimal sign; without a number of digits, to those that the target keeps.",
          List.of(
              Parameter.integer(
                  "digits",
                  "Digits to keep after the decimal sign, 0 to 30; without it the target's scale, else 0."),
              Numbers.rounding("Which way to round.")),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.LIST),
          Set.of(Kind.NUMBER),
          Set.of(Trait.EACH, Trait.CAN_FAIL, Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of(2.5, 3L),
              Example.of(Map.of("digits", 2), "1.005", new BigDecimal("1.01")),
              Example.of(Map.of("digits", 1, "rounding", "half-even"), 0.25, new BigDecimal("0.2")),
              Example.of(Map.of("rounding", "floor"), -1.5, -2L)));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.number(digits(parameters, context));
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    int digits = digits(parameters, context);
    RoundingMode rounding = Numbers.rounding(parameters);
    return (value, record) -> Numbers.on(value, number -> Numbers.finish(number, digits, rounding));
  }

  private static int digits(Parameters parameters, StepContext context) {
    Integer digits = Numbers.scale(parameters, "digits");
    Integer target = context.target() == null ? null : context.target().scale();
    return digits != null
        ? digits
        : target == null ? 0 : Math.clamp(target, 0, Numbers.MOST_DIGITS);
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Numbers.rounding(parameters) == RoundingMode.HALF_EVEN
        ? Optional.of(Numbers.jsonata(value, digits(parameters, context)))
        : Optional.empty();
  }
}
