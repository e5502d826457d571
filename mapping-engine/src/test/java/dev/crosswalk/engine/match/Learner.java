package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns the weights from gold blocks. First the weights of the features, so that right sources
 * stand first, held near the prior and at least zero; then how much the fields around a pair count
 * and how much the margin to the next best. {@link Caution} makes probabilities of it.
 * Deterministic.
 */
final class Learner {
  private static final int ROUNDS = 60;
  private static final double STEP = 0.5;

  /** How strongly the weights are held near the prior. */
  private static final double HOLD = 0.02;

  /** Targets without a source together weigh so much of those with one. */
  private static final double UNMAPPED = 0.03;

  private static final int NEAREST = 8;
  private static final double AROUND_HOLD = 0.3;

  private final List<GoldBlock> blocks;
  private final List<String> names;
  private final Map<String, Double> share;

  Learner(List<GoldBlock> blocks) {
    this.blocks = blocks;
    this.names = blocks.get(0).features().names();
    this.share = shares(blocks);
  }

  /** The weights, not calibrated. */
  Weights learn() {
    Weights prior = Weights.prior();
    double[] w = rank(prior);
    Map<String, Double> learned = new LinkedHashMap<>(prior.values());
    for (int i = 0; i < w.length; i++) {
      learned.put(names.get(i), w[i]);
    }
    learned.put("bias", 0.0);
    learned.put("bias", line(new Weights(learned, Calibration.NONE), false)[1]);
    around(learned);
    double[] line = line(new Weights(learned, Calibration.NONE), true);
    learned.put("row", line[2] / line[0]);
    // No gold has fields marked as old: their say is set by hand.
    double current = prior.of("current");
    learned.merge("bias", learned.getOrDefault("current", 0.0) - current, Double::sum);
    learned.put("current", current);
    return new Weights(learned, Calibration.NONE);
  }

  /** Each set counts the same, but sets of one author share what they have in common. */
  private static Map<String, Double> shares(List<GoldBlock> blocks) {
    Map<String, Integer> mapped = new LinkedHashMap<>();
    Map<String, Set<String>> families = new LinkedHashMap<>();
    for (GoldBlock b : blocks) {
      int count = 0;
      for (boolean m : b.mapped()) {
        count += m ? 1 : 0;
      }
      mapped.merge(b.set().name(), count, Integer::sum);
      families.computeIfAbsent(b.set().family(), f -> new LinkedHashSet<>()).add(b.set().name());
    }
    Map<String, Double> out = new LinkedHashMap<>();
    double sum = 0;
    for (Set<String> sets : families.values()) {
      for (String set : sets) {
        double each = 1 / Math.sqrt(sets.size());
        sum += each;
        out.put(set, each / Math.max(1, mapped.getOrDefault(set, 1)));
      }
    }
    double all = sum;
    out.replaceAll((set, s) -> s / all);
    return out;
  }

  private double share(GoldBlock b) {
    return share.getOrDefault(b.set().name(), 0.0);
  }

