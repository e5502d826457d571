package dev.crosswalk.app.studio.home;

import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.FileChange;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Reviewed;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceGit;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.match.History;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what Home says of each customer of a workspace. Takes its time: not for the UI thread. */
final class CustomerRows {
  private final Workspace workspace;
  private final StudioServices services;
  private final Texts texts;

  CustomerRows(Workspace workspace, StudioServices services, Texts texts) {
    this.workspace = workspace;
    this.services = services;
    this.texts = texts;
  }

  /** What the files and the cache say at once; suggestions and drift stay open. */
  List<CustomerRow> quick() {
    WorkspaceGit git = workspace.git(services.clock());
    List<FileChange> changes = git.isRepository() ? git.changes() : null;
    List<CustomerRow> rows = new ArrayList<>();
    List<MappingEntry> all = workspace.mappings();
    rows.add(row("", texts.of("home.base"), "", all, 0, changes));
    for (CustomerFile customer : workspace.readableCustomers().readable()) {
      rows.add(
          row(
              customer.id(),
              customer.name(),
              customer.connections().values().stream().findFirst().orElse(""),
              used(customer, all),
              Reviewed.missing(workspace, customer).size(),
              changes));
    }
    return rows;
  }

  private List<MappingEntry> used(CustomerFile customer, List<MappingEntry> all) {
    return all.stream().filter(m -> workspace.uses(customer, m)).toList();
  }

  private CustomerRow row(
      String id,
      String title,
      String connection,
      List<MappingEntry> mappings,
      int unreviewed,
      @Nullable List<FileChange> changes) {
    int required = 0;
    int mapped = 0;
    int unreadable = 0;
    for (MappingEntry entry : mappings) {
      Mapping mapping = mapping(entry, id).orElse(null);
      if (mapping == null) {
        unreadable++;
        continue;
      }
      for (Field field : target(mapping).map(SchemaObject::fields).orElse(List.of())) {
        if (field.isRequired()) {
          required++;
          FieldMapping by = mapping.fields().get(field.name());
          mapped += by != null && !(by.input() instanceof FieldMapping.Ask) ? 1 : 0;
        }
      }
    }
    String folder = "customers/" + id + "/";
    int changed =
        changes == null
            ? CustomerRow.NO_GIT
            : (int)
                changes.stream()
                    .filter(c ->
                        id.isEmpty()
                            ? !c.path().startsWith("customers/")
                            : c.path().startsWith(folder))
                    .count();
    boolean discovered = !connection.isEmpty() && services.cache().latest(connection).isPresent();
    return new CustomerRow(
        id,
        title,
        connection,
        discovered,
        mapped,
        required,
        mappings.size(),
        unreadable,
        -1,
        -1,
        unreviewed,
        changed);
  }

  private Optional<SchemaObject> target(Mapping mapping) {
    return workspace.target(mapping.target().system()).object(mapping.target().object());
  }

  private Optional<Mapping> mapping(MappingEntry entry, String customer) {
    if (!entry.readable()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          customer.isEmpty()
              ? workspace.mapping(entry.file())
              : workspace.effective(entry.file(), customer).mapping());
    } catch (ProblemException e) {
      // The row says how many; what is wrong stands in the list of mappings.
      return Optional.empty();
    }
  }

  /** The rows with suggestions and drift counted, where the customer's schema is known. */
  List<CustomerRow> counted(List<CustomerRow> rows, Progress progress) {
    Map<String, CustomerFile> customers =
        workspace.readableCustomers().readable().stream()
            .collect(java.util.stream.Collectors.toMap(CustomerFile::id, c -> c));
    List<MappingEntry> all = workspace.mappings();
    History history = workspace.history();
    List<CustomerRow> out = new ArrayList<>();
    for (CustomerRow row : rows) {
      progress.check();
      CustomerFile customer = customers.get(row.customer());
      out.add(customer == null ? row : counted(row, customer, all, history, progress));
    }
    return out;
  }

  private CustomerRow counted(
      CustomerRow row,
      CustomerFile customer,
      List<MappingEntry> all,
      History history,
      Progress progress) {
    int waiting = -1;
    int drift = -1;
    for (String connection : customer.connections().values()) {
      Schema live =
          services
              .cache()
              .latest(connection)
              .map(SnapshotInfo::id)
              .flatMap(services.cache()::schema)
              .orElse(null);
      if (live == null) {
        continue;
      }
      waiting = Math.max(waiting, 0);
      Reviewed reviewed = Reviewed.of(workspace, customer, live).orElse(null);
      if (reviewed != null) {
        drift = Math.max(drift, 0) + reviewed.drifted().size();
      }
      for (MappingEntry entry : used(customer, all)) {
        progress.check();
        Mapping mapping = mapping(entry, customer.id()).orElse(null);
        if (mapping != null && mapping.source().system().equals(live.system())) {
          waiting += waiting(mapping, live, history.forCustomer(customer.id()));
        }
      }
    }
    return row.counted(waiting, drift);
  }

  private int waiting(Mapping mapping, Schema live, History history) {
    Schema target = workspace.target(mapping.target().system());
    if (live.object(mapping.source().object()).isEmpty()
        || target.object(mapping.target().object()).isEmpty()) {
      return 0;
    }
    MatchRequest request =
        new MatchRequest(
            live,
            target,
            List.of(new MatchRequest.Pair(mapping.source().object(), mapping.target().object())),
            Map.of(),
            history,
            1,
            Set.of(),
            workspace.words());
    return (int)
        services.matcher().suggest(request).forTarget(mapping.target().object()).stream()
            .filter(s -> !mapping.fields().containsKey(FieldPath.of(s.targetField()).toString()))
            .flatMap(s -> s.choice().stream())
            .count();
  }
}
