package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.studio.mapping.TargetFit;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping makes of sample records, and what goes wrong with them.
 *
 * @param troubles one for each target that anything is wrong with, most errors first
 */
record PreviewRun(List<Row> rows, List<Trouble> troubles) {
  static final PreviewRun NONE = new PreviewRun(List.of(), List.of());

  PreviewRun {
    rows = List.copyOf(rows);
    troubles = List.copyOf(troubles);
  }

  /**
   * One record.
   *
   * @param number position among all records, first is 1
   */
  record Row(int number, Map<String, @Nullable Object> before, Outcome outcome) {

    /** Whether a target has an error. */
    boolean failing() {
      return outcome.fields().values().stream().anyMatch(Row::wrong);
    }

    private boolean has(List<String> ids, String id) {
      for (String name : ids.isEmpty() ? before.keySet() : ids) {
        Object value = before.get(name);
        if (value != null && value.toString().equalsIgnoreCase(id)) {
          return true;
        }
      }
      return false;
    }

    static boolean wrong(FieldOutcome field) {
      return field.messages().stream().anyMatch(Message::error);
    }
  }

  /**
   * What goes wrong with one target.
   *
   * @param first the number of the first record with an error, else with a warning
   */
  record Trouble(String target, int errors, int warnings, int first) {}

  /** Runs a mapping on records; a value that does not fit its field counts as wrong too. */
  static PreviewRun of(
      CompiledMapping compiled, SchemaObject target, List<Map<String, @Nullable Object>> records) {
    List<Row> rows = new ArrayList<>();
    for (Map<String, @Nullable Object> record : records) {
      rows.add(new Row(rows.size() + 1, record, TargetFit.judged(compiled.apply(record), target)));
    }
    return new PreviewRun(rows, troubles(rows));
  }

  private static List<Trouble> troubles(List<Row> rows) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (Row row : rows) {
      row.outcome()
          .fields()
          .forEach((target, field) -> {
            if (!field.messages().isEmpty()) {
              int[] count = counts.computeIfAbsent(target, t -> new int[4]);
              int slot = Row.wrong(field) ? 0 : 1;
              count[slot]++;
              count[2 + slot] = count[2 + slot] == 0 ? row.number() : count[2 + slot];
            }
          });
    }
    List<Trouble> troubles = new ArrayList<>();
    counts.forEach(
        (target, c) -> troubles.add(new Trouble(target, c[0], c[1], c[2] > 0 ? c[2] : c[3])));
    troubles.sort(
        Comparator.comparingInt(Trouble::errors).thenComparingInt(Trouble::warnings).reversed());
    return troubles;
  }

  /** How many records have an error. */
  long failing() {
    return rows.stream().filter(Row::failing).count();
  }

  /** How many records the mapping leaves out. */
  long filtered() {
    return rows.stream().filter(r -> r.outcome().filtered()).count();
  }

  /** The records as they were before the mapping. */
  List<Map<String, @Nullable Object>> records() {
    return rows.stream().map(Row::before).toList();
  }

  /**
   * The first record with an id, letter case aside.
   *
   * @param source says which fields are ids; where none is, any field's value counts
   */
  Optional<Row> withId(SchemaObject source, String id) {
    List<String> ids =
        source.fields().stream()
            .filter(f -> f.type() == FieldType.ID || Boolean.TRUE.equals(f.unique()))
            .map(Field::name)
            .toList();
    return rows.stream().filter(r -> r.has(ids, id)).findFirst();
  }
}
