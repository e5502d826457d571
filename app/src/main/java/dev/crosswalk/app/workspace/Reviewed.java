package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.drift.SchemaDiff;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.SourcesRead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What changed in a customer's schema since the mappings were reviewed, and which of it they use.
 *
 * @param diff of the objects that were reviewed; an object that is gone counts as removed
 * @param used {@code Object.field} of each field that the customer's mappings read
 */
public record Reviewed(SchemaDiff diff, Set<String> used) {

  public Reviewed {
    used = Set.copyOf(used);
  }

  /** Empty where nothing of the system was reviewed for the customer. */
  public static Optional<Reviewed> of(Workspace workspace, CustomerFile customer, Schema live) {
    Map<String, SchemaObject> before = new LinkedHashMap<>();
    List<SchemaObject> after = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (MappingEntry entry : workspace.mappings()) {
      Endpoint source = entry.source();
      if (source == null
          || !source.system().equals(live.system())
          || !customer.mappings().contains(entry.id())) {
        continue;
      }
      Mapping mapping = workspace.effective(entry.file(), customer.id()).mapping();
      for (String path : SourcesRead.of(mapping)) {
        used.add(source.object() + "." + path);
        used.add(source.object() + "." + FieldPath.parse(path).first());
      }
      if (!before.containsKey(source.object())) {
        workspace
            .reviewedSchema(customer.id(), live.system(), source.object())
            .ifPresent(object -> {
              before.put(object.name(), object);
              live.object(object.name()).ifPresent(after::add);
            });
      }
    }
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reviewed(
                SchemaDiff.of(
                    Schema.of(live.system(), List.copyOf(before.values())),
                    Schema.of(live.system(), after)),
                used));
  }

  /** The changes and losses of fields that the mappings read; a new field is no drift. */
  public List<SchemaDiff.FieldChange> drifted() {
    return diff.fields().stream()
        .filter(c -> c.kind() != SchemaDiff.Kind.ADDED)
        .filter(c -> used.contains(c.object() + "." + c.field()))
        .toList();
  }
}
