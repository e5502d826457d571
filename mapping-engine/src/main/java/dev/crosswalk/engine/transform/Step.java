package dev.crosswalk.engine.transform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be done to a value. A new step is one class and one line in {@link Steps}.
 * Steps keep nothing, and take no clock, locale or time zone from the machine.
 */
public interface Step {

  Declaration declaration();

  /**
   * Makes the function once for many records.
   *
   * @throws IllegalArgumentException where the parameters do not go together; the message is one or
   *     two sentences for people, with the mend
   */
  StepFunction compile(Parameters parameters, StepContext context);

  /**
   * What is known of the result, for the check of a mapping before it runs. Lists of an {@code
   * EACH} step and {@code onInvalid: keep} are the caller's.
   *
   * @param input what is known of the value that the step gets
   */
  default Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.of(declaration().gives());
  }

  /**
   * The step as a JSONata expression.
   *
   * @param value a JSONata expression for the value that the step gets, of a text for a step that
   *     works on text
   * @return empty where JSONata cannot say the same
   */
  default Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.empty();
  }

  /**
   * The paths of the source record that the step's expressions name, beside those that parameters
   * hold.
   *
   * @param parameters as the file gives them
   */
  default Set<List<String>> reads(Map<String, ? extends @Nullable Object> parameters) {
    return Set.of();
  }
}
