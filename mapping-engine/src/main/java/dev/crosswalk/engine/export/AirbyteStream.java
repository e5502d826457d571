package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.OnMissing;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The keys of one stream: a record filter and transformations. All targets are made beside the
 * record and then take its place, so that no target is read as a source, and no source is left.
 */
final class AirbyteStream {
  private static final String BESIDE = "crosswalk_target";

  private final MappingSet set;
  private final Mapping mapping;
  private final List<String> gaps = new ArrayList<>();
  private final Map<String, Object> keys;

  AirbyteStream(MappingSet set, Mapping mapping) {
    this.set = set;
    this.mapping = mapping;
    this.keys = build();
  }

  Map<String, Object> keys() {
    return keys;
  }

  /** Clauses, each naming its target. */
  List<String> gaps() {
    return gaps;
  }

  private Map<String, Object> build() {
    Map<String, Object> stream = new LinkedHashMap<>();
    stream.put("type", "DeclarativeStream");
    stream.put("name", mapping.source().object());
    String condition = filter();
    if (!condition.isEmpty()) {
      Map<String, Object> filter = new LinkedHashMap<>();
      filter.put("type", "RecordFilter");
      filter.put("condition", condition);
      stream.put("retriever", Map.of("record_selector", Map.of("record_filter", filter)));
    }
    Map<String, List<Object>> byCondition = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach((target, field) -> {
          Field known =
              set.target() == null
                  ? null
                  : set.target().field(FieldPath.field(target)).orElse(null);
          JinjaField jinja = new JinjaField(mapping, known);
          try {
            Map<String, Object> added = added(target, jinja.value(field));
            byCondition.computeIfAbsent(present(field), c -> new ArrayList<>()).add(added);
            jinja.caveats().forEach(caveat -> gaps.add(target + ": " + caveat));
          } catch (Unsaid e) {
            gaps.add(target + ": " + e.why());
          }
        });
    List<Object> transformations = new ArrayList<>();
    byCondition.forEach((present, fields) -> {
      Map<String, Object> add = new LinkedHashMap<>();
      add.put("type", "AddFields");
      add.put("fields", fields);
      if (!present.isEmpty()) {
        add.put("condition", JinjaTemplate.condition(present));
      }
      transformations.add(add);
    });
    Map<String, Object> flatten = new LinkedHashMap<>();
    flatten.put("type", "DpathFlattenFields");
    flatten.put("field_path", List.of(BESIDE));
    flatten.put("replace_record", true);
    transformations.add(flatten);
    stream.put("transformations", transformations);
    return stream;
  }

  private static Map<String, Object> added(String target, String value) {
    List<String> path = new ArrayList<>();
    path.add(BESIDE);
    path.addAll(FieldPath.parse(target).names());
    Map<String, Object> added = new LinkedHashMap<>();
    added.put("type", "AddedFieldDefinition");
    added.put("path", path);
    added.put("value", value);
    return added;
  }

  /** Whether one of a target's sources is in the record; empty where it is set in any case. */
  private String present(FieldMapping field) {
    boolean always =
        field.sources().isEmpty()
            || field.fallback() != null
            || mapping.defaults().onMissing() != OnMissing.OMIT
            || field.use().stream()
                .anyMatch(call -> call.name().equals("default") || call.name().equals("constant"));
    return always
        ? ""
        : field.sources().stream()
            .map(AirbyteStream::present)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" or "));
  }

  private static String present(String path) {
    List<String> names = FieldPath.parse(path).names();
    return JinjaTemplate.quoted(names.get(0)) + " in record";
  }

  private String filter() {
    List<String> tests = new ArrayList<>();
    for (RowFilter filter : mapping.where()) {
      String what = "the row filter on " + filter.field() + " (" + filter.operator() + ")";
      try {
        tests.add("(" + JinjaFilter.of(filter) + ")");
        if (JinjaFilter.isOrder(filter)) {
          gaps.add(what + ": texts do not pass");
        }
      } catch (Unsaid e) {
        gaps.add(what + " is not applied: " + e.why());
      }
    }
    return tests.isEmpty() ? "" : JinjaTemplate.condition(String.join(" and ", tests));
  }
}
