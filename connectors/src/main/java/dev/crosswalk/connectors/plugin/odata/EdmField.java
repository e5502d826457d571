package dev.crosswalk.connectors.plugin.odata;

import dev.crosswalk.engine.schema.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One property as attributes of a field. Defaults of {@code sap:} attributes are true. */
final class EdmField {
  private static final int LONG = 1000;

  private final Edm edm;
  private final Edm.Structured owner;
  private final Edm.Property property;
  private final Map<String, Object> annotations;

  EdmField(Edm edm, Edm.Structured owner, Edm.Property property) {
    this.edm = edm;
    this.owner = owner;
    this.property = property;
    this.annotations = new HashMap<>(property.annotations());
    annotations.putAll(
        edm.annotations.getOrDefault(owner.name() + "/" + property.name(), Map.of()));
  }

  Map<String, @Nullable Object> attributes() {
    Map<String, @Nullable Object> field = new HashMap<>();
    List<Map<String, @Nullable Object>> values = values();
    field.put(
        "native", property.collection() ? "Collection(" + property.type() + ")" : property.type());
    field.put("type", type(!values.isEmpty()).word());
    field.put("label", text(property.sap().get("label"), "Label"));
    field.put(
        "description",
        text(property.sap().get("quickinfo"), "QuickInfo", "Description", "LongDescription"));
    field.put("length", property.maxLength());
    boolean number = property.type().equals("Edm.Decimal");
    field.put("precision", number ? property.precision() : null);
    field.put("scale", number ? property.scale() : null);
    field.put("default", property.defaultValue());
    field.put("multiple", property.collection() ? true : null);
    field.put("values", values.isEmpty() ? null : values);
    field.put(
        "restricted",
        edm.enumerations.containsKey(property.type()) || isTrue("ValueListWithFixedValues")
            ? true
            : null);
    field.put(
        "hidden", isTrue("Hidden") || "false".equals(property.sap().get("visible")) ? true : null);
    writing(field);
    return field;
  }

  private @Nullable Object text(@Nullable String first, String... terms) {
    if (first != null) {
      return first;
    }
    for (String term : terms) {
      if (annotations.get(term) instanceof String text && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  private boolean isTrue(String term) {
    return Boolean.TRUE.equals(annotations.get(term));
  }

  private boolean controlled(String how) {
    return String.valueOf(annotations.get("FieldControl")).endsWith(how);
  }

  private void writing(Map<String, @Nullable Object> field) {
    boolean computed = isTrue("Computed");
    boolean immutable = isTrue("Immutable");
    String permission = String.valueOf(annotations.get("Permissions"));
    Boolean creatable = flag("creatable");
    Boolean updatable = flag("updatable");
    boolean sap = !property.sap().isEmpty();
    if (computed
        || controlled("ReadOnly")
        || permission.endsWith("/Read")
        || permission.equals("Read")
        || (Boolean.FALSE.equals(creatable) && Boolean.FALSE.equals(updatable))) {
      field.put("readOnly", true);
    } else if (sap || immutable) {
      field.put("readOnly", false);
      field.put(
          "createOnly",
          immutable || (Boolean.FALSE.equals(updatable) && !Boolean.FALSE.equals(creatable)));
    }
    boolean filledIn =
        computed || isTrue("ComputedDefaultValue") || property.defaultValue() != null;
    field.put(
        "required",
        controlled("Mandatory")
            || (Boolean.FALSE.equals(property.nullable())
                && !filledIn
                && !property.collection()
                && !Boolean.FALSE.equals(creatable)));
  }

  private @Nullable Boolean flag(String name) {
    String text = property.sap().get(name);
    return text == null ? null : Boolean.valueOf(text);
  }

  private List<Map<String, @Nullable Object>> values() {
    List<Map<String, @Nullable Object>> values = new ArrayList<>();
    Edm.Enumeration enumeration = edm.enumerations.get(property.type());
    if (enumeration != null) {
      enumeration
          .members()
          .keySet()
          .forEach(m -> values.add(value(m, enumeration.labels().get(m))));
    } else if (annotations.get("AllowedValues") instanceof List<?> allowed) {
      for (Object each : allowed) {
        if (each instanceof Map<?, ?> record && record.get("Value") != null) {
          Object label = record.get("@Description");
          values.add(
              value(
                  String.valueOf(record.get("Value")),
                  label == null ? record.get("@SymbolicName") : label));
        }
      }
    }
    return values;
  }

  private static Map<String, @Nullable Object> value(String value, @Nullable Object label) {
    Map<String, @Nullable Object> map = new HashMap<>();
    map.put("value", value);
    map.put("label", label);
    return map;
  }

  private FieldType type(boolean listed) {
    String type = edm.definitions.getOrDefault(property.type(), property.type());
    Edm.Enumeration enumeration = edm.enumerations.get(type);
    if (enumeration != null) {
      return property.collection() || enumeration.flags() ? FieldType.MULTI_ENUM : FieldType.ENUM;
    }
    if (property.collection()) {
      return listed
          ? FieldType.MULTI_ENUM
          : type.equals("Edm.String") ? FieldType.STRING_LIST : FieldType.JSON;
    }
    if (edm.structured.containsKey(type)) {
      return FieldType.COMPOUND;
    }
    if (listed
        || isTrue("ValueListWithFixedValues")
        || "fixed-values".equals(property.sap().get("value-list"))) {
      return FieldType.ENUM;
    }
    return switch (type) {
      case "Edm.String" -> ofText();
      case "Edm.Guid" -> FieldType.ID;
      case "Edm.Boolean" -> FieldType.BOOLEAN;
      case "Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64" -> FieldType.INTEGER;
      case "Edm.Decimal" -> money() ? FieldType.MONEY : FieldType.DECIMAL;
      case "Edm.Single", "Edm.Double" -> FieldType.DECIMAL;
      case "Edm.Date" -> FieldType.DATE;
      case "Edm.DateTime" ->
          "Date".equals(property.sap().get("display-format")) ? FieldType.DATE : FieldType.DATETIME;
      case "Edm.DateTimeOffset" -> FieldType.DATETIME;
      case "Edm.TimeOfDay", "Edm.Time" -> FieldType.TIME;
      case "Edm.Duration" -> FieldType.STRING;
      case "Edm.Binary", "Edm.Stream" -> FieldType.BINARY;
      default -> type.startsWith("Edm.Geo") ? FieldType.GEO : FieldType.ANY;
    };
  }

  private FieldType ofText() {
    String semantics = property.sap().getOrDefault("semantics", "");
    if (semantics.startsWith("email") || isTrue("IsEmailAddress")) {
      return FieldType.EMAIL;
    }
    if (semantics.startsWith("tel") || isTrue("IsPhoneNumber")) {
      return FieldType.PHONE;
    }
    if (semantics.startsWith("url") || isTrue("IsURL")) {
      return FieldType.URL;
    }
    Integer length = property.maxLength();
    boolean isLong = (length != null && length > LONG) || isTrue("MultiLineText");
    return isLong ? FieldType.TEXT : FieldType.STRING;
  }

  private boolean money() {
    if (annotations.containsKey("ISOCurrency")) {
      return true;
    }
    String unit = property.sap().get("unit");
    return unit != null
        && owner.properties().stream()
            .noneMatch(
                p -> p.name().equals(unit) && "unit-of-measure".equals(p.sap().get("semantics")));
  }
}
