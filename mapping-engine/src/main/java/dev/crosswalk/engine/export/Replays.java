package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.Replay.Given;
import dev.crosswalk.engine.export.Replay.Run;
import dev.crosswalk.engine.export.Replayed.Difference;
import dev.crosswalk.engine.golden.Golden;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.golden.RecordDifference;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Exports and runs what came out on the golden records: an export that gives another result than
 * the mapping says so.
 */
public final class Replays {
  private static final String REFUSED = "refused: ";
  private static final String FILTERED = "left out by the row filter";

  private final Replay replay;
  private final ExportResult result;
  private final List<Difference> differences = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int records;

  private Replays(Replay replay, ExportResult result) {
    this.replay = replay;
    this.result = result;
  }

  /** The export, with what its replay showed where there is one. */
  public static ExportResult export(Exporter exporter, ExportRequest request) {
    ExportResult result = exporter.export(request);
    Optional<Replay> replay = exporter.replay();
    if (replay.isEmpty() || result.hasErrors()) {
      return result;
    }
    Replays replays = new Replays(replay.get(), result);
    for (MappingSet set : request.mappings()) {
      set.golden().forEach((customer, golden) -> replays.replay(set, customer, golden));
    }
    return result.with(new Replayed(replays.records, replays.differences)).with(replays.problems);
  }

  private void replay(MappingSet all, String customer, List<GoldenRecord> golden) {
    MappingSet set = all.as(customer);
    Mapping mapping = set.mapping(customer).orElse(null);
    if (mapping == null || golden.isEmpty()) {
      return;
    }
    Run run;
    CompiledMapping ours;
    try {
      run = replay.of(result, set, customer).orElse(null);
      if (run == null) {
        return;
      }
      ours = CompiledMapping.compile(mapping, set.source(), set.target(), set.lookups());
    } catch (ProblemException e) {
      problems.add(
          Problem.warning(
              "export-not-replayed",
              Place.of(mapping.id()),
              "The export was not compared on the golden records: " + e.problem().what(),
              "Mend it and export again, or try the export by hand."));
      return;
    }
    for (int i = 0; i < golden.size(); i++) {
      records++;
      Row row = new Row(mapping.id(), customer, i + 1, golden.get(i).name());
      Map<String, @Nullable Object> source = golden.get(i).source();
      compare(row, ours.apply(source, false), theirs(run, source), run.notExpressed());
    }
  }

  private record Row(String mapping, String customer, int number, String name) {
    Difference difference(String target, String ours, String theirs) {
      return new Difference(mapping, customer, number, name, target, ours, theirs);
    }
  }

  private static Given theirs(Run run, Map<String, @Nullable Object> source) {
    try {
      return run.function().apply(source);
    } catch (ProblemException e) {
      return new Replay.Refused(e.problem().what());
    }
  }

  private void compare(Row row, Outcome ours, Given theirs, Set<String> notExpressed) {
    String our = ours.filtered() ? FILTERED : ours.rejected() ? REFUSED + reasons(ours) : "";
    switch (theirs) {
      case Replay.Made made when our.isEmpty() -> values(row, ours, made.record(), notExpressed);
      case Replay.Made made -> {
        // What refuses a record may be a field that the export has said it leaves out.
        if (!ours.rejected() || !notExpressed.containsAll(refusing(ours))) {
          differences.add(row.difference("", our, "a record"));
        }
      }
      case Replay.LeftOut left -> {
        if (!ours.filtered()) {
          differences.add(row.difference("", our.isEmpty() ? "a record" : our, FILTERED));
        }
      }
      case Replay.Refused refused -> {
        if (!ours.rejected()) {
          differences.add(
              row.difference("", our.isEmpty() ? "a record" : our, REFUSED + refused.why()));
        }
      }
    }
  }

  private void values(
      Row row,
      Outcome ours,
      Map<String, ? extends @Nullable Object> theirs,
      Set<String> notExpressed) {
    List<RecordDifference> found = new ArrayList<>();
    RecordDifference.between(
            Golden.normal(ours.record()), Golden.normal(new LinkedHashMap<>(theirs)))
        .forEach(d -> leaves(d, found));
    for (RecordDifference d : found) {
      String target = path(d.path());
      boolean known =
          notExpressed.stream().anyMatch(n -> n.equals(target) || target.startsWith(n + "."));
      if (!known) {
        differences.add(
            row.difference(
                target,
                Difference.shown(d.expectedThere(), d.expected()),
                Difference.shown(d.actualThere(), d.actual())));
      }
    }
  }

  /** An object that is there on one side only differs in each of its values. */
  private static void leaves(RecordDifference whole, List<RecordDifference> found) {
    if (whole.expectedThere() == whole.actualThere()
        || !((whole.expectedThere() ? whole.expected() : whole.actual()) instanceof Map<?, ?> map)
        || map.isEmpty()) {
      found.add(whole);
      return;
    }
    map.forEach((name, value) -> {
      List<String> path = new ArrayList<>(whole.path());
      path.add(String.valueOf(name));
      leaves(
          whole.expectedThere()
              ? new RecordDifference(path, true, value, false, null)
              : new RecordDifference(path, false, null, true, value),
          found);
    });
  }

  private static String path(List<String> names) {
    return names.contains("") ? String.join(".", names) : new FieldPath(names).toString();
  }

  private static Set<String> refusing(Outcome outcome) {
    return outcome.fields().entrySet().stream()
        .filter(e -> e.getValue().status() == Outcome.Status.REJECTED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static String reasons(Outcome outcome) {
    return String.join(", ", refusing(outcome).stream().sorted().toList());
  }
}
