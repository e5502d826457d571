package dev.crosswalk.engine.export;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of an object's records: the fields of the model, as objects in objects. */
final class RecordSchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String TIME = "^[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?$";

  private final SchemaObject object;
  private final Map<String, String> gaps = new TreeMap<>();

  RecordSchema(SchemaObject object) {
    this.object = object;
  }

  /** What JSON Schema cannot demand, by field; complete after {@link #schema}. */
  Map<String, String> gaps() {
    return gaps;
  }

  /**
   * @param comment what wrote it
   */
  Map<String, Object> schema(String comment) {
    Node root = new Node();
    object.fields().forEach(field -> root.put(names(field.name()), field));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("$comment", comment);
    schema.put("title", object.shown());
    schema.putAll(root.object());
    return schema;
  }

  private static List<String> names(String field) {
    try {
      return FieldPath.parse(field).names();
    } catch (IllegalArgumentException e) {
      return List.of(field);
    }
  }

  /** A field, an object of fields, or both where a compound field stands beside its parts. */
  private final class Node {
    private final Map<String, Node> parts = new LinkedHashMap<>();
    private Map<String, Object> own = Map.of();
    private boolean required;

    void put(List<String> names, Field field) {
      Node part = parts.computeIfAbsent(names.get(0), n -> new Node());
      part.required |= field.isRequired();
      if (names.size() == 1) {
        part.own = value(field);
      } else {
        part.put(names.subList(1, names.size()), field);
      }
    }

    Map<String, Object> schema() {
      if (parts.isEmpty()) {
        return own;
      }
      Map<String, Object> schema = new LinkedHashMap<>(own);
      schema.putAll(object());
      if (!required) {
        schema.put("type", List.of("object", "null"));
      }
      return schema;
    }

    Map<String, Object> object() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "object");
      Map<String, Object> properties = new LinkedHashMap<>();
      parts.forEach((name, part) -> properties.put(name, part.schema()));
      schema.put("properties", properties);
      List<String> needed =
          parts.entrySet().stream()
              .filter(e -> e.getValue().required)
              .map(Map.Entry::getKey)
              .toList();
      if (!needed.isEmpty()) {
        schema.put("required", needed);
      }
      return schema;
    }
  }

  private Map<String, Object> value(Field field) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (field.label() != null) {
      schema.put("title", field.label());
    }
    if (field.description() != null) {
      schema.put("description", field.description());
    }
    Map<String, Object> one = type(field);
    boolean list =
        switch (field.type()) {
          case MULTI_ENUM, STRING_LIST, REFERENCE_LIST -> true;
          default -> Boolean.TRUE.equals(field.multiple());
        };
    if (list) {
      schema.put("type", field.isRequired() ? "array" : List.of("array", "null"));
      schema.put("items", one);
      if (field.isRequired()) {
        schema.put("minItems", 1);
      }
    } else {
      schema.putAll(field.isRequired() ? filled(one) : nullable(one));
    }
    if (field.defaultValue() != null) {
      schema.put("default", typed(field, field.defaultValue()));
    }
    if (field.isReadOnly()) {
      schema.put("readOnly", true);
    }
    if (Boolean.TRUE.equals(field.deprecated())) {
      schema.put("deprecated", true);
    }
    gaps(field);
    return schema;
  }

  private static Map<String, Object> type(Field field) {
    Map<String, Object> type = new LinkedHashMap<>();
    switch (field.type()) {
      case BOOLEAN -> type.put("type", "boolean");
      case INTEGER -> type.put("type", "integer");
      case DECIMAL, MONEY, PERCENT -> type.put("type", "number");
      case EMAIL -> text(type, "email");
      case URL -> text(type, "uri");
      case DATE -> text(type, "date");
      case DATETIME -> text(type, "date-time");
      case TIME -> {
        type.put("type", "string");
        // The format "time" wants an offset, which a time of day has not.
        type.put("pattern", TIME);
      }
      case ID, STRING, TEXT, HTML, PHONE, ENUM, ENUM_OPEN, MULTI_ENUM, STRING_LIST ->
          type.put("type", "string");
      case REFERENCE, REFERENCE_ANY, REFERENCE_LIST ->
          type.put("type", List.of("string", "integer", "object"));
      case COMPOUND, OBJECT, GEO -> type.put("type", "object");
      default -> {}
    }
    if (field.length() != null && "string".equals(type.get("type"))) {
      type.put("maxLength", field.length());
    }
    List<String> values = field.values().stream().map(PicklistValue::value).toList();
    if (field.isClosed()) {
      type.put("enum", values);
    } else if (field.type().isPicklist() && !values.isEmpty()) {
      type.put("examples", values);
    }
    return type;
  }

  private static void text(Map<String, Object> type, String format) {
    type.put("type", "string");
    type.put("format", format);
  }

  /** Records reject a required target that is empty. */
  private static Map<String, Object> filled(Map<String, Object> type) {
    if ("string".equals(type.get("type")) && !type.containsKey("enum")) {
      type.put("minLength", 1);
    }
    return type;
  }

  private static Map<String, Object> nullable(Map<String, Object> type) {
    Object word = type.get("type");
    if (word instanceof String only) {
      type.put("type", List.of(only, "null"));
    } else if (word instanceof List<?> several) {
      List<Object> more = new ArrayList<>(several);
      more.add("null");
      type.put("type", more);
    }
    if (type.get("enum") instanceof List<?> values) {
      List<@Nullable Object> more = new ArrayList<>(values);
      more.add(null);
      type.put("enum", more);
    }
    return type;
  }

  private static Object typed(Field field, String value) {
    try {
      return switch (field.type()) {
        case BOOLEAN -> Boolean.parseBoolean(value);
        case INTEGER, DECIMAL, MONEY, PERCENT -> new BigDecimal(value);
        default -> value;
      };
    } catch (NumberFormatException e) {
      return value;
    }
  }

  private void gaps(Field field) {
    List<String> all = new ArrayList<>();
    if (Boolean.TRUE.equals(field.unique())) {
      all.add("that values are unique");
    }
    if (field.precision() != null || field.scale() != null) {
      all.add("how many digits it keeps");
    }
    if (field.dependsOn() != null) {
      all.add("which values go with those of " + field.dependsOn());
    }
    if (!field.references().isEmpty()) {
      all.add(
          "that the record it refers to exists (" + String.join(", ", field.references()) + ")");
    }
    if (!all.isEmpty()) {
      gaps.put(field.name(), "it does not say " + String.join(", nor ", all));
    }
  }
}
