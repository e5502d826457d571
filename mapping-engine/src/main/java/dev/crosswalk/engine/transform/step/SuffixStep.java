package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.JsonataText;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Text behind. */
public final class SuffixStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "suffix",
          "Suffix",
          "Puts a text behind a value that is not empty.",
          List.of(
              Parameter.text("text", null, "The text to put behind.").mustBeGiven(),
              Parameter.flag(
                  "once",
                  false,
                  "Whether a value that ends with the text already stays as it is.")),
          Set.of(Trait.JSONATA),
          List.of(
              Example.of(Map.of("text", " Ltd"), "Acme", "Acme Ltd"),
              Example.of(Map.of("text", " Ltd", "once", true), "Acme Ltd", "Acme Ltd"),
              Example.of(Map.of("text", "%"), 12, "12%")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return input.longer(Texts.length(parameters.needText("text")));
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String suffix = parameters.needText("text");
    boolean once = parameters.flag("once");
    return (value, record) ->
        value instanceof String text && !text.isEmpty() && !(once && text.endsWith(suffix))
            ? text + suffix
            : value;
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return parameters.flag("once")
        ? Optional.empty()
        : Optional.of(
            "($t := %s; $t = \"\" ? $t : $t & %s)"
                .formatted(value, JsonataText.quoted(parameters.needText("text"))));
  }
}
