package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What changed in the customers' systems since their mappings were reviewed, told only where a
 * mapping uses it. Takes its time: on a task.
 */
public final class DriftSearch {

  /**
   * What was looked up.
   *
   * @param findings what breaks first
   * @param unreviewed mappings of which nothing was reviewed for a customer
   * @param unknown mappings of whose source nothing is known now
   */
  public record Found(
      List<DriftFinding> findings, List<Unreviewed> unreviewed, List<Unreviewed> unknown) {
    public Found {
      findings = List.copyOf(findings);
      unreviewed = List.copyOf(unreviewed);
      unknown = List.copyOf(unknown);
    }
  }

  /**
   * A mapping that a customer works with, without a schema that it was reviewed against: whether
   * something changed cannot be told.
   *
   * @param known whether the customer's object is known now
   */
  public record Unreviewed(
      String customer, String customerName, MappingEntry entry, boolean known) {}

  private final Workspace workspace;
  private final Known known;
  private final Acceptances acceptances;

  public DriftSearch(Workspace workspace, Known known) {
    this(workspace, known, Acceptances.of(workspace, LocalDate.now(known.clock())));
  }

  DriftSearch(Workspace workspace, Known known, Acceptances acceptances) {
    this.workspace = workspace;
    this.known = known;
    this.acceptances = acceptances;
  }

  public Found find(Progress progress) {
    List<DriftFinding> findings = new ArrayList<>();
    List<Unreviewed> unreviewed = new ArrayList<>();
    List<Unreviewed> unknown = new ArrayList<>();
    for (CustomerFile customer : workspace.readableCustomers().readable()) {
      for (MappingEntry entry : workspace.mappings()) {
        progress.check();
        Endpoint source = entry.source();
        if (source == null || !workspace.uses(customer, entry)) {
          continue;
        }
        String connection = customer.connections().getOrDefault(source.system(), "");
        Schema live =
            known.schema(connection).filter(s -> s.system().equals(source.system())).orElse(null);
        SchemaObject reviewed =
            workspace.reviewedSchema(customer.id(), source.system(), source.object()).orElse(null);
        if (reviewed == null) {
          boolean there = live != null && live.object(source.object()).isPresent();
          unreviewed.add(new Unreviewed(customer.id(), customer.name(), entry, there));
        } else if (live == null || !isKnown(connection, source, live)) {
          unknown.add(new Unreviewed(customer.id(), customer.name(), entry, false));
        } else {
          new MappingDrift(workspace, known, customer, connection, entry, reviewed, live)
              .find().stream().map(this::judged).forEach(findings::add);
        }
      }
    }
    findings.sort(Comparator.comparing(f -> f.verdict().severity()));
    return new Found(findings, unreviewed, unknown);
  }

  /** Whether it is known what the object is now, or that there is none. */
  private boolean isKnown(String connection, Endpoint source, Schema live) {
    return live.object(source.object()).isPresent()
        || known.asked(connection).refused().containsKey(source.object())
        || known.isGone(connection, source.object());
  }

  private DriftFinding judged(DriftFinding finding) {
    Acceptances.Judged judged = acceptances.judge(finding.problem(), finding.subject());
    return finding.with(judged.problem(), judged.acceptance());
  }
}
