package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs an export, from the text of its files alone, so that it can be compared with the mapping
 * ({@link Replays}).
 */
@FunctionalInterface
public interface Replay {

  /**
   * @param result what the exporter made
   * @param set the mapping to run
   * @param customer whose, or {@link MappingSet#BASE}
   * @return empty where the export holds nothing that can be run for this customer
   */
  Optional<Run> of(ExportResult result, MappingSet set, String customer);

  /**
   * A part of an export, ready to run.
   *
   * @param notExpressed target paths that the export says it leaves out, which are not compared
   * @param function gives what becomes of one source record; it may throw a {@link
   *     dev.crosswalk.engine.problem.ProblemException}, which counts as {@link Refused}
   */
  record Run(Set<String> notExpressed, Function<Map<String, @Nullable Object>, Given> function) {
    public Run {
      notExpressed = Set.copyOf(notExpressed);
    }
  }

  /** What an export makes of one record. */
  sealed interface Given permits Made, LeftOut, Refused {}

  /** A target record, nested where the target's paths are. */
  record Made(Map<String, ? extends @Nullable Object> record) implements Given {}

  /** A row filter leaves it out. */
  record LeftOut() implements Given {}

  /** It fails on this record. */
  record Refused(String why) implements Given {}
}
