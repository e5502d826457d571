package dev.crosswalk.engine.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of objects, each with a list of fields, as scripts dump them: {@code [{name, label,
 * description, fields: [{name, label, type, description, picklist, samples, required, custom}]}]}.
 * Only the names must be there, and a field may be its name alone; {@code readOnly}, {@code
 * unique}, {@code group}, {@code partOf}, {@code references} and {@code relationship} are read as
 * in our own files. Of fields with the same name the first counts.
 */
final class FieldListReader {
  private static final String NEXT =
      "Give each object a 'name' and 'fields', and each field a 'name'.";

  private final String file;

  FieldListReader(String file) {
    this.file = file;
  }

  /** Whether this looks like such a list. */
  static boolean fits(List<?> list) {
    return !list.isEmpty()
        && list.get(0) instanceof Map<?, ?> first
        && first.get("fields") instanceof List;
  }

  /**
   * @param objects the list
   * @param system name of the system; the file's own where the list does not say
   */
  Schema read(List<?> objects, String system) {
    List<SchemaObject> out = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      Map<String, Object> object = SchemaNodes.strings(objects.get(i));
      String name = SchemaNodes.text(object, "name");
      if (name == null) {
        throw problem("Object " + (i + 1) + " of the list has no name");
      }
      if (!(object.get("fields") instanceof List<?> fields)) {
        throw problem("The object '" + name + "' has no list of fields");
      }
      out.add(
          new SchemaObject(
              name,
              SchemaNodes.text(object, "label"),
              SchemaNodes.text(object, "plural"),
              SchemaNodes.text(object, "description"),
              flag(object, "custom"),
              null,
              null,
              fields(name, fields)));
    }
    return Schema.of(system, out);
  }

  private List<Field> fields(String object, List<?> list) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      Map<String, Object> field =
          list.get(i) instanceof String only
              ? Map.of("name", only)
              : SchemaNodes.strings(list.get(i));
      String name = SchemaNodes.text(field, "name");
      if (name == null) {
        throw problem("Field " + (i + 1) + " of the object '" + object + "' has no name");
      }
      String word = SchemaNodes.text(field, "type");
      List<PicklistValue> values = values(field);
      fields.putIfAbsent(
          name,
          Field.builder(name, TypeWords.type(word, !values.isEmpty()))
              .nativeType(word)
              .label(SchemaNodes.text(field, "label"))
              .description(SchemaNodes.text(field, "description"))
              .custom(flag(field, "custom"))
              .required(flag(field, "required"))
              .readOnly(flag(field, "readOnly"))
              .unique(flag(field, "unique"))
              .group(SchemaNodes.text(field, "group"))
              .partOf(SchemaNodes.text(field, "partOf"))
              .references(SchemaNodes.texts(field.get("references")))
              .relationship(SchemaNodes.text(field, "relationship"))
              .values(values)
              .samples(SchemaNodes.texts(field.get("samples")))
              .build());
    }
    return List.copyOf(fields.values());
  }

  /** Values as plain texts, or with labels; under {@code picklist} or {@code values}. */
  private static List<PicklistValue> values(Map<String, Object> field) {
    Object list = field.containsKey("picklist") ? field.get("picklist") : field.get("values");
    List<PicklistValue> out = new ArrayList<>();
    if (list instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?>) {
          Map<String, Object> value = SchemaNodes.strings(item);
          Object own = value.get("value");
          if (own != null) {
            out.add(
                new PicklistValue(
                    own.toString(), SchemaNodes.text(value, "label"), null, null, List.of()));
          }
        } else if (item != null) {
          out.add(PicklistValue.of(item.toString()));
        }
      }
    }
    return out;
  }

  private static @Nullable Boolean flag(Map<String, Object> map, String key) {
    return map.get(key) instanceof Boolean b ? b : null;
  }

  private RuntimeException problem(String what) {
    return SchemaImport.problem(file, 0, what, NEXT);
  }
}
