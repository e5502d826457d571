package dev.crosswalk.engine.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns the weights from gold data, in two steps: the weights of the evidence so that right
 * sources stand first, held near the prior and at least zero; then scale, rivals and bias so that
 * scores are probabilities. Deterministic. Run by the profiles {@code match-gold} and {@code
 * match-train}; arguments: gold folder and, to keep the weights learned from all sets, the file to
 * write.
 */
public final class GoldTrainer {
  private static final int ROUNDS = 60;
  private static final double STEP = 0.5;

  /** How strongly the weights are held near the prior. */
  private static final double HOLD = 0.02;

  /**
   * Targets that the author left without a source may still have one: all those of a set together
   * count this share of the others.
   */
  private static final double UNMAPPED = 0.03;

  /** Rivals always count a little, so that a source is not first for several targets. */
  private static final double LEAST = 0.12;

  private static final int NEAREST = 8;

  private final List<String> names;
  private final List<Question> questions = new ArrayList<>();

  private GoldTrainer(List<GoldSet> sets) {
    HistoryEvidence none = new HistoryEvidence(History.NONE, "", "");
    Thesaurus thesaurus = Thesaurus.standard();
    List<Evidence> evidence = Evidence.all(thesaurus, none);
    this.names = Scorer.names(evidence);
    Scorer scorer = new Scorer(evidence, Weights.prior());
    for (GoldSet set : sets) {
      gather(set, scorer, thesaurus);
    }
  }

  public static void main(String[] args) throws IOException {
    List<GoldSet> sets = GoldSet.all(Path.of(args[0]));
    GoldTrainer trainer = new GoldTrainer(sets);
    Map<String, Weights> without = trainer.withoutEachFamily();
    GoldReport report =
        GoldReport.of(
            sets, set -> new FieldMatcher(Thesaurus.standard(), without.get(set.family())));
    System.out.print("Trained without the family of the set:\n\n" + report.table());
    if (args.length > 1) {
      Files.writeString(Path.of(args[1]), text(trainer.train("")));
    }
    if (args.length > 2) {
      report.misses().forEach(System.out::println);
    }
  }

  private Map<String, Weights> withoutEachFamily() {
    Map<String, Weights> out = new LinkedHashMap<>();
    Set<String> families = new LinkedHashSet<>();
    questions.forEach(q -> families.add(q.family));
    families.forEach(f -> out.put(f, train(f)));
    return out;
  }

  private void gather(GoldSet set, Scorer scorer, Thesaurus thesaurus) {
    Profiler profiler = new Profiler(thesaurus, List.of(set.source(), set.target()));
    set.source().objects().stream()
        .filter(o -> set.pairs().stream().anyMatch(p -> p.source().equals(o.name())))
        .forEach(o -> profiler.add("s", o, List.of()));
    set.target().objects().stream()
        .filter(o -> set.pairs().stream().anyMatch(p -> p.target().equals(o.name())))
        .forEach(o -> profiler.add("t", o, List.of()));
    Set<String> objects = new LinkedHashSet<>();
    set.pairs().forEach(p -> objects.add(p.target()));
    int block = questions.isEmpty() ? 0 : questions.get(questions.size() - 1).block;
    for (String object : objects) {
      block++;
      List<FieldProfile> sources = new ArrayList<>();
      set.pairs().stream()
          .filter(p -> p.target().equals(object))
          .forEach(p -> sources.addAll(profiler.profiles("s", p.source())));
      for (FieldProfile target : profiler.profiles("t", object)) {
        Set<String> right = set.gold().getOrDefault(target.key(), Set.of());
        float[][] features = new float[sources.size()][];
        boolean[] good = new boolean[sources.size()];
        for (int s = 0; s < features.length; s++) {
          double[] f = scorer.features(sources.get(s), target);
          features[s] = new float[f.length];
          for (int i = 0; i < f.length; i++) {
            features[s][i] = (float) f[i];
          }
          good[s] = right.contains(sources.get(s).key());
        }
        boolean any = IntStream.range(0, good.length).anyMatch(i -> good[i]);
        questions.add(new Question(set.name(), set.family(), block, features, good, any));
      }
    }
  }

