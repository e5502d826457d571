package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.shell.ConnectionHealth;
import dev.crosswalk.app.studio.shell.ConnectionHealth.State;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** What was discovered: connections, their snapshots, objects and fields. Works offline. */
final class SchemasModel {
  private final StudioContext context;
  private final SchemaSource source;
  private final ObservableList<String> connections = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable String> connection = new SimpleObjectProperty<>();
  private final ObservableList<SnapshotInfo> snapshots = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable SnapshotInfo> snapshot = new SimpleObjectProperty<>();
  private final ObservableList<SchemaObject> objects = FXCollections.observableArrayList();
  private final FilteredList<SchemaObject> shownObjects = new FilteredList<>(objects);
  private final ObjectProperty<@Nullable SchemaObject> object = new SimpleObjectProperty<>();
  private final ObservableList<FieldRow> fields = FXCollections.observableArrayList();
  private final FilteredList<FieldRow> shownFields = new FilteredList<>(fields);
  private final StringProperty objectFilter = new SimpleStringProperty("");
  private final BooleanProperty customOnly = new SimpleBooleanProperty();
  private final StringProperty fieldFilter = new SimpleStringProperty("");
  private final Comparisons comparisons;
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final StringProperty wantedField = new SimpleStringProperty("");
  private @Nullable String wantedObject;
  private @Nullable String wantedConnection;

  SchemasModel(StudioContext context, SchemaSource source) {
    this.context = context;
    this.source = source;
    this.comparisons = new Comparisons(context, source.cache());
    connection.addListener((o, was, is) -> loadSnapshots(is));
    snapshot.addListener((o, was, is) -> loadSchema(is));
    object.addListener((o, was, is) -> loadFields(is));
    objectFilter.addListener((o, was, is) -> sift());
    customOnly.addListener((o, was, is) -> sift());
    fieldFilter.addListener((o, was, is) -> siftFields());
  }

  ObservableList<String> connections() {
    return connections;
  }

  ObjectProperty<@Nullable String> connection() {
    return connection;
  }

  /** Newest first. */
  ObservableList<SnapshotInfo> snapshots() {
    return snapshots;
  }

  ObjectProperty<@Nullable SnapshotInfo> snapshot() {
    return snapshot;
  }

  FilteredList<SchemaObject> objects() {
    return shownObjects;
  }

  ObjectProperty<@Nullable SchemaObject> object() {
    return object;
  }

  FilteredList<FieldRow> fields() {
    return shownFields;
  }

  StringProperty objectFilter() {
    return objectFilter;
  }

  BooleanProperty customOnly() {
    return customOnly;
  }

  StringProperty fieldFilter() {
    return fieldFilter;
  }

  /** What the pane of differences shows. */
  Comparisons comparisons() {
    return comparisons;
  }

  /** Goes to a connection, once the list is read. */
  void want(String name) {
    if (connections.contains(name)) {
      if (name.equals(connection.get())) {
        loadSnapshots(name);
      } else {
        connection.set(name);
      }
    } else {
      wantedConnection = name;
      load();
    }
  }

  /** Goes to an object of the schema on show, or of the next one. */
  void wantObject(String name) {
    wantedObject = name;
    selectWanted();
  }

  /** The name of the field to select as soon as it is there; empty = none. */
  StringProperty wantedField() {
    return wantedField;
  }

  /** Shows a field of the object on show, whatever is filtered. */
  void wantField(String name) {
    wantedField.set("");
    wantedField.set(name);
  }

  /** Reads the list of connections again. */
  void load() {
    Workspace workspace = context.workspace().get();
    String customer = context.customer().get();
    String select = wantedConnection == null ? connection.get() : wantedConnection;
    context
        .tasks()
        .latest(
            "schemas-connections",
            progress -> source.connections(workspace, customer),
            found -> {
              List<String> names = found.names();
              connections.setAll(names);
              if (select != null && names.contains(select)) {
                wantedConnection = null;
                connection.set(select);
              } else if (!names.isEmpty()) {
                connection.set(found.preferred());
              }
            },
            context.dialogs()::error);
  }

