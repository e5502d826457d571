package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.schema.FieldPath;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a value into a target record, making the objects on the way. */
final class TargetPath {
  private final String[] names;

  TargetPath(FieldPath path) {
    this.names = path.names().toArray(String[]::new);
  }

  /**
   * No target is a part of another one ({@link MappingCompiler} sees to it), so this cannot fail.
   */
  @SuppressWarnings("unchecked")
  void put(Map<String, @Nullable Object> record, @Nullable Object value) {
    Map<String, @Nullable Object> at = record;
    for (int i = 0; i < names.length - 1; i++) {
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
