package dev.crosswalk.engine.preview;

import dev.crosswalk.engine.preview.PreviewResult.Coverage;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a mapping on sample records and counts what became of each target. */
public final class Preview {
  private Preview() {}

  /** Pure and quick: 25 records take a few milliseconds, so it may run at each keystroke. */
  public static PreviewResult run(
      CompiledMapping mapping, List<? extends Map<String, ? extends @Nullable Object>> records) {
    List<Outcome> outcomes = new ArrayList<>(records.size());
    records.forEach(record -> outcomes.add(mapping.apply(record)));
    List<Coverage> coverage =
        mapping.targets().stream().map(target -> coverage(target, outcomes)).toList();
    return new PreviewResult(
        outcomes,
        coverage,
        (int) outcomes.stream().filter(Outcome::rejected).count(),
        (int) outcomes.stream().filter(Outcome::filtered).count());
  }

  private static Coverage coverage(String target, List<Outcome> outcomes) {
    int count = 0;
    int set = 0;
    int omitted = 0;
    int errors = 0;
    int warnings = 0;
    int nonEmpty = 0;
    int changed = 0;
    int firstFailing = -1;
    Set<Object> distinct = new HashSet<>();
    for (int i = 0; i < outcomes.size(); i++) {
      FieldOutcome field = outcomes.get(i).fields().get(target);
      if (field == null) {
        continue;
      }
      count++;
      switch (field.status()) {
        case SET -> set++;
        case OMITTED -> omitted++;
        case REJECTED -> {
          errors++;
          firstFailing = firstFailing < 0 ? i : firstFailing;
        }
      }
      if (field.status() != Outcome.Status.REJECTED
          && field.messages().stream().anyMatch(m -> !m.error())) {
        warnings++;
      }
      Object after = field.after();
      if (field.status() == Outcome.Status.SET) {
        if (hasValue(after)) {
          nonEmpty++;
          distinct.add(after);
        }
        changed += Objects.equals(field.before(), after) ? 0 : 1;
      }
    }
    return new Coverage(
        target,
        count,
        set,
        omitted,
        errors,
        warnings,
        nonEmpty,
        distinct.size(),
        changed,
        firstFailing);
  }

  private static boolean hasValue(@Nullable Object value) {
    return value != null && !"".equals(value) && !List.of().equals(value);
  }
}
