package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One target object of a gold set with its candidates and which of them are right.
 *
 * @param right for each target and candidate
 * @param mapped whether the author gave the target a source
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are for speed
record GoldBlock(GoldSet set, Features features, Block block, boolean[][] right, boolean[] mapped) {
  private static final int LOOKED_AT = 40;

  static List<GoldBlock> of(GoldSet set, Thesaurus thesaurus) {
    Profiler profiler = new Profiler(thesaurus, List.of(set.source(), set.target()));
    set.source().objects().stream()
        .filter(o -> set.pairs().stream().anyMatch(p -> p.source().equals(o.name())))
        .forEach(o -> profiler.add("s", o, List.of()));
    set.target().objects().stream()
        .filter(o -> set.pairs().stream().anyMatch(p -> p.target().equals(o.name())))
        .forEach(o -> profiler.add("t", o, List.of()));
    Map<String, List<FieldProfile>> sources = new LinkedHashMap<>();
    set.pairs()
        .forEach(p ->
            sources
                .computeIfAbsent(p.target(), t -> new ArrayList<>())
                .addAll(profiler.profiles("s", p.source(), "t", p.target())));
    Features features = new Features(thesaurus, new SoftWords(profiler.names()));
    List<GoldBlock> out = new ArrayList<>();
    for (String object : new LinkedHashSet<>(sources.keySet())) {
      List<FieldProfile> from = sources.getOrDefault(object, List.of());
      from.sort(Comparator.comparing(FieldProfile::key));
      Block block = Block.of(from, profiler.profiles("t", object), features, LOOKED_AT);
      boolean[][] right = new boolean[block.targets().size()][];
      boolean[] mapped = new boolean[right.length];
      for (int t = 0; t < right.length; t++) {
        Set<String> gold = set.gold().getOrDefault(block.targets().get(t).key(), Set.of());
        mapped[t] = !gold.isEmpty();
        right[t] = new boolean[block.candidates()[t].length];
        for (int k = 0; k < right[t].length; k++) {
          right[t][k] = gold.contains(block.sources().get(block.candidates()[t][k]).key());
        }
      }
      out.add(new GoldBlock(set, features, block, right, mapped));
    }
    return out;
  }

  /** Whether a right source is among the candidates of the target. */
  boolean answerable(int t) {
    for (boolean r : right[t]) {
      if (r) {
        return true;
      }
    }
    return false;
  }
}
