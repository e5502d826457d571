package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.HistoryEvidence.Pair;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ranks the candidates of every field of one target object. */
final class Candidates {
  /** The assignment looks at this many, more than are shown, to find a free source. */
  private static final int KEPT = 8;

  private final Features features;
  private final Calibration calibration;
  private final HistoryEvidence history;
  private final Combinations combinations;
  private final Fit fit;
  private final Values values;
  private final Reasons reasons;
  private final Map<Long, Candidate> known;
  private final int top;

  /**
   * @param known candidates that were described before, for pairs of which history says nothing
   */
  Candidates(
      Thesaurus thesaurus,
      Features features,
      Calibration calibration,
      HistoryEvidence history,
      Map<Long, Candidate> known,
      int top) {
    this.features = features;
    this.calibration = calibration;
    this.history = history;
    this.combinations = new Combinations(history);
    this.values = new Values(thesaurus);
    this.fit = new Fit(values);
    this.reasons = new Reasons(values);
    this.known = known;
    this.top = Math.max(1, top);
  }

  /**
   * The candidates of each target, best first.
   *
   * @param z log-odds of each pair of the block
   * @param number of the block, by which described candidates are kept
   */
  List<List<Ranked>> find(Block block, double[][] z, int number) {
    Combinations.Parts parts =
        Combinations.parts(block.sources().stream().filter(s -> s.crossing() == null).toList());
    List<List<Ranked>> out = new ArrayList<>();
    for (int t = 0; t < z.length; t++) {
      out.add(row(block, t, z[t], number, parts));
    }
    return out;
  }

  private List<Ranked> row(Block block, int t, double[] row, int number, Combinations.Parts parts) {
    FieldProfile target = block.targets().get(t);
    List<Ranked> list = new ArrayList<>();
    boolean known = history.knows(target);
    for (int k : order(row)) {
      boolean full = list.size() >= Math.max(top, KEPT);
      if (full && !known) {
        break;
      }
      int s = block.candidates()[t][k];
      FieldProfile source = block.sources().get(s);
      Pair pair = Pair.of(source, target);
      double before = known ? history.strength(pair) : 0;
      boolean accepted = before >= HistoryEvidence.ACCEPTED;
      boolean rejected = known && history.isRejected(pair);
      if (!rejected && (accepted || !full)) {
        long key = ((long) number << 48) | ((long) t << 24) | s;
        list.add(
            new Ranked(
                List.of(source.key()),
                probability(source, target, block.features()[t][k], row[k], before),
                row[k],
                features.isEvident(block.features()[t][k]) || before > 0,
                accepted && !hardlyFits(source, target),
                score -> described(source, target, key, score, before)));
      }
    }
    List<Ranked> combined = combinations.propose(target, block.targets(), parts, list);
    list.addAll(combined);
    List<Ranked> sorted = new ArrayList<>(Ranked.led(list));
    // Stable: among equal probabilities the higher log-odds stay before.
    sorted.sort(
        combined.isEmpty()
            ? Comparator.comparingDouble(Ranked::score).reversed()
            : Ranked.BEST_FIRST);
    return sorted;
  }

  /**
   * What no step can make fit is never likely, unless a person took it before. What a person took
   * before is likely even where nothing else speaks for it: next customers nearly always take it.
   */
  private double probability(
      FieldProfile source, FieldProfile target, float[] pair, double z, double before) {
    double p = calibration.probability(z);
    if (before >= HistoryEvidence.ACCEPTED) {
      return Math.max(p, (1 + before) / 2);
    }
    if (before > 0) {
      return p;
    }
    Features.Said said = features.said(pair);
    double most = Math.min(p, Limit.plain(source, target, said).most());
    return most <= Limit.LOOK
        ? most
        : Math.min(most, Limit.look(source, target, said, values).most());
  }

  /** Whether no step makes the source fit, or its values are plainly others than what is wanted. */
  private boolean hardlyFits(FieldProfile source, FieldProfile target) {
    if (TypeEvidence.impossible(source.field().type(), target.field().type())
        || Limit.choice(source, target).most() <= Limit.IMPOSSIBLE) {
      return true;
    }
    double[] strengths = features.strengths(source, target);
    for (int i = 0; i < strengths.length; i++) {
      if (features.evidence().get(i) instanceof SamplesEvidence) {
        return strengths[i] < Reasons.OTHER_VALUES && source.samples().format() != null;
      }
    }
    return false;
  }

  /** The places of the row from the highest value down; equal ones in order. */
  private static int[] order(double[] row) {
    int[] order = new int[row.length];
    for (int k = 0; k < row.length; k++) {
      int at = k;
      while (at > 0 && row[order[at - 1]] < row[k]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = k;
    }
    return order;
  }

  private Candidate described(
      FieldProfile source, FieldProfile target, long key, double score, double before) {
    Candidate plain =
        before > 0
            ? describe(source, target, before, history.said(Pair.of(source, target)))
            : known.computeIfAbsent(key, k -> describe(source, target, 0, Optional.empty()));
    return new Candidate(
        plain.sourceObject(),
        plain.sourceFields(),
        score,
        plain.because(),
        plain.evidence(),
        plain.use(),
        plain.values(),
        plain.crosses());
  }

  private Candidate describe(
      FieldProfile source, FieldProfile target, double before, Optional<Reason> decided) {
    double[] strengths = features.strengths(source, target);
    Map<String, Double> evidence = new LinkedHashMap<>();
    if (before > 0) {
      evidence.put(HistoryEvidence.NAME, round(before));
    }
    for (int i = 0; i < strengths.length; i++) {
      if (!Double.isNaN(strengths[i])) {
        evidence.put(features.evidence().get(i).name(), round(strengths[i]));
      }
    }
    Optional<Reason> limit =
        before > 0
            ? Optional.empty()
            : Limit.of(source, target, features.said(strengths), values).why();
    Why why = reasons.of(source, target, evidence, decided, limit);
    return new Candidate(
        source.object(),
        List.of(source.field().name()),
        0,
        source.crossing() == null
            ? why
            : Why.of(source.crossing().reason()).then(Why.Joint.ASIDE, why),
        evidence,
        fit.steps(source, target),
        fit.values(source, target),
        source.crossing() != null);
  }

  private static double round(double strength) {
    return Math.round(strength * 100) / 100.0;
  }
}
