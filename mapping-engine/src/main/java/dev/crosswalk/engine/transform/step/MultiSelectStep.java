package dev.crosswalk.engine.transform.step;

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
import dev.crosswalk.engine.transform.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values of a multi-select field. */
public final class MultiSelectStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "multiSelect",
          "Multi-select",
          "Reads several picks from a list or from one text with a separator, trims them, leaves out blank and repeated ones, and gives a list or one text.",
          List.of(
              Parameter.text(
                  "separator", ";", "What stands between two picks in a text that is read."),
              Parameter.word("to", "list", List.of("list", "text"), "What to give."),
              Parameter.text(
                  "toSeparator", ";", "What to put between two picks in a text that is written.")),
          Kind.SCALARS_AND_LISTS,
          Set.of(Kind.LIST, Kind.TEXT),
          Set.of(Trait.CAN_FAIL, Trait.JSONATA),
          List.of(
              Example.of("red; green;;red", List.of("red", "green")),
              Example.of(
                  Map.of("to", "text", "toSeparator", ","),
                  Example.list("red", null, "green "),
                  "red,green"),
              Example.of(Map.of("separator", ",", "to", "text"), "a,b", "a;b"),
              Example.of("", List.of())));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return parameters.needText("to").equals("list") ? Shape.of(Kind.LIST) : Shape.text(null);
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String separator = parameters.needText("separator");
    boolean list = parameters.needText("to").equals("list");
    String between = parameters.needText("toSeparator");
    if (separator.isEmpty() || between.isEmpty()) {
      throw new IllegalArgumentException("a separator is empty. Say what stands between picks.");
    }
    return (value, record) -> {
      Set<String> picks = new LinkedHashSet<>();
      List<?> items = value instanceof List<?> several ? several : Example.list(value);
      for (Object item : items) {
        String text = Texts.of(item);
        if (text == null && item != null) {
          return new Failure(
              Texts.shown(item) + " is not a pick: only text, numbers and booleans are.");
        }
        if (text != null) {
          picks.addAll(SplitStep.split(text, separator));
        }
      }
      return list ? List.copyOf(picks) : String.join(between, picks);
    };
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    String picks =
        ("$distinct([$filter([$map($reduce([%s], function($a, $p) { $append($a, $exists($p) and"
                + " $p != null ? $type($p) = \"object\" ? $error(\"an object is no pick\") :"
                + " $split($string($p), %s) : []) }, []), function($p) { %s })], function($p) {"
                + " $p != \"\" })])")
            .formatted(
                value,
                JsonataText.quoted(parameters.needText("separator")),
                TrimStep.jsonata("$p"));
    return Optional.of(
        parameters.needText("to").equals("list")
            ? "[" + picks + "]"
            : "$join([%s], %s)"
                .formatted(picks, JsonataText.quoted(parameters.needText("toSeparator"))));
  }
}
