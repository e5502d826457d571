package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Measures matchers over gold sets and prints one table by family and by set. */
final class GoldReport {
  /** Nearer than this to the best of the others is no loss. */
  private static final double LEVEL = 0.01;

  private final Map<GoldSet, Map<String, GoldFigures>> bySet = new LinkedHashMap<>();
  private final Reliability first = new Reliability();
  private final Reliability chosen = new Reliability();
  private final List<String> misses = new ArrayList<>();
  private int goldTargets;
  private int unmapped;
  private int unmappedChosen;

  private GoldReport() {}

  /** Measures ours and all baselines. */
  static GoldReport of(List<GoldSet> sets, OurMatcher ours) {
    return of(sets, ours, List.of(Baseline.values()));
  }

  /** Measures ours and some baselines. */
  static GoldReport of(List<GoldSet> sets, OurMatcher ours, List<Baseline> baselines) {
    GoldReport report = new GoldReport();
    for (GoldSet set : sets) {
      Map<String, GoldFigures> figures = new LinkedHashMap<>();
      long start = System.nanoTime();
      Suggestions suggestions = ours.suggest(set);
      double millis = (System.nanoTime() - start) / 1e6;
      figures.put(ours.shown(), GoldFigures.of(set, OurMatcher.scored(suggestions), millis));
      report.look(set, suggestions);
      for (Baseline baseline : baselines) {
        start = System.nanoTime();
        List<GoldMatcher.Scored> scored = baseline.score(set);
        millis = (System.nanoTime() - start) / 1e6;
        figures.put(baseline.shown(), GoldFigures.of(set, scored, millis));
      }
      report.bySet.put(set, figures);
    }
    return report;
  }

  private void look(GoldSet set, Suggestions suggestions) {
    goldTargets += set.gold().size();
    for (TargetSuggestion target : suggestions.targets()) {
      Set<String> right = set.gold().get(target.target());
      Candidate choice = target.chosen();
      if (right == null) {
        unmapped++;
        unmappedChosen += choice == null ? 0 : 1;
      } else if (!target.candidates().isEmpty()) {
        Candidate best = target.candidates().get(0);
        boolean isRight = right.containsAll(best.sources());
        first.add(best.score(), isRight);
        if (choice != null) {
          chosen.add(choice.score(), right.containsAll(choice.sources()));
        }
        if (!isRight) {
          miss(set, target, best, right);
        }
      }
    }
  }

  private void miss(GoldSet set, TargetSuggestion target, Candidate best, Set<String> right) {
    List<String> at = new ArrayList<>();
    for (int i = 0; i < target.candidates().size(); i++) {
      Candidate candidate = target.candidates().get(i);
      if (right.containsAll(candidate.sources())) {
        at.add(i + 1 + " " + candidate.evidence());
      }
    }
    misses.add(
        String.format(
            Locale.ROOT,
            "%s: %s <- %s (%.2f, %s), right %s at %s",
            set.name(),
            target.target(),
            best.sources(),
            best.score(),
            best.evidence(),
            right,
            at));
  }

  /** The mean over the sets of a group. */
  GoldFigures mean(String group, String matcher) {
    List<GoldFigures> list = new ArrayList<>();
    bySet.forEach((set, figures) -> {
      GoldFigures found = figures.get(matcher);
      if (found != null && (group.equals("all sets") || set.group().equals(group))) {
        list.add(found);
      }
    });
    return GoldFigures.mean(list);
  }

  double calibrationError() {
    return first.error();
  }

  /** The gold targets whose first candidate is not right, with the evidence of both. */
  List<String> misses() {
    return List.copyOf(misses);
  }

  String table() {
    StringBuilder out = groups();
    matchers()
        .forEach(m -> row(out, "**all sets** (" + bySet.size() + ")", m, mean("all sets", m)));
    bySet.forEach((set, figures) -> {
      figures.forEach((matcher, f) -> {
        if (matcher.equals("Crosswalk") || matcher.equals(Baseline.TF_IDF.shown())) {
          row(out, set.name(), matcher, f);
        }
      });
    });
    return out.append(rest()).toString();
  }

  /** The same without a line for each set. */
  String summary() {
    return groups().append(rest()).toString();
  }

  private List<String> matchers() {
    return new ArrayList<>(bySet.values().iterator().next().keySet());
  }

  /** The head of the table, and for each group of sets a line for each matcher. */
  private StringBuilder groups() {
    StringBuilder out =
        new StringBuilder(
            "| sets | matcher | Recall@GT | MRR | Hit@1 | Hit@3 | Hit@5 | F1 1:1 | calibration"
                + " error | ms |\n|---|---|---|---|---|---|---|---|---|---|\n");
    Map<String, Integer> groups = new LinkedHashMap<>();
    bySet.keySet().forEach(s -> groups.merge(s.group(), 1, Integer::sum));
    groups.forEach((group, n) ->
        matchers().forEach(m -> row(out, "**" + group + "** (" + n + ")", m, mean(group, m))));
    return out;
  }

  /** How ours stands beside the others, and how far its scores hold. */
  private String rest() {
    StringBuilder out = new StringBuilder(versusPeers());
    out.append("\nFirst candidates of the targets of the gold:\n\n").append(first.table());
    out.append("\nChosen for the targets of the gold:\n\n").append(chosen.table());
    double[] certain = first.certain();
    out.append(
        String.format(
            Locale.ROOT,
            "%nCalibration error %.3f (first), %.3f (chosen). At 0.9 and more: %.0f suggestions,"
                + " %.3f right, %.3f of the gold's targets. %d of %d targets of the gold get a"
                + " source; of %d targets that the authors left without one, %d do.%n",
            first.error(),
            chosen.error(),
            certain[0],
            certain[1],
            certain[0] * certain[1] / Math.max(1, goldTargets),
            chosen.count(),
            goldTargets,
            unmapped,
            unmappedChosen));
    return out.toString();
  }

  /** On how many sets ours is above, level with or below the best of the baselines. */
  private String versusPeers() {
    int above = 0;
    int below = 0;
    List<String> which = new ArrayList<>();
    for (var each : bySet.entrySet()) {
      double ours = 0;
      double best = 0;
      for (var f : each.getValue().entrySet()) {
        if (f.getKey().equals("Crosswalk")) {
          ours = f.getValue().mrr();
        } else {
          best = Math.max(best, f.getValue().mrr());
        }
      }
      above += ours > best ? 1 : 0;
      if (ours < best - LEVEL) {
        below++;
        which.add(each.getKey().name());
      }
    }
    return String.format(
        Locale.ROOT,
        "%nMRR above the best of the baselines on %d of %d sets, more than 0.01 below on %d %s.%n",
        above,
        bySet.size(),
        below,
        which);
  }

  private static void row(StringBuilder out, String sets, String matcher, GoldFigures f) {
    out.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.0f |%n",
            sets,
            matcher,
            f.recall(),
            f.mrr(),
            f.hit1(),
            f.hit3(),
            f.hit5(),
            f.f1(),
            f.error(),
            f.millis()));
  }
}
