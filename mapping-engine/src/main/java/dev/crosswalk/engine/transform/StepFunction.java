package dev.crosswalk.engine.transform;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled step: immutable, thread-safe, without side effects. A result that is a {@link Failure}
 * says that the value cannot be worked on, a {@link Warned} carries a warning; every other result,
 * null too, is the new value. Results are not wrapped because millions of records go through.
 */
@FunctionalInterface
public interface StepFunction {
  /**
   * @param record the whole source record, for steps that look at another field
   */
  @Nullable Object apply(@Nullable Object value, Map<String, ? extends @Nullable Object> record);
}
