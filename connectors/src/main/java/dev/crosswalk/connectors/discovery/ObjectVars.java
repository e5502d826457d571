package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.MetadataSpec;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.records.SampleReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says of an object beyond its name, id and endpoint, and which no schema keeps:
 * from the definition where it stands there, otherwise by listing the objects once more.
 */
public final class ObjectVars implements SampleReader.Vars {
  /** What a schema keeps of an object. */
  private static final Set<String> KEPT = Set.of("name", "id", "endpoint", "label", "plural");

  private final Api api;
  private @Nullable Map<String, ObjectItem> listed;

  public ObjectVars(Api api) {
    this.api = api;
  }

  @Override
  public synchronized Map<String, @Nullable Object> of(
      String object, boolean byId, Progress progress) {
    ConnectorDefinition definition = api.definition();
    for (Map<String, @Nullable Object> fixed : definition.objects().fixed()) {
      if (object.equals(fixed.get("name"))) {
        Map<String, @Nullable Object> vars = new HashMap<>();
        if (fixed.get("vars") instanceof Map<?, ?> map) {
          map.forEach((k, v) -> vars.put(String.valueOf(k), v));
        }
        return vars;
      }
    }
    if (!asked(definition, byId)) {
      return Map.of();
    }
    Map<String, ObjectItem> now = listed;
    if (now == null) {
      MetadataSpec metadata = definition.metadata();
      List<Described> described =
          metadata != null && metadata.listsObjects()
              ? new Describer(api, metadata, this).all(progress)
              : List.of();
      now = new ObjectLister(api, new Loads(api)).list(described, progress).objects();
      listed = now;
    }
    return Optional.ofNullable(now.get(object)).map(ObjectItem::vars).orElse(Map.of());
  }

  /** Whether reading records names anything that no schema keeps. */
  private static boolean asked(ConnectorDefinition definition, boolean byId) {
    ConnectorDefinition.Records records = definition.records();
    boolean some =
        !definition.objects().vars().isEmpty()
            || (definition.metadata() != null && definition.metadata().listsObjects());
    return records != null && some && !KEPT.containsAll(records.namesOfObject(byId));
  }
}
