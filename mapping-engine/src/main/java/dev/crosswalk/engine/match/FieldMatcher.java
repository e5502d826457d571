package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Suggests by weighing many kinds of {@link Evidence}: each pair gets a probability, all pairs
 * together one consistent answer, and each candidate its reasons. Every rejected pair of the
 * request's history is left out, so the caller gives the rejections of the customer at hand only.
 */
public final class FieldMatcher implements Matcher {
  private static final String SOURCE = "source";
  private static final String TARGET = "target";

  private final Thesaurus thesaurus;
  private final Weights weights;

  /** With the thesaurus and the weights that come with the product. */
  public FieldMatcher() {
    this(Thesaurus.standard(), Weights.standard());
  }

  FieldMatcher(Thesaurus thesaurus, Weights weights) {
    this.thesaurus = thesaurus;
    this.weights = weights;
  }

  @Override
  public List<ObjectPair> pairObjects(MatchRequest request) {
    return new ObjectPairing(thesaurus).rank(request.source(), request.target());
  }

  @Override
  public Suggestions suggest(MatchRequest request) {
    List<ObjectPair> pairs = pairs(request);
    HistoryEvidence history =
        new HistoryEvidence(
            request.history(), request.source().system(), request.target().system());
    Scorer scorer = new Scorer(Evidence.all(thesaurus, history), weights);
    Profiler profiler = profiler(request, pairs);
    Candidates candidates = new Candidates(thesaurus, scorer, history, request.top());
    List<FieldProfile> targets = new ArrayList<>();
    List<List<Candidate>> found = new ArrayList<>();
    for (SchemaObject object : request.target().objects()) {
      List<FieldProfile> sources = new ArrayList<>();
      for (ObjectPair pair : pairs) {
        if (pair.target().equals(object.name())) {
          sources.addAll(profiler.profiles(SOURCE, pair.source()));
        }
      }
      if (!sources.isEmpty() || pairs.stream().anyMatch(p -> p.target().equals(object.name()))) {
        sources.sort(Comparator.comparing(FieldProfile::key));
        List<FieldProfile> rows = profiler.profiles(TARGET, object.name());
        targets.addAll(rows);
        found.addAll(candidates.find(sources, rows));
      }
    }
    Map<Integer, Candidate> chosen = Assignment.choose(found);
    List<TargetSuggestion> out = new ArrayList<>();
    for (int t = 0; t < targets.size(); t++) {
      List<Candidate> best = found.get(t);
      List<Candidate> shown = best.subList(0, Math.min(request.top(), best.size()));
      Candidate choice = chosen.get(t);
      FieldProfile target = targets.get(t);
      out.add(new TargetSuggestion(target.object(), target.field().name(), choice, shown));
    }
    return new Suggestions(pairs, out);
  }

  /** The pairs that the person chose, with what is known of them, or the engine's own. */
  private List<ObjectPair> pairs(MatchRequest request) {
    List<ObjectPair> ranked = pairObjects(request);
    if (request.pairs().isEmpty()) {
      return new ObjectPairing(thesaurus).use(ranked);
    }
    Map<MatchRequest.Pair, ObjectPair> known = new LinkedHashMap<>();
    ranked.forEach(p -> known.put(new MatchRequest.Pair(p.source(), p.target()), p));
    List<ObjectPair> out = new ArrayList<>();
    for (MatchRequest.Pair pair : new LinkedHashSet<>(request.pairs())) {
      ObjectPair found = known.get(pair);
      out.add(
          found == null
              ? new ObjectPair(pair.source(), pair.target(), 0, "chosen by hand")
              : found);
    }
    return out;
  }

  private Profiler profiler(MatchRequest request, List<ObjectPair> pairs) {
    Set<String> sources = new LinkedHashSet<>();
    Set<String> targets = new LinkedHashSet<>();
    pairs.forEach(p -> {
      sources.add(p.source());
      targets.add(p.target());
    });
    Profiler profiler = new Profiler(thesaurus, List.of(request.source(), request.target()));
    for (SchemaObject object : request.source().objects()) {
      if (sources.contains(object.name())) {
        profiler.add(
            SOURCE, object, request.sourceRecords().getOrDefault(object.name(), List.of()));
      }
    }
    for (SchemaObject object : request.target().objects()) {
      if (targets.contains(object.name())) {
        profiler.add(TARGET, object, List.of());
      }
    }
    return profiler;
  }
}
