package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.Jsonata;
import dev.crosswalk.engine.transform.Failure;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** JSONata in steps. */
final class Expressions {
  private Expressions() {}

  /**
   * @throws IllegalArgumentException where it cannot be read; for people
   */
  static Jsonata compile(String expression) {
    try {
      return Jsonata.compile(expression, Jsonata.Rules.FOR_MAPPINGS);
    } catch (ProblemException e) {
      throw new IllegalArgumentException(e.problem().what(), e);
    }
  }

  /** The result, or a Failure. */
  static @Nullable Object evaluate(
      Jsonata expression, @Nullable Object input, String name, @Nullable Object bound) {
    try {
      return expression.evaluate(input, Collections.singletonMap(name, bound));
    } catch (ProblemException e) {
      return new Failure(e.problem().what());
    }
  }
}
