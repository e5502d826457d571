package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A request whose fields were compared once. Asking again after a decision costs a fraction of the
 * first time. Immutable.
 */
public final class Matching implements Prepared {
  private final MatchRequest request;
  private final List<ObjectPair> pairs;
  private final List<Block> blocks;
  private final Thesaurus thesaurus;
  private final Features features;
  private final Weights weights;
  private final Scorer scorer;
  private final List<double[][]> alones;

  /** Only saves work: what it holds follows from the request. */
  private final Map<Long, Candidate> described = new ConcurrentHashMap<>();

  Matching(
      MatchRequest request,
      List<ObjectPair> pairs,
      List<Block> blocks,
      Thesaurus thesaurus,
      Features features,
      Weights weights) {
    this.request = request;
    this.pairs = pairs;
    this.blocks = List.copyOf(blocks);
    this.thesaurus = thesaurus;
    this.features = features;
    this.weights = weights;
    this.scorer = new Scorer(features.names(), weights);
    this.alones = blocks.stream().map(scorer::alone).toList();
  }

  /** The answer with these decisions in mind, and the request's own shared targets. */
  public Suggestions suggest(History decisions) {
    return suggest(decisions, request.shared());
  }

  @Override
  public Suggestions suggest(History decisions, Set<String> shared) {
    HistoryEvidence history =
        new HistoryEvidence(decisions, request.source().system(), request.target().system());
    Candidates candidates =
        new Candidates(
            thesaurus, features, weights.calibration(), history, described, request.top());
    List<FieldProfile> targets = new ArrayList<>();
    List<List<Ranked>> found = new ArrayList<>();
    List<Lessons> lessons = history.isEmpty() ? List.of() : lessons(history);
    double[] moved = lessons.isEmpty() ? new double[0] : moved(lessons);
    Preferences preferences = preferences(lessons, moved);
    for (int b = 0; b < blocks.size(); b++) {
      Block block = blocks.get(b);
      double[][] alone = alones.get(b);
      double[][] z;
      if (!lessons.isEmpty()) {
        Lessons of = lessons.get(b);
        Block complete = of.complete();
        alone = complete == block ? copy(alone) : scorer.alone(complete);
        block = complete;
        double[] raised = of.teach(alone, weights, moved, preferences);
        z = lowered(scorer.score(block, alone, x -> of.decided(x, weights)), raised);
      } else {
        z = scorer.score(block, alone, x -> x);
      }
      targets.addAll(block.targets());
      found.addAll(candidates.find(block, z, b));
    }
    Map<Integer, Ranked> chosen =
        Assignment.choose(found, t -> shared.contains(targets.get(t).key()));
    List<TargetSuggestion> out = new ArrayList<>();
    for (int t = 0; t < targets.size(); t++) {
      List<Ranked> best = found.get(t);
      List<Candidate> shown =
          best.subList(0, Math.min(request.top(), best.size())).stream()
              .map(Ranked::candidate)
              .toList();
      Ranked choice = chosen.get(t);
      FieldProfile target = targets.get(t);
      out.add(
          new TargetSuggestion(
              target.object(),
              target.field().name(),
              choice == null ? null : choice.candidate(),
              shown));
    }
    return new Suggestions(pairs, out);
  }

  private List<Lessons> lessons(HistoryEvidence history) {
    return blocks.stream().map(b -> new Lessons(b, history, features, request.source())).toList();
  }

  private double[] moved(List<Lessons> lessons) {
    Leaning leaning = new Leaning(scorer.weights());
    inOrder().forEach(b -> lessons.get(b).tell(leaning));
    return leaning.moved();
  }

  private Preferences preferences(List<Lessons> lessons, double[] moved) {
    Preferences preferences = new Preferences();
    if (lessons.isEmpty()) {
      return preferences;
    }
    for (int b : inOrder()) {
      Lessons of = lessons.get(b);
      Block complete = of.complete();
      of.tell(
          preferences, complete == blocks.get(b) ? alones.get(b) : scorer.alone(complete), moved);
    }
    preferences.learn();
    return preferences;
  }

  /** The numbers of the blocks by the names of their targets, whatever order objects come in. */
  private List<Integer> inOrder() {
    return IntStream.range(0, blocks.size())
        .boxed()
        .sorted(Comparator.comparing(b -> object(blocks.get(b))))
        .toList();
  }

  private static String object(Block block) {
    return block.targets().isEmpty() ? "" : block.targets().get(0).object();
  }

  private static double[][] lowered(double[][] z, double[] by) {
    double[][] out = copy(z);
    for (int t = 0; t < out.length; t++) {
      for (int k = 0; k < out[t].length; k++) {
        out[t][k] -= by[t];
      }
    }
    return out;
  }

  private static double[][] copy(double[][] table) {
    double[][] out = new double[table.length][];
    for (int t = 0; t < table.length; t++) {
      out[t] = table[t].clone();
    }
    return out;
  }
}
