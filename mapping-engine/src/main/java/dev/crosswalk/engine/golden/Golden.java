package dev.crosswalk.engine.golden;

import dev.crosswalk.engine.preview.Values;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.text.YamlWriter;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.Status;
import dev.crosswalk.engine.transform.SourcesRead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes golden records from real ones, and replays them. */
public final class Golden {
  private static final String SAVE_ANEW =
      "Mend the mapping; or if the new result is right, save the records anew with crosswalk preview"
          + " --save-golden.";

  private Golden() {}

  /**
   * Masks records first and maps them then, so that the result is the mapping's true one. Records
   * that the row filter leaves out make none.
   */
  public static List<GoldenRecord> make(
      CompiledMapping mapping,
      Masker masker,
      List<? extends Map<String, ? extends @Nullable Object>> records) {
    Set<String> read = sources(mapping);
    List<GoldenRecord> golden = new ArrayList<>();
    for (Map<String, ? extends @Nullable Object> record : records) {
      Map<String, @Nullable Object> source = normal(masker.mask(used(record, read)));
      Outcome outcome = mapping.apply(source, false);
      if (!outcome.filtered()) {
        golden.add(
            new GoldenRecord(
                name(golden.size() + 1, outcome),
                source,
                outcome.rejected() ? Map.of() : normal(outcome.record()),
                outcome.rejected()));
      }
    }
    return golden;
  }

  /** The paths that a mapping reads; empty where an expression may read all. */
  private static Set<String> sources(CompiledMapping mapping) {
    boolean expressions =
        mapping.mapping().fields().values().stream().anyMatch(SourcesRead::mayReadMore);
    return expressions ? Set.of() : SourcesRead.of(mapping.mapping());
  }

  private static Map<String, @Nullable Object> used(
      Map<String, ? extends @Nullable Object> record, Set<String> read) {
    Map<String, @Nullable Object> used = new TreeMap<>();
    record.forEach((name, value) -> {
      boolean reads =
          read.isEmpty()
              || read.stream()
                  .anyMatch(path ->
                      path.equals(name)
                          || path.startsWith(name + ".")
                          || path.startsWith(name + "[")
                          || path.startsWith("[") && path.contains(name));
      if (reads) {
        used.put(name, value);
      }
    });
    return used;
  }

  private static String name(int number, Outcome outcome) {
    String fields =
        outcome.fields().entrySet().stream()
            .filter(e -> e.getValue().status() == Status.REJECTED)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return "Record " + number + (fields.isEmpty() ? "" : ": " + fields + " is rejected");
  }

  /** Runs each record again; {@code FM131} with its line for each target that differs. */
  public static List<Problem> replay(GoldenFile file, CompiledMapping mapping) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < file.records().size(); i++) {
      replay(file, i, mapping, problems);
    }
    return problems;
  }

  private static void replay(
      GoldenFile file, int index, CompiledMapping mapping, List<Problem> problems) {
    GoldenRecord golden = file.records().get(index);
    Outcome outcome = mapping.apply(golden.source(), false);
    String subject = "Golden record '" + golden.name() + "'";
    if (outcome.filtered()) {
      problems.add(
          problem(file, index, List.of(), subject + " is left out by the row filter now."));
    } else if (outcome.rejected() != golden.rejected()) {
      problems.add(
          problem(
              file,
              index,
              List.of(golden.rejected() ? "rejected" : "target"),
              golden.rejected()
                  ? subject + " must be rejected, and passes now."
                  : subject + " is rejected now: " + reasons(outcome)));
    } else if (!golden.rejected()) {
      for (RecordDifference difference :
          RecordDifference.between(golden.target(), normal(outcome.record()))) {
        List<String> path = new ArrayList<>(List.of("target"));
        path.addAll(difference.path());
        problems.add(
            problem(
                file,
                index,
                path,
                subject
                    + " gives another result: "
                    + String.join(".", difference.path())
                    + " "
                    + words(difference)
                    + "."));
      }
    }
  }

  private static String reasons(Outcome outcome) {
    return outcome.fields().entrySet().stream()
        .filter(e -> e.getValue().status() == Status.REJECTED)
        .map(e ->
            e.getKey()
                + ": "
                + e.getValue().messages().stream()
                    .map(Outcome.Message::text)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
  }

  private static Problem problem(GoldenFile file, int index, List<String> path, String what) {
    return Problem.error("FM131", file.place(index, path), what, SAVE_ANEW);
  }

  private static String words(RecordDifference difference) {
    String before = Values.shown(difference.expected(), 60);
    String now = Values.shown(difference.actual(), 60);
    if (!difference.actualThere()) {
      return "was " + before + " and is left out now";
    }
    return difference.expectedThere()
        ? "was " + before + " and is " + now + " now"
        : "was left out and is " + now + " now";
  }

  /** A record as a file of golden records gives it back. */
  public static Map<String, @Nullable Object> normal(Map<String, ?> map) {
    Map<String, @Nullable Object> normal = new LinkedHashMap<>();
    map.forEach((k, v) -> normal.put(k, YamlWriter.normal(v)));
    return Collections.unmodifiableMap(normal);
  }
}