  private Weights train(String without) {
    List<Question> seen = questions.stream().filter(q -> !q.family.equals(without)).toList();
    Map<String, Double> share = shares(seen);
    double[] prior = names.stream().mapToDouble(Weights.prior()::of).toArray();
    double[] w = prior.clone();
    double[] square = new double[w.length];
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[w.length];
      for (Question q : seen) {
        if (q.mapped) {
          ranking(q, w, gradient, share.getOrDefault(q.set, 0.0));
        }
      }
      for (int i = 0; i < w.length; i++) {
        double g = gradient[i] + HOLD * (w[i] - prior[i]);
        square[i] += g * g;
        w[i] = Math.max(0, w[i] - STEP * g / (1e-9 + Math.sqrt(square[i])));
      }
    }
    return calibrate(seen, w, share);
  }

  /** Each set counts the same, but sets of one author share what they have in common. */
  private static Map<String, Double> shares(List<Question> seen) {
    Map<String, Integer> mapped = new LinkedHashMap<>();
    Map<String, Set<String>> families = new LinkedHashMap<>();
    for (Question q : seen) {
      mapped.merge(q.set, q.mapped ? 1 : 0, Integer::sum);
      families.computeIfAbsent(q.family, f -> new LinkedHashSet<>()).add(q.set);
    }
    Map<String, Double> out = new LinkedHashMap<>();
    double sum = 0;
    for (Set<String> sets : families.values()) {
      for (String set : sets) {
        double share = 1 / Math.sqrt(sets.size());
        sum += share;
        out.put(set, share / Math.max(1, mapped.getOrDefault(set, 1)));
      }
    }
    double all = sum;
    out.replaceAll((set, share) -> share / all);
    return out;
  }

  /** Gradient of the loss -log(share of the right sources in the softmax of all). */
  private static void ranking(Question q, double[] w, double[] gradient, double share) {
    double[] z = q.logOdds(w);
    double max = IntStream.range(0, z.length).mapToDouble(i -> z[i]).max().orElse(0);
    double all = 0;
    double good = 0;
    for (int s = 0; s < z.length; s++) {
      z[s] = Math.exp(z[s] - max);
      all += z[s];
      good += q.right[s] ? z[s] : 0;
    }
    for (int s = 0; s < z.length; s++) {
      double pull = z[s] / all - (q.right[s] ? z[s] / Math.max(1e-12, good) : 0);
      if (Math.abs(pull) > 1e-6) {
        for (int i = 0; i < w.length; i++) {
          gradient[i] += share * pull * q.features[s][i];
        }
      }
    }
  }

  /** Scale, margins and bias by logistic regression over the nearest candidates of each target. */
  private Weights calibrate(List<Question> seen, double[] w, Map<String, Double> share) {
    List<double[]> rows = new ArrayList<>();
    Map<Integer, List<Question>> blocks = new LinkedHashMap<>();
    Map<String, double[]> counts = new LinkedHashMap<>();
    seen.forEach(q -> counts.computeIfAbsent(q.set, s -> new double[2])[q.mapped ? 0 : 1]++);
    seen.forEach(q -> blocks.computeIfAbsent(q.block, b -> new ArrayList<>()).add(q));
    for (List<Question> block : blocks.values()) {
      double[][] z = block.stream().map(q -> q.logOdds(w)).toArray(double[][]::new);
      double[][] onlyRow = Scorer.withRivals(z, 1, 0);
      double[][] onlyColumn = Scorer.withRivals(z, 0, 1);
      for (int t = 0; t < z.length; t++) {
        Question q = block.get(t);
        double[] here = z[t];
        List<Integer> nearest =
            IntStream.range(0, here.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer s) -> -here[s]))
                .limit(NEAREST)
                .toList();
        double[] count = counts.getOrDefault(q.set, new double[2]);
        double each = q.mapped ? 1 : UNMAPPED * count[0] / Math.max(1, count[1]);
        double weight = share.getOrDefault(q.set, 0.0) * each;
        for (int s : nearest) {
          rows.add(
              new double[] {
                z[t][s],
                onlyRow[t][s] - z[t][s],
                onlyColumn[t][s] - z[t][s],
                1,
                q.right[s] ? 1 : 0,
                weight
              });
        }
      }
    }
    double[] c = {1, 0.2, 0.3, -6};
    double[] square = new double[c.length];
    for (int round = 0; round < ROUNDS * 5; round++) {
      double[] gradient = new double[c.length];
      for (double[] row : rows) {
        double z = c[0] * row[0] + c[1] * row[1] + c[2] * row[2] + c[3];
        double miss = (Weights.probability(z) - row[4]) * row[5];
        for (int i = 0; i < c.length; i++) {
          gradient[i] += miss * row[i];
        }
      }
      for (int i = 0; i < c.length; i++) {
        square[i] += gradient[i] * gradient[i];
        c[i] -= 0.3 * gradient[i] / (1e-12 + Math.sqrt(square[i]));
        c[i] = i < 3 ? Math.max(LEAST, c[i]) : c[i];
      }
    }
    Map<String, Double> out = new LinkedHashMap<>();
    out.put("bias", c[3]);
    for (int i = 0; i < w.length; i++) {
      out.put(names.get(i), w[i] * c[0]);
    }
    // No gold has decisions in it or fields marked as old: their say is set by hand.
    out.put("history", Weights.prior().of("history"));
    double current = Weights.prior().of("current");
    out.put("bias", c[3] + c[0] * w[names.indexOf("current")] - current);
    out.put("current", current);
    out.put("row", c[1]);
    out.put("column", c[2]);
    return new Weights(out);
  }

  private static String text(Weights weights) {
    StringBuilder out =
        new StringBuilder(
            "# How much each feature counts (log-odds). Written by the command in docs/matching.md;\n"
                + "# without this file the engine works with its prior.\n");
    List<String> order = new ArrayList<>(weights.values().keySet());
    order.sort(Comparator.naturalOrder());
    for (String name : order) {
      out.append(String.format(Locale.ROOT, "%s = %.4f%n", name, weights.of(name)));
    }
    return out.toString();
  }

  /** All sources for one target. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are for speed
  private record Question(
      String set, String family, int block, float[][] features, boolean[] right, boolean mapped) {
    double[] logOdds(double[] w) {
      double[] z = new double[features.length];
      for (int s = 0; s < z.length; s++) {
        for (int i = 0; i < w.length; i++) {
          z[s] += w[i] * features[s][i];
        }
      }
      return z;
    }
  }
}
