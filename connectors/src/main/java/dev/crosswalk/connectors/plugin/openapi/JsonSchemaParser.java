package dev.crosswalk.connectors.plugin.openapi;

import dev.crosswalk.connectors.discovery.Described;
import dev.crosswalk.connectors.discovery.MetadataParser;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.SchemaDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schema: the schema of one record (or of a list of them), or definitions with one object
 * each. This is code because of {@code $ref}, {@code allOf} and cycles.
 */
public final class JsonSchemaParser implements MetadataParser {

  @Override
  public List<Described> parse(@Nullable Object document) {
    Map<?, ?> root = Documents.map(document);
    SchemaDocument schemas = new SchemaDocument(root, "the JSON Schema");
    List<Described> described = new ArrayList<>();
    try {
      Map<String, Object> top = schemas.flat(root);
      if ("array".equals(top.get("type")) && top.containsKey("items")) {
        top = schemas.flat(top.get("items"));
      }
      if (top.get("properties") instanceof Map<?, ?>) {
        Object title = top.get("title");
        described.add(
            Documents.described(schemas, title == null ? "record" : title, top, Map.of()));
        return described;
      }
      for (String key : List.of("$defs", "definitions")) {
        if (root.get(key) instanceof Map<?, ?> definitions) {
          for (Map.Entry<?, ?> each : definitions.entrySet()) {
            Map<String, Object> flat = schemas.flat(each.getValue());
            if (flat.get("properties") instanceof Map<?, ?>) {
              described.add(Documents.described(schemas, each.getKey(), flat, new HashMap<>()));
            }
          }
        }
      }
    } catch (ProblemException e) {
      throw new Unreadable(e.problem().what());
    }
    if (described.isEmpty()) {
      throw new Unreadable("it describes no object with properties");
    }
    return described;
  }
}
