package dev.crosswalk.connectors.plugin.salesforce;

import dev.crosswalk.connectors.discovery.FieldPostprocessor;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns {@code validFor} of Salesforce's picklist values into the values of the controlling field.
 * It is a base64 bitmap over them, most significant bit first, and JSONata has no bit operations
 * (SOAP API Developer Guide, "PicklistEntry").
 */
public final class DependentPicklists implements FieldPostprocessor {

  @Override
  public List<Field> apply(List<Field> fields) {
    Map<String, Field> byName = new HashMap<>();
    fields.forEach(f -> byName.put(f.name(), f));
    List<Field> result = new ArrayList<>();
    for (Field field : fields) {
      boolean dependent = field.values().stream().anyMatch(v -> !v.validFor().isEmpty());
      result.add(dependent ? resolved(field, byName) : field);
    }
    return result;
  }

  private static Field resolved(Field field, Map<String, Field> byName) {
    Field controller = field.dependsOn() == null ? null : byName.get(field.dependsOn());
    List<String> controlling =
        controller == null
            ? List.of()
            : controller.type() == FieldType.BOOLEAN
                ? List.of("false", "true")
                : controller.values().stream().map(PicklistValue::value).toList();
    List<PicklistValue> values = new ArrayList<>();
    for (PicklistValue value : field.values()) {
      values.add(
          new PicklistValue(
              value.value(),
              value.label(),
              value.active(),
              value.isDefault(),
              value.validFor().isEmpty()
                  ? List.of()
                  : decode(value.validFor().get(0), controlling)));
    }
    return field.toBuilder().values(values).build();
  }

  static List<String> decode(String bitmap, List<String> controlling) {
    byte[] bits;
    try {
      bits = Base64.getDecoder().decode(bitmap);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
    List<String> valid = new ArrayList<>();
    for (int i = 0; i < controlling.size() && i / 8 < bits.length; i++) {
      if ((bits[i / 8] & (0x80 >> (i % 8))) != 0) {
        valid.add(controlling.get(i));
      }
    }
    return valid;
  }
}
