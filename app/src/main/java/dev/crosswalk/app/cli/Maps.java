package dev.crosswalk.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps without nulls, where what takes them cannot bear any. */
final class Maps {
  private Maps() {}

  /** The entries that have a value, in order. */
  static Map<String, Object> nonNull(Map<String, ? extends @Nullable Object> map) {
    Map<String, Object> kept = new LinkedHashMap<>();
    map.forEach((key, value) -> {
      if (value != null) {
        kept.put(key, value);
      }
    });
    return kept;
  }

  /** Records without the keys that are null: to a matcher, null and missing are the same. */
  static List<Map<String, Object>> objects(List<Map<String, @Nullable Object>> records) {
    List<Map<String, Object>> kept = new ArrayList<>();
    records.forEach(r -> kept.add(nonNull(r)));
    return kept;
  }
}
