package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.match.History;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Lookups;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping is edited against.
 *
 * @param mapping path of the base mapping in the workspace
 * @param file path of what is edited: the base mapping, or a customer's overlay on it
 * @param customer id of the customer whose overlay is edited; empty = the base mapping
 * @param connection whose cache gave source schema and records; null if none has them
 * @param referenced objects that the source's references lead to, for paths across these
 * @param records sample records of the source object; may be empty
 * @param history decisions of the other mappings of the workspace, without this customer's own here
 * @param lookups the workspace's lookup tables
 * @param words words that mean the same in this workspace
 */
public record MappingContext(
    String mapping,
    String file,
    String customer,
    @Nullable String connection,
    String sourceSystem,
    SchemaObject source,
    List<SchemaObject> referenced,
    String targetSystem,
    SchemaObject target,
    List<Map<String, @Nullable Object>> records,
    History history,
    Lookups lookups,
    String words) {

  /** How many candidates are kept for each target: as many as there are keys to choose with. */
  static final int CANDIDATES = 5;

  public MappingContext {
    referenced = List.copyOf(referenced);
    records = List.copyOf(records);
  }

  /** The same with other sample records. */
  public MappingContext withRecords(List<Map<String, @Nullable Object>> newRecords) {
    return new MappingContext(
        mapping,
        file,
        customer,
        connection,
        sourceSystem,
        source,
        referenced,
        targetSystem,
        target,
        newRecords,
        history,
        lookups,
        words);
  }

  /**
   * What to ask now that the mapping says this: its decisions count, and what it marks as shared.
   */
  MatchRequest request(Mapping now) {
    Set<String> shared = new TreeSet<>();
    now.fields()
        .forEach((path, field) -> {
          if (field.shared()) {
            shared.add(target.name() + "." + FieldPath.field(path));
          }
        });
    List<SchemaObject> sources = new ArrayList<>(List.of(source));
    sources.addAll(referenced);
    return new MatchRequest(
        Schema.of(sourceSystem, sources),
        Schema.of(targetSystem, List.of(target)),
        List.of(new MatchRequest.Pair(source.name(), target.name())),
        Map.of(source.name(), records),
        history.and(Workspace.decisions(now, customer)),
        CANDIDATES,
        shared,
        words);
  }

  /** Share of records with a value, by field name; empty without records. */
  Map<String, Double> fillRates() {
    if (records.isEmpty()) {
      return Map.of();
    }
    Map<String, Double> rates = new TreeMap<>();
    for (var field : source.fields()) {
      long filled =
          records.stream()
              .map(r -> r.get(field.name()))
              .filter(v -> v != null && !v.toString().isBlank())
              .count();
      rates.put(field.name(), filled / (double) records.size());
    }
    return Collections.unmodifiableMap(rates);
  }
}
