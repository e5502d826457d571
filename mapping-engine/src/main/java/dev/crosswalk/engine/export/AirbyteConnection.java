package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.transform.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One stream of a connection: which fields go along, which rows, and what they are called then.
 * Mappers hash and encrypt too, which no mapping asks for.
 */
final class AirbyteConnection {
  private final Mapping mapping;
  private final List<String> gaps = new ArrayList<>();
  private final List<Object> mappers = new ArrayList<>();
  private final Map<String, Object> body;

  AirbyteConnection(Mapping mapping) {
    this.mapping = mapping;
    this.body = build();
  }

  /** What goes to {@code PATCH /connections/{id}}. */
  Map<String, Object> body() {
    return body;
  }

  /** Clauses, each naming its target. */
  List<String> gaps() {
    return gaps;
  }

  private Map<String, Object> build() {
    Map<String, String> renamed = new LinkedHashMap<>();
    Set<String> selected = new LinkedHashSet<>();
    Set<String> parts = new LinkedHashSet<>();
    mapping.fields().forEach((target, field) -> field(target, field, renamed, parts));
    selected.addAll(renamed.keySet());
    selected.addAll(parts);
    List<String> unneeded = filters(selected);
    unneeded.forEach(field -> mapper("field-filtering", Map.of("targetField", field)));
    renamed.forEach((from, to) -> {
      if (!from.equals(to) && selected.contains(to)) {
        gaps.add(to + ": " + from + " keeps its name, because another field has that one");
      } else if (!from.equals(to)) {
        Map<String, Object> rename = new LinkedHashMap<>();
        rename.put("originalFieldName", from);
        rename.put("newFieldName", to);
        mapper("field-renaming", rename);
      }
    });
    selected.addAll(unneeded);
    Map<String, Object> stream = new LinkedHashMap<>();
    stream.put("name", mapping.source().object());
    stream.put(
        "selectedFields",
        selected.stream().map(name -> Map.of("fieldPath", List.of(name))).toList());
    stream.put("mappers", mappers);
    return Map.of("configurations", Map.of("streams", List.of(stream)));
  }

  private void field(
      String target, FieldMapping field, Map<String, String> renamed, Set<String> parts) {
    List<String> sources = field.sources();
    if (sources.isEmpty()) {
      gaps.add(target + ": it has no source to rename");
      return;
    }
    for (String source : sources) {
      parts.add(FieldPath.parse(source).first());
    }
    List<String> path = FieldPath.parse(sources.get(0)).names();
    List<String> to = FieldPath.parse(target).names();
    if (sources.size() > 1) {
      gaps.add(target + ": its sources (" + String.join(", ", sources) + ") are not combined");
    } else if (path.size() > 1 || to.size() > 1) {
      gaps.add(target + ": a value inside an object is not moved");
    } else if (renamed.containsKey(path.get(0))) {
      gaps.add(
          target + ": " + path.get(0) + " is renamed to " + renamed.get(path.get(0)) + " only");
    } else {
      renamed.put(path.get(0), to.get(0));
    }
    boolean more =
        !field.use().isEmpty()
            || field.values() != null
            || field.fallback() != null
            || field.when() != null;
    if (more) {
      gaps.add(
          target + ": it goes along as it is, without steps, value map, condition and default");
    }
  }

  /**
   * Row filters by equality; a mapper knows no other.
   *
   * @return fields that only they need, to be left out after them
   */
  private List<String> filters(Set<String> selected) {
    List<String> unneeded = new ArrayList<>();
    for (RowFilter filter : mapping.where()) {
      String value = Texts.of(filter.value());
      boolean equality = filter.operator().equals("eq") || filter.operator().equals("ne");
      List<String> path = FieldPath.parse(filter.field()).names();
      if (!equality || value == null || path.size() > 1) {
        gaps.add(
            "the row filter on " + filter.field() + " (" + filter.operator() + ") is not applied");
        continue;
      }
      Map<String, Object> equal = new LinkedHashMap<>();
      equal.put("type", "EQUAL");
      equal.put("fieldName", path.get(0));
      equal.put("comparisonValue", value);
      Map<String, Object> not = new LinkedHashMap<>();
      not.put("type", "NOT");
      not.put("conditions", List.of(equal));
      mapper("row-filtering", Map.of("conditions", filter.operator().equals("eq") ? equal : not));
      if (!selected.contains(path.get(0)) && !unneeded.contains(path.get(0))) {
        unneeded.add(path.get(0));
      }
    }
    return unneeded;
  }

  private void mapper(String type, Map<String, Object> configuration) {
    Map<String, Object> mapper = new LinkedHashMap<>();
    mapper.put("type", type);
    mapper.put("mapperConfiguration", configuration);
    mappers.add(mapper);
  }
}
