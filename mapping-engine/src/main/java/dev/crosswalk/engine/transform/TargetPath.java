package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.schema.FieldPath;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a value into a target record, making the objects on the way. */
final class TargetPath {
  private final String[] names;
  private final int place;

  /**
   * @param layout of the target records, which knows the path's first name
   */
  TargetPath(FieldPath path, RecordLayout layout) {
    this.names = path.names().toArray(String[]::new);
    this.place = layout.place(names[0]);
  }

  /**
   * No target is a part of another one ({@link MappingCompiler} sees to it), so this cannot fail.
   */
  @SuppressWarnings("unchecked")
  void put(RecordLayout.Laid record, @Nullable Object value) {
    if (names.length == 1) {
      record.set(place, value);
      return;
    }
    Map<String, @Nullable Object> at = (Map<String, @Nullable Object>) record.at(place);
    if (at == null) {
      at = new LinkedHashMap<>();
      record.set(place, at);
    }
    for (int i = 1; i < names.length - 1; i++) {
      Object inner = at.get(names[i]);
      if (inner == null) {
        inner = new LinkedHashMap<String, @Nullable Object>();
        at.put(names[i], inner);
      }
      at = (Map<String, @Nullable Object>) inner;
    }
    at.put(names[names.length - 1], value);
  }
}
