package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person took where something else was likelier. Each accepted source pulls sources of its
 * words up for targets of words like its own, and pushes down those of the words of what stood
 * before it ({@code ISOCode} instead of {@code Id}); the same for groups of siblings. What was
 * expected anyway teaches nothing.
 */
final class Preferences {
  private static final double WORDS = 4;
  private static final double PLACES = 1.4;

  /** Targets less alike than this teach nothing about each other. */
  private static final double ALIKE = 0.3;

  private static final int ROUNDS = 5;
  private static final double STEP = 0.3;

  /** So many decisions say what the person prefers; more would only take time. */
  private static final int MOST = 40;

  /** A pull below this moves nothing. */
  private static final double LEAST = 1e-3;

  private final List<Row> rows = new ArrayList<>();
  private final Map<Long, Double> places = new HashMap<>();

  /** The candidates of a decided target, and how much each is pulled up or pushed down. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(
      FieldProfile target,
      FieldProfile[] sources,
      float[] shares,
      double[] z,
      int right,
      double[] pull,
      Map<Integer, Double> words) {}

  /**
   * An accepted pair.
   *
   * @param z log-odds of all candidates of the target as if nothing was decided
   * @param right the place of the accepted one among them
   * @param share the place of the share of the best among the features
   */
  void add(Block block, int t, double[] z, int right, int share) {
    FieldProfile[] sources = new FieldProfile[z.length];
    float[] shares = new float[z.length];
    for (int k = 0; k < z.length; k++) {
      sources[k] = block.sources().get(block.candidates()[t][k]);
      shares[k] = block.features()[t][k][share];
    }
    rows.add(
        new Row(
            block.targets().get(t),
            sources,
            shares,
            z,
            right,
            new double[z.length],
            new HashMap<>()));
  }

  /** Works out what the decisions have in common, after the last was added. */
  void learn() {
    if (rows.size() > MOST) { // spread over all of them
      List<Row> all = List.copyOf(rows);
      rows.clear();
      for (int r = 0; r < MOST; r++) {
        rows.add(all.get((int) ((long) r * all.size() / MOST)));
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Row row : rows) {
        Map<Integer, Double> wanted = wanted(row.target);
        double[] z = row.z.clone();
        for (int k = 0; k < z.length; k++) {
          z[k] += says(wanted, row.sources[k], row.target, row.shares[k]);
        }
        double[] share = shares(z);
        for (int k = 0; k < z.length; k++) {
          row.pull[k] += STEP * ((k == row.right ? 1 : 0) - share[k]);
        }
      }
      sum();
    }
  }

  private void sum() {
    places.clear();
    for (Row row : rows) {
      row.words.clear();
      for (int k = 0; k < row.pull.length; k++) {
        double pull = row.pull[k];
        if (Math.abs(pull) > LEAST) {
          TextVector v = words(row.sources[k]);
          for (int i = 0; i < v.ids().length; i++) {
            row.words.merge(v.ids()[i], pull * v.weights()[i], Double::sum);
          }
          places.merge(key(row.target, row.sources[k]), pull, Double::sum);
        }
      }
    }
  }

  /** The words that a source for this target should have, below 0 those that it should not. */
  Map<Integer, Double> wanted(FieldProfile target) {
    Map<Integer, Double> out = Map.of();
    for (Row row : rows) {
      double alike = row.words.isEmpty() ? 0 : alike(target, row.target);
      if (alike >= ALIKE) {
        if (out.isEmpty()) {
          out = new HashMap<>();
        }
        for (Map.Entry<Integer, Double> word : row.words.entrySet()) {
          out.merge(word.getKey(), alike * word.getValue(), Double::sum);
        }
      }
    }
    return out;
  }

  /**
   * What is added to the log-odds of a pair.
   *
   * @param wanted what {@link #wanted} says of the target
   * @param share how near the words of the pair come to the best of the target: that something
   *     stands in the right place is no reason to take what is called otherwise
   */
  double says(Map<Integer, Double> wanted, FieldProfile source, FieldProfile target, double share) {
    double sum = 0;
    if (!wanted.isEmpty()) {
      TextVector v = words(source);
      for (int i = 0; i < v.ids().length; i++) {
        sum += v.weights()[i] * wanted.getOrDefault(v.ids()[i], 0.0);
      }
    }
    double place = places.isEmpty() ? 0 : places.getOrDefault(key(target, source), 0.0);
    return WORDS * sum + PLACES * share * share * place;
  }

  private static double alike(FieldProfile a, FieldProfile b) {
    return Math.max(words(a).cosine(words(b)), standard(a).cosine(standard(b)));
  }

  private static TextVector words(FieldProfile field) {
    return field.name().isEmpty() ? field.label() : field.name();
  }

  private static TextVector standard(FieldProfile field) {
    return field.meaning().isEmpty() ? field.labelMeaning() : field.meaning();
  }

  /** The share of each in the softmax of all. */
  private static double[] shares(double[] z) {
    double max = Double.NEGATIVE_INFINITY;
    for (double each : z) {
      max = Math.max(max, each);
    }
    double sum = 0;
    double[] out = new double[z.length];
    for (int k = 0; k < z.length; k++) {
      out[k] = Math.exp(z[k] - max);
      sum += out[k];
    }
    for (int k = 0; k < z.length; k++) {
      out[k] /= sum;
    }
    return out;
  }

  private static long key(FieldProfile target, FieldProfile source) {
    return ((long) target.group() << 32) | (source.group() & 0xffffffffL);
  }
}
