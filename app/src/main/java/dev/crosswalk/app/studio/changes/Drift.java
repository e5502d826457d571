package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.TargetSuggestions;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Reviewed;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.drift.DriftCode;
import dev.crosswalk.engine.drift.DriftJudge;
import dev.crosswalk.engine.drift.DriftJudge.Use;
import dev.crosswalk.engine.drift.DriftJudge.Verdict;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.drift.SchemaDiff.Kind;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.problem.Severity;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.MappingTypes;
import dev.crosswalk.engine.transform.SourcesRead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the customers' systems since their mappings were reviewed, told only where a
 * mapping uses it. Takes its time: on a task.
 */
final class Drift {

  /**
   * What was looked up.
   *
   * @param findings what breaks first
   * @param unreviewed mappings of which nothing was reviewed for a customer
   */
  record Found(List<Finding> findings, List<Unreviewed> unreviewed) {}

  /**
   * A mapping that a customer works with, without a schema that it was reviewed against: whether
   * something changed cannot be told.
   *
   * @param known whether the customer's object is known now
   */
  record Unreviewed(String customer, String customerName, MappingEntry entry, boolean known) {}

  /**
   * One target that a change concerns.
   *
   * @param target empty for the mapping's row filter
   * @param change what happened to the source field
   * @param verdict what that means for the target
   * @param mend the field mapping that would do instead; null where none is known
   * @param score the mend's probability
   */
  record Finding(
      String customer,
      String customerName,
      MappingEntry entry,
      String target,
      FieldChange change,
      Verdict verdict,
      @Nullable FieldMapping mend,
      double score) {}

  private final Workspace workspace;
  private final StudioServices services;
  private final TargetSuggestions suggestions;

  Drift(Workspace workspace, StudioServices services) {
    this.workspace = workspace;
    this.services = services;
    this.suggestions = new TargetSuggestions(workspace, services);
  }

  Found find(Progress progress) {
    List<Finding> findings = new ArrayList<>();
    List<Unreviewed> unreviewed = new ArrayList<>();
    for (CustomerFile customer : workspace.customers()) {
      for (String connection : customer.connections().values()) {
        progress.check();
        suggestions.live(connection).ifPresent(live -> find(customer, connection, live, findings));
      }
      for (MappingEntry entry : Reviewed.missing(workspace, customer)) {
        unreviewed.add(
            new Unreviewed(customer.id(), customer.name(), entry, isKnown(customer, entry)));
      }
    }
    findings.sort(Comparator.comparing(f -> f.verdict().severity()));
    return new Found(findings, unreviewed);
  }

  private boolean isKnown(CustomerFile customer, MappingEntry entry) {
    Endpoint source = entry.source();
    String connection =
        source == null ? "" : customer.connections().getOrDefault(source.system(), "");
    return source != null
        && !connection.isEmpty()
        && services.live().object(connection, source.system(), source.object()).isPresent();
  }

  private void find(CustomerFile customer, String connection, Schema live, List<Finding> out) {
    List<FieldChange> drifted =
        Reviewed.of(workspace, customer, live).map(Reviewed::drifted).orElse(List.of());
    if (drifted.isEmpty()) {
      return;
    }
    for (MappingEntry entry : workspace.mappings()) {
      Endpoint source = entry.source();
      if (source == null
          || !source.system().equals(live.system())
          || !workspace.uses(customer, entry)) {
        continue;
      }
      List<FieldChange> changes =
          drifted.stream().filter(c -> c.object().equals(source.object())).toList();
      SchemaObject reviewed =
          workspace.reviewedSchema(customer.id(), source.system(), source.object()).orElse(null);
      if (changes.isEmpty() || reviewed == null) {
        continue;
      }
      Mapping mapping = workspace.effective(entry.file(), customer.id()).mapping();
      for (FieldChange change : changes) {
        if (mapping.where().stream()
            .anyMatch(w -> reviewed.fieldOf(w.field()).equals(change.field()))) {
          out.add(
              new Finding(
                  customer.id(), customer.name(), entry, "", change, ofFilter(change), null, 0));
        }
        mapping
            .fields()
            .forEach((target, field) -> {
              if (SourcesRead.of(field).stream()
                  .anyMatch(path -> reviewed.fieldOf(path).equals(change.field()))) {
                out.add(finding(customer, connection, live, entry, mapping, target, field, change));
              }
            });
      }
    }
  }

  /** A row filter has no steps or values of its own to be judged. */
  private static Verdict ofFilter(FieldChange change) {
    boolean gone = change.kind() == Kind.REMOVED;
    return new Verdict(
        gone ? DriftCode.FM102 : DriftCode.FM121, gone ? Severity.ERROR : Severity.WARNING);
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
    SchemaObject now = live.object(change.object()).orElse(null);
    Candidate candidate =
        change.kind() != Kind.REMOVED || now == null
            ? null
            : suggestions
                .best(
                    customer.id(),
                    connection,
                    live.system(),
                    now,
                    mapping.target().object(),
                    target)
                .orElse(null);
    Field before =
        workspace
            .reviewedSchema(customer.id(), live.system(), change.object())
            .flatMap(object -> object.field(change.field()))
            .orElseThrow();
    Field after = now == null ? before : now.field(change.field()).orElse(before);
    Use use =
        new Use(
            mapping.direction(),
            field,
            now == null || fits(mapping, target, now),
            mapping.key().contains(target),
            candidate != null);
    return new Finding(
        customer.id(),
        customer.name(),
        entry,
        target,
        change,
        DriftJudge.judge(change, before, after, use),
        candidate == null ? null : TargetSuggestions.like(field, candidate),
        candidate == null ? 0 : candidate.score());
  }

  /** Whether the steps and the target's type take the source as it is now. */
  private boolean fits(Mapping mapping, String target, SchemaObject source) {
    return workspace
        .target(mapping.target().system())
        .object(mapping.target().object())
        .map(object ->
            MappingTypes.check(mapping, source, object, workspace.lookups()).stream()
                .noneMatch(p ->
                    p.isError()
                        && p.code().equals("type")
                        && p.place() != null
                        && String.valueOf(p.place().path()).startsWith("fields." + target + ".")))
        .orElse(true);
  }
}
