package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The result of the mapping on a few sample records, brought up to date after every edit. */
public final class LivePreview {
  /** So many records are looked at while editing; the preview place looks at all. */
  static final int RECORDS = 25;

  /** Runs a mapping on records, off the JavaFX thread. */
  @FunctionalInterface
  public interface Runner {
    List<Outcome> run(Mapping mapping, List<Map<String, @Nullable Object>> records);
  }

  private final Tasks tasks;
  private final Runner runner;
  private final Runnable onChanged;
  private List<Map<String, @Nullable Object>> records = List.of();
  private List<Outcome> outcomes = List.of();
  private Set<String> failing = Set.of();
  private String problem = "";

  LivePreview(Tasks tasks, Runner runner, Runnable onChanged) {
    this.tasks = tasks;
    this.runner = runner;
    this.onChanged = onChanged;
  }

  void reset(List<Map<String, @Nullable Object>> newRecords) {
    records = List.copyOf(newRecords.subList(0, Math.min(RECORDS, newRecords.size())));
    outcomes = List.of();
    failing = Set.of();
    problem = "";
  }

  void run(Mapping mapping) {
    List<Map<String, @Nullable Object>> on = records;
    if (on.isEmpty()) {
      return;
    }
    tasks.latest(
        "mapping-preview",
        progress -> runner.run(mapping, on),
        found -> {
          outcomes = List.copyOf(found);
          failing = failing(found);
          problem = "";
          onChanged.run();
        },
        failed -> {
          outcomes = List.of();
          problem = failed.toString();
          onChanged.run();
        });
  }

  private static Set<String> failing(List<Outcome> outcomes) {
    Set<String> failing = new HashSet<>();
    for (Outcome outcome : outcomes) {
      outcome
          .fields()
          .forEach((target, field) -> {
            if (field.messages().stream().anyMatch(Outcome.Message::error)) {
              failing.add(target);
            }
          });
    }
    return failing;
  }

  /** What happened to one target, record by record; empty where it is not mapped. */
  public List<FieldOutcome> of(String target) {
    List<FieldOutcome> found = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      FieldOutcome field = outcome.fields().get(target);
      if (field != null) {
        found.add(field);
      }
    }
    return found;
  }

  /** How many sample records there are to look at. */
  public int records() {
    return records.size();
  }

  /** Values of one source field in the sample records, missing ones left out. */
  public List<Object> samples(String fieldName) {
    List<Object> values = new ArrayList<>();
    for (Map<String, @Nullable Object> each : records) {
      Object value = each.get(fieldName);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** Targets with an error on at least one record. */
  public Set<String> failing() {
    return failing;
  }

  /** Why the mapping could not run at all; empty if it did. */
  public String problem() {
    return problem;
  }
}
