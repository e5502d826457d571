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

/** Text in front. */
public final class PrefixStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "prefix",
          "Prefix",
          "Puts a text in front of a value that is not empty.",
          List.of(
              Parameter.text("text", null, "The text to put in front.").mustBeGiven(),
              Parameter.flag(
                  "once",
                  false,
                  "Whether a value that starts with the text already stays as it is.")),
          Set.of(Trait.JSONATA),
          List.of(
              Example.of(Map.of("text", "CUST-"), "42", "CUST-42"),
              Example.of(Map.of("text", "CUST-", "once", true), "CUST-42", "CUST-42"),
              Example.of(Map.of("text", "CUST-"), "", "")));

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
    String prefix = parameters.needText("text");
    boolean once = parameters.flag("once");
    return (value, record) ->
        value instanceof String text && !text.isEmpty() && !(once && text.startsWith(prefix))
            ? prefix + text
            : value;
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    String text = JsonataText.quoted(parameters.needText("text"));
    String same =
        parameters.flag("once")
            ? " or $substring($t, 0, %d) = %s"
                .formatted(Texts.length(parameters.needText("text")), text)
            : "";
    return Optional.of("($t := %s; $t = \"\"%s ? $t : %s & $t)".formatted(value, same, text));
  }
}
