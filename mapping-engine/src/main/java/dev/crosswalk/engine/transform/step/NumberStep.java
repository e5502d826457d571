package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads numbers as people write them. */
public final class NumberStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "number",
          "Number",
          "Reads a number from text, with grouping, a currency sign or parentheses for less than"
              + " nothing, and rounds it where a scale is given; blank text becomes null.",
          List.of(
              Numbers.DECIMAL,
              Numbers.GROUPING,
              Numbers.LOCALE,
              Parameter.flag(
                  "percent", false, "Whether a number may end in %; it is then divided by 100."),
              Parameter.integer("scale", "Digits to keep after the decimal sign, 0 to 30."),
              Numbers.rounding("Which way to round to the scale.")),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.LIST),
          Set.of(Kind.NUMBER),
          Set.of(Trait.EACH, Trait.CAN_FAIL, Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of("1,234.50", new BigDecimal("1234.50")),
              Example.of(
                  Map.of("decimal", ",", "grouping", ".", "scale", 1),
                  "1.234,56 €",
                  new BigDecimal("1234.6")),
              Example.of("(42)", -42L),
              Example.of(Map.of("percent", true), "12.5 %", new BigDecimal("0.125")),
              Example.fails(Map.of(), "twelve", "'twelve' is not a number: 't' is not a digit.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.number(parameters.integer("scale"));
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    NumberReader reader =
        new NumberReader(
            Numbers.sign(parameters, context, "decimal"),
            Numbers.sign(parameters, context, "grouping"),
            parameters.flag("percent"));
    Integer scale = Numbers.scale(parameters, "scale");
    RoundingMode rounding = Numbers.rounding(parameters);
    return (value, record) -> {
      Object read =
          switch (value) {
            case String text -> reader.read(text);
            case Number number -> NumberReader.exact(number);
            case null -> null;
            default -> new Failure(Texts.shown(value) + " is not a number.");
          };
      return read instanceof BigDecimal number ? Numbers.finish(number, scale, rounding) : read;
    };
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    boolean plain =
        Numbers.sign(parameters, context, "decimal") == '.'
            && Numbers.sign(parameters, context, "grouping") == ','
            && !parameters.flag("percent")
            && (parameters.integer("scale") == null
                || Numbers.rounding(parameters) == RoundingMode.HALF_EVEN);
    if (!plain) {
      return Optional.empty();
    }
    Integer scale = parameters.integer("scale");
    return Optional.of(scale == null ? Numbers.jsonata(value) : Numbers.jsonata(value, scale));
  }
}
