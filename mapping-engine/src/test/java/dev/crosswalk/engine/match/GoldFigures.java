package dev.crosswalk.engine.match;

import java.util.List;
import java.util.Set;

/** Where the right sources stand, averaged over the targets of the gold; ties by expectation. */
final class GoldFigures {
  private double hit1;
  private double hit3;
  private double reciprocal;
  private int targets;

  /**
   * Counts one target.
   *
   * @param scores of all candidates, in any order
   * @param right which of them are right
   */
  void add(List<Double> scores, Set<Integer> right) {
    targets++;
    if (right.isEmpty()) {
      return;
    }
    double best = right.stream().mapToDouble(scores::get).max().orElseThrow();
    int above = (int) scores.stream().filter(s -> s > best).count();
    int tied = (int) scores.stream().filter(s -> s == best).count();
    int good = (int) right.stream().filter(r -> scores.get(r) == best).count();
    // The first of `good` right ones in a random order of `tied`: P(it stands at place k).
    double none = 1;
    for (int k = 1; k <= tied - good + 1; k++) {
      double here = none * good / (tied - k + 1);
      none -= here;
      int place = above + k;
      hit1 += place <= 1 ? here : 0;
      hit3 += place <= 3 ? here : 0;
      reciprocal += here / place;
    }
  }

  double hit1() {
    return targets == 0 ? 0 : hit1 / targets;
  }

  double hit3() {
    return targets == 0 ? 0 : hit3 / targets;
  }

  double mrr() {
    return targets == 0 ? 0 : reciprocal / targets;
  }
}
