package dev.crosswalk.engine.match;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Scores the pairs of a block. First each pair by itself; then the fields around it, since fields
 * that stand together on one side stand together on the other; last against its rivals: a source
 * that fits another target better loses here, and the best of a row gains by its margin.
 */
final class Scorer {
  /** A rival further off than this does not matter more. */
  private static final double MARGIN = 4;

  private final double[] weights;
  private final Weights all;

  Scorer(List<String> names, Weights weights) {
    this.weights = names.stream().mapToDouble(weights::of).toArray();
    this.all = weights;
  }

  /** The weight of each feature of a pair. */
  double[] weights() {
    return weights.clone();
  }

  /** Log-odds of each pair by itself. */
  double[][] alone(Block block) {
    double[][] out = block.table();
    double bias = all.of("bias");
    for (int t = 0; t < out.length; t++) {
      for (int k = 0; k < out[t].length; k++) {
        float[] f = block.features()[t][k];
        double z = bias - block.prices()[block.candidates()[t][k]];
        for (int i = 0; i < weights.length; i++) {
          z += weights[i] * f[i];
        }
        out[t][k] = z;
      }
    }
    return out;
  }

  /** Adds what the fields around each pair say. */
  double[][] withAround(Block block, double[][] alone, double[][] decided) {
    Around around = Around.of(block, decided);
    double siblings = all.of("siblings");
    double children = all.of("children");
    double dense = all.of("dense");
    double[][] out = block.table();
    for (int t = 0; t < out.length; t++) {
      for (int k = 0; k < out[t].length; k++) {
        out[t][k] =
            alone[t][k]
                + siblings * around.siblings()[t][k]
                + children * around.children()[t][k]
                + dense * around.dense()[t][k];
      }
    }
    return out;
  }

  /**
   * Log-odds with everything: one row for each target, one place for each candidate.
   *
   * @param alone log-odds of each pair by itself
   * @param decisions adds what people decided; it counts for the fields around, too
   */
  double[][] score(Block block, double[][] alone, UnaryOperator<double[][]> decisions) {
    double[][] z = withAround(block, alone, decisions.apply(alone));
    z = added(z, all.of("column"), columnMargins(block, z));
    z = decisions.apply(z);
    return added(z, all.of("row"), rowMargins(z));
  }

  double[][] score(Block block) {
    return score(block, alone(block), z -> z);
  }

  static double[][] added(double[][] z, double weight, double[][] other) {
    double[][] out = new double[z.length][];
    for (int t = 0; t < z.length; t++) {
      out[t] = new double[z[t].length];
      for (int k = 0; k < z[t].length; k++) {
        out[t][k] = z[t][k] + weight * other[t][k];
      }
    }
    return out;
  }

  /** How far each candidate is above the best of the others of its target, or below it. */
  static double[][] rowMargins(double[][] z) {
    double[][] out = new double[z.length][];
    for (int t = 0; t < z.length; t++) {
      Best best = new Best();
      for (double value : z[t]) {
        best.add(value);
      }
      out[t] = new double[z[t].length];
      for (int k = 0; k < z[t].length; k++) {
        out[t][k] = best.margin(z[t][k]);
      }
    }
    return out;
  }

  /** How far each candidate is above what its source is for the best other target, or below it. */
  static double[][] columnMargins(Block block, double[][] z) {
    Best[] best = new Best[block.sources().size()];
    for (int t = 0; t < z.length; t++) {
      for (int k = 0; k < z[t].length; k++) {
        int s = block.candidates()[t][k];
        if (best[s] == null) {
          best[s] = new Best();
        }
        best[s].add(z[t][k]);
      }
    }
    double[][] out = block.table();
    for (int t = 0; t < z.length; t++) {
      for (int k = 0; k < z[t].length; k++) {
        out[t][k] = best[block.candidates()[t][k]].margin(z[t][k]);
      }
    }
    return out;
  }

  /** The two highest of some values. */
  private static final class Best {
    private double first = Double.NEGATIVE_INFINITY;
    private double second = Double.NEGATIVE_INFINITY;

    void add(double value) {
      if (value > first) {
        second = first;
        first = value;
      } else if (value > second) {
        second = value;
      }
    }

    /** How far one of the values is above the best of the others, cut to a few units. */
    double margin(double value) {
      double other = value >= first ? second : first;
      if (Double.isInfinite(other)) {
        return 0; // no rival
      }
      return Math.max(-MARGIN, Math.min(MARGIN, value - other));
    }
  }
}
