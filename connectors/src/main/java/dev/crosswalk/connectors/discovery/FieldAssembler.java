package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Added;
import dev.crosswalk.connectors.plugin.Plugins;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins what metadata, requests and the definition itself say of an object's fields. */
final class FieldAssembler {
  private final ConnectorDefinition definition;
  private final FieldMapper mapper;

  FieldAssembler(ConnectorDefinition definition, FieldMapper mapper) {
    this.definition = definition;
    this.mapper = mapper;
  }

  /** The attributes by the field's name; what comes later wins where it says anything. */
  Map<String, Map<String, @Nullable Object>> joined(
      ObjectItem object, List<List<Map<String, @Nullable Object>>> lists) {
    Map<String, Map<String, @Nullable Object>> fields = new LinkedHashMap<>();
    for (List<Map<String, @Nullable Object>> list : lists) {
      for (Map<String, @Nullable Object> field : list) {
        join(fields, field);
      }
    }
    for (Added added : definition.fields().add()) {
      boolean here = added.objects().isEmpty() || added.objects().contains(object.name());
      String name = String.valueOf(added.attributes().get("name"));
      if (here && !(added.onlyIfMissing() && fields.containsKey(name))) {
        join(fields, added.attributes());
      }
    }
    List<String> required = object.required();
    fields.forEach((name, field) -> {
      if (required != null) {
        field.put("required", required.contains(name));
      }
      if (object.primaryKey().size() == 1 && object.primaryKey().contains(name)) {
        field.put("primaryKey", true);
      }
    });
    return fields;
  }

  private static void join(
      Map<String, Map<String, @Nullable Object>> fields, Map<String, @Nullable Object> field) {
    String name = Attributes.text(field, "name");
    if (name == null) {
      return;
    }
    Map<String, @Nullable Object> before = fields.get(name);
    if (before == null) {
      fields.put(name, new HashMap<>(field));
      return;
    }
    // A type of a later source stands for itself: the earlier one's would win over its native word.
    if (field.get("native") != null && field.get("type") == null) {
      before.remove("type");
    }
    // What is described after all is no longer a guess.
    if (field.get("native") != null || field.get("type") != null) {
      before.remove(FieldMapper.WARNINGS);
    }
    field.forEach((key, value) -> {
      if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
        before.put(key, value);
      }
    });
  }

  /**
   * @param byId names of objects by their ids, for references that give ids
   */
  SchemaObject object(
      ObjectItem object,
      Iterable<Map<String, @Nullable Object>> attributes,
      Map<String, String> byId) {
    List<Field> fields = new ArrayList<>();
    for (Map<String, @Nullable Object> each : attributes) {
      Field field = mapper.field(each);
      if (field != null) {
        fields.add(
            field.toBuilder()
                .references(field.references().stream().map(r -> byId.getOrDefault(r, r)).toList())
                .build());
      }
    }
    List<Field> changed = fields;
    for (String name : definition.fields().postprocess()) {
      FieldPostprocessor step = Plugins.fieldPostprocessors().get(name);
      changed = step == null ? changed : step.apply(changed);
    }
    return object.with(changed);
  }
}
