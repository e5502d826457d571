package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The result of the mapping on a few sample records, brought up to date after every edit. */
public final class LivePreview {
  /** So many records are looked at while editing; the preview place looks at all. */
  static final int RECORDS = 25;

  /**
   * What a run found.
   *
   * @param outcomes one for each record
   * @param broken why a target cannot run at all, by target
   * @param clashes how types and picklists do not fit, with the mend where one was found, by target
   */
  public record Found(
      List<Outcome> outcomes, Map<String, Problem> broken, Map<String, Clash> clashes) {
    static final Found NOTHING = new Found(List.of(), Map.of(), Map.of());

    public Found {
      outcomes = List.copyOf(outcomes);
      broken = Map.copyOf(broken);
      clashes = Map.copyOf(clashes);
    }
  }

  /** Runs a mapping on records, off the JavaFX thread. */
  @FunctionalInterface
  public interface Runner {
    Found run(Mapping mapping, List<Map<String, @Nullable Object>> records);
  }

  private final Tasks tasks;
  private final Runner runner;
  private final Runnable onChanged;
  private List<Map<String, @Nullable Object>> records = List.of();
  private Found found = Found.NOTHING;
  private Set<String> failing = Set.of();
  private Optional<Problem> problem = Optional.empty();

  LivePreview(Tasks tasks, Runner runner, Runnable onChanged) {
    this.tasks = tasks;
    this.runner = runner;
    this.onChanged = onChanged;
  }

  void reset(List<Map<String, @Nullable Object>> newRecords) {
    records = few(newRecords);
    found = Found.NOTHING;
    failing = Set.of();
    problem = Optional.empty();
  }

  /** As many sample records as are run while one edits. */
  static List<Map<String, @Nullable Object>> few(List<Map<String, @Nullable Object>> of) {
    return List.copyOf(of.subList(0, Math.min(RECORDS, of.size())));
  }

  /** Runs a mapping; a run that has not ended yet is cancelled. */
  void run(Mapping mapping) {
    List<Map<String, @Nullable Object>> on = records;
    tasks.latest(
        "mapping-preview",
        progress -> runner.run(mapping, on),
        now -> {
          found = now;
          failing = failing(now.outcomes());
          problem = Optional.empty();
          onChanged.run();
        },
        failed -> {
          found = Found.NOTHING;
          failing = Set.of();
          problem = Optional.of(failed);
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
    List<FieldOutcome> rows = new ArrayList<>();
    for (Outcome outcome : found.outcomes()) {
      FieldOutcome field = outcome.fields().get(target);
      if (field != null) {
        rows.add(field);
      }
    }
    return rows;
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

  /** Targets that clash or cannot run, with what is wrong. */
  public Map<String, Clash> clashes() {
    return found.clashes();
  }

  /** Targets that clash, cannot run, or fail on a record. */
  public Set<String> wrong() {
    return wrong(found);
  }

  /** The same of any run. */
  static Set<String> wrong(Found of) {
    Set<String> wrong = failing(of.outcomes());
    wrong.addAll(of.clashes().keySet());
    return wrong;
  }

  /** Why the mapping could not run at all; empty if it did. */
  public Optional<Problem> problem() {
    return problem;
  }

  /** Why one target cannot run; empty where it does. */
  public Optional<Problem> broken(String target) {
    return Optional.ofNullable(found.broken().get(target));
  }
}
