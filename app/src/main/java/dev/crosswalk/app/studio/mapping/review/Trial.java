package dev.crosswalk.app.studio.mapping.review;

import java.util.List;

/**
 * What a suggestion would make of the sample records.
 *
 * @param target the target that it is for
 * @param rows most frequent values first, at most a handful
 * @param distinct how many different values there are
 * @param takes what the target takes: its picklist, or its own samples
 */
public record Trial(String target, List<Row> rows, int distinct, List<String> takes) {
  public static final Trial NONE = new Trial("", List.of(), 0, List.of());

  public Trial {
    rows = List.copyOf(rows);
    takes = List.copyOf(takes);
  }

  /**
   * One value and what becomes of it.
   *
   * @param count in how many sample records it stands
   * @param failed whether it cannot be taken; then {@code after} says why
   */
  public record Row(String before, int count, String after, boolean failed) {}
}
