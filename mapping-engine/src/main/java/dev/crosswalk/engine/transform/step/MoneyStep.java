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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads amounts of money. */
public final class MoneyStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "money",
          "Money",
          "Reads an amount of money, with or without its currency, exactly; gives the amount, the currency, both as an object or a text such as 12.50 EUR; blank text becomes null.",
          List.of(
              Parameter.word(
                  "to", "amount", List.of("amount", "currency", "object", "text"), "What to give."),
              Parameter.text(
                  "currency", null, "The currency of amounts that name none, such as EUR."),
              Parameter.path(
                  "currencyFrom",
                  "The source field that holds the currency of amounts that name none."),
              Parameter.word(
                  "reads",
                  "units",
                  List.of("units", "minor"),
                  "Whether the number counts euros or cents."),
              Parameter.word(
                  "gives", "units", List.of("units", "minor"), "Whether to give euros or cents."),
              Parameter.flag(
                  "round",
                  false,
                  "Whether to round to the currency's digits; text and cents always are."),
              Numbers.rounding("Which way to round."),
              Numbers.DECIMAL,
              Numbers.GROUPING,
              Numbers.LOCALE),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.LIST, Kind.OBJECT),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.OBJECT),
          Set.of(Trait.EACH, Trait.CAN_FAIL),
          List.of(
              Example.of("$1,234.50", new BigDecimal("1234.50")),
              Example.of(Map.of("to", "text", "locale", "de"), "1.234,5 \u20ac", "1234.50 EUR"),
              Example.of(Map.of("to", "currency"), "USD 99", "USD"),
              Example.of(Map.of("currency", "EUR", "gives", "minor"), "19.99", 1999L),
              Example.of(Map.of("currency", "JPY", "reads", "minor", "to", "text"), 500, "500 JPY"),
              Example.fails(
                  Map.of("to", "currency"), "99", "'99' names no currency, and none is set.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return switch (parameters.needText("to")) {
      case "amount" -> Shape.of(Kind.NUMBER);
      case "object" -> Shape.of(Kind.OBJECT);
      case "currency" -> Shape.text(3);
      default -> Shape.text(null);
    };
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    MoneyReader reader =
        new MoneyReader(
            new NumberReader(
                Numbers.sign(parameters, context, "decimal"),
                Numbers.sign(parameters, context, "grouping"),
                false),
            parameters,
            context);
    return reader::read;
  }
}
