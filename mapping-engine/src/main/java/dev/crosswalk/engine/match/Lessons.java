package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What accepted pairs say about other pairs: fields of the same names in other objects go together
 * too; words that stood for each other may do so again ({@code mailing} for {@code primary}); what
 * stands beside an accepted source may feed what stands beside its target; the evidence that the
 * person goes by counts more; and a source that feeds one target seldom feeds another, unless one
 * that was accepted does.
 */
final class Lessons {
  private final Block block;
  private final Block complete;

  /** By word of a source the words of targets it stood for, each with how often. */
  private final Map<Integer, Map<Integer, Integer>> words = new HashMap<>();

  private final Map<Integer, Integer> taken = new HashMap<>();
  private final Map<Long, Double> strengths = new HashMap<>();

  /** By name of a target field the names of accepted sources, each with their objects. */
  private final Map<String, Map<String, Set<String>>> elsewhere = new HashMap<>();

  private final Schema schema;
  private final int share;
  private final Set<Integer> decidedTargets = new HashSet<>();

  /** By target its accepted sources; by name, as of many only some are learned from. */
  private final Map<Integer, List<Integer>> accepted;

  private final FromWhere from;
  private boolean sharing;

  /**
   * @param schema of the source, in which the accepted sources had their rivals
   */
  Lessons(Block block, HistoryEvidence history, Features features, Schema schema) {
    this.block = block;
    this.schema = schema;
    this.accepted = new TreeMap<>(Comparator.comparing(t -> block.targets().get(t).key()));
    this.share = features.names().indexOf("best.share");
    this.from = new FromWhere(block);
    Map<String, Integer> sources = new HashMap<>();
    Map<String, Integer> targets = new HashMap<>();
    for (int s = 0; s < block.sources().size(); s++) {
      sources.put(block.sources().get(s).key(), s);
    }
    for (int t = 0; t < block.targets().size(); t++) {
      targets.put(block.targets().get(t).key(), t);
    }
    history
        .strengths()
        .forEach((pair, strength) -> {
          if (pair.fields().size() == 1 && history.accepted(pair) > 0) {
            elsewhere
                .computeIfAbsent(pair.targetField(), k -> new HashMap<>())
                .computeIfAbsent(pair.fields().get(0), k -> new TreeSet<>())
                .add(pair.sourceObject());
          }
          Integer t = targets.get(pair.targetObject() + "." + pair.targetField());
          if (t != null && pair.fields().size() == 1) {
            Integer s = sources.get(pair.sourceObject() + "." + pair.fields().get(0));
            if (s != null) {
              strengths.put(key(s, t), strength);
              decidedTargets.add(t);
              if (history.accepted(pair) > 0) {
                sharing |= taken.put(s, t) != null;
                accepted.computeIfAbsent(t, k -> new ArrayList<>()).add(s);
                from.add(s, t);
                learn(block.sources().get(s).meaning(), block.targets().get(t).meaning());
              }
            }
          }
        });
    this.complete = complete(features);
  }

  private void learn(TextVector source, TextVector target) {
    for (int a : source.ids()) {
      for (int b : target.ids()) {
        if (!has(target, a) && !has(source, b)) {
          words.computeIfAbsent(a, k -> new HashMap<>()).merge(b, 1, Integer::sum);
        }
      }
    }
  }

  private static boolean has(TextVector vector, int word) {
    return Arrays.binarySearch(vector.ids(), word) >= 0;
  }

  /** The block with every pair that history speaks for, here or elsewhere, among the candidates. */
  Block complete() {
    return complete;
  }

  private Block complete(Features features) {
    Block out = block;
    for (long key : strengths.keySet()) {
      out = out.with((int) (key >> 32), (int) key, features);
    }
    if (elsewhere.isEmpty()) {
      return out;
    }
    Map<String, List<Integer>> named = new HashMap<>();
    for (int s = 0; s < block.sources().size(); s++) {
      named.computeIfAbsent(block.sources().get(s).field().name(), k -> new ArrayList<>()).add(s);
    }
    for (int t = 0; t < block.targets().size(); t++) {
      for (String name : elsewhere(block.targets().get(t)).keySet()) {
        for (int s : named.getOrDefault(name, List.of())) {
          out = out.with(s, t, features);
        }
      }
    }
    return out;
  }

  private Map<String, Set<String>> elsewhere(FieldProfile target) {
    return elsewhere.getOrDefault(target.field().name(), Map.of());
  }

  /** Tells what was accepted among the candidates of each target of the completed block. */
  void tell(Leaning leaning) {
    accepted.forEach((t, sources) -> {
      for (int s : sources) {
        leaning.add(complete.features()[t], Arrays.binarySearch(complete.candidates()[t], s));
      }
    });
  }