  private double[] rank(Weights prior) {
    double[] start = names.stream().mapToDouble(prior::of).toArray();
    double[] w = start.clone();
    double[] square = new double[w.length];
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[w.length];
      for (GoldBlock b : blocks) {
        for (int t = 0; t < b.mapped().length; t++) {
          if (b.answerable(t)) {
            float[][] features = b.block().features()[t];
            double[] z = new double[features.length];
            for (int k = 0; k < z.length; k++) {
              for (int i = 0; i < w.length; i++) {
                z[k] += w[i] * features[k][i];
              }
            }
            double[] pull = pull(z, b.right()[t], share(b));
            for (int k = 0; k < z.length; k++) {
              if (Math.abs(pull[k]) > 1e-9) {
                for (int i = 0; i < w.length; i++) {
                  gradient[i] += pull[k] * features[k][i];
                }
              }
            }
          }
        }
      }
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i] + HOLD * (w[i] - start[i]);
        square[i] += g * g;
        w[i] = Math.max(0, w[i] - STEP * g / (1e-9 + Math.sqrt(square[i])));
      }
    }
    return w;
  }

  /** Gradient by z of the loss -log(share of the right sources in the softmax of all). */
  private static double[] pull(double[] z, boolean[] right, double weight) {
    double max = IntStream.range(0, z.length).mapToDouble(i -> z[i]).max().orElse(0);
    double all = 0;
    double good = 0;
    double[] e = new double[z.length];
    for (int k = 0; k < z.length; k++) {
      e[k] = Math.exp(z[k] - max);
      all += e[k];
      good += right[k] ? e[k] : 0;
    }
    for (int k = 0; k < z.length; k++) {
      e[k] = weight * (e[k] / all - (right[k] ? e[k] / Math.max(1e-12, good) : 0));
    }
    return e;
  }

  /** How much the fields around a pair count. */
  private void around(Map<String, Double> learned) {
    Weights so = new Weights(learned, Calibration.NONE);
    double[] w = Features.AROUND.stream().mapToDouble(so::of).toArray();
    double[] start = w.clone();
    double[] square = new double[w.length];
    List<double[][]> alone = new ArrayList<>();
    List<double[][][]> around = new ArrayList<>();
    for (GoldBlock b : blocks) {
      alone.add(new Scorer(names, so).alone(b.block()));
      Around of = Around.of(b.block(), alone.get(alone.size() - 1));
      around.add(new double[][][] {of.siblings(), of.children(), of.dense()});
    }
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[w.length];
      for (int n = 0; n < blocks.size(); n++) {
        GoldBlock b = blocks.get(n);
        for (int t = 0; t < b.mapped().length; t++) {
          if (b.answerable(t)) {
            double[] z = alone.get(n)[t].clone();
            for (int i = 0; i < w.length; i++) {
              for (int k = 0; k < z.length; k++) {
                z[k] += w[i] * around.get(n)[i][t][k];
              }
            }
            double[] pull = pull(z, b.right()[t], share(b));
            for (int i = 0; i < w.length; i++) {
              for (int k = 0; k < z.length; k++) {
                gradient[i] += pull[k] * around.get(n)[i][t][k];
              }
            }
          }
        }
      }
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i] + AROUND_HOLD * HOLD * (w[i] - start[i]);
        square[i] += g * g;
        w[i] = Math.max(0, w[i] - STEP * g / (1e-9 + Math.sqrt(square[i])));
      }
    }
    for (int i = 0; i < w.length; i++) {
      learned.put(Features.AROUND.get(i), w[i]);
    }
  }

  /** Scale, bias and, if asked, rivals, by logistic regression over the nearest candidates. */
  private double[] line(Weights so, boolean rivals) {
    List<double[]> rows = new ArrayList<>();
    Map<String, double[]> counts = new LinkedHashMap<>();
    for (GoldBlock b : blocks) {
      for (boolean m : b.mapped()) {
        counts.computeIfAbsent(b.set().name(), s -> new double[2])[m ? 0 : 1]++;
      }
    }
    Scorer scorer = new Scorer(names, so);
    for (GoldBlock b : blocks) {
      double[][] alone = scorer.alone(b.block());
      double[][] z = rivals ? scorer.withAround(b.block(), alone, alone) : alone;
      double[][] row = Scorer.rowMargins(z);
      double[] count = counts.getOrDefault(b.set().name(), new double[2]);
      for (int t = 0; t < z.length; t++) {
        double[] here = z[t];
        double each = b.mapped()[t] ? 1 : UNMAPPED * count[0] / Math.max(1, count[1]);
        List<Integer> nearest =
            IntStream.range(0, here.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -here[k]))
                .limit(NEAREST)
                .toList();
        for (int k : nearest) {
          rows.add(
              new double[] {
                here[k], 1, rivals ? row[t][k] : 0, 0, b.right()[t][k] ? 1 : 0, share(b) * each
              });
        }
      }
    }
    // Moved to the middle, so that Newton's steps do not run away.
    double middle = rows.stream().mapToDouble(r -> r[0]).average().orElse(0);
    rows.forEach(r -> r[0] -= middle);
    double low = Double.NEGATIVE_INFINITY;
    double[] c =
        Logistic.fit(
            rows,
            new double[] {rivals ? 0.5 : 1, -2, 0.1, 0},
            new double[] {0.1, low, 0, 0},
            rivals);
    c[1] -= c[0] * middle;
    return c;
  }
}
