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

/** Text filled up to a length. */
public final class PadStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "pad",
          "Pad",
          "Fills a text up to a length in characters (code points), such as 42 to 00042; longer texts stay as they are.",
          List.of(
              Parameter.integer("length", "How long the text is to be, 1 to 10000.").mustBeGiven(),
              Parameter.text("with", " ", "The character to fill with."),
              Parameter.word("side", "left", List.of("left", "right"), "On which side to fill.")),
          Set.of(Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of(Map.of("length", 5, "with", "0"), 42, "00042"),
              Example.of(Map.of("length", 4, "side", "right", "with", "."), "ab", "ab.."),
              Example.of(Map.of("length", 2), "long", "long")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    Integer length = parameters.integer("length");
    return Shape.text(
        length == null || input.length() == null
            ? null
            : Integer.valueOf(Math.max(length, input.length())));
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    int length = Parameters.standard(parameters.integer("length"), 0);
    String with = parameters.needText("with");
    if (length < 1 || length > LONGEST) {
      throw new IllegalArgumentException(
          "the length is " + length + ". Give 1 to " + LONGEST + ".");
    }
    if (Texts.length(with) != 1) {
      throw new IllegalArgumentException("with is '" + with + "', where one character is needed.");
    }
    boolean left = parameters.needText("side").equals("left");
    return (value, record) -> {
      if (!(value instanceof String text)) {
        return value;
      }
      int missing = length - Texts.length(text);
      return missing <= 0 ? text : left ? with.repeat(missing) + text : text + with.repeat(missing);
    };
  }

  private static final int LONGEST = 10_000;

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    Integer length = parameters.integer("length");
    boolean left = parameters.needText("side").equals("left");
    return Optional.of(
        "$pad(%s, %s%s, %s)"
            .formatted(
                value, left ? "-" : "", length, JsonataText.quoted(parameters.needText("with"))));
  }
}
