package dev.crosswalk.connectors.plugin.openapi;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field that an importer made, in the words of definitions. */
final class FieldAttributes {
  private FieldAttributes() {}

  static Map<String, @Nullable Object> of(Field field) {
    Map<String, @Nullable Object> map = new HashMap<>();
    map.put("name", field.name());
    map.put("native", field.nativeType());
    map.put("type", field.type().word());
    map.put("label", field.label());
    map.put("description", field.description());
    map.put("required", field.required());
    map.put("readOnly", field.readOnly());
    map.put("deprecated", field.deprecated());
    map.put("length", field.length());
    map.put("multiple", field.multiple());
    map.put("restricted", field.restricted());
    map.put("references", field.references());
    map.put("partOf", field.partOf());
    map.put("default", field.defaultValue());
    map.put("values", values(field.values()));
    return map;
  }

  private static List<Map<String, @Nullable Object>> values(List<PicklistValue> values) {
    List<Map<String, @Nullable Object>> list = new ArrayList<>();
    for (PicklistValue value : values) {
      Map<String, @Nullable Object> map = new HashMap<>();
      map.put("value", value.value());
      map.put("label", value.label());
      list.add(map);
    }
    return list;
  }
}
