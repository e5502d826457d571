package dev.crosswalk.connectors.plugin.openapi;

import dev.crosswalk.connectors.discovery.Described;
import dev.crosswalk.connectors.discovery.MetadataParser.Unreadable;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.SchemaDocument;
import dev.crosswalk.engine.text.YamlDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the readers of schema documents share. */
final class Documents {
  private static final int LONGEST = 20_000_000;

  private Documents() {}

  /** JSON as it came, or YAML. */
  static Map<?, ?> map(@Nullable Object document) {
    if (document instanceof Map<?, ?> map) {
      return map;
    }
    if (document instanceof String text && !text.stripLeading().startsWith("<")) {
      try {
        if (YamlDocument.parse(text, "the document", LONGEST).plain() instanceof Map<?, ?> map) {
          return map;
        }
      } catch (ProblemException e) {
        throw new Unreadable(e.problem().what());
      }
    }
    throw new Unreadable("it is neither a JSON nor a YAML object");
  }

  /**
   * @param more attributes of the object, and what templates may name
   */
  static Described described(
      SchemaDocument schemas,
      Object name,
      Map<String, Object> flat,
      Map<String, ? extends @Nullable Object> more) {
    Map<String, @Nullable Object> object = new HashMap<>(more);
    object.put("name", name.toString());
    object.put("label", flat.get("title"));
    object.put("description", flat.get("description"));
    List<Map<String, @Nullable Object>> fields =
        schemas.fields(flat).stream().map(FieldAttributes::of).toList();
    return new Described(object, fields);
  }
}
