package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.shell.ConnectionHealth;
import dev.crosswalk.app.studio.shell.ConnectionHealth.State;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.ConnectionStore;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
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
  /** How many records a sample reads. */
  static final int SAMPLE = 50;

  private static final Duration KEEP_SAMPLES = Duration.ofDays(7);

  /** What the place works with. */
  record Backstage(
      Connectors connectors, ConnectionStore store, Supplier<SchemaCache> cache, Clock clock) {}

  private final StudioContext context;
  private final Backstage backstage;
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

  SchemasModel(StudioContext context, Backstage backstage) {
    this.context = context;
    this.backstage = backstage;
    this.comparisons = new Comparisons(context, backstage.cache());
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

  /** Unfiltered. */
  List<SchemaObject> allObjects() {
    return objects;
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
    String select = wantedConnection == null ? connection.get() : wantedConnection;
    context
        .tasks()
        .latest(
            "schemas-connections",
            progress -> {
              TreeSet<String> names = new TreeSet<>(backstage.cache().get().connections());
              Set<String> discovered = Set.copyOf(names);
              backstage.store().list().forEach(p -> names.add(p.name()));
              List<String> all = List.copyOf(names);
              return new Names(all, all.isEmpty() ? "" : preferred(all, discovered));
            },
            found -> {
              List<String> names = found.all();
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

  /** The chosen customer's connection comes first, then one that has something to show. */
  private String preferred(List<String> names, Set<String> discovered) {
    Workspace workspace = context.workspace().get();
    String customer = context.customer().get();
    List<String> own =
        workspace == null || customer.isEmpty()
            ? List.of()
            : workspace
                .customer(customer)
                .map(c -> List.copyOf(c.connections().values()))
                .orElse(List.of());
    return Stream.of(own.stream(), discovered.stream(), names.stream())
        .flatMap(s -> s)
        .filter(names::contains)
        .findFirst()
        .orElse(names.getFirst());
  }

  private record Names(List<String> all, String preferred) {}

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
            progress -> backstage.cache().get().snapshots(name),
            found -> {
              snapshots.setAll(found);
              snapshot.set(found.isEmpty() ? null : found.getFirst());
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
            progress -> backstage.cache().get().schema(info.id()),
            schema -> {
              objects.setAll(schema.map(Schema::objects).orElse(List.of()));
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
            progress -> {
              List<Map<String, @Nullable Object>> records =
                  backstage.cache().get().records(name, now.name(), backstage.clock().instant());
              return now.fields().stream().map(f -> FieldRow.of(f, records)).toList();
            },
            read -> {
              reading.set(false);
              fields.setAll(read);
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
            progress -> {
              try (Session session = backstage.connectors().open(profile(name), Map.of())) {
                List<Map<String, @Nullable Object>> records =
                    session.sample(now, List.of(), SAMPLE, progress);
                backstage
                    .cache()
                    .get()
                    .storeRecords(
                        name, now.name(), records, backstage.clock().instant(), KEEP_SAMPLES);
                return records.size();
              }
            },
            count -> {
              context.notifications().info(texts().of("schemas.sampled", count, now.shown()));
              if (now.equals(object.get())) {
                loadFields(now);
              }
            },
            context.dialogs()::error);
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
            progress -> {
              SchemaCache cache = backstage.cache().get();
              SnapshotInfo before = cache.latest(name).orElse(null);
              try (Session session = backstage.connectors().open(profile(name), Map.of())) {
                Discovery found = session.discover(cache.answers(name), progress);
                progress.check();
                SnapshotInfo after =
                    cache.store(name, Set.of(), found, backstage.clock().instant());
                return new Refreshed(
                    before == null ? null : Comparisons.of(cache, before, after),
                    new ConnectionHealth(name, State.GOOD, session.budget().orElse(null)),
                    found.problems());
              }
            },
            done -> {
              context.reportHealth(done.health());
              loadSnapshots(name);
              comparisons.show(done.comparison());
              context.reportDiscovery();
              done.problems().stream().limit(3).forEach(context.notifications()::problem);
            },
            problem -> {
              context.reportHealth(new ConnectionHealth(name, State.FAILED, null));
              context.dialogs().error(problem);
            });
  }

  private record Refreshed(
      @Nullable Comparison comparison, ConnectionHealth health, List<Problem> problems) {}

  private ConnectionProfile profile(String name) {
    return backstage
        .store()
        .get(name)
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "connection-missing",
                    null,
                    texts().of("schemas.noConnection", name),
                    texts().of("schemas.noConnectionNext"))));
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
