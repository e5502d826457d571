package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.Mapping.OnError;
import org.jspecify.annotations.Nullable;

/** What becomes of a value that a step could not read. */
enum OnInvalid {
  REJECT,
  NULL,
  KEEP,
  DEFAULT;

  static OnInvalid of(@Nullable String word, OnError standard) {
    if (word == null) {
      return of(standard);
    }
    return switch (word) {
      case "null" -> NULL;
      case "keep" -> KEEP;
      case "default" -> DEFAULT;
      default -> REJECT;
    };
  }

  static OnInvalid of(OnError rule) {
    return switch (rule) {
      case REJECT -> REJECT;
      case NULL -> NULL;
      case KEEP -> KEEP;
    };
  }
}
