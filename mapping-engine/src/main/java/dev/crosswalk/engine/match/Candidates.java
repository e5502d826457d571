package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Ranks the candidates of every field of one target object. */
final class Candidates {
  /** The assignment looks at this many, more than are shown, to find a free source. */
  private static final int KEPT = 8;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::score)
          .reversed()
          .thenComparing(c -> String.join(",", c.sources()));

  private final Scorer scorer;
  private final HistoryEvidence history;
  private final Combinations combinations;
  private final Fit fit;
  private final Reasons reasons;
  private final int top;

  Candidates(Thesaurus thesaurus, Scorer scorer, HistoryEvidence history, int top) {
    this.scorer = scorer;
    this.history = history;
    this.combinations = new Combinations(history);
    this.fit = new Fit(thesaurus);
    this.reasons = new Reasons(history);
    this.top = Math.max(1, top);
  }

  /**
   * @param sources in the order in which ties are broken
   * @return for each target its candidates, best first
   */
  List<List<Candidate>> find(List<FieldProfile> sources, List<FieldProfile> targets) {
    double[][] scores = scorer.score(sources, targets);
    List<List<Candidate>> out = new ArrayList<>();
    for (int t = 0; t < targets.size(); t++) {
      out.add(row(sources, targets, t, scores[t]));
    }
    return out;
  }

  private List<Candidate> row(
      List<FieldProfile> sources, List<FieldProfile> targets, int t, double[] row) {
    FieldProfile target = targets.get(t);
    int[] order =
        IntStream.range(0, sources.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer s) -> -row[s]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Candidate> list = new ArrayList<>();
    for (int s : order) {
      if (list.size() >= Math.max(top, KEPT)) {
        break;
      }
      FieldProfile source = sources.get(s);
      if (!history.isRejected(source.object(), List.of(source.field().name()), target)) {
        list.add(candidate(source, target, Weights.probability(row[s])));
      }
    }
    double best = list.isEmpty() ? 0 : list.get(0).score();
    List<Candidate> combined = combinations.propose(target, targets, sources, best);
    if (!combined.isEmpty()) {
      list.addAll(combined);
      list.sort(BEST_FIRST);
    }
    return list;
  }

  private Candidate candidate(FieldProfile source, FieldProfile target, double score) {
    double[] strengths = scorer.strengths(source, target);
    Map<String, Double> evidence = new LinkedHashMap<>();
    for (int i = 0; i < strengths.length; i++) {
      if (!Double.isNaN(strengths[i])) {
        evidence.put(scorer.evidence().get(i).name(), Math.round(strengths[i] * 100) / 100.0);
      }
    }
    return new Candidate(
        source.object(),
        List.of(source.field().name()),
        score,
        reasons.sentence(source, target, evidence),
        evidence,
        fit.steps(source, target),
        fit.values(source, target));
  }
}
