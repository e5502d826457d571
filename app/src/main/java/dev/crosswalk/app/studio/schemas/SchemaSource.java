package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.shell.ConnectionHealth;
import dev.crosswalk.app.studio.shell.ConnectionHealth.State;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.ConnectionStore;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.Progress;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the schemas of the place come from: the cache, which answers offline, and the systems
 * themselves. Everything here takes time and belongs on a task.
 */
record SchemaSource(
    Connectors connectors,
    ConnectionStore store,
    Supplier<SchemaCache> cache,
    Clock clock,
    Texts texts) {

  /** How many records a sample reads. */
  private static final int SAMPLE = 50;

  private static final Duration KEEP_SAMPLES = Duration.ofDays(7);

  /**
   * The connections that there are or were.
   *
   * @param preferred the one to begin with; empty where there is none at all
   */
  record Connections(List<String> names, String preferred) {}

  /**
   * What a discovery brought.
   *
   * @param comparison with the snapshot before; null where this is the first
   */
  record Discovered(
      @Nullable Comparison comparison, ConnectionHealth health, List<Problem> problems) {}

  /**
   * All connections, sorted.
   *
   * @param workspace null where none is open
   * @param customer whose connection is preferred; empty for nobody's
   */
  Connections connections(@Nullable Workspace workspace, String customer) {
    TreeSet<String> names = new TreeSet<>(cache.get().connections());
    List<String> discovered = List.copyOf(names);
    store.list().forEach(p -> names.add(p.name()));
    List<String> own =
        workspace == null || customer.isEmpty()
            ? List.of()
            : workspace
                .customer(customer)
                .map(c -> List.copyOf(c.connections().values()))
                .orElse(List.of());
    // The customer's own comes first, then one that has something to show.
    String preferred =
        Stream.of(own, discovered, names)
            .flatMap(Collection::stream)
            .filter(names::contains)
            .findFirst()
            .orElse("");
    return new Connections(List.copyOf(names), preferred);
  }

  /** Newest first. */
  List<SnapshotInfo> snapshots(String connection) {
    return cache.get().snapshots(connection);
  }

  /** The objects of a snapshot; none where it was removed meanwhile. */
  List<SchemaObject> objects(SnapshotInfo snapshot) {
    return cache.get().schema(snapshot.id()).map(Schema::objects).orElse(List.of());
  }

  /** The fields of an object, with what the records in the cache say of them. */
  List<FieldRow> fields(String connection, SchemaObject object) {
    List<Map<String, @Nullable Object>> records =
        cache.get().records(connection, object.name(), clock.instant());
    return object.fields().stream().map(f -> FieldRow.of(f, records)).toList();
  }

  /**
   * Reads sample records into the cache.
   *
   * @return how many came
   */
  int sample(String connection, SchemaObject object, Progress progress) {
    try (Session session = connectors.open(profile(connection), Map.of())) {
      List<Map<String, @Nullable Object>> records =
          session.sample(object, List.of(), SAMPLE, progress);
      cache.get().storeRecords(connection, object.name(), records, clock.instant(), KEEP_SAMPLES);
      return records.size();
    }
  }

  /** Discovers again, into a new snapshot. */
  Discovered discover(String connection, Progress progress) {
    SchemaCache into = cache.get();
    SnapshotInfo before = into.latest(connection).orElse(null);
    try (Session session = connectors.open(profile(connection), Map.of())) {
      Discovery found = session.discover(into.answers(connection), progress);
      progress.check();
      SnapshotInfo after = into.store(connection, Set.of(), found, clock.instant());
      return new Discovered(
          before == null ? null : Comparisons.of(into, before, after),
          new ConnectionHealth(connection, State.GOOD, session.budget().orElse(null)),
          found.problems());
    }
  }

  private ConnectionProfile profile(String name) {
    return store
        .get(name)
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "connection-missing",
                    null,
                    texts.of("schemas.noConnection", name),
                    texts.of("schemas.noConnectionNext"))));
  }
}
