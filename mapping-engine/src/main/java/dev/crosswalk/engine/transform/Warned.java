package dev.crosswalk.engine.transform;

import org.jspecify.annotations.Nullable;

/**
 * A value that goes on, with something to report about it.
 *
 * @param message one sentence that names the value and the reason
 */
public record Warned(@Nullable Object value, String message) {}
