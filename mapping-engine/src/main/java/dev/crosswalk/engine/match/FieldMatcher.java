package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
    ObjectChoice choice = ObjectChoice.of(request, thesaurus);
    Profiler profiler = profiler(request, choice, thesaurus);
    Features features = new Features(thesaurus, new SoftWords(profiler.names()));
    List<Block> blocks = new ArrayList<>();
    for (SchemaObject object : request.target().objects()) {
      List<FieldProfile> sources = new ArrayList<>();
      Map<String, Double> prices = new HashMap<>();
      for (ObjectChoice.From from : choice.from(object.name())) {
        prices.put(from.source(), from.price());
        sources.addAll(profiler.profiles(SOURCE, from.source(), TARGET, object.name()));
      }
      if (!prices.isEmpty()) {
        sources.sort(Comparator.comparing(FieldProfile::key));
        Block block =
            Block.of(
                sources,
                profiler.profiles(TARGET, object.name()),
                features,
                Math.max(LOOKED_AT, request.top()),
                sources.stream().mapToDouble(f -> prices.getOrDefault(f.object(), 0.0)).toArray());
        blocks.add(
            choice.isByHand() || prices.size() == 1
                ? block
                : ObjectVotes.counted(block, new Scorer(features.names(), weights)));
      }
    }
    return new Matching(request, choice.pairs(), blocks, thesaurus, features, weights);
  }

  private static Profiler profiler(MatchRequest request, ObjectChoice choice, Thesaurus thesaurus) {
    Set<String> sources = new LinkedHashSet<>();
    Set<String> targets = new LinkedHashSet<>();
    for (SchemaObject object : request.target().objects()) {
      choice.from(object.name()).forEach(f -> sources.add(f.source()));
      if (!choice.from(object.name()).isEmpty()) {
        targets.add(object.name());
      }
    }
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
