package dev.crosswalk.engine.match;

import java.util.Map;
import java.util.TreeMap;

/**
 * Turns log-odds into the probability that a person would accept: straight lines between points
 * that were learned from sets whose authors the weights had not seen. It never falls.
 *
 * @param points probability by log-odds; where there are none, the logistic curve is used
 */
record Calibration(TreeMap<Double, Double> points) {
  static final Calibration NONE = new Calibration(new TreeMap<>());

  /** Outside the points it goes on a little, so that no two scores become equal. */
  private static final double BEYOND = 0.2;

  Calibration {
    points = new TreeMap<>(points);
  }

  double probability(double logOdds) {
    if (points.isEmpty()) {
      return Weights.probability(logOdds);
    }
    Map.Entry<Double, Double> below = points.floorEntry(logOdds);
    Map.Entry<Double, Double> above = points.higherEntry(logOdds);
    if (below == null) {
      double span = Math.max(1, points.lastKey() - points.firstKey());
      return points.firstEntry().getValue() * Math.exp((logOdds - points.firstKey()) * 2 / span);
    }
    if (above == null) {
      double rest = 1 - below.getValue();
      double gain = 1 - Math.exp(BEYOND * (below.getKey() - logOdds));
      return below.getValue() + rest * 0.5 * gain;
    }
    double part = (logOdds - below.getKey()) / (above.getKey() - below.getKey());
    return below.getValue() + part * (above.getValue() - below.getValue());
  }
}
