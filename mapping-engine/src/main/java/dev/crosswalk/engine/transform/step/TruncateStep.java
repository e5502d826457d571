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
import org.jspecify.annotations.Nullable;

/** Cuts text to a length. */
public final class TruncateStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "truncate",
          "Truncate",
          "Cuts a text to a number of characters (code points), by itself to the target's length.",
          List.of(
              Parameter.integer(
                  "length", "The greatest number of characters; without it the target's length.")),
          Set.of(Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of(Map.of("length", 3), "Lovelace", "Lov"),
              Example.of(Map.of("length", 10), "Ada", "Ada"),
              Example.of(Map.of("length", 1), "\ud83d\ude00!", "\ud83d\ude00")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.text(length(parameters, context));
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    Integer length = length(parameters, context);
    if (length == null) {
      throw new IllegalArgumentException(
          "no length is given, and the target's length is not known. Add length.");
    }
    if (length < 1) {
      throw new IllegalArgumentException("the length is " + length + ", and must be 1 or more.");
    }
    return (value, record) -> value instanceof String text ? cut(text, length) : value;
  }

  private static @Nullable Integer length(Parameters parameters, StepContext context) {
    Integer length = parameters.integer("length");
    return length != null || context.target() == null ? length : context.target().length();
  }

  private static String cut(String text, int length) {
    return text.length() <= length || text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length));
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of("$substring(" + value + ", 0, " + length(parameters, context) + ")");
  }
}
