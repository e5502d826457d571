package dev.crosswalk.engine.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a JSON Schema document with {@code $ref} and {@code allOf} taken up. Only references
 * inside the same document are followed.
 */
final class SchemaNodes {
  private static final int DEEPEST_REF = 30;

  private final Map<?, ?> root;
  private final String file;

  SchemaNodes(Map<?, ?> root, String file) {
    this.root = root;
    this.file = file;
  }

  /** The node itself, or what its reference points at; siblings of the reference win. */
  Map<String, Object> resolve(Object node) {
    Map<String, Object> out = strings(node);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < DEEPEST_REF && out.get("$ref") instanceof String ref; i++) {
      if (!seen.add(ref)) {
        throw SchemaImport.problem(
            file, 0, "'" + ref + "' refers to itself and nothing else", "Mend the reference.");
      }
      Map<String, Object> merged = new LinkedHashMap<>(strings(at(ref)));
      out.remove("$ref");
      merged.putAll(out);
      out = merged;
    }
    return out;
  }

  private Object at(String ref) {
    if (!ref.startsWith("#")) {
      throw SchemaImport.problem(
          file,
          0,
          "'" + ref + "' points outside the file, which the importer does not follow",
          "Bundle the schema into one file first.");
    }
    Object here = root;
    for (String key : ref.substring(1).split("/")) {
      if (key.isEmpty()) {
        continue;
      }
      String name = key.replace("~1", "/").replace("~0", "~").replace("%20", " ");
      here = here instanceof Map<?, ?> map ? map.get(name) : null;
    }
    if (here == null) {
      throw SchemaImport.problem(
          file, 0, "'" + ref + "' is referred to but not in the file", "Add it or mend the name.");
    }
    return here;
  }

  /** The last part of a reference, which is the name of the object; null where there is none. */
  static @Nullable String refName(Object node) {
    return node instanceof Map<?, ?> map && map.get("$ref") instanceof String ref
        ? ref.substring(ref.lastIndexOf('/') + 1)
        : null;
  }

  /** The node with the properties and required names of all its {@code allOf} parts. */
  Map<String, Object> flat(Object node) {
    return flat(node, new HashSet<>(), 0);
  }

  private Map<String, Object> flat(Object node, Set<String> path, int depth) {
    String ref = refName(node);
    if (depth > DEEPEST_REF || (ref != null && !path.add(ref))) {
      return Map.of();
    }
    Map<String, Object> out = resolve(node);
    if (out.get("allOf") instanceof List<?> parts) {
      Map<String, Object> properties = new LinkedHashMap<>();
      Set<String> required = new LinkedHashSet<>();
      Map<String, Object> merged = new LinkedHashMap<>();
      for (Object part : parts) {
        Map<String, Object> one = flat(part, path, depth + 1);
        properties.putAll(strings(one.get("properties")));
        required.addAll(texts(one.get("required")));
        merged.putAll(one);
      }
      properties.putAll(strings(out.get("properties")));
      required.addAll(texts(out.get("required")));
      merged.putAll(out);
      merged.remove("allOf");
      if (!properties.isEmpty()) {
        merged.put("properties", properties);
      }
      merged.put("required", new ArrayList<>(required));
      out = merged;
    }
    if (ref != null) {
      path.remove(ref);
    }
    return out;
  }

  /** A map with string keys; empty where the node is no map. */
  static Map<String, Object> strings(@Nullable Object node) {
    Map<String, Object> out = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> {
        if (value != null) {
          out.put(String.valueOf(key), value);
        }
      });
    }
    return out;
  }

  /** The texts of a list; empty where the node is no list. */
  static List<String> texts(@Nullable Object node) {
    List<String> out = new ArrayList<>();
    if (node instanceof List<?> list) {
      for (Object item : list) {
        if (item != null && !(item instanceof Map) && !(item instanceof List)) {
          out.add(item.toString());
        }
      }
    }
    return out;
  }

  static @Nullable String text(Map<String, Object> node, String key) {
    Object value = node.get(key);
    return value instanceof String s && !s.isBlank() ? s.strip() : null;
  }
}
