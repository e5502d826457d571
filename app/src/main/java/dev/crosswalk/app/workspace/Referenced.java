package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** What stands behind the references of an object, for which paths may be suggested. */
public final class Referenced {
  private Referenced() {}

  /**
   * The objects that the references of an object lead to, without itself, as far as the newest
   * schema of the connection has them.
   */
  public static List<SchemaObject> by(SchemaObject object, SchemaCache cache, String connection) {
    Optional<SnapshotInfo> newest = cache.latest(connection);
    return object.reached().stream()
        .filter(name -> !name.equals(object.name()))
        .flatMap(name -> newest.flatMap(s -> cache.object(s.id(), name)).stream())
        .toList();
  }
}
