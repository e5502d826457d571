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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One value of a list. */
public final class ItemStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "item",
          "Item of a list",
          "Takes one value of a list by its place; the first has the number 0, and -1 is the last. A list without it gives null, and a single value counts as a list of one.",
          List.of(Parameter.integer("at", 0, "Which one to take.")),
          Kind.ANY,
          Kind.ANY,
          Set.of(Trait.JSONATA),
          List.of(
              Example.of(List.of("a", "b"), "a"),
              Example.of(Map.of("at", -1), List.of("a", "b"), "b"),
              Example.of(Map.of("at", 5), List.of("a"), null)));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return input.onlyLists()
        ? Shape.UNKNOWN
        : input.kinds().contains(Kind.LIST) ? new Shape(Kind.ANY, input.length()) : input;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    int at = Parameters.standard(parameters.integer("at"), 0);
    return (value, record) -> {
      if (!(value instanceof List<?> list)) {
        return at == 0 || at == -1 ? value : null;
      }
      int index = at < 0 ? list.size() + at : at;
      return index >= 0 && index < list.size() ? list.get(index) : null;
    };
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of(
        "($i := [%s][%s]; $exists($i) ? $i : null)".formatted(value, parameters.integer("at")));
  }
}
