package dev.crosswalk.engine.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the properties of a JSON Schema into fields. Parts of nested objects become fields with a
 * dotted name; an object with an id of its own becomes a reference.
 */
final class JsonSchemaFields {
  private static final int DEEPEST = 5;

  private final SchemaNodes nodes;

  JsonSchemaFields(SchemaNodes nodes) {
    this.nodes = nodes;
  }

  /** The fields of an object node, in its order. */
  List<Field> of(Map<String, Object> object) {
    List<Field> out = new ArrayList<>();
    add(out, object, "", null, new HashSet<>(), 0);
    return out;
  }

  private void add(
      List<Field> out,
      Map<String, Object> object,
      String prefix,
      @Nullable String partOf,
      Set<String> path,
      int depth) {
    List<String> required = SchemaNodes.texts(object.get("required"));
    Map<String, Object> properties = SchemaNodes.strings(object.get("properties"));
    for (var property : properties.entrySet()) {
      if (out.size() > SchemaImport.MOST) {
        return;
      }
      String name = prefix + property.getKey();
      Object raw = unwrap(property.getValue());
      String ref = SchemaNodes.refName(raw);
      Map<String, Object> node = nodes.flat(raw);
      Map<String, Object> inner = SchemaNodes.strings(node.get("properties"));
      Boolean must = required.isEmpty() ? null : required.contains(property.getKey());
      boolean entity = ref != null && inner.containsKey("id");
      boolean again = ref != null && path.contains(ref);
      if (!inner.isEmpty() && !entity && !again && depth < DEEPEST) {
        if (ref != null) {
          path.add(ref);
        }
        add(out, node, name + ".", name, path, depth + 1);
        if (ref != null) {
          path.remove(ref);
        }
      } else {
        out.add(field(name, node, entity || again ? ref : null, must, partOf));
      }
    }
  }

  /** The one alternative that is not null, where there is exactly one. */
  private Object unwrap(Object node) {
    if (node instanceof Map<?, ?> map) {
      for (String key : List.of("anyOf", "oneOf")) {
        if (map.get(key) instanceof List<?> options) {
          List<?> real =
              options.stream()
                  .filter(o -> !(o instanceof Map<?, ?> m && "null".equals(m.get("type"))))
                  .toList();
          if (real.size() == 1 && real.get(0) instanceof Map<?, ?> only) {
            return only;
          }
          Object number = numberOrItsText(real);
          if (number != null) {
            Map<String, Object> merged = SchemaNodes.strings(map);
            merged.remove(key);
            merged.putAll(SchemaNodes.strings(number));
            return merged;
          }
        }
      }
      if (map.get("allOf") instanceof List<?> one
          && one.size() == 1
          && !map.containsKey("properties")
          && one.get(0) instanceof Map<?, ?> only
          && only.containsKey("$ref")) {
        return only;
      }
    }
    return node;
  }

  /** The number of a pair of a number and a text, by which APIs say that they may write it so. */
  private static @Nullable Object numberOrItsText(List<?> options) {
    Object number = null;
    for (Object option : options) {
      String word = word(SchemaNodes.strings(option));
      if ("number".equals(word) || "integer".equals(word)) {
        number = option;
      } else if (!"string".equals(word) || SchemaNodes.strings(option).containsKey("enum")) {
        return null;
      }
    }
    return options.size() == 2 ? number : null;
  }

