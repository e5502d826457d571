package dev.crosswalk.engine.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the object schemas under {@code components.schemas} of an OpenAPI 3.0 or 3.1 document. */
final class OpenApiReader {
  private final Map<?, ?> root;
  private final String file;

  OpenApiReader(Map<?, ?> root, String file) {
    this.root = root;
    this.file = file;
  }

  Schema read() {
    Object version = root.get("openapi");
    if (!(version instanceof String v && v.startsWith("3."))) {
      String found =
          version == null
              ? root.containsKey("swagger") ? "Swagger " + root.get("swagger") : "no 'openapi' key"
              : "version " + version;
      throw SchemaImport.problem(
          file,
          1,
          "The file is no OpenAPI 3 document: found " + found,
          "Give an OpenAPI 3.0 or 3.1 document; Swagger 2 can be converted first.");
    }
    SchemaNodes nodes = new SchemaNodes(root, file);
    JsonSchemaFields fields = new JsonSchemaFields(nodes);
    Map<String, Object> components = SchemaNodes.strings(root.get("components"));
    List<SchemaObject> objects = new ArrayList<>();
    SchemaNodes.strings(components.get("schemas"))
        .forEach((name, node) -> {
          Map<String, Object> flat = nodes.flat(node);
          if (!SchemaNodes.strings(flat.get("properties")).isEmpty()) {
            objects.add(JsonSchemaReader.named(name, flat, fields));
          }
        });
    if (objects.isEmpty()) {
      throw SchemaImport.problem(
          file,
          0,
          "The OpenAPI document has no object under components.schemas",
          "Give the document that holds the schemas.");
    }
    return Schema.of(SchemaImport.baseName(file), objects);
  }
}
