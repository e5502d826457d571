package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the weights are for: the strength of each evidence, the part of it above one half, and what
 * follows from several of them. All are 0 to 1 and the higher, the better.
 */
final class Features {
  /** What follows from the evidence of the pair. */
  private static final List<String> DERIVED =
      List.of(
          "best",
          "best.high",
          "exact",
          "line",
          "current",
          "main",
          "leaf",
          "subject",
          "about",
          "role",
          "permission",
          "special",
          "sort",
          "plain",
          "named",
          "possible");

  /** How near the strength comes to that of the best source of the same target. */
  private static final List<String> SHARES = List.of("best.share", "description.share");

  /** What comes from the other pairs around a pair, and is added by {@link Scorer}. */
  static final List<String> AROUND = List.of("siblings", "children", "dense");

  /** Kinds that say something about what a field holds, and not only that it could fit. */
  private static final Set<String> TELLING =
      Set.of("name", "label", "thesaurus", "words", "mention", "description", "values");

  private static final double TELLS = 0.21;
  private static final double LEAST_SHARE = 0.15;

  private final List<Evidence> evidence;
  private final SoftWords soft;
  private final List<String> names;
  private final double[] silent;
  private final boolean[] words;
  private final boolean[] telling;
  private final int description;
  private final int values;

  Features(Thesaurus thesaurus, SoftWords soft) {
    this.soft = soft;
    this.evidence = Evidence.all(thesaurus, soft);
    this.names = names(evidence);
    this.silent = new double[evidence.size()];
    this.words = new boolean[evidence.size()];
    this.telling = new boolean[evidence.size()];
    int text = 0;
    int list = 0;
    for (int i = 0; i < silent.length; i++) {
      silent[i] = evidence.get(i).silent();
      words[i] = List.of("name", "label", "thesaurus").contains(evidence.get(i).name());
      telling[i] = TELLING.contains(evidence.get(i).name());
      text = evidence.get(i).name().equals("description") ? i : text;
      list = evidence.get(i) instanceof ValuesEvidence ? i : list;
    }
    this.description = text;
    this.values = list;
  }

  private static List<String> names(List<Evidence> evidence) {
    List<String> names = new ArrayList<>();
    evidence.forEach(e -> names.add(e.name()));
    evidence.forEach(e -> names.add(e.name() + ".high"));
    names.addAll(DERIVED);
    names.addAll(SHARES);
    return List.copyOf(names);
  }

  /** The names of all features of a pair, in order. */
  List<String> names() {
    return names;
  }

  List<Evidence> evidence() {
    return evidence;
  }

  SoftWords soft() {
    return soft;
  }

  /** The strength of each evidence, {@link Evidence#SILENT} where it says nothing. */
  double[] strengths(FieldProfile source, FieldProfile target) {
    double[] out = new double[evidence.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = evidence.get(i).strength(source, target);
    }
    return out;
  }

  /** The features of one pair; the shares are still 0. */
  float[] of(FieldProfile source, FieldProfile target) {
    return of(source, target, strengths(source, target));
  }

  /** The features of all candidates of one target. */
  float[][] row(List<FieldProfile> sources, FieldProfile target) {
    double[][] strengths = new double[sources.size()][evidence.size()];
    for (int i = 0; i < evidence.size(); i++) {
      double[] each = evidence.get(i).strengths(sources, target);
      for (int k = 0; k < each.length; k++) {
        strengths[k][i] = each[k];
      }
    }
    float[][] row = new float[strengths.length][];
    for (int k = 0; k < row.length; k++) {
      row[k] = of(sources.get(k), target, strengths[k]);
    }
    addShares(row);
    return row;
  }

