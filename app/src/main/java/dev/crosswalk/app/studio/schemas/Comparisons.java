package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.schemas.Comparison.Side;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Reviewed;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.engine.drift.SchemaDiff;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the pane of differences shows: any two snapshots, or the newest since the review. */
final class Comparisons {
  private final StudioContext context;
  private final Supplier<SchemaCache> cache;
  private final ReadOnlyObjectWrapper<@Nullable Comparison> shown = new ReadOnlyObjectWrapper<>();

  Comparisons(StudioContext context, Supplier<SchemaCache> cache) {
    this.context = context;
    this.cache = cache;
  }

  /** Null = the pane is closed. */
  ReadOnlyObjectProperty<@Nullable Comparison> shown() {
    return shown.getReadOnlyProperty();
  }

  void show(@Nullable Comparison comparison) {
    shown.set(comparison);
  }

  void close() {
    shown.set(null);
  }

  /** Every snapshot of every connection, for choosing any two; on a task. */
  List<SnapshotInfo> all() {
    List<SnapshotInfo> all = new ArrayList<>();
    for (String connection : cache.get().connections()) {
      all.addAll(cache.get().snapshots(connection));
    }
    return all;
  }

  /** Shows what differs between two snapshots, the older one first whatever the order given. */
  void compare(SnapshotInfo one, SnapshotInfo other) {
    boolean inOrder = one.id() <= other.id();
    SnapshotInfo before = inOrder ? one : other;
    SnapshotInfo after = inOrder ? other : one;
    run(() -> of(cache.get(), before, after));
  }

  static Comparison of(SchemaCache cache, SnapshotInfo before, SnapshotInfo after) {
    Schema empty = Schema.of(after.system(), List.of());
    SchemaDiff diff =
        SchemaDiff.of(
            cache.schema(before.id()).orElse(empty), cache.schema(after.id()).orElse(empty));
    return new Comparison(side(before), side(after), diff, Set.of(), List.of());
  }

  private static Side side(SnapshotInfo info) {
    return new Side(info.connection(), info.takenAt());
  }

  /**
   * Shows what changed between a customer's review and the newest snapshot of the connection.
   *
   * @param customer id; empty = the one who uses the connection
   */
  void sinceReview(String connection, String customer) {
    Workspace workspace = context.workspace().get();
    if (workspace == null) {
      context.dialogs().error(problem("no-workspace", "schemas.reviewNoWorkspace"));
      return;
    }
    run(() -> reviewed(workspace, connection, customer));
  }

  private Comparison reviewed(Workspace workspace, String connection, String customer) {
    CustomerFile who =
        workspace.readableCustomers().readable().stream()
            .filter(c -> c.connections().containsValue(connection))
            .filter(c -> customer.isEmpty() || c.id().equals(customer))
            .findFirst()
            .orElseThrow(
                () -> new ProblemException(problem("no-customer", "schemas.reviewNoCustomer")));
    SnapshotInfo newest =
        cache
            .get()
            .latest(connection)
            .orElseThrow(
                () -> new ProblemException(problem("no-snapshot", "schemas.reviewNoSnapshot")));
    Reviewed reviewed =
        cache
            .get()
            .schema(newest.id())
            .flatMap(live -> Reviewed.of(workspace, who, live))
            .orElseThrow(() -> new ProblemException(problem("no-review", "schemas.reviewNone")));
    return new Comparison(
        new Side(who.name(), null),
        side(newest),
        reviewed.diff(),
        reviewed.used(),
        Reviewed.missing(workspace, who).stream()
            .filter(m -> m.source() != null && m.source().system().equals(newest.system()))
            .map(MappingEntry::title)
            .toList());
  }

  private Problem problem(String code, String key) {
    return Problem.error(code, null, texts().of(key), texts().of(key + "Next"));
  }

  private void run(Supplier<Comparison> work) {
    context
        .tasks()
        .latest("schemas-compare", progress -> work.get(), shown::set, context.dialogs()::error);
  }

  private Texts texts() {
    return context.texts();
  }
}
