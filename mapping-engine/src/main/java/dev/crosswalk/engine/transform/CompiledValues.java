package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.Other;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value map, ready to look values up. Null and the empty text pass unless the map names "". */
final class CompiledValues {
  private final Map<String, @Nullable Object> map;
  private final Other other;
  private final boolean warn;

  CompiledValues(ValueMap values) {
    this.map = Collections.unmodifiableMap(new HashMap<>(values.map()));
    this.other = values.other();
    this.warn = values.warn();
  }

  /** Whether a value may leave a warning. */
  boolean warns() {
    return warn;
  }

  /** The value on the other side, element by element for a list, or a {@link Failure}. */
  @Nullable Object apply(@Nullable Object value, Notes notes) {
    if (value instanceof String || !(value instanceof List<?> list)) {
      return one(value, notes);
    }
    List<@Nullable Object> results = new ArrayList<>(list.size());
    for (Object item : list) {
      Object result = one(item, notes);
      if (result instanceof Failure) {
        return result;
      }
      results.add(result);
    }
    return Collections.unmodifiableList(results);
  }

  private @Nullable Object one(@Nullable Object value, Notes notes) {
    if (value == null) {
      return null;
    }
    String key = Texts.of(value);
    if (key != null) {
      Object mapped = map.get(key);
      if (mapped != null || map.containsKey(key)) {
        return mapped;
      }
      if (key.isEmpty()) {
        return value;
      }
    }
    return switch (other) {
      case RejectOther() -> new Failure(Texts.shown(value) + " is not in the value map.");
      case KeepOther() -> {
        warn(value, "stays as it is", notes);
        yield value;
      }
      case SetOther(Object set) -> {
        warn(value, "became " + Texts.shown(set), notes);
        yield set;
      }
    };
  }

  private void warn(Object value, String what, Notes notes) {
    if (warn) {
      notes.warn(Texts.shown(value) + " is not in the value map; it " + what + ".");
    }
  }
}
