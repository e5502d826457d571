package dev.crosswalk.engine.schema;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object (table, record type, module) with its fields.
 *
 * @param name the name in requests
 * @param label what people see, singular
 * @param plural what people see, plural
 * @param description help text
 * @param custom made by the customer rather than by the vendor; null = the system does not say
 * @param vendorId a stable id, where names change; null where the name is the id
 * @param endpoint the word used in record requests; null where it is the name
 * @param fields in the system's order, names unique
 */
public record SchemaObject(
    String name,
    @Nullable String label,
    @Nullable String plural,
    @Nullable String description,
    @Nullable Boolean custom,
    @Nullable String vendorId,
    @Nullable String endpoint,
    List<Field> fields)
    implements Serializable {

  public SchemaObject {
    fields = List.copyOf(fields);
  }

  public static SchemaObject of(String name, List<Field> fields) {
    return new SchemaObject(name, null, null, null, null, null, null, fields);
  }

  /** The label, or the name where there is none. */
  public String shown() {
    return label == null || label.isBlank() ? name : label;
  }

  public boolean isCustom() {
    return Boolean.TRUE.equals(custom);
  }

  public Optional<Field> field(String fieldName) {
    for (Field field : fields) {
      if (field.name().equals(fieldName)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** The fields by name, in order. */
  public Map<String, Field> byName() {
    Map<String, Field> map = new LinkedHashMap<>();
    fields.forEach(f -> map.put(f.name(), f));
    return map;
  }

  /** The names of the objects to which paths may lead across the references of this one. */
  public Set<String> reached() {
    Set<String> names = new LinkedHashSet<>();
    for (Field field : fields) {
      if (field.isCrossable()) {
        names.addAll(field.references());
      }
    }
    return names;
  }

  /**
   * The field of this object that a path starts at: of {@code Owner.Email} the reference that is
   * named {@code Owner}, where there is no field of that name.
   *
   * @return the first name of the path where the object has nothing like it
   * @throws IllegalArgumentException where the path cannot be read
   */
  public String fieldOf(String path) {
    String first = FieldPath.parse(path).first();
    if (field(path).isPresent()) {
      return path;
    }
    if (field(first).isEmpty()) {
      for (Field field : fields) {
        if (first.equals(field.relationship())) {
          return field.name();
        }
      }
    }
    return first;
  }

  public SchemaObject withFields(List<Field> newFields) {
    return new SchemaObject(
        name, label, plural, description, custom, vendorId, endpoint, newFields);
  }
}
