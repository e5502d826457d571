package dev.crosswalk.engine.match;

import java.util.HashMap;
import java.util.Map;

/** Lets the fields say which source object feeds a target object, where nobody chose one. */
final class ObjectVotes {
  /** Log-odds that the fields of an object lose that has the best source of no target. */
  private static final double PRICE = 4;

  private ObjectVotes() {}

  /**
   * The block with prices that also follow from how many targets have their best source in each
   * object, by how sure that is.
   */
  static Block counted(Block block, Scorer scorer) {
    double[][] z = scorer.alone(block);
    Map<String, Double> votes = new HashMap<>();
    for (int t = 0; t < z.length; t++) {
      Map<String, Double> best = new HashMap<>();
      for (int k = 0; k < z[t].length; k++) {
        FieldProfile source = block.sources().get(block.candidates()[t][k]);
        best.merge(source.object(), 1 / (1 + Math.exp(-z[t][k])), Math::max);
      }
      double most = best.values().stream().mapToDouble(p -> p).max().orElse(0);
      // Objects that are level all get it, so that the order of objects does not matter.
      best.forEach((object, p) -> {
        if (p >= most) {
          votes.merge(object, p, Double::sum);
        }
      });
    }
    double most = votes.values().stream().mapToDouble(v -> v).max().orElse(0);
    if (most == 0) {
      return block;
    }
    double[] prices = block.prices().clone();
    for (int s = 0; s < prices.length; s++) {
      double share = votes.getOrDefault(block.sources().get(s).object(), 0.0) / most;
      prices[s] += PRICE * (1 - share);
    }
    return new Block(
        block.sources(), block.targets(), block.candidates(), block.features(), prices);
  }
}
