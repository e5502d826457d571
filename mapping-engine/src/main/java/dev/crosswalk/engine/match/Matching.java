package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request whose fields were compared once. Asking again after a decision costs a fraction of the
 * first time. Immutable.
 */
public final class Matching {
  private final MatchRequest request;
  private final List<ObjectPair> pairs;
  private final List<Block> blocks;
  private final Thesaurus thesaurus;
  private final Features features;
  private final Weights weights;
  private final Scorer scorer;

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
  }

  /** The answer with these decisions in mind. */
  public Suggestions suggest(History decisions) {
    HistoryEvidence history =
        new HistoryEvidence(decisions, request.source().system(), request.target().system());
    Candidates candidates =
        new Candidates(thesaurus, features, weights.calibration(), history, request.top());
    List<FieldProfile> targets = new ArrayList<>();
    List<List<Candidate>> found = new ArrayList<>();
    for (Block block : blocks) {
      targets.addAll(block.targets());
      found.addAll(candidates.find(block, scorer.score(block)));
    }
    Map<Integer, Candidate> chosen = Assignment.choose(found);
    List<TargetSuggestion> out = new ArrayList<>();
    for (int t = 0; t < targets.size(); t++) {
      List<Candidate> best = found.get(t);
      List<Candidate> shown = best.subList(0, Math.min(request.top(), best.size()));
      FieldProfile target = targets.get(t);
      out.add(new TargetSuggestion(target.object(), target.field().name(), chosen.get(t), shown));
    }
    return new Suggestions(pairs, out);
  }
}
