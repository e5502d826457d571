package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns what makes probabilities of log-odds, from the first candidates of sets whose authors the
 * weights had not seen. Other people's sets are harder than those that a product is made with, so
 * what counts are the sets for which the curve would promise most: the easiest of them are left out
 * of it, in a few rounds. A straight line in log-odds, as so few sets carry no freer curve.
 */
final class Caution {
  /** So much of the sets counts, those first of which too much would be promised. */
  private static final double HARDEST = 0.75;

  private static final int ROUNDS = 12;

  /** What lies beyond tells no more of how likely a pair is. */
  private static final double LOWEST = -10;

  private static final double HIGHEST = 30;
  private static final double STEP = 5;
  private static final double LEAST = 0.02;

  /** Nothing is more certain, as the gold itself has faults. */
  private static final double MOST = 0.985;

  private final Map<String, List<double[]>> firsts = new LinkedHashMap<>();

  /** Counts the first candidate of a target that has a source. */
  void add(String set, double logOdds, boolean right) {
    firsts.computeIfAbsent(set, s -> new ArrayList<>()).add(new double[] {logOdds, right ? 1 : 0});
  }

  Calibration calibration() {
    Map<String, Double> share = new LinkedHashMap<>();
    firsts.keySet().forEach(set -> share.put(set, 1.0));
    double[] line = line(share);
    for (int round = 0; round < ROUNDS; round++) {
      double[] so = line;
      List<String> order = new ArrayList<>(firsts.keySet());
      order.sort(Comparator.comparingDouble((String set) -> -promisedTooMuch(set, so)));
      long counted = Math.max(1, Math.round(HARDEST * order.size()));
      for (int i = 0; i < order.size(); i++) {
        // By halves, so that two sets at the border do not take turns.
        share.merge(order.get(i), i < counted ? 1.0 : 0.0, (was, now) -> (was + now) / 2);
      }
      line = line(share);
    }
    TreeMap<Double, Double> points = new TreeMap<>();
    for (double z = LOWEST; z <= HIGHEST; z += STEP) {
      double p = Math.min(MOST, Math.max(LEAST, at(line, z)));
      points.put(z, Math.round(1e4 * p) / 1e4);
    }
    return new Calibration(points);
  }

  private static double at(double[] line, double logOdds) {
    return Weights.probability(line[0] * column(logOdds) + line[1]);
  }

  private static double column(double logOdds) {
    return Math.max(LOWEST, Math.min(HIGHEST, logOdds)) / 10;
  }

  /** By how much the mean score of a set is above its share of right ones. */
  private double promisedTooMuch(String set, double[] line) {
    return firsts.getOrDefault(set, List.of()).stream()
        .mapToDouble(f -> at(line, f[0]) - f[1])
        .average()
        .orElse(0);
  }

  /** A large set says more than a small one, and not as much as its size. */
  private double[] line(Map<String, Double> share) {
    List<double[]> rows = new ArrayList<>();
    firsts.forEach((set, list) -> {
      double each = share.getOrDefault(set, 0.0) / Math.sqrt(list.size());
      list.forEach(f -> rows.add(new double[] {column(f[0]), 1, f[1], each}));
    });
    double low = Double.NEGATIVE_INFINITY;
    return Logistic.fit(rows, new double[] {1, 0}, new double[] {0.1, low}, true);
  }
}
