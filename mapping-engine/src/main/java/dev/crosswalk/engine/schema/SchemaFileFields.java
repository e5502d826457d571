package dev.crosswalk.engine.schema;

import static dev.crosswalk.engine.schema.SchemaFile.put;

import dev.crosswalk.engine.text.PlainReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The attributes of one field in a schema file. */
final class SchemaFileFields {

  private SchemaFileFields() {}

  static final List<String> KEYS =
      List.of(
          "label",
          "type",
          "native",
          "description",
          "group",
          "custom",
          "required",
          "readOnly",
          "createOnly",
          "unique",
          "externalId",
          "calculated",
          "deprecated",
          "hidden",
          "length",
          "precision",
          "scale",
          "multiple",
          "values",
          "restricted",
          "dependsOn",
          "references",
          "relationship",
          "partOf",
          "default",
          "samples",
          "warnings");

  private static final List<String> TYPES =
      Stream.of(FieldType.values()).map(FieldType::word).toList();

  static Field read(
      PlainReader reader, String name, Map<String, @Nullable Object> map, List<String> path) {
    reader.known(map, path, KEYS);
    if (!map.containsKey("type")) {
      reader.required(map, path, "type");
    }
    String word = reader.word(map, path, "type", TYPES);
    FieldType type = word == null ? FieldType.ANY : FieldType.ofWord(word).orElse(FieldType.ANY);
    return Field.builder(name, type)
        .label(reader.text(map, path, "label"))
        .nativeType(reader.text(map, path, "native"))
        .description(reader.text(map, path, "description"))
        .group(reader.text(map, path, "group"))
        .custom(reader.flag(map, path, "custom"))
        .required(reader.flag(map, path, "required"))
        .readOnly(reader.flag(map, path, "readOnly"))
        .createOnly(reader.flag(map, path, "createOnly"))
        .unique(reader.flag(map, path, "unique"))
        .externalId(reader.flag(map, path, "externalId"))
        .calculated(reader.flag(map, path, "calculated"))
        .deprecated(reader.flag(map, path, "deprecated"))
        .hidden(reader.flag(map, path, "hidden"))
        .length(reader.whole(map, path, "length"))
        .precision(reader.whole(map, path, "precision"))
        .scale(reader.whole(map, path, "scale"))
        .multiple(reader.flag(map, path, "multiple"))
        .values(values(reader, map, path))
        .restricted(reader.flag(map, path, "restricted"))
        .dependsOn(reader.text(map, path, "dependsOn"))
        .references(reader.texts(map, path, "references"))
        .relationship(reader.text(map, path, "relationship"))
        .partOf(reader.text(map, path, "partOf"))
        .defaultValue(map.get("default") == null ? null : fallback(reader, map, path))
        .samples(reader.texts(map, path, "samples"))
        .warnings(reader.texts(map, path, "warnings"))
        .build();
  }

  private static @Nullable String fallback(
      PlainReader reader, Map<String, @Nullable Object> map, List<String> path) {
    List<String> texts = reader.texts(map, path, "default");
    return texts.isEmpty() ? null : texts.get(0);
  }

  private static List<PicklistValue> values(
      PlainReader reader, Map<String, @Nullable Object> map, List<String> path) {
    List<PicklistValue> values = new ArrayList<>();
    List<@Nullable Object> items = reader.list(map, path, "values");
    for (int i = 0; i < items.size(); i++) {
      Object item = items.get(i);
      List<String> at = PlainReader.child(PlainReader.child(path, "values"), Integer.toString(i));
      if (item instanceof Map<?, ?> raw) {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        raw.forEach((k, v) -> value.put(String.valueOf(k), v));
        reader.known(value, at, SchemaFile.VALUE);
        values.add(
            new PicklistValue(
                value.get("value") == null
                    ? missing(reader, at)
                    : PlainReader.asText(value.get("value")),
                value.get("label") == null ? null : PlainReader.asText(value.get("label")),
                reader.flag(value, at, "active"),
                reader.flag(value, at, "default"),
                reader.texts(value, at, "validFor")));
      } else if (item == null || item instanceof List) {
        missing(reader, at);
      } else {
        values.add(PicklistValue.of(PlainReader.asText(item)));
      }
    }
    return values;
  }

  private static String missing(PlainReader reader, List<String> at) {
    reader.error(
        "picklist-value",
        at,
        "A picklist value has no 'value'.",
        "Write a text, or '{ value: …, label: … }'.");
    return "";
  }

  static Map<String, @Nullable Object> plain(Field field) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    put(map, "label", field.label());
    map.put("type", field.type().word());
    put(map, "native", field.nativeType());
    put(map, "description", field.description());
    put(map, "group", field.group());
    put(map, "custom", field.custom());
    put(map, "required", field.required());
    put(map, "readOnly", field.readOnly());
    put(map, "createOnly", field.createOnly());
    put(map, "unique", field.unique());
    put(map, "externalId", field.externalId());
    put(map, "calculated", field.calculated());
    put(map, "deprecated", field.deprecated());
    put(map, "hidden", field.hidden());
    put(map, "length", field.length());
    put(map, "precision", field.precision());
    put(map, "scale", field.scale());
    put(map, "multiple", field.multiple());
    list(map, "values", field.values().stream().map(SchemaFileFields::plain).toList());
    put(map, "restricted", field.restricted());
    put(map, "dependsOn", field.dependsOn());
    list(map, "references", field.references());
    put(map, "relationship", field.relationship());
    put(map, "partOf", field.partOf());
    put(map, "default", field.defaultValue());
    list(map, "samples", field.samples());
    list(map, "warnings", field.warnings());
    return map;
  }

  private static Map<String, @Nullable Object> plain(PicklistValue value) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("value", value.value());
    put(map, "label", value.label());
    put(map, "active", value.active());
    put(map, "default", value.isDefault());
    list(map, "validFor", value.validFor());
    return map;
  }

  private static void list(Map<String, @Nullable Object> map, String key, List<?> list) {
    if (!list.isEmpty()) {
      map.put(key, list);
    }
  }
}
