package dev.crosswalk.app.workspace;

import dev.crosswalk.app.workspace.OverlayEdits.Written;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.SourcesRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps beside a customer's mappings the source objects that they were made for, so that a later
 * discovery can be compared with them. What is kept is not overwritten by saving once more, else a
 * change that nobody looked at would pass as reviewed; a person renews it.
 */
public final class ReviewKeeping {

  /** What was discovered last. */
  @FunctionalInterface
  public interface Discovered {
    /** A source object of a connection; empty where it is not known. */
    Optional<SchemaObject> object(String connection, String system, String object);
  }

  private final Workspace workspace;
  private final Discovered discovered;

  public ReviewKeeping(Workspace workspace, Discovered discovered) {
    this.workspace = workspace;
    this.discovered = discovered;
  }

  /**
   * After a mapping was saved: keeps the source object for each customer that has none of it yet,
   * and adds the fields that the mapping reads now and the kept one lacks.
   *
   * @param customer whose overlay was saved; empty for the base, which is every customer's
   */
  public void saved(MappingEntry entry, String customer) {
    Endpoint source = entry.source();
    if (source == null) {
      return;
    }
    for (CustomerFile each : workspace.customers()) {
      boolean concerned =
          customer.isEmpty() ? each.mappings().contains(entry.id()) : each.id().equals(customer);
      if (concerned) {
        live(each, source).ifPresent(live -> keep(entry, each.id(), source.system(), live));
      }
    }
  }

  private void keep(MappingEntry entry, String customer, String system, SchemaObject live) {
    Optional<SchemaObject> kept = workspace.reviewedSchema(customer, system, live.name());
    if (kept.isEmpty()) {
      workspace.saveReviewedSchema(customer, system, live);
      return;
    }
    List<Field> fields = new ArrayList<>(kept.get().fields());
    for (String read : read(entry, customer)) {
      String name = FieldPath.parse(read).first();
      boolean known = fields.stream().anyMatch(f -> f.name().equals(name));
      live.field(name).filter(f -> !known).ifPresent(fields::add);
    }
    if (fields.size() > kept.get().fields().size()) {
      workspace.saveReviewedSchema(customer, system, kept.get().withFields(fields));
    }
  }

  /** A mapping that was saved with mistakes reads nothing yet. */
  private List<String> read(MappingEntry entry, String customer) {
    try {
      Mapping mapping = workspace.effective(entry.file(), customer).mapping();
      return List.copyOf(SourcesRead.of(mapping));
    } catch (ProblemException e) {
      return List.of();
    }
  }

  /** Takes a source object as it is now for reviewed, for one customer. */
  public List<Written> renew(CustomerFile customer, MappingEntry entry) {
    Endpoint source = entry.source();
    return source == null
        ? List.of()
        : live(customer, source)
            .map(live -> workspace.renewReviewedSchema(customer.id(), source.system(), live))
            .map(List::of)
            .orElse(List.of());
  }

  private Optional<SchemaObject> live(CustomerFile customer, Endpoint source) {
    String connection = customer.connections().get(source.system());
    return connection == null
        ? Optional.empty()
        : discovered.object(connection, source.system(), source.object());
  }
}
