package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.text.Jsonata;
import dev.crosswalk.engine.text.JsonataReads;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSONata expression. */
public final class ExpressionStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "expression",
          "Expression",
          "Works the value out by a JSONata expression, in which $ is the value and $record the whole source record; nothing as result is null.",
          List.of(Parameter.text("expr", null, "The JSONata expression.").mustBeGiven()),
          Kind.ANY,
          Kind.ANY,
          Set.of(Trait.READS_RECORD, Trait.CAN_FAIL, Trait.JSONATA),
          List.of(
              Example.of(Map.of("expr", "$uppercase($) & '!'"), "ada", "ADA!"),
              Example.of(Map.of("expr", "$sum($)"), List.of(1, 2, 3), 6),
              Example.of(Map.of("expr", "$record.None"), "x", null),
              Example.fails(
                  Map.of("expr", "$error('no')"),
                  "x",
                  "The expression '$error('no')' failed at character 7: no.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    Jsonata expression = Expressions.compile(parameters.needText("expr"));
    return (value, record) -> Expressions.evaluate(expression, value, "record", record);
  }

  @Override
  public Set<List<String>> reads(Map<String, ? extends @Nullable Object> parameters) {
    return parameters.get("expr") instanceof String text
        ? JsonataReads.of(text, "$record")
        : Set.of();
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    // A list in two brackets is one value, so that $ is the list and not each of its items.
    return Optional.of(
        ("($v := %s; $record := $; $y := $type($v) = \"array\" ? [[$v]].(%2$s) : $v.(%2$s);"
                + " $exists($y) ? $y : null)")
            .formatted(value, parameters.needText("expr")));
  }
}
