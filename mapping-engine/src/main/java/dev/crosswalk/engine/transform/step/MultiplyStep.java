package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scales a number. */
public final class MultiplyStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "multiply",
          "Multiply or divide",
          "Multiplies a number, divides it, or both, exactly: cents to euros, shares to percent. A quotient without end has 34 digits.",
          List.of(
              Parameter.number("by", BigDecimal.ONE, "What to multiply by."),
              Parameter.number("divideBy", BigDecimal.ONE, "What to divide by.")),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.LIST),
          Set.of(Kind.NUMBER),
          Set.of(Trait.EACH, Trait.CAN_FAIL),
          List.of(
              Example.of(Map.of("by", 100), "0.07", 7L),
              Example.of(Map.of("divideBy", 100), 1999, new BigDecimal("19.99")),
              Example.of(Map.of("by", 1.1), 3, new BigDecimal("3.3")),
              Example.fails(Map.of("by", 2), "two", "'two' is not a number: 't' is not a digit.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    BigDecimal by = factor(parameters, "by");
    BigDecimal divideBy = factor(parameters, "divideBy");
    if (divideBy.signum() == 0) {
      throw new IllegalArgumentException("divideBy is 0. Give another number.");
    }
    boolean divides = divideBy.compareTo(BigDecimal.ONE) != 0;
    return (value, record) ->
        Numbers.on(
            value,
            number -> {
              BigDecimal product = number.multiply(by);
              Object exact =
                  NumberReader.exact(
                      Numbers.plain(divides ? Numbers.divide(product, divideBy) : product));
              return exact instanceof BigDecimal result
                  ? Numbers.finish(result, null, RoundingMode.UNNECESSARY)
                  : exact;
            });
  }

  private static BigDecimal factor(Parameters parameters, String name) {
    BigDecimal factor = parameters.number(name);
    return factor == null ? BigDecimal.ONE : factor;
  }
}
