package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a field look like.
 *
 * @param seen how many values were looked at
 * @param distinct normal form of the different values, to the value as it stands, at most 200
 * @param format the format that nearly all of them have; null if none
 * @param distribution how they are spread; null where too few were seen
 * @param fill share of the records in which the field has a value; NaN where no records were given
 */
record SampleProfile(
    int seen,
    Map<String, String> distinct,
    @Nullable ValueFormat format,
    @Nullable Distribution distribution,
    double fill) {

  static final SampleProfile NONE = new SampleProfile(0, Map.of(), null, null, Double.NaN);
  private static final int MOST = 200;

  /** Looks at the samples of the field and at the values that the records hold. */
  static SampleProfile of(Field field, List<Map<String, Object>> records) {
    List<String> texts = new ArrayList<>();
    for (String sample : field.samples()) {
      if (texts.size() < MOST && !sample.isBlank()) {
        texts.add(sample);
      }
    }
    int filled = 0;
    int looked = 0;
    for (Map<String, Object> record : records) {
      if (looked++ >= MOST) {
        break;
      }
      Object value = at(record, field.name());
      if (value != null && !value.toString().isBlank()) {
        filled++;
        if (texts.size() < MOST && !(value instanceof Map) && !(value instanceof List)) {
          texts.add(value.toString());
        }
      }
    }
    double fill = looked == 0 ? Double.NaN : (double) filled / Math.min(looked, MOST);
    if (texts.isEmpty()) {
      return looked == 0 ? NONE : new SampleProfile(0, Map.of(), null, null, fill);
    }
    Map<String, String> distinct = new LinkedHashMap<>();
    for (String text : texts) {
      String cut = text.length() > 120 ? text.substring(0, 120) : text;
      distinct.putIfAbsent(Values.normal(cut), cut);
    }
    return new SampleProfile(
        texts.size(),
        distinct,
        ValueFormat.of(texts),
        Distribution.of(texts, distinct.size()),
        fill);
  }

  private static @Nullable Object at(Map<String, Object> record, String name) {
    Object direct = record.get(name);
    if (direct != null || name.indexOf('.') < 0) {
      return direct;
    }
    Object here = record;
    for (String key : name.split("\\.")) {
      here = here instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return here;
  }
}
