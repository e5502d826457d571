package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.ObjectPair;
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

  /** So many sources of each target are looked at closely. */
  private static final int LOOKED_AT = 40;

  private static final Why CHOSEN_BY_HAND = Why.of(Reason.of(Reason.Kind.CHOSEN_BY_HAND));

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
    return new ObjectPairing(words(request)).rank(request.source(), request.target());
  }

  private Thesaurus words(MatchRequest request) {
    return request.words().isBlank() ? thesaurus : Thesaurus.standardWith(request.words());
  }

  @Override
  public Suggestions suggest(MatchRequest request) {
    return prepare(request).suggest(request.history());
  }

  @Override
  public Matching prepare(MatchRequest request) {
    Thesaurus thesaurus = words(request);
    List<ObjectPair> pairs = pairs(request, thesaurus);
    Profiler profiler = profiler(request, pairs, thesaurus);
    Features features = new Features(thesaurus, new SoftWords(profiler.names()));
    List<Block> blocks = new ArrayList<>();
    for (SchemaObject object : request.target().objects()) {
      List<FieldProfile> sources = new ArrayList<>();
      boolean paired = false;
      for (ObjectPair pair : pairs) {
        if (pair.target().equals(object.name())) {
          paired = true;
          sources.addAll(profiler.profiles(SOURCE, pair.source(), TARGET, object.name()));
        }
      }
      if (paired) {
        sources.sort(Comparator.comparing(FieldProfile::key));
        List<FieldProfile> targets = profiler.profiles(TARGET, object.name());
        blocks.add(Block.of(sources, targets, features, Math.max(LOOKED_AT, request.top())));
      }
    }
    return new Matching(request, pairs, blocks, thesaurus, features, weights);
  }

  /** The pairs that the person chose, with what is known of them, or the engine's own. */
  private static List<ObjectPair> pairs(MatchRequest request, Thesaurus thesaurus) {
    List<ObjectPair> ranked = new ObjectPairing(thesaurus).rank(request.source(), request.target());
    if (request.pairs().isEmpty()) {
      return new ObjectPairing(thesaurus).use(ranked);
    }
    Map<MatchRequest.Pair, ObjectPair> known = new LinkedHashMap<>();
    ranked.forEach(p -> known.put(new MatchRequest.Pair(p.source(), p.target()), p));
    List<ObjectPair> out = new ArrayList<>();
    for (MatchRequest.Pair pair : new LinkedHashSet<>(request.pairs())) {
      ObjectPair found = known.get(pair);
      out.add(
          found == null ? new ObjectPair(pair.source(), pair.target(), 0, CHOSEN_BY_HAND) : found);
    }
    return out;
  }

  private static Profiler profiler(
      MatchRequest request, List<ObjectPair> pairs, Thesaurus thesaurus) {
    Set<String> sources = new LinkedHashSet<>();
    Set<String> targets = new LinkedHashSet<>();
    pairs.forEach(p -> {
      sources.add(p.source());
      targets.add(p.target());
    });
    Profiler profiler = new Profiler(thesaurus, List.of(request.source(), request.target()));
    ReferencePaths paths = new ReferencePaths(thesaurus, request.source());
    for (SchemaObject object : request.source().objects()) {
      if (sources.contains(object.name())) {
        profiler.add(
            SOURCE,
            object,
            paths.of(object),
            request.sourceRecords().getOrDefault(object.name(), List.of()));
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
