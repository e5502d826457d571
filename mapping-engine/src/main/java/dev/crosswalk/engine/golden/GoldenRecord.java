package dev.crosswalk.engine.golden;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source record, masked, and what a mapping must make of it.
 *
 * @param name what it shows, for people
 * @param target empty where the record is rejected
 */
public record GoldenRecord(
    String name,
    Map<String, @Nullable Object> source,
    Map<String, @Nullable Object> target,
    boolean rejected) {

  public GoldenRecord {
    source = Collections.unmodifiableMap(new LinkedHashMap<>(source));
    target = Collections.unmodifiableMap(new LinkedHashMap<>(target));
  }
}
