package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.definition.Scope;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object as the definition's map gives it, before its fields are known.
 *
 * @param id what requests call it where that is not the name
 * @param hidden by the system or the definition; not discovered unless asked for by name
 */
public record ObjectItem(
    String name,
    String id,
    @Nullable String label,
    @Nullable String plural,
    @Nullable String description,
    @Nullable Boolean custom,
    @Nullable String endpoint,
    boolean hidden) {

  /** The same with what templates may name of it. */
  public Scope in(Scope scope) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("object.name", name);
    values.put("object.id", id);
    values.put("object.endpoint", endpoint == null ? name : endpoint);
    values.put("object.label", label == null ? name : label);
    return scope.plus(values);
  }

  /** What expressions see as {@code object}. */
  Map<String, @Nullable Object> forExpressions() {
    Map<String, @Nullable Object> map = new HashMap<>();
    map.put("name", name);
    map.put("id", id);
    map.put("label", label);
    map.put("custom", custom);
    return map;
  }

  ObjectSummary summary() {
    return new ObjectSummary(name, label, custom, hidden);
  }
}