  private float[] of(FieldProfile source, FieldProfile target, double[] strengths) {
    float[] out = new float[names.size()];
    int n = strengths.length;
    double best = 0;
    for (int i = 0; i < n; i++) {
      double strength = or(strengths[i], silent[i]);
      out[i] = (float) strength;
      out[n + i] = high(strength);
      best = words[i] ? Math.max(best, strength) : best;
    }
    int at = 2 * n;
    out[at++] = (float) best;
    out[at++] = high(best);
    out[at++] = ThesaurusEvidence.samePhrase(source, target) ? 1 : 0;
    out[at++] = FieldProfile.meet(source.groups(), target.groups()) ? 1 : 0;
    out[at++] = (float) current(source);
    out[at++] = main(source.qualifiers(), target.qualifiers());
    out[at++] = source.children() >= 0 == target.children() >= 0 ? 1 : 0;
    out[at++] = (float) source.subject().agrees(target.subject());
    out[at++] = (float) source.subject().loosely(target.subject());
    out[at++] = role(source, target);
    out[at++] = source.permission() == target.permission() ? 1 : 0;
    out[at++] = special(source.qualifiers(), target.qualifiers());
    out[at++] = (float) source.sort().agrees(target.sort());
    out[at++] = Twins.isOutdone(source, target) || Twins.isOutdone(target, source) ? 0 : 1;
    out[at++] = source.named() ? 1 : 0;
    out[at] = source.sort().excludes(target.sort()) ? 0 : 1;
    return out;
  }

  /**
   * How much the words and the values of a pair have in common, 0 to 1.
   *
   * @param words the most of what names, labels and the thesaurus say
   * @param values what picklists, or samples where there are none, say
   */
  record Said(float words, float values) {}

  Said said(float[] pair) {
    return new Said(pair[2 * evidence.size()], pair[values]);
  }

  Said said(double[] strengths) {
    double best = 0;
    for (int i = 0; i < strengths.length; i++) {
      best = words[i] && strengths[i] > best ? strengths[i] : best;
    }
    return new Said((float) best, (float) or(strengths[values], silent[values]));
  }

  /** Whether more speaks for the pair than that nothing fits better. */
  boolean isEvident(float[] pair) {
    for (int i = 0; i < telling.length; i++) {
      if (telling[i] && pair[i] > TELLS) {
        return true;
      }
    }
    return false;
  }

  /** The same for a candidate that was described. */
  static boolean isEvident(Map<String, Double> evidence) {
    return evidence.keySet().equals(Set.of("structure")) // a combination
        || evidence.getOrDefault(HistoryEvidence.NAME, 0.0) > 0
        || evidence.getOrDefault(SecondOpinion.NAME, 0.0) > 0
        || evidence.entrySet().stream()
            .anyMatch(e -> e.getValue() > TELLS && TELLING.contains(e.getKey()));
  }

  /** Fills in how near each candidate of one target comes to the best of them. */
  void addShares(float[][] row) {
    int best = 2 * evidence.size();
    int at = best + DERIVED.size();
    share(row, best, at);
    share(row, description, at + 1);
  }

  private static void share(float[][] row, int from, int to) {
    double most = LEAST_SHARE;
    for (float[] pair : row) {
      most = Math.max(most, pair[from]);
    }
    for (float[] pair : row) {
      pair[to] = (float) (pair[from] / most);
    }
  }

  /** 1 where both are the same part of an address or none, 0 where they are two parts. */
  private static float role(FieldProfile source, FieldProfile target) {
    if (source.role() == target.role()) {
      return 1;
    }
    return source.role() == null || target.role() == null ? 0.3f : 0;
  }

  /** Whether the source is the main one of its kind, or as special as the target is. */
  private static float main(Set<String> source, Set<String> target) {
    if (source.isEmpty()) {
      return 1;
    }
    boolean second = source.contains(Markers.SECOND) && target.contains(Markers.SECOND);
    return second || target.containsAll(source) ? 1 : 0;
  }

  /** Whether the source is the second, the other or the like where the target is. */
  private static float special(Set<String> source, Set<String> target) {
    if (target.isEmpty() || !Collections.disjoint(source, target)) {
      return 1;
    }
    return source.isEmpty() ? 0 : 0.6f;
  }

  private static double or(double strength, double silent) {
    return Double.isNaN(strength) ? silent : strength;
  }

  private static float high(double strength) {
    return (float) Math.max(0, 2 * strength - 1);
  }

  /** 0 for a field marked as old or always empty, 1 for one in use. */
  private static double current(FieldProfile source) {
    double fill = source.samples().fill();
    double used = Double.isNaN(fill) ? 1 : Math.min(1, 0.2 + fill);
    return source.fading() ? 0 : used;
  }
}
