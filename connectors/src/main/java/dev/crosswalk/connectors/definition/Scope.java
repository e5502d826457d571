package dev.crosswalk.connectors.definition;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The values that templates can name, such as {@code loginHost} or {@code object.name}. */
public final class Scope {
  private final Map<String, @Nullable Object> values;

  private Scope(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  public static Scope of(Map<String, ? extends @Nullable Object> values) {
    return new Scope(new HashMap<>(values));
  }

  /** The same with some values more, which win over those of the same name. */
  public Scope plus(Map<String, ? extends @Nullable Object> more) {
    Map<String, @Nullable Object> all = new HashMap<>(values);
    all.putAll(more);
    return new Scope(all);
  }

  public void each(BiConsumer<String, ? super @Nullable Object> action) {
    values.forEach(action);
  }

  public @Nullable Object get(String name) {
    return values.get(name);
  }

  /** The object that the values are about, as expressions see it. */
  public Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new HashMap<>();
    values.forEach((name, value) -> {
      if (name.startsWith("object.")) {
        object.put(name.substring("object.".length()), value);
      }
    });
    return object;
  }
}
