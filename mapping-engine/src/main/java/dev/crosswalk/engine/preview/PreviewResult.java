package dev.crosswalk.engine.preview;

import dev.crosswalk.engine.transform.Outcome;
import java.util.Comparator;
import java.util.List;

/**
 * What a mapping made of some records.
 *
 * @param outcomes one a record, in the records' order
 * @param coverage one a target, in the mapping's order
 * @param rejected records that a target rejects
 * @param filtered records that the row filter left out
 */
public record PreviewResult(
    List<Outcome> outcomes, List<Coverage> coverage, int rejected, int filtered) {

  public PreviewResult {
    outcomes = List.copyOf(outcomes);
    coverage = List.copyOf(coverage);
  }

  /** The targets with most errors first, then most warnings, then fewest values. */
  public List<Coverage> worstFirst() {
    return coverage.stream()
        .sorted(
            Comparator.comparingInt(Coverage::errors)
                .thenComparingInt(Coverage::warnings)
                .reversed()
                .thenComparingInt(Coverage::nonEmpty)
                .thenComparing(Coverage::target))
        .toList();
  }

  /**
   * One target over all records; the filtered ones do not count.
   *
   * @param count records
   * @param set records in which the target has a value, null included
   * @param omitted records in which the target is left out
   * @param errors records that the target rejects
   * @param warnings records with a warning that go through
   * @param nonEmpty records with a value that is not null, no empty text and no empty list
   * @param distinct different such values
   * @param changed records whose value is not the source's
   * @param firstFailing index of the first rejected record; -1 if none
   */
  public record Coverage(
      String target,
      int count,
      int set,
      int omitted,
      int errors,
      int warnings,
      int nonEmpty,
      int distinct,
      int changed,
      int firstFailing) {}
}
