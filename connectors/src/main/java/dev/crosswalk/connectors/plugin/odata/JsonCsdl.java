package dev.crosswalk.connectors.plugin.odata;

import dev.crosswalk.connectors.discovery.MetadataParser.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads CSDL in JSON (OData CSDL JSON Representation 4.01). */
final class JsonCsdl {
  private final Edm edm = new Edm();

  private JsonCsdl() {}

  static Edm read(Map<?, ?> document) {
    if (!document.containsKey("$Version")) {
      throw new Unreadable("the JSON has no $Version");
    }
    JsonCsdl reader = new JsonCsdl();
    Map<String, Map<String, Object>> schemas = new LinkedHashMap<>();
    document.forEach((key, value) -> {
      String name = String.valueOf(key);
      if (!name.startsWith("$") && value instanceof Map<?, ?> map) {
        schemas.put(name, strings(map));
      }
    });
    schemas.forEach((namespace, schema) -> {
      if (schema.get("$Alias") instanceof String alias) {
        reader.edm.aliases.put(alias, namespace);
      }
    });
    schemas.forEach(reader::schema);
    return reader.edm;
  }

  private static Map<String, Object> strings(@Nullable Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> raw) {
      raw.forEach((k, v) -> {
        if (v != null) {
          map.put(String.valueOf(k), v);
        }
      });
    }
    return map;
  }

  private void schema(String namespace, Map<String, Object> schema) {
    schema.forEach((key, value) -> {
      Map<String, Object> item = strings(value);
      String name = namespace + "." + key;
      switch (String.valueOf(item.get("$Kind"))) {
        case "EntityType", "ComplexType" -> edm.structured.put(name, structured(name, item));
        case "EnumType" -> edm.enumerations.put(name, enumeration(name, item));
        case "TypeDefinition" ->
            edm.definitions.put(name, edm.qualified(String.valueOf(item.get("$UnderlyingType"))));
        case "EntityContainer" -> container(item);
        default -> {}
      }
    });
    strings(schema.get("$Annotations"))
        .forEach((target, terms) ->
            edm.annotations
                .computeIfAbsent(target(target), t -> new LinkedHashMap<>())
                .putAll(annotations(strings(terms))));
  }

  private String target(String target) {
    int slash = target.indexOf('/');
    return slash < 0
        ? edm.qualified(target)
        : edm.qualified(target.substring(0, slash)) + target.substring(slash);
  }

  private void container(Map<String, Object> container) {
    container.forEach((name, value) -> {
      Map<String, Object> set = strings(value);
      if (Boolean.TRUE.equals(set.get("$Collection")) && set.get("$Type") instanceof String type) {
        Map<String, String> bindings = new LinkedHashMap<>();
        strings(set.get("$NavigationPropertyBinding"))
            .forEach((path, target) -> bindings.put(path, String.valueOf(target)));
        edm.sets.add(
            new Edm.EntitySet(name, edm.qualified(type), bindings, Map.of(), annotations(set)));
      }
    });
  }

  private Edm.Structured structured(String name, Map<String, Object> type) {
    List<String> keys = new ArrayList<>();
    if (type.get("$Key") instanceof List<?> list) {
      for (Object key : list) {
        keys.add(
            key instanceof Map<?, ?> alias
                ? String.valueOf(alias.values().iterator().next())
                : String.valueOf(key));
      }
    }
    List<Edm.Property> properties = new ArrayList<>();
    List<Edm.Navigation> navigations = new ArrayList<>();
    type.forEach((key, value) -> {
      if (key.startsWith("$") || key.startsWith("@") || !(value instanceof Map)) {
        return;
      }
      Map<String, Object> item = strings(value);
      if ("NavigationProperty".equals(item.get("$Kind"))) {
        navigations.add(navigation(key, item));
      } else {
        properties.add(property(key, item));
      }
    });
    return new Edm.Structured(
        name,
        type.get("$BaseType") instanceof String base ? edm.qualified(base) : null,
        keys,
        properties,
        navigations,
        annotations(type));
  }

  private Edm.Property property(String name, Map<String, Object> p) {
    return new Edm.Property(
        name,
        edm.qualified(p.get("$Type") instanceof String type ? type : "Edm.String"),
        Boolean.TRUE.equals(p.get("$Collection")),
        Boolean.TRUE.equals(p.get("$Nullable")),
        number(p.get("$MaxLength")),
        number(p.get("$Precision")),
        number(p.get("$Scale")),
        p.get("$DefaultValue") == null ? null : String.valueOf(p.get("$DefaultValue")),
        Map.of(),
        annotations(p));
  }

  private static @Nullable Integer number(@Nullable Object value) {
    return value instanceof Number n ? Integer.valueOf(n.intValue()) : null;
  }

  private Edm.Navigation navigation(String name, Map<String, Object> n) {
    Map<String, String> constraints = new LinkedHashMap<>();
    strings(n.get("$ReferentialConstraint"))
        .forEach((ours, theirs) -> {
          if (!ours.startsWith("@") && !ours.contains("@")) {
            constraints.put(String.valueOf(theirs), ours);
          }
        });
    return new Edm.Navigation(
        name,
        edm.qualified(String.valueOf(n.get("$Type"))),
        Boolean.TRUE.equals(n.get("$Collection")),
        constraints,
        Map.of(),
        annotations(n));
  }

  private Edm.Enumeration enumeration(String name, Map<String, Object> type) {
    Map<String, String> members = new LinkedHashMap<>();
    Map<String, String> labels = new LinkedHashMap<>();
    type.forEach((key, value) -> {
      int at = key.indexOf('@');
      if (at > 0) {
        String term = Edm.term(key.substring(at + 1));
        if (term.equals("Label") || term.equals("Description")) {
          labels.putIfAbsent(key.substring(0, at), String.valueOf(value));
        }
      } else if (at < 0 && !key.startsWith("$")) {
        members.put(key, String.valueOf(value));
      }
    });
    return new Edm.Enumeration(name, members, labels, Boolean.TRUE.equals(type.get("$IsFlags")));
  }

  private static Map<String, Object> annotations(Map<String, Object> of) {
    Map<String, Object> annotations = new LinkedHashMap<>();
    of.forEach((key, value) -> {
      if (key.startsWith("@") && key.indexOf('@', 1) < 0) {
        annotations.put(Edm.term(key.substring(1)), value(value));
      }
    });
    return annotations;
  }

  /** Terms inside records are kept by their last word too. */
  private static Object value(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(v -> value((Object) v)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> record = new LinkedHashMap<>();
      strings(map)
          .forEach((k, v) ->
              record.put(k.startsWith("@") ? "@" + Edm.term(k.substring(1)) : k, value(v)));
      return record;
    }
    return value;
  }
}
