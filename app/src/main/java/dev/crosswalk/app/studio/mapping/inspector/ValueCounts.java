package dev.crosswalk.app.studio.mapping.inspector;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often each value of a field stands in the sample records.
 *
 * @param most the values as people read them, most frequent first
 * @param filled records with a value
 * @param records all records
 */
record ValueCounts(List<Count> most, int filled, int records) {

  record Count(String value, int times) {}

  ValueCounts {
    most = List.copyOf(most);
  }

  /** Values of lists count one by one; null and blank ones are missing. */
  static ValueCounts of(List<Map<String, @Nullable Object>> records, String field) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    int filled = 0;
    for (Map<String, @Nullable Object> record : records) {
      Object value = record.get(field);
      if (value == null || value.toString().isBlank()) {
        continue;
      }
      filled++;
      for (Object each : value instanceof Collection<?> list ? list : List.of(value)) {
        if (each != null) {
          counts.merge(each instanceof String s ? s : Values.shown(each), 1, Integer::sum);
        }
      }
    }
    List<Count> most =
        counts.entrySet().stream()
            .map(e -> new Count(e.getKey(), e.getValue()))
            .sorted(Comparator.comparingInt(Count::times).reversed())
            .toList();
    return new ValueCounts(most, filled, records.size());
  }

  /** How many different values there are. */
  int distinct() {
    return most.size();
  }
}
