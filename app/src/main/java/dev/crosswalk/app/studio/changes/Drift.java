package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.TargetSuggestions;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Reviewed;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.drift.SchemaDiff.Kind;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.transform.SourcesRead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the customers' systems since their mappings were reviewed, told only where a
 * mapping uses it. Takes its time: on a task.
 */
final class Drift {

  /**
   * One target that a change concerns.
   *
   * @param change what happened to the source field
   * @param mend the field mapping that would do instead; null where none is known
   * @param score the mend's probability
   */
  record Finding(
      String customer,
      String customerName,
      MappingEntry entry,
      String target,
      FieldChange change,
      @Nullable FieldMapping mend,
      double score) {

    boolean breaks() {
      return change.kind() == Kind.REMOVED;
    }
  }

  private final Workspace workspace;
  private final TargetSuggestions suggestions;

  Drift(Workspace workspace, StudioServices services) {
    this.workspace = workspace;
    this.suggestions = new TargetSuggestions(workspace, services);
  }

  /** All findings, what breaks first. */
  List<Finding> find(Progress progress) {
    List<Finding> findings = new ArrayList<>();
    for (CustomerFile customer : workspace.customers()) {
      for (String connection : customer.connections().values()) {
        progress.check();
        suggestions.live(connection).ifPresent(live -> find(customer, connection, live, findings));
      }
    }
    findings.sort(java.util.Comparator.comparing(f -> !f.breaks()));
    return findings;
  }

  private void find(CustomerFile customer, String connection, Schema live, List<Finding> out) {
    Reviewed reviewed = Reviewed.of(workspace, customer, live).orElse(null);
    if (reviewed == null) {
      return;
    }
    List<FieldChange> used = reviewed.drifted();
    if (used.isEmpty()) {
      return;
    }
    for (MappingEntry entry : workspace.mappings()) {
      Endpoint source = entry.source();
      if (source == null
          || !source.system().equals(live.system())
          || !customer.mappings().contains(entry.id())) {
        continue;
      }
      Mapping mapping = workspace.effective(entry.file(), customer.id()).mapping();
      for (FieldChange change : used) {
        if (change.object().equals(source.object())) {
          mapping
              .fields()
              .forEach((target, field) -> {
                if (SourcesRead.of(field).stream()
                    .anyMatch(s -> FieldPath.parse(s).first().equals(change.field()))) {
                  out.add(
                      finding(customer, connection, live, entry, mapping, target, field, change));
                }
              });
        }
      }
    }
  }

  private Finding finding(
      CustomerFile customer,
      String connection,
      Schema live,
      MappingEntry entry,
      Mapping mapping,
      String target,
      FieldMapping field,
      FieldChange change) {
    if (change.kind() == Kind.REMOVED) {
      var candidate =
          live.object(change.object())
              .flatMap(object ->
                  suggestions.best(
                      connection, live.system(), object, mapping.target().object(), target));
      if (candidate.isPresent()) {
        return new Finding(
            customer.id(),
            customer.name(),
            entry,
            target,
            change,
            TargetSuggestions.like(field, candidate.get()),
            candidate.get().score());
      }
    }
    return new Finding(customer.id(), customer.name(), entry, target, change, null, 0);
  }
}
