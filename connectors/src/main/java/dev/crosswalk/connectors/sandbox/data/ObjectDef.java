package dev.crosswalk.connectors.sandbox.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object as the definition files describe it.
 *
 * @param name API name
 * @param attributes what the heading says by key: {@code label}, {@code plural}, {@code prefix},
 *     {@code records} and what the dialect needs
 * @param fields in the order in which the system lists them
 */
public record ObjectDef(String name, Map<String, String> attributes, List<FieldDef> fields) {

  public ObjectDef {
    attributes = Map.copyOf(attributes);
    fields = List.copyOf(fields);
  }

  public String attribute(String key, String otherwise) {
    return attributes.getOrDefault(key, otherwise);
  }

  public String label() {
    return attribute("label", name);
  }

  public String plural() {
    return attribute("plural", label() + "s");
  }

  /** How many records the object has. */
  public int records() {
    return Integer.parseInt(attribute("records", "40"));
  }

  public boolean flag(String word) {
    return (" " + attribute("flags", "") + " ").contains(" " + word + " ");
  }

  /** The field with this API name in any case, as query languages read it. */
  public Optional<FieldDef> field(String fieldName) {
    return fields.stream().filter(f -> f.name().equalsIgnoreCase(fieldName)).findFirst();
  }

  /**
   * This object with another definition of the same name laid over it: attributes replace, fields
   * that exist are amended, those marked as removed go, new ones come last.
   */
  ObjectDef with(Map<String, String> otherAttributes, List<Change> changes) {
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.putAll(otherAttributes);
    List<FieldDef> result = new ArrayList<>(fields);
    for (Change change : changes) {
      switch (change) {
        case Change.Add(FieldDef field) -> {
          result.removeIf(f -> f.name().equals(field.name()));
          result.add(field);
        }
        case Change.Amend(String field, Map<String, String> values) ->
            result.replaceAll(f -> f.name().equals(field) ? f.amended(values) : f);
        case Change.Remove(String field) -> result.removeIf(f -> f.name().equals(field));
      }
    }
    return new ObjectDef(name, all, result);
  }

  /** What one line of a definition file does to an object. */
  sealed interface Change {
    record Add(FieldDef field) implements Change {}

    record Amend(String field, Map<String, String> values) implements Change {}

    record Remove(String field) implements Change {}
  }
}
