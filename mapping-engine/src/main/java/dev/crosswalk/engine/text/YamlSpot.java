package dev.crosswalk.engine.text;

import dev.crosswalk.engine.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a YAML file.
 *
 * @param place of the value
 * @param key of the key before it; the value's own place where it has none (the root, list items)
 * @param firstLine line of the key, the first line is 1
 * @param lastLine last line of the value
 * @param value the plain value
 */
public record YamlSpot(
    Place place, Place key, int firstLine, int lastLine, @Nullable Object value) {}
