package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scores all sources against all targets of one target object. First each pair by itself, then
 * against its rivals: a source that fits another target better loses here, and the best of a row
 * gains by its margin.
 */
final class Scorer {
  /** Features beside the evidence, in the order of {@link #features}. */
  static final List<String> DERIVED = List.of("best", "exact", "current", "main");

  private static final double MARGIN = 4;

  private final List<Evidence> evidence;
  private final double[] weights;
  private final double[] silent;
  private final boolean[] words;
  private final double bias;
  private final double row;
  private final double column;

  Scorer(List<Evidence> evidence, Weights weights) {
    this.evidence = evidence;
    List<String> names = names(evidence);
    this.weights = names.stream().mapToDouble(weights::of).toArray();
    this.silent = new double[evidence.size()];
    this.words = new boolean[evidence.size()];
    for (int i = 0; i < silent.length; i++) {
      silent[i] = silent(names.get(i));
      words[i] = List.of("name", "label", "thesaurus").contains(names.get(i));
    }
    this.bias = weights.of("bias");
    this.row = weights.of("row");
    this.column = weights.of("column");
  }

  static List<String> names(List<Evidence> evidence) {
    List<String> names = new ArrayList<>(evidence.stream().map(Evidence::name).toList());
    names.addAll(DERIVED);
    return names;
  }

  /** The strength of each evidence, {@link Evidence#SILENT} where it says nothing. */
  double[] strengths(FieldProfile source, FieldProfile target) {
    double[] out = new double[evidence.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = evidence.get(i).strength(source, target);
    }
    return out;
  }

  List<Evidence> evidence() {
    return evidence;
  }

  /** What the weights are for: the strengths, silent ones as 0, and what follows from them. */
  double[] features(FieldProfile source, FieldProfile target) {
    double[] strengths = strengths(source, target);
    double[] out = Arrays.copyOf(strengths, strengths.length + DERIVED.size());
    double best = 0;
    for (int i = 0; i < strengths.length; i++) {
      if (Double.isNaN(out[i])) {
        out[i] = silent[i];
      }
      if (words[i]) {
        best = Math.max(best, out[i]);
      }
    }
    out[strengths.length] = best;
    out[strengths.length + 1] = ThesaurusEvidence.samePhrase(source, target) ? 1 : 0;
    out[strengths.length + 2] = current(source);
    out[strengths.length + 3] = target.qualifiers().containsAll(source.qualifiers()) ? 1 : 0;
    return out;
  }

  /** What stands in for a silent evidence: the middle for what could have spoken against. */
  private static double silent(String name) {
    return switch (name) {
      case "type", "samples" -> 0.5;
      default -> 0;
    };
  }

  /** 0 for a field marked as old or always empty, 1 for one in use. */
  private static double current(FieldProfile source) {
    double fill = source.samples().fill();
    double used = Double.isNaN(fill) ? 1 : Math.min(1, 0.2 + fill);
    return source.fading() ? 0 : used;
  }

  double logOdds(double[] features) {
    double z = bias;
    for (int i = 0; i < features.length; i++) {
      z += weights[i] * features[i];
    }
    return z;
  }

  /** Log-odds of each pair, rivals counted: one row for each target, one column for each source. */
  double[][] score(List<FieldProfile> sources, List<FieldProfile> targets) {
    double[][] first = new double[targets.size()][sources.size()];
    for (int t = 0; t < targets.size(); t++) {
      for (int s = 0; s < sources.size(); s++) {
        first[t][s] = logOdds(features(sources.get(s), targets.get(t)));
      }
    }
    return withRivals(first, row, column);
  }

  static double[][] withRivals(double[][] first, double row, double column) {
    int rows = first.length;
    int columns = rows == 0 ? 0 : first[0].length;
    double[][] rowBest = new double[rows][];
    double[][] columnBest = new double[columns][];
    for (int t = 0; t < rows; t++) {
      rowBest[t] = topTwo(first[t]);
    }
    for (int s = 0; s < columns; s++) {
      double[] values = new double[rows];
      for (int t = 0; t < rows; t++) {
        values[t] = first[t][s];
      }
      columnBest[s] = topTwo(values);
    }
    double[][] out = new double[rows][columns];
    for (int t = 0; t < rows; t++) {
      for (int s = 0; s < columns; s++) {
        out[t][s] =
            first[t][s]
                + row * margin(first[t][s], rowBest[t])
                + column * margin(first[t][s], columnBest[s]);
      }
    }
    return out;
  }

  /** How far a value is above the best of the others, or below it, cut to a few units. */
  private static double margin(double value, double[] best) {
    double other = value >= best[0] ? best[1] : best[0];
    if (Double.isInfinite(other)) {
      return 0; // no rival
    }
    return Math.max(-MARGIN, Math.min(MARGIN, value - other));
  }

  private static double[] topTwo(double[] values) {
    double first = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    for (double v : values) {
      if (v > first) {
        second = first;
        first = v;
      } else if (v > second) {
        second = v;
      }
    }
    return new double[] {first, second};
  }
}
