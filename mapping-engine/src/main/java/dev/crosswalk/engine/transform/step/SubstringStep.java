package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
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

/** A part of a text. */
public final class SubstringStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "substring",
          "Substring",
          "Takes characters (code points) out of a text by their place; the first has the number 0, and a negative start counts from the end.",
          List.of(
              Parameter.integer("start", 0, "Where to start."),
              Parameter.integer(
                  "length", "How many characters to take; without it all to the end.")),
          Set.of(Trait.JSONATA),
          List.of(
              Example.of(Map.of("length", 3), "Lovelace", "Lov"),
              Example.of(Map.of("start", -4), "4111111111111234", "1234"),
              Example.of(Map.of("start", 20), "short", "")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.text(
        parameters.integer("length") == null ? input.length() : parameters.integer("length"));
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    int start = Parameters.standard(parameters.integer("start"), 0);
    int length = Parameters.standard(parameters.integer("length"), Integer.MAX_VALUE);
    if (length < 0) {
      throw new IllegalArgumentException("the length is " + length + ", and must be 0 or more.");
    }
    return (value, record) -> value instanceof String text ? part(text, start, length) : value;
  }

  private static String part(String text, int start, int length) {
    int size = text.codePointCount(0, text.length());
    int from = start < 0 ? Math.max(0, size + start) : Math.min(start, size);
    int count = Math.min(length, size - from);
    int first = text.offsetByCodePoints(0, from);
    return text.substring(first, text.offsetByCodePoints(first, count));
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    Integer length = parameters.integer("length");
    return Optional.of(
        "$substring(%s, %s%s)"
            .formatted(value, parameters.integer("start"), length == null ? "" : ", " + length));
  }
}
