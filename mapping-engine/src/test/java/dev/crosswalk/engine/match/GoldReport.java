package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.schema.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Measures the matcher and plain baselines over gold data and gives one table. {@link GoldTrainer}
 * runs it.
 */
final class GoldReport {
  private static final int LOOKED_AT = 50;

  private final Map<String, Map<String, List<double[]>>> rows = new LinkedHashMap<>();
  private final double[] binSum = new double[10];
  private final int[] binRight = new int[10];
  private final int[] binAll = new int[10];
  private int chosen;
  private int chosenRight;
  private int goldTargets;
  private int unmapped;
  private int unmappedChosen;
  private final List<String> misses = new ArrayList<>();

  private GoldReport() {}

  /** Measures all sets; the matcher may differ by set, where a family was left out of training. */
  static GoldReport of(List<GoldSet> sets, Function<GoldSet, Matcher> matchers) {
    GoldReport report = new GoldReport();
    for (GoldSet set : sets) {
      report.measure(set, matchers.apply(set));
    }
    return report;
  }

  private void measure(GoldSet set, Matcher matcher) {
    MatchRequest request =
        new MatchRequest(
            set.source(), set.target(), set.pairs(), Map.of(), History.NONE, LOOKED_AT);
    GoldFigures ours = new GoldFigures();
    Suggestions suggestions = matcher.suggest(request);
    Map<String, TargetSuggestion> byTarget = new LinkedHashMap<>();
    suggestions.targets().forEach(t -> byTarget.put(t.target(), t));
    for (TargetSuggestion target : suggestions.targets()) {
      Set<String> right = set.gold().get(target.target());
      if (right == null) {
        unmapped++;
        unmappedChosen += target.chosen() == null ? 0 : 1;
      } else {
        calibrate(target, right);
      }
    }
    Corpus corpus = Baseline.corpus(set.source(), set.target());
    Map<Baseline, GoldFigures> plain = new LinkedHashMap<>();
    set.gold()
        .forEach((target, right) -> {
          goldTargets++;
          TargetSuggestion found = byTarget.get(target);
          if (found != null) {
            count(ours, set, found, right);
            for (Baseline baseline : Baseline.values()) {
              plain(
                  plain.computeIfAbsent(baseline, b -> new GoldFigures()),
                  baseline,
                  corpus,
                  set,
                  found,
                  right);
            }
          }
        });
    row(set, "ours", ours);
    plain.forEach((baseline, figures) -> row(set, baseline.shown(), figures));
  }

  private void count(GoldFigures ours, GoldSet set, TargetSuggestion found, Set<String> right) {
    List<Double> scores = found.candidates().stream().map(Candidate::score).toList();
    Set<Integer> good = new HashSet<>();
    for (int i = 0; i < scores.size(); i++) {
      List<String> sources = found.candidates().get(i).sources();
      if (right.containsAll(sources)) {
        good.add(i);
      }
    }
    ours.add(scores, good);
    if (!good.contains(0)) {
      Candidate first = found.candidates().get(0);
      misses.add(
          String.format(
              Locale.ROOT,
              "%s: %s <- %s (%.2f, %s), right %s at %s",
              set.name(),
              found.target(),
              first.sources(),
              first.score(),
              first.evidence(),
              right,
              good.stream().map(g -> g + 1 + " " + found.candidates().get(g).evidence()).toList()));
    }
  }

  private static void plain(
      GoldFigures figures,
      Baseline baseline,
      Corpus corpus,
      GoldSet set,
      TargetSuggestion found,
      Set<String> right) {
    List<Field> sources = new ArrayList<>();
    Set<Integer> good = new HashSet<>();
    for (MatchRequest.Pair pair : set.pairs()) {
      if (pair.target().equals(found.targetObject())) {
        for (Field field : set.source().object(pair.source()).orElseThrow().fields()) {
          if (right.contains(pair.source() + "." + field.name())) {
            good.add(sources.size());
          }
          sources.add(field);
        }
      }
    }
    Field target =
        set.target()
            .object(found.targetObject())
            .flatMap(o -> o.field(found.targetField()))
            .orElseThrow();
    figures.add(baseline.scores(corpus, sources, target), good);
  }

  private void calibrate(TargetSuggestion target, Set<String> right) {
    if (target.candidates().isEmpty()) {
      return;
    }
    Candidate first = target.candidates().get(0);
    boolean correct = right.containsAll(first.sources());
    int bin = Math.min(9, (int) (first.score() * 10));
    binSum[bin] += first.score();
    binAll[bin]++;
    binRight[bin] += correct ? 1 : 0;
    Candidate choice = target.chosen();
    if (choice != null) {
      chosen++;
      chosenRight += right.containsAll(choice.sources()) ? 1 : 0;
    }
  }

  private void row(GoldSet set, String matcher, GoldFigures f) {
    for (String group : List.of(set.group(), "all sets")) {
      rows.computeIfAbsent(group, g -> new LinkedHashMap<>())
          .computeIfAbsent(matcher, m -> new ArrayList<>())
          .add(new double[] {f.hit1(), f.hit3(), f.mrr()});
    }
  }

  /** Mean over the sets of a group: Hit@1, Hit@3, MRR. */
  double[] mean(String group, String matcher) {
    List<double[]> list = rows.getOrDefault(group, Map.of()).getOrDefault(matcher, List.of());
    double[] mean = new double[3];
    for (double[] row : list) {
      for (int i = 0; i < 3; i++) {
        mean[i] += row[i] / list.size();
      }
    }
    return mean;
  }

  /** Mean distance between the score of the first candidate and how often it is right. */
  double calibrationError() {
    int all = 0;
    double error = 0;
    for (int b = 0; b < 10; b++) {
      all += binAll[b];
      error += Math.abs(binSum[b] - binRight[b]);
    }
    return all == 0 ? 0 : error / all;
  }

  /** The gold targets whose first candidate is not right, with the evidence of both. */
  List<String> misses() {
    return List.copyOf(misses);
  }

  String table() {
    StringBuilder out = new StringBuilder();
    out.append("| group (sets) | matcher | Hit@1 | Hit@3 | MRR |\n|---|---|---|---|---|\n");
    rows.forEach((group, matchers) ->
        matchers.forEach((matcher, list) -> {
          double[] m = mean(group, matcher);
          out.append(
              String.format(
                  Locale.ROOT,
                  "| %s (%d) | %s | %.3f | %.3f | %.3f |%n",
                  group,
                  list.size(),
                  matcher,
                  m[0],
                  m[1],
                  m[2]));
        }));
    out.append(
        "\n| score of the first candidate | targets | mean score | right |\n|---|---|---|---|\n");
    for (int b = 0; b < 10; b++) {
      if (binAll[b] > 0) {
        out.append(
            String.format(
                Locale.ROOT,
                "| %.1f to %.1f | %d | %.2f | %.2f |%n",
                b / 10.0,
                (b + 1) / 10.0,
                binAll[b],
                binSum[b] / binAll[b],
                (double) binRight[b] / binAll[b]));
      }
    }
    out.append(
        String.format(
            Locale.ROOT,
            "%nOver the targets of the gold: calibration error %.3f; %d chosen, of which %.3f are"
                + " right, which is %.3f of all. Of %d targets that the authors left without a"
                + " source, %d get one.%n",
            calibrationError(),
            chosen,
            (double) chosenRight / Math.max(1, chosen),
            (double) chosenRight / Math.max(1, goldTargets),
            unmapped,
            unmappedChosen));
    return out.toString();
  }
}
