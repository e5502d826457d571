package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.shell.FuzzyIndex;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All objects and fields of the newest schema of every connection, and of the target model. */
final class SchemaIndex {
  static final SchemaIndex EMPTY = new SchemaIndex(List.of());

  /**
   * An object, or a field of one.
   *
   * @param connection its name; empty for the target model
   * @param system such as {@code salesforce}, or the target system
   * @param field name; empty for the object itself
   * @param label for people; the name where there is none
   * @param type the field's type; empty for an object
   */
  record Found(
      String connection,
      String system,
      String object,
      String objectLabel,
      String field,
      String label,
      String type) {

    boolean isTarget() {
      return connection.isEmpty();
    }

    /** Label and name, once where they are the same. */
    String title() {
      String name = field.isEmpty() ? object : field;
      return label.equals(name) ? name : label + "  " + name;
    }

    /** What it belongs to. */
    String group() {
      String where = isTarget() ? system : connection;
      return field.isEmpty() ? where : objectLabel + " · " + where;
    }
  }

  private final FuzzyIndex<Found> index;

  private SchemaIndex(List<Found> all) {
    index = FuzzyIndex.of(all, Found::title, Found::group);
  }

  /** Reads the cache and the workspace; not on the UI thread. */
  static SchemaIndex read(SchemaCache cache, @Nullable Workspace workspace, Progress progress) {
    List<Found> all = new ArrayList<>();
    if (workspace != null) {
      add(all, "", workspace.target());
    }
    for (String connection : cache.connections()) {
      progress.check();
      cache
          .latest(connection)
          .map(SnapshotInfo::id)
          .flatMap(cache::schema)
          .ifPresent(schema -> add(all, connection, schema));
    }
    return new SchemaIndex(all);
  }

  /** Of one schema, for tests of its speed. */
  static SchemaIndex of(String connection, Schema schema) {
    List<Found> all = new ArrayList<>();
    add(all, connection, schema);
    return new SchemaIndex(all);
  }

  private static void add(List<Found> all, String connection, Schema schema) {
    String system = schema.system();
    for (SchemaObject object : schema.objects()) {
      String label = object.shown();
      all.add(new Found(connection, system, object.name(), label, "", label, ""));
      for (Field field : object.fields()) {
        all.add(
            new Found(
                connection,
                system,
                object.name(),
                label,
                field.name(),
                field.shown(),
                field.type().word()));
      }
    }
  }

  int size() {
    return index.size();
  }

  List<Found> find(String typed, int most) {
    return index.find(typed, most);
  }
}
