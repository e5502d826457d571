package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Which evidence a person's decisions agree with: the weights moved a little, so that accepted
 * sources stand first among the candidates of their targets. Few decisions move them little.
 */
final class Leaning {
  private static final int ROUNDS = 25;
  private static final double STEP = 0.2;

  /** How strongly the weights are held where they were; a few decisions prove little. */
  private static final double HOLD = 4;

  /** So much of each weight stays: what ten decisions had no use for may decide the next ones. */
  private static final double LEAST = 0.7;

  /** So many decisions say what the person goes by; more would only take time. */
  private static final int MOST = 40;

  private final double[] start;
  private final List<float[][]> rows = new ArrayList<>();
  private final List<Integer> right = new ArrayList<>();

  /**
   * @param start weight of each feature
   */
  Leaning(double[] start) {
    this.start = start;
  }

  /** An accepted pair: the features of all candidates of the target, and which was accepted. */
  void add(float[][] candidates, int accepted) {
    rows.add(candidates);
    right.add(accepted);
  }

  /** What is added to the weight of each feature; none falls below {@link #LEAST} of itself. */
  double[] moved() {
    int n = start.length;
    int looked = Math.min(MOST, rows.size()); // spread over all of them
    double[] w = start.clone();
    double[] square = new double[n];
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[n];
      for (int r = 0; r < looked; r++) {
        int row = (int) ((long) r * rows.size() / looked);
        pull(rows.get(row), right.get(row), w, gradient);
      }
      for (int i = 0; i < n; i++) {
        double g = gradient[i] + HOLD * (w[i] - start[i]);
        square[i] += g * g;
        w[i] = Math.max(LEAST * start[i], w[i] - STEP * g / (1e-9 + Math.sqrt(square[i])));
      }
    }
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = w[i] - start[i];
    }
    return out;
  }

  /** Adds the gradient of -log(share of the accepted one in the softmax of all). */
  private static void pull(float[][] row, int right, double[] w, double[] gradient) {
    double[] z = new double[row.length];
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < z.length; k++) {
      z[k] = dot(w, row[k]);
      max = Math.max(max, z[k]);
    }
    double all = 0;
    for (int k = 0; k < z.length; k++) {
      z[k] = Math.exp(z[k] - max);
      all += z[k];
    }
    for (int k = 0; k < z.length; k++) {
      double pull = z[k] / all - (k == right ? 1 : 0);
      if (Math.abs(pull) > 1e-6) {
        for (int i = 0; i < w.length; i++) {
          gradient[i] += pull * row[k][i];
        }
      }
    }
  }

  static double dot(double[] weights, float[] features) {
    double z = 0;
    for (int i = 0; i < weights.length; i++) {
      z += weights[i] * features[i];
    }
    return z;
  }
}
