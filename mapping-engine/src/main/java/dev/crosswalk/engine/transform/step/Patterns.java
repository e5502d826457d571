package dev.crosswalk.engine.transform.step;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Patterns of steps, on an engine that runs in linear time. */
final class Patterns {
  private Patterns() {}

  /**
   * @throws IllegalArgumentException where it cannot be read; for people
   */
  static Pattern compile(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "the pattern '" + pattern + "' cannot be read (" + e.getDescription() + ").", e);
    }
  }
}
