package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.match.History;
import dev.crosswalk.engine.match.History.Decision;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what people decided in the mappings of a workspace. */
final class HistoryReader {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryReader.class);

  private final Workspace workspace;
  private final Set<Decision> accepted = new LinkedHashSet<>();
  private final Set<Decision> rejected = new LinkedHashSet<>();

  HistoryReader(Workspace workspace) {
    this.workspace = workspace;
  }

  /** A file that cannot be read has no say; lists and checks show what is wrong with it. */
  History read() {
    for (MappingEntry entry : workspace.mappings()) {
      if (!entry.readable()) {
        continue;
      }
      Mapping base = workspace.mapping(entry.file());
      add("", base, null);
      for (String customer : workspace.overlayCustomers(entry.file())) {
        try {
          add(customer, workspace.effective(entry.file(), customer).mapping(), base);
        } catch (ProblemException e) {
          LOG.info("The overlay of {} on {} is passed over", customer, entry.id(), e);
        }
      }
    }
    return new History(List.copyOf(accepted), List.copyOf(rejected));
  }

  /** Of a customer's mapping only what differs from the base is a decision of its own. */
  private void add(
      String customer, Mapping mapping, @org.jspecify.annotations.Nullable Mapping base) {
    mapping
        .fields()
        .forEach((target, field) -> {
          FieldMapping before = base == null ? null : base.fields().get(target);
          if (!field.sources().isEmpty() && !field.equals(before)) {
            accepted.add(decision(customer, mapping, field.sources(), target));
          }
        });
    mapping
        .rejected()
        .forEach((target, sources) -> {
          List<String> known =
              base == null ? List.of() : base.rejected().getOrDefault(target, List.of());
          List<String> own = new ArrayList<>(sources);
          own.removeAll(known);
          // Several sources of one proposal are written joined by a plus.
          own.forEach(
              s -> rejected.add(decision(customer, mapping, List.of(s.split(" \\+ ")), target)));
        });
  }

  /** The decisions that a mapping itself holds, as if this customer had made all of them. */
  static History of(Mapping mapping, String customer) {
    List<Decision> accepted = new ArrayList<>();
    mapping
        .fields()
        .forEach((target, field) -> {
          if (!field.sources().isEmpty()) {
            accepted.add(decision(customer, mapping, field.sources(), target));
          }
        });
    List<Decision> rejected = new ArrayList<>();
    mapping
        .rejected()
        .forEach((target, sources) ->
            sources.forEach(
                s -> rejected.add(decision(customer, mapping, List.of(s.split(" \\+ ")), target))));
    return new History(accepted, rejected);
  }

  private static Decision decision(
      String customer, Mapping mapping, List<String> sources, String target) {
    return new Decision(
        customer,
        mapping.source().system(),
        mapping.source().object(),
        sources.stream().map(FieldPath::field).toList(),
        mapping.target().system(),
        mapping.target().object(),
        FieldPath.field(target));
  }
}
