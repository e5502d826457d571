package dev.crosswalk.engine.transform;

import org.jspecify.annotations.Nullable;

/**
 * A compiled step: immutable, thread-safe, without side effects. A result that is a {@link Failure}
 * says that the value cannot be worked on; every other result, null too, is the new value. Results
 * are not wrapped because millions of records go through.
 */
@FunctionalInterface
public interface StepFunction {
  @Nullable Object apply(@Nullable Object value);
}
