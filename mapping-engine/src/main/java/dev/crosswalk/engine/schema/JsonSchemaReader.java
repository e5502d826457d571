package dev.crosswalk.engine.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON Schema (drafts 4 to 2020-12): the top object, or else its definitions. */
final class JsonSchemaReader {
  private final Map<?, ?> root;
  private final String file;
  private final SchemaNodes nodes;

  JsonSchemaReader(Map<?, ?> root, String file) {
    this.root = root;
    this.file = file;
    this.nodes = new SchemaNodes(root, file);
  }

  Schema read() {
    JsonSchemaFields fields = new JsonSchemaFields(nodes);
    List<SchemaObject> objects = new ArrayList<>();
    Map<String, Object> top = nodes.flat(root);
    if ("array".equals(top.get("type")) && top.containsKey("items")) {
      top = nodes.flat(top.get("items"));
    }
    String base = SchemaImport.baseName(file);
    if (!SchemaNodes.strings(top.get("properties")).isEmpty()) {
      objects.add(object(SchemaNodes.text(top, "title"), base, top, fields));
    } else {
      for (String key : List.of("$defs", "definitions")) {
        SchemaNodes.strings(root.get(key))
            .forEach((name, node) -> {
              Map<String, Object> flat = nodes.flat(node);
              if (!SchemaNodes.strings(flat.get("properties")).isEmpty()) {
                objects.add(named(name, flat, fields));
              }
            });
      }
    }
    if (objects.isEmpty()) {
      throw SchemaImport.problem(
          file,
          1,
          "The JSON Schema describes no object with properties",
          "Check that it is the schema of a record and not a record.");
    }
    return Schema.of(base, objects);
  }

  private static SchemaObject object(
      @Nullable String title, String base, Map<String, Object> node, JsonSchemaFields fields) {
    boolean word = title != null && title.matches("[A-Za-z_][A-Za-z0-9_-]{0,60}");
    return named(word && title != null ? title : base, node, fields);
  }

  static SchemaObject named(String name, Map<String, Object> node, JsonSchemaFields fields) {
    return new SchemaObject(
        name,
        SchemaNodes.text(node, "title"),
        null,
        SchemaNodes.text(node, "description"),
        null,
        null,
        null,
        fields.of(node));
  }
}