  private void loadSnapshots(@Nullable String name) {
    if (name == null) {
      snapshots.clear();
      snapshot.set(null);
      return;
    }
    context
        .tasks()
        .latest(
            "schemas-snapshots",
            progress -> source.snapshots(name),
            found -> {
              if (name.equals(connection.get())) {
                snapshots.setAll(found);
                snapshot.set(found.isEmpty() ? null : found.getFirst());
              }
            },
            context.dialogs()::error);
  }

  private void loadSchema(@Nullable SnapshotInfo info) {
    if (info == null) {
      objects.clear();
      object.set(null);
      return;
    }
    SchemaObject before = object.get();
    context
        .tasks()
        .latest(
            "schemas-schema",
            progress -> source.objects(info),
            found -> {
              if (!info.equals(snapshot.get())) {
                return;
              }
              objects.setAll(found);
              object.set(
                  Stream.concat(
                          objects.stream()
                              .filter(o -> before != null && o.name().equals(before.name())),
                          shownObjects.stream())
                      .findFirst()
                      .orElse(null));
              selectWanted();
            },
            context.dialogs()::error);
  }

  private void selectWanted() {
    objects.stream()
        .filter(o -> o.name().equals(wantedObject))
        .findFirst()
        .ifPresent(o -> {
          wantedObject = null;
          object.set(o);
        });
  }

  private void loadFields(@Nullable SchemaObject now) {
    String name = connection.get();
    if (now == null || name == null) {
      fields.clear();
      return;
    }
    reading.set(true);
    context
        .tasks()
        .latest(
            "schemas-fields",
            progress -> source.fields(name, now),
            read -> {
              reading.set(false);
              if (now.equals(object.get())) {
                fields.setAll(read);
              }
            },
            problem -> {
              reading.set(false);
              context.dialogs().error(problem);
            });
  }

  /** True while the fields of the object on show are read. */
  ReadOnlyBooleanProperty reading() {
    return reading.getReadOnlyProperty();
  }

  /** Reads sample records of the object on show, for fill rates and values. */
  void sample() {
    String name = connection.get();
    SchemaObject now = object.get();
    if (name == null || now == null) {
      return;
    }
    context
        .tasks()
        .run(
            texts().of("schemas.sampling", now.shown()),
            progress -> source.sample(name, now, progress),
            count -> {
              context.notifications().info(texts().of("schemas.sampled", count, now.shown()));
              if (now.equals(object.get())) {
                loadFields(now);
              }
            },
            problem -> context.tell(PlaceIds.SCHEMAS, problem));
  }

  /** Discovers again and shows what changed since the newest snapshot. */
  void refresh() {
    String name = connection.get();
    if (name == null) {
      return;
    }
    context
        .tasks()
        .run(
            texts().of("connections.discovering", name),
            progress -> source.discover(name, progress),
            done -> {
              context.reportHealth(done.health());
              loadSnapshots(name);
              comparisons.show(done.comparison());
              context.reportDiscovery();
              done.problems().stream().limit(3).forEach(context.notifications()::problem);
            },
            problem -> {
              context.reportHealth(new ConnectionHealth(name, State.FAILED, null));
              context.tell(PlaceIds.SCHEMAS, problem);
            });
  }

  private void sift() {
    String typed = objectFilter.get().strip().toLowerCase(Locale.ROOT);
    boolean custom = customOnly.get();
    shownObjects.setPredicate(o ->
        (!custom || o.isCustom())
            && (o.name() + " " + o.shown()).toLowerCase(Locale.ROOT).contains(typed));
  }

  private void siftFields() {
    String typed = fieldFilter.get().strip().toLowerCase(Locale.ROOT);
    shownFields.setPredicate(r ->
        (r.field().name()
                + " "
                + r.field().shown()
                + " "
                + r.field().type().word()
                + " "
                + r.content())
            .toLowerCase(Locale.ROOT)
            .contains(typed));
  }

  private Texts texts() {
    return context.texts();
  }
}
