package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.drift.SchemaDiff;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.drift.SchemaDiff.Kind;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.SourcesRead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a customer's schema since the mappings were reviewed, and which of it they use.
 *
 * @param diff of the objects that were reviewed
 * @param used {@code Object.field} of each field that the customer's mappings read of them; of a
 *     path across a reference, the reference
 * @param drifted the changes and losses of used fields; a new field is no drift, and of an object
 *     that is gone each used field is
 */
public record Reviewed(SchemaDiff diff, Set<String> used, List<FieldChange> drifted) {

  public Reviewed {
    used = Set.copyOf(used);
    drifted = List.copyOf(drifted);
  }

  /** Empty where nothing of the system was reviewed for the customer. */
  public static Optional<Reviewed> of(Workspace workspace, CustomerFile customer, Schema live) {
    Map<String, SchemaObject> before = new LinkedHashMap<>();
    Map<String, Set<String>> used = new LinkedHashMap<>();
    for (MappingEntry entry : workspace.mappings()) {
      Endpoint source = entry.source();
      if (source == null
          || !source.system().equals(live.system())
          || !workspace.uses(customer, entry)) {
        continue;
      }
      SchemaObject object = before.get(source.object());
      if (object == null) {
        object =
            workspace.reviewedSchema(customer.id(), live.system(), source.object()).orElse(null);
      }
      if (object == null) {
        continue;
      }
      before.put(source.object(), object);
      Mapping mapping = workspace.effective(entry.file(), customer.id()).mapping();
      for (String path : SourcesRead.of(mapping)) {
        used.computeIfAbsent(source.object(), o -> new TreeSet<>()).add(object.fieldOf(path));
      }
    }
    if (before.isEmpty()) {
      return Optional.empty();
    }
    List<SchemaObject> after =
        before.keySet().stream().flatMap(name -> live.object(name).stream()).toList();
    SchemaDiff diff =
        SchemaDiff.of(
            Schema.of(live.system(), List.copyOf(before.values())),
            Schema.of(live.system(), after));
    Set<String> names = new LinkedHashSet<>();
    used.forEach((object, fields) -> fields.forEach(f -> names.add(object + "." + f)));
    return Optional.of(new Reviewed(diff, names, drifted(diff, before, used)));
  }

  private static List<FieldChange> drifted(
      SchemaDiff diff, Map<String, SchemaObject> before, Map<String, Set<String>> used) {
    List<FieldChange> drifted = new ArrayList<>();
    for (FieldChange change : diff.fields()) {
      if (change.kind() != Kind.ADDED
          && used.getOrDefault(change.object(), Set.of()).contains(change.field())) {
        drifted.add(change);
      }
    }
    for (String object : diff.removedObjects()) {
      for (String field : used.getOrDefault(object, Set.of())) {
        if (Optional.ofNullable(before.get(object)).flatMap(o -> o.field(field)).isPresent()) {
          drifted.add(new FieldChange(object, field, Kind.REMOVED, List.of()));
        }
      }
    }
    return drifted;
  }

  /** The mappings that a customer works with and of whose source nothing was reviewed. */
  public static List<MappingEntry> missing(Workspace workspace, CustomerFile customer) {
    return workspace.mappings().stream()
        .filter(m -> m.source() != null && workspace.uses(customer, m))
        .filter(m -> isMissing(workspace, customer, m.source()))
        .toList();
  }

  private static boolean isMissing(
      Workspace workspace, CustomerFile customer, @Nullable Endpoint source) {
    return source != null
        && workspace.reviewedSchema(customer.id(), source.system(), source.object()).isEmpty();
  }
}
