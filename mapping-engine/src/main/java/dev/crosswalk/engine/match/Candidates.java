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

  private final Features features;
  private final Calibration calibration;
  private final HistoryEvidence history;
  private final Combinations combinations;
  private final Fit fit;
  private final Reasons reasons;
  private final int top;

  Candidates(
      Thesaurus thesaurus,
      Features features,
      Calibration calibration,
      HistoryEvidence history,
      int top) {
    this.features = features;
    this.calibration = calibration;
    this.history = history;
    this.combinations = new Combinations(history);
    this.fit = new Fit(thesaurus);
    this.reasons = new Reasons(history);
    this.top = Math.max(1, top);
  }

  /**
   * The candidates of each target, best first.
   *
   * @param z log-odds of each pair of the block
   */
  List<List<Candidate>> find(Block block, double[][] z) {
    List<List<Candidate>> out = new ArrayList<>();
    for (int t = 0; t < z.length; t++) {
      out.add(row(block, t, z[t]));
    }
    return out;
  }

  private List<Candidate> row(Block block, int t, double[] row) {
    FieldProfile target = block.targets().get(t);
    int[] order =
        IntStream.range(0, row.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -row[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Candidate> list = new ArrayList<>();
    for (int k : order) {
      if (list.size() >= Math.max(top, KEPT)) {
        break;
      }
      FieldProfile source = block.sources().get(block.candidates()[t][k]);
      if (!history.isRejected(source.object(), List.of(source.field().name()), target)) {
        list.add(candidate(source, target, calibration.probability(row[k])));
      }
    }
    double best = list.isEmpty() ? 0 : list.get(0).score();
    List<Candidate> combined = combinations.propose(target, block.targets(), block.sources(), best);
    if (!combined.isEmpty()) {
      list.addAll(combined);
      list.sort(BEST_FIRST);
    }
    return list;
  }

  private Candidate candidate(FieldProfile source, FieldProfile target, double score) {
    double[] strengths = features.strengths(source, target);
    Map<String, Double> evidence = new LinkedHashMap<>();
    double before = history.strength(source, target);
    if (!Double.isNaN(before)) {
      evidence.put(history.name(), round(before));
    }
    for (int i = 0; i < strengths.length; i++) {
      if (!Double.isNaN(strengths[i])) {
        evidence.put(features.evidence().get(i).name(), round(strengths[i]));
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

  private static double round(double strength) {
    return Math.round(strength * 100) / 100.0;
  }
}