  /**
   * Tells what was accepted, and what else could have been.
   *
   * @param alone log-odds of each pair of the completed block by itself
   * @param moved what is added to the weight of each feature
   */
  void tell(Preferences preferences, double[][] alone, double[] moved) {
    accepted.forEach((t, sources) -> {
      for (int s : sources) {
        double[] z = alone[t].clone();
        for (int k = 0; k < z.length; k++) {
          z[k] += Leaning.dot(moved, complete.features()[t][k]);
        }
        int right = Arrays.binarySearch(complete.candidates()[t], s);
        preferences.add(complete, t, z, right, share);
      }
    });
  }

  /**
   * What is added to the log-odds of each pair of the completed block before all else.
   *
   * @param moved what is added to the weight of each feature
   * @return by how much the moved weights raise each target's open candidates as a whole: accepted
   *     pairs say which of several sources a person takes, not whether any fits
   */
  double[] teach(double[][] z, Weights weights, double[] moved, Preferences preferences) {
    double[] raised = new double[z.length];
    double learned = weights.of("learned");
    double places = weights.of("places");
    double other = weights.of("elsewhere");
    double already = sharing ? 0 : weights.of("taken");
    for (int t = 0; t < z.length; t++) {
      FieldProfile target = complete.targets().get(t);
      Map<String, Set<String>> same = elsewhere(target);
      Map<Integer, Double> wanted = preferences.wanted(target);
      boolean decided = decidedTargets.contains(t);
      double[] before = z[t].clone();
      double[] added = new double[before.length];
      for (int k = 0; k < z[t].length; k++) {
        int s = complete.candidates()[t][k];
        FieldProfile source = complete.sources().get(s);
        if (!decided || !strengths.containsKey(key(s, t))) {
          // What looks like an accepted pair is no reason to take its own source again.
          boolean free = taken.getOrDefault(s, t) == t;
          float near = complete.features()[t][k][share];
          double says = preferences.says(wanted, source, target, near);
          double preferred = free ? says : Math.min(0, says);
          added[k] = Leaning.dot(moved, complete.features()[t][k]) + preferred;
          z[t][k] += added[k];
          if (free) {
            z[t][k] += learned * likeness(source.meaning(), target.meaning());
            z[t][k] += places * near * near * from.strength(s, t);
          }
          Set<String> there = same.getOrDefault(source.field().name(), Set.of());
          if (!there.isEmpty() && wasPreferred(there, t, k, before)) {
            z[t][k] += other * source.subject().agrees(target.subject());
          }
          if (!free) {
            z[t][k] -= already;
          }
        }
      }
      raised[t] = decided ? 0 : mean(added, before);
    }
    return raised;
  }

  /**
   * Whether a source of the same name was taken in one of these objects although what fits best
   * here could have been taken there, too.
   */
  private boolean wasPreferred(Set<String> there, int t, int k, double[] before) {
    int best = k;
    for (int r = 0; r < before.length; r++) {
      best = before[r] > before[best] ? r : best;
    }
    if (best == k) {
      return true;
    }
    String rival = complete.sources().get(complete.candidates()[t][best]).field().name();
    return there.stream()
        .anyMatch(o -> schema.object(o).flatMap(object -> object.field(rival)).isPresent());
  }

  /** The mean, weighted by how likely each candidate is among all. */
  private static double mean(double[] values, double[] z) {
    double max = Double.NEGATIVE_INFINITY;
    for (double each : z) {
      max = Math.max(max, each);
    }
    double all = 0;
    double sum = 0;
    for (int k = 0; k < z.length; k++) {
      double share = Math.exp(z[k] - max);
      all += share;
      sum += share * values[k];
    }
    return all == 0 ? 0 : sum / all;
  }

  /** The log-odds with what was decided about the pairs themselves. */
  double[][] decided(double[][] z, Weights weights) {
    double direct = weights.of(HistoryEvidence.NAME);
    double[][] out = z.clone();
    strengths.forEach((key, strength) -> {
      int t = key.intValue();
      int k = Arrays.binarySearch(complete.candidates()[t], (int) (key >> 32));
      out[t] = out[t].clone();
      out[t][k] += direct * strength;
    });
    return out;
  }

  /** How much of the two texts goes together by what was learned, 0 to 1. */
  private double likeness(TextVector source, TextVector target) {
    if (words.isEmpty()) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < source.ids().length; i++) {
      Map<Integer, Integer> known = words.get(source.ids()[i]);
      if (known != null) {
        double best = 0;
        for (int j = 0; j < target.ids().length; j++) {
          double times = known.getOrDefault(target.ids()[j], 0);
          best = Math.max(best, times / (times + 2) * target.weights()[j]);
        }
        sum += source.weights()[i] * best;
      }
    }
    return Math.min(1, sum);
  }

  private static long key(int a, int b) {
    return ((long) a << 32) | (b & 0xffffffffL);
  }
}
