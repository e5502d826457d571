package dev.crosswalk.engine.match;

/** Weighted logistic regression with few columns, by Newton's method. */
final class Logistic {
  private static final int ROUNDS = 40;
  private static final double RIDGE = 1e-5;

  private Logistic() {}

  /**
   * The coefficients.
   *
   * @param rows columns, then 1 or 0 for the outcome, then the weight
   * @param least lowest value of each coefficient
   * @param first whether the first one is to be learned, or stays as it is
   */
  static double[] fit(Iterable<double[]> rows, double[] start, double[] least, boolean first) {
    int n = start.length;
    double[] c = start.clone();
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[n];
      double[][] curve = new double[n][n];
      for (double[] r : rows) {
        double z = 0;
        for (int i = 0; i < n; i++) {
          z += c[i] * r[i];
        }
        double p = Weights.probability(z);
        double w = r[n + 1];
        for (int i = 0; i < n; i++) {
          gradient[i] += w * (p - r[n]) * r[i];
          for (int j = 0; j < n; j++) {
            curve[i][j] += w * Math.max(1e-3, p * (1 - p)) * r[i] * r[j];
          }
        }
      }
      for (int i = 0; i < n; i++) {
        curve[i][i] += RIDGE;
        if ((i == 0 && !first) || (c[i] <= least[i] && gradient[i] > 0)) { // held
          java.util.Arrays.fill(curve[i], 0);
          for (int j = 0; j < n; j++) {
            curve[j][i] = 0;
          }
          curve[i][i] = 1;
          gradient[i] = 0;
        }
      }
      double[] step = solve(curve, gradient);
      for (int i = 0; i < n; i++) {
        c[i] = Math.max(least[i], c[i] - Math.max(-0.4, Math.min(0.4, step[i])));
      }
    }
    return c;
  }

  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      for (int r = i + 1; r < n; r++) {
        double factor = a[r][i] / a[i][i];
        for (int k = i; k < n; k++) {
          a[r][k] -= factor * a[i][k];
        }
        x[r] -= factor * x[i];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= a[i][k] * x[k];
      }
      x[i] /= a[i][i];
    }
    return x;
  }
}
