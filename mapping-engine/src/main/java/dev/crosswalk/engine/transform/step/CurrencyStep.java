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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads currencies. */
public final class CurrencyStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "currency",
          "Currency",
          "Reads a currency by its ISO 4217 code, number, English name or sign and writes one of these; blank text becomes null.",
          List.of(
              Parameter.word(
                  "to",
                  "code",
                  List.of("code", "numeric", "name"),
                  "What to write: EUR, 978 or Euro."),
              Parameter.text(
                  "country",
                  null,
                  "Whose dollar or krone a bare sign is, such as CA; without it the mapping's region."),
              Parameter.path("countryFrom", "The source field that holds that country.")),
          Kind.SCALARS_AND_LISTS,
          Set.of(Kind.TEXT),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.CAN_FAIL, Trait.IDEMPOTENT),
          List.of(
              Example.of("eur", "EUR"),
              Example.of(Map.of("country", "CA"), "$", "CAD"),
              Example.of(Map.of("to", "numeric"), "\u00a3", "826"),
              Example.fails(Map.of(), "Euros and cents", "'Euros and cents' is not a currency.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.text(parameters.needText("to").equals("name") ? null : Integer.valueOf(3));
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String to = parameters.needText("to");
    Function<Map<String, ? extends @Nullable Object>, Countries.@Nullable Country> country =
        Countries.of(parameters, context, "country", "countryFrom");
    return (value, record) -> {
      if (!(value instanceof String given)) {
        return value;
      }
      String text = Texts.trim(given);
      if (text.isEmpty()) {
        return null;
      }
      return Currencies.find(text, country.apply(record))
          .map(money ->
              (Object)
                  switch (to) {
                    case "numeric" -> money.numeric();
                    case "name" -> money.name();
                    default -> money.code();
                  })
          .orElseGet(() -> new Failure(Texts.shown(given) + " is not a currency."));
    };
  }
}
