package dev.crosswalk.engine.merge;

import dev.crosswalk.engine.merge.Blocks.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where entries of theirs go among ours, and how far they are indented there. */
final class BlockOrder {
  private BlockOrder() {}

  static Map<String, Block> byKey(List<Block> blocks) {
    Map<String, Block> map = new LinkedHashMap<>();
    blocks.forEach(b -> map.put(b.key(), b));
    return map;
  }

  /**
   * Our keys with those that only they have: by the sort where all are sorted, else each after its
   * neighbour.
   */
  static List<String> order(List<String> ours, List<String> theirs) {
    List<String> order = new ArrayList<>(ours);
    boolean sorted = isSorted(ours) && isSorted(theirs);
    Set<String> there = new HashSet<>(ours);
    String before = "";
    for (String key : theirs) {
      if (!there.contains(key)) {
        int at = order.indexOf(before) + 1;
        order.add(sorted ? -Collections.binarySearch(order, key) - 1 : at, key);
      }
      before = key;
    }
    return order;
  }

  private static boolean isSorted(List<String> keys) {
    return keys.equals(keys.stream().sorted().toList());
  }

  static @Nullable Block moved(@Nullable Block block, int indent) {
    if (block == null || indent < 0 || UnitText.indent(block.body().get(0)) == indent) {
      return block;
    }
    int by = indent - UnitText.indent(block.body().get(0));
    return new Block(
        block.key(),
        UnitText.indented(block.lead(), indent),
        UnitText.indented(block.body(), indent),
        block.children().stream()
            .map(c -> Objects.requireNonNull(moved(c, UnitText.indent(c.body().get(0)) + by)))
            .toList(),
        block.item());
  }
}
