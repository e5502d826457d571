package dev.crosswalk.engine.merge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key that is not there, which is not the same as one that says null. */
enum Absent {
  VALUE;

  /** The value of a key, or {@link #VALUE}. */
  static @Nullable Object of(Map<String, @Nullable Object> map, String key) {
    return map.containsKey(key) ? map.get(key) : VALUE;
  }

  /** A map with its keys as text; empty for what is no map. */
  static Map<String, @Nullable Object> map(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return Map.of();
    }
    Map<String, @Nullable Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
    map.forEach((k, v) -> copy.put(String.valueOf(k), v));
    return Collections.unmodifiableMap(copy);
  }
}
