package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Correspondences between two systems of which one author mapped both to, or both from, the same
 * model: what feeds one field of the model on both sides goes together. So CRM to CRM is measured
 * by other people's hands, of whom nobody wrote down such a pair itself.
 *
 * <p>It is incomplete, as a model has fewer fields than the systems: only targets with a composed
 * answer are asked. A field of the model that several fields of the target system share (all phones
 * in one list) says nothing of which goes with which, and is left out.
 */
final class ComposedGold {
  static final String PREFIX = "composed_";

  /** Fewer answers than this make no set. */
  private static final int LEAST = 5;

  /** A pair of objects counts with so much of the answers that the best for its target has. */
  private static final double ALIKE = 0.5;

  private ComposedGold() {}

  /** All pairs of different systems of one author, in both directions. */
  static List<GoldSet> of(List<GoldSet> sets) {
    List<GoldSet> out = new ArrayList<>();
    for (GoldSet a : sets) {
      for (GoldSet b : sets) {
        if (a != b && a.name().startsWith("crm_") && a.family().equals(b.family())) {
          GoldSet both = a.isFromModel() ? fromModel(a, b) : toModel(a, b);
          if (both.gold().size() >= LEAST) {
            out.add(both);
          }
        }
      }
    }
    return out;
  }

  /** Two sets that end in the same model. */
  private static GoldSet toModel(GoldSet a, GoldSet b) {
    Map<String, Set<String>> gold = new LinkedHashMap<>();
    b.gold()
        .forEach((model, targets) -> {
          if (targets.size() == 1) {
            targets.forEach(t -> add(gold, t, a.gold().getOrDefault(model, Set.of())));
          }
        });
    return composed(a, b, gold, a.source(), b.source());
  }

  /** Two sets that start from the same model. */
  private static GoldSet fromModel(GoldSet a, GoldSet b) {
    Map<String, Set<String>> fedBy = new LinkedHashMap<>();
    a.gold().forEach((field, models) -> models.forEach(m -> add(fedBy, m, Set.of(field))));
    Map<String, Set<String>> gold = new LinkedHashMap<>();
    b.gold()
        .forEach((target, models) ->
            models.forEach(m -> add(gold, target, fedBy.getOrDefault(m, Set.of()))));
    return composed(a, b, gold, a.target(), b.target());
  }

  private static void add(Map<String, Set<String>> map, String key, Set<String> more) {
    if (!more.isEmpty()) {
      map.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(more);
    }
  }

  private static GoldSet composed(
      GoldSet a, GoldSet b, Map<String, Set<String>> gold, Schema source, Schema target) {
    List<MatchRequest.Pair> pairs = pairs(gold);
    Map<String, Set<String>> kept = new LinkedHashMap<>();
    gold.forEach((t, sources) ->
        sources.stream()
            .filter(s -> pairs.contains(new MatchRequest.Pair(object(s), object(t))))
            .forEach(s -> add(kept, t, Set.of(s))));
    String name = PREFIX + a.family() + "_" + a.system() + "_to_" + b.system();
    return new GoldSet(name, source, target, pairs, kept);
  }

  private static List<MatchRequest.Pair> pairs(Map<String, Set<String>> gold) {
    Map<MatchRequest.Pair, Set<String>> answers = new LinkedHashMap<>();
    gold.forEach((t, sources) ->
        sources.forEach(s ->
            answers
                .computeIfAbsent(
                    new MatchRequest.Pair(object(s), object(t)), p -> new LinkedHashSet<>())
                .add(t)));
    Map<String, Integer> most = new LinkedHashMap<>();
    answers.forEach((pair, fields) -> most.merge(pair.target(), fields.size(), Math::max));
    return answers.entrySet().stream()
        .filter(e -> e.getValue().size() >= ALIKE * most.getOrDefault(e.getKey().target(), 0))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String object(String path) {
    return path.substring(0, path.indexOf('.'));
  }
}
