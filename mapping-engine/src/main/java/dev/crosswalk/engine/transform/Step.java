package dev.crosswalk.engine.transform;

import java.util.Optional;

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
   * The step as a JSONata expression.
   *
   * @param value a JSONata expression for the value that the step gets
   * @return empty where JSONata cannot say the same
   */
  default Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.empty();
  }
}
