package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field with what its sample records say.
 *
 * @param records how many sample records there are
 * @param filled in how many of them the field has a value
 * @param samples a few different values as text
 */
record FieldRow(Field field, int records, int filled, List<String> samples) {
  private static final int SAMPLES = 5;

  FieldRow {
    samples = List.copyOf(samples);
  }

  static FieldRow of(Field field, List<Map<String, @Nullable Object>> records) {
    int filled = 0;
    Set<String> samples = new LinkedHashSet<>();
    for (Map<String, @Nullable Object> record : records) {
      Object value = value(record, field.name());
      if (value != null && !value.toString().isBlank()) {
        filled++;
        if (samples.size() < SAMPLES) {
          samples.add(value.toString().strip().replaceAll("\\s+", " "));
        }
      }
    }
    if (records.isEmpty()) {
      samples.addAll(field.samples());
    }
    return new FieldRow(field, records.size(), filled, List.copyOf(samples));
  }

  private static @Nullable Object value(Map<String, @Nullable Object> record, String name) {
    if (record.containsKey(name)) {
      return record.get(name);
    }
    if (name.indexOf('.') < 0) {
      return null;
    }
    Object at = record;
    for (String part : FieldPath.parse(name).names()) {
      at = at instanceof Map<?, ?> map ? map.get(part) : null;
    }
    return at;
  }

  /** In percent; negative where there are no records to tell. */
  long fillPercent() {
    return records == 0 ? -1 : Math.round(100.0 * filled / records);
  }

  /** What the field holds or points at, in short: values, references or its greatest length. */
  String content() {
    if (!field.values().isEmpty()) {
      return String.join(", ", field.values().stream().map(PicklistValue::shown).toList());
    }
    if (!field.references().isEmpty()) {
      return "→ " + String.join(", ", field.references());
    }
    return "";
  }

  /** The words of its badges' texts, in order: {@code required}, {@code custom}… */
  List<String> badges() {
    List<String> out = new ArrayList<>();
    add(out, field.required(), "required");
    add(out, field.unique(), "unique");
    add(out, field.externalId(), "externalId");
    add(out, field.custom(), "custom");
    add(out, field.calculated(), "calculated");
    if (!Boolean.TRUE.equals(field.calculated())) {
      add(out, field.readOnly(), "readOnly");
    }
    add(out, field.createOnly(), "createOnly");
    add(out, field.deprecated(), "deprecated");
    add(out, field.hidden(), "hidden");
    return out;
  }

  private static void add(List<String> out, @Nullable Boolean on, String word) {
    if (Boolean.TRUE.equals(on)) {
      out.add(word);
    }
  }
}
