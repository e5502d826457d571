package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From which source objects the fields of each target object may come. Where a person chose pairs,
 * from those alone. Otherwise from the object that fits best and, at a price, from others that fit:
 * one lead feeds a contact and an account, and the lines of an order may come from two tables.
 */
final class ObjectChoice {
  private static final Why CHOSEN_BY_HAND = Why.of(Reason.of(Reason.Kind.CHOSEN_BY_HAND));

  /** So many source objects are looked at for a target object that has a good one. */
  private static final int FEW = 4;

  /** And so many for one whose name and fields point to none. */
  private static final int MANY = 12;

  /** Beside a good object, one that fits less than this share of it is not looked at. */
  private static final double SHARE = 0.4;

  /** Log-odds that the fields of an object lose for each whole point that it fits worse. */
  private static final double PRICE = 5;

  /**
   * A source object that may feed a target object.
   *
   * @param price log-odds that its fields lose
   */
  record From(String source, double price) {}

  private final List<ObjectPair> pairs;
  private final Map<String, List<From>> from;
  private final boolean byHand;

  private ObjectChoice(List<ObjectPair> pairs, Map<String, List<From>> from, boolean byHand) {
    this.pairs = pairs;
    this.from = from;
    this.byHand = byHand;
  }

  static ObjectChoice of(MatchRequest request, Thesaurus thesaurus) {
    ObjectPairing pairing = new ObjectPairing(thesaurus);
    List<ObjectPair> ranked = pairing.rank(request.source(), request.target());
    return request.pairs().isEmpty()
        ? own(request.source(), request.target(), pairing.use(ranked), ranked)
        : byHand(request, ranked);
  }

  /** The pairs that a person chose, with what is known of them, or the best that was found. */
  List<ObjectPair> pairs() {
    return pairs;
  }

  /** The source objects of a target object; none where a person chose none. */
  List<From> from(String target) {
    return from.getOrDefault(target, List.of());
  }

  /** Whether a person chose the pairs, so that the fields need not say which go together. */
  boolean isByHand() {
    return byHand;
  }

  private static ObjectChoice byHand(MatchRequest request, List<ObjectPair> ranked) {
    Map<MatchRequest.Pair, ObjectPair> known = new LinkedHashMap<>();
    ranked.forEach(p -> known.put(new MatchRequest.Pair(p.source(), p.target()), p));
    List<ObjectPair> pairs = new ArrayList<>();
    Map<String, List<From>> from = new HashMap<>();
    for (MatchRequest.Pair pair : new LinkedHashSet<>(request.pairs())) {
      ObjectPair found = known.get(pair);
      pairs.add(
          found == null ? new ObjectPair(pair.source(), pair.target(), 0, CHOSEN_BY_HAND) : found);
      from.computeIfAbsent(pair.target(), t -> new ArrayList<>()).add(new From(pair.source(), 0));
    }
    return new ObjectChoice(pairs, from, true);
  }

  private static ObjectChoice own(
      Schema source, Schema target, List<ObjectPair> used, List<ObjectPair> ranked) {
    Map<String, ObjectPair> good = new HashMap<>();
    used.forEach(p -> good.put(p.target(), p));
    Map<String, List<ObjectPair>> like = new HashMap<>();
    ranked.forEach(p -> like.computeIfAbsent(p.target(), t -> new ArrayList<>()).add(p));
    List<String> largest =
        source.objects().stream()
            .sorted(
                Comparator.comparingInt((SchemaObject o) -> -o.fields().size())
                    .thenComparing(SchemaObject::name))
            .limit(MANY)
            .map(SchemaObject::name)
            .toList();
    Map<String, List<From>> from = new HashMap<>();
    for (SchemaObject object : target.objects()) {
      List<ObjectPair> some = like.getOrDefault(object.name(), List.of());
      from.put(object.name(), sources(good.get(object.name()), some, largest));
    }
    return new ObjectChoice(used, from, false);
  }

  /**
   * The object that is good, or else many: those that are a little like it, and then the largest.
   */
  private static List<From> sources(
      @Nullable ObjectPair good, List<ObjectPair> like, List<String> largest) {
    Map<String, From> out = new LinkedHashMap<>();
    double most = like.isEmpty() ? 0 : like.getFirst().score();
    if (good != null) {
      most = good.score();
      out.put(good.source(), new From(good.source(), 0));
    }
    for (ObjectPair pair : like) {
      if (out.size() < (good == null ? MANY : FEW)
          && (good == null || pair.score() >= SHARE * most)) {
        double price = PRICE * Math.max(0, most - pair.score());
        out.putIfAbsent(pair.source(), new From(pair.source(), price));
      }
    }
    if (good == null) {
      for (String name : largest) {
        if (out.size() < MANY) {
          out.putIfAbsent(name, new From(name, PRICE * most));
        }
      }
    }
    return List.copyOf(out.values());
  }
}
