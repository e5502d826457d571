package dev.crosswalk.engine.match;

import java.util.Locale;

/** How often suggestions of a score are right. */
final class Reliability {
  private static final int BINS = 10;

  private final double[] sum = new double[BINS];
  private final int[] right = new int[BINS];
  private final int[] all = new int[BINS];

  void add(double score, boolean isRight) {
    int bin = Math.max(0, Math.min(BINS - 1, (int) (score * BINS)));
    sum[bin] += score;
    all[bin]++;
    right[bin] += isRight ? 1 : 0;
  }

  int count() {
    int count = 0;
    for (int n : all) {
      count += n;
    }
    return count;
  }

  /** Expected calibration error: mean distance between score and share of right ones. */
  double error() {
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      error += Math.abs(sum[b] - right[b]);
    }
    return error / Math.max(1, count());
  }

  /** Of the suggestions at 0.9 and more: how many, and the share of right ones. */
  double[] certain() {
    int b = BINS - 1;
    return new double[] {all[b], (double) right[b] / Math.max(1, all[b])};
  }

  String table() {
    StringBuilder out =
        new StringBuilder("| score | suggestions | mean score | right |\n|---|---|---|---|\n");
    for (int b = 0; b < BINS; b++) {
      if (all[b] > 0) {
        out.append(
            String.format(
                Locale.ROOT,
                "| %.1f to %.1f | %d | %.3f | %.3f |%n",
                (double) b / BINS,
                (b + 1.0) / BINS,
                all[b],
                sum[b] / all[b],
                (double) right[b] / all[b]));
      }
    }
    return out.toString();
  }
}