  private Field field(
      String name,
      Map<String, Object> node,
      @Nullable String reference,
      @Nullable Boolean required,
      @Nullable String partOf) {
    List<PicklistValue> values = values(node);
    FieldType type = reference == null ? type(name, node, values) : FieldType.REFERENCE;
    if (values.isEmpty() && type == FieldType.MULTI_ENUM && node.containsKey("items")) {
      values = values(nodes.flat(node.get("items")));
    }
    List<String> samples = new ArrayList<>(SchemaNodes.texts(node.get("examples")));
    Object example = node.get("example");
    if (example != null && !(example instanceof Map) && !(example instanceof List)) {
      samples.add(example.toString());
    }
    Object fallback = node.get("default");
    return Field.builder(name, type)
        .nativeType(nativeType(node))
        .label(SchemaNodes.text(node, "title"))
        .description(SchemaNodes.text(node, "description"))
        .required(required)
        .readOnly(flag(node, "readOnly"))
        .deprecated(flag(node, "deprecated"))
        .length(node.get("maxLength") instanceof Number n ? n.intValue() : null)
        .multiple("array".equals(word(node)) ? true : null)
        .values(values)
        .restricted(type == FieldType.ENUM || type == FieldType.MULTI_ENUM ? true : null)
        .references(reference == null ? List.of() : List.of(reference))
        .partOf(partOf)
        .defaultValue(
            fallback == null || fallback instanceof Map || fallback instanceof List
                ? null
                : fallback.toString())
        .samples(samples)
        .build();
  }

  private static @Nullable Boolean flag(Map<String, Object> node, String key) {
    return node.get(key) instanceof Boolean b ? b : null;
  }

  private static @Nullable String nativeType(Map<String, Object> node) {
    String word = word(node);
    String format = SchemaNodes.text(node, "format");
    return word == null ? format : format == null ? word : word + ":" + format;
  }

  /** The first type word that is not null. */
  private static @Nullable String word(Map<String, Object> node) {
    Object type = node.get("type");
    if (type instanceof String word) {
      return word;
    }
    return SchemaNodes.texts(type).stream().filter(w -> !w.equals("null")).findFirst().orElse(null);
  }

  private static List<PicklistValue> values(Map<String, Object> node) {
    List<PicklistValue> out = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String value : SchemaNodes.texts(node.get("enum"))) {
      if (seen.add(value)) {
        out.add(PicklistValue.of(value));
      }
    }
    Object options = node.containsKey("oneOf") ? node.get("oneOf") : node.get("anyOf");
    if (out.isEmpty() && options instanceof List<?> list) {
      for (Object option : list) {
        Map<String, Object> map = SchemaNodes.strings(option);
        Object value = map.get("const");
        if (value != null && seen.add(value.toString())) {
          out.add(PicklistValue.of(value.toString(), SchemaNodes.text(map, "title")));
        }
      }
    }
    return out;
  }

  private FieldType type(String name, Map<String, Object> node, List<PicklistValue> values) {
    String word = word(node);
    if (!values.isEmpty()) {
      return FieldType.ENUM;
    }
    if (word == null) {
      return node.containsKey("properties") ? FieldType.OBJECT : FieldType.ANY;
    }
    return switch (word) {
      case "boolean" -> FieldType.BOOLEAN;
      case "integer" -> FieldType.INTEGER;
      case "number" -> FieldType.DECIMAL;
      case "array" -> listType(nodes.flat(node.getOrDefault("items", Map.of())));
      case "object" -> FieldType.JSON;
      case "string" -> textType(name, SchemaNodes.text(node, "format"), node.get("maxLength"));
      default -> FieldType.ANY;
    };
  }

  private static FieldType listType(Map<String, Object> items) {
    if (!values(items).isEmpty()) {
      return FieldType.MULTI_ENUM;
    }
    return "string".equals(word(items)) ? FieldType.STRING_LIST : FieldType.JSON;
  }

  private static FieldType textType(
      String name, @Nullable String format, @Nullable Object maxLength) {
    boolean id = name.equals("id");
    if (format == null) {
      boolean isLong = maxLength instanceof Number n && n.intValue() > 1000;
      return id ? FieldType.ID : isLong ? FieldType.TEXT : FieldType.STRING;
    }
    return switch (format) {
      case "email", "idn-email" -> FieldType.EMAIL;
      case "uri", "url", "iri", "uri-reference" -> FieldType.URL;
      case "phone", "e164" -> FieldType.PHONE;
      case "date" -> FieldType.DATE;
      case "date-time" -> FieldType.DATETIME;
      case "time" -> FieldType.TIME;
      case "byte", "binary" -> FieldType.BINARY;
      case "uuid" -> id ? FieldType.ID : FieldType.STRING;
      default -> id ? FieldType.ID : FieldType.STRING;
    };
  }
}
