package dev.crosswalk.app.studio.mapping.review;

import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import java.util.List;

/**
 * What a suggestion would make of the sample records.
 *
 * @param target the target that it is for
 * @param rows most frequent values first, at most a handful
 * @param distinct how many different values there are
 * @param takes what the target takes: its picklist, or its own samples
 * @param outcomes what became of the first sample records, one each
 */
public record Trial(
    String target, List<Row> rows, int distinct, List<String> takes, List<FieldOutcome> outcomes) {
  public static final Trial NONE = new Trial("", List.of(), 0, List.of(), List.of());

  public Trial {
    rows = List.copyOf(rows);
    takes = List.copyOf(takes);
    outcomes = List.copyOf(outcomes);
  }

  /**
   * One value and what becomes of it.
   *
   * @param count in how many sample records it stands
   * @param failed whether it cannot be taken; then {@code after} says why
   */
  public record Row(String before, int count, String after, boolean failed) {}
}
