package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.GoldMatcher.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well one matcher does on one set. Places are those of the first right source of each target
 * of the gold, ties by expectation.
 *
 * @param targets how many targets the gold has
 * @param recall share of the gold among as many best pairs as the gold has
 * @param f1 best F1 over all thresholds where each field is used once
 * @param error mean distance between the score of the first candidate and how often it is right
 * @param millis time
 */
record GoldFigures(
    int targets,
    double recall,
    double mrr,
    double hit1,
    double hit3,
    double hit5,
    double f1,
    double error,
    double millis) {

  static GoldFigures of(GoldSet set, List<Scored> scored, double millis) {
    Places places = new Places();
    Reliability reliability = new Reliability();
    Map<String, List<Scored>> byTarget = new HashMap<>();
    scored.forEach(s -> byTarget.computeIfAbsent(s.target(), t -> new ArrayList<>()).add(s));
    set.gold()
        .forEach((target, right) -> {
          List<Scored> list = byTarget.getOrDefault(target, List.of());
          List<Double> scores = list.stream().map(Scored::score).toList();
          Set<Integer> good = new HashSet<>();
          for (int i = 0; i < list.size(); i++) {
            if (right.containsAll(list.get(i).sources())) {
              good.add(i);
            }
          }
          places.add(scores, good);
          list.stream()
              .max(Comparator.comparingDouble(Scored::score))
              .ifPresent(
                  first -> reliability.add(first.score(), right.containsAll(first.sources())));
        });
    return new GoldFigures(
        places.targets,
        recall(set, scored),
        places.mrr(),
        places.hit1(),
        places.hit3(),
        places.mean(places.hit5),
        bestF1(set, scored),
        reliability.error(),
        millis);
  }

  private static boolean isGold(GoldSet set, Scored pair) {
    return pair.sources().size() == 1
        && set.gold().getOrDefault(pair.target(), Set.of()).contains(pair.sources().get(0));
  }

  private static double recall(GoldSet set, List<Scored> scored) {
    int size = set.gold().values().stream().mapToInt(Set::size).sum();
    List<Scored> single =
        scored.stream()
            .filter(s -> s.sources().size() == 1)
            .sorted(Comparator.comparingDouble((Scored s) -> -s.score()))
            .toList();
    if (single.isEmpty() || size == 0) {
      return 0;
    }
    double least = single.get(Math.min(size, single.size()) - 1).score();
    long above = single.stream().filter(s -> s.score() > least).count();
    long tied = single.stream().filter(s -> s.score() == least).count();
    double right = 0;
    for (Scored pair : single) {
      if (pair.score() >= least && isGold(set, pair)) {
        right += pair.score() > least ? 1 : Math.min(1, (double) (size - above) / tied);
      }
    }
    return right / size;
  }

  private static double bestF1(GoldSet set, List<Scored> scored) {
    int size = set.gold().values().stream().mapToInt(Set::size).sum();
    List<Scored> order =
        scored.stream()
            .filter(s -> s.sources().size() == 1 && s.score() > 0)
            .sorted(
                Comparator.comparingDouble((Scored s) -> -s.score())
                    .thenComparing(Scored::target)
                    .thenComparing(s -> s.sources().get(0)))
            .toList();
    Set<String> used = new HashSet<>();
    double best = 0;
    int right = 0;
    int taken = 0;
    for (Scored pair : order) {
      String source = "s " + pair.sources().get(0);
      String target = "t " + pair.target();
      if (!used.contains(source) && !used.contains(target)) {
        used.add(source);
        used.add(target);
        taken++;
        right += isGold(set, pair) ? 1 : 0;
        best = Math.max(best, 2.0 * right / (taken + size));
      }
    }
    return best;
  }

  /** The mean over sets; times are added up. */
  static GoldFigures mean(List<GoldFigures> sets) {
    int n = Math.max(1, sets.size());
    double[] m = new double[7];
    int targets = 0;
    double millis = 0;
    for (GoldFigures f : sets) {
      double[] each = {f.recall, f.mrr, f.hit1, f.hit3, f.hit5, f.f1, f.error};
      for (int i = 0; i < m.length; i++) {
        m[i] += each[i] / n;
      }
      targets += f.targets;
      millis += f.millis;
    }
    return new GoldFigures(targets, m[0], m[1], m[2], m[3], m[4], m[5], m[6], millis);
  }

  /** Where the right sources stand. */
  static final class Places {
    private double hit1;
    private double hit3;
    private double hit5;
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
        hit5 += place <= 5 ? here : 0;
        reciprocal += here / place;
      }
    }

    double mrr() {
      return mean(reciprocal);
    }

    double hit1() {
      return mean(hit1);
    }

    double hit3() {
      return mean(hit3);
    }

    double mean(double sum) {
      return targets == 0 ? 0 : sum / targets;
    }
  }
}
