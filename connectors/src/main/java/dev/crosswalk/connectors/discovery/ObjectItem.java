package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object as the definition's map gives it, before its fields are known.
 *
 * @param id what requests call it where that is not the name
 * @param required names of the fields that must be given; null where this list does not say
 * @param primaryKey names of the fields that make up the key
 * @param vars more that templates and expressions can name
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
    @Nullable List<String> required,
    List<String> primaryKey,
    Map<String, @Nullable Object> vars,
    boolean hidden) {

  /** As an object of a schema. */
  SchemaObject with(List<Field> fields) {
    return new SchemaObject(
        name, label, plural, description, custom, id.equals(name) ? null : id, endpoint, fields);
  }

  /** The same with what templates may name of it. */
  public Scope in(Scope scope) {
    Map<String, @Nullable Object> values = new HashMap<>();
    vars.forEach((key, value) -> values.put("object." + key, value));
    values.put("object.name", name);
    values.put("object.id", id);
    values.put("object.endpoint", endpoint == null ? name : endpoint);
    values.put("object.label", label == null ? name : label);
    values.put("object.plural", plural == null ? (label == null ? name : label) : plural);
    return scope.plus(values);
  }

  /** What expressions see as {@code object}. */
  Map<String, @Nullable Object> forExpressions() {
    Map<String, @Nullable Object> map = new HashMap<>(vars);
    map.put("name", name);
    map.put("id", id);
    map.put("label", label);
    map.put("plural", plural);
    map.put("custom", custom);
    map.put("endpoint", endpoint);
    return map;
  }

  ObjectSummary summary() {
    return new ObjectSummary(name, label, custom, hidden);
  }
}
