package dev.crosswalk.engine.match;

import java.util.HashMap;
import java.util.Map;

/**
 * From which object and which group of siblings the accepted sources of each group of targets came:
 * where the billing address was taken from the first address, its other parts come from there too.
 */
final class FromWhere {
  private final Block block;
  private final int[] objects;
  private final int different;
  private final Map<Long, Integer> groups = new HashMap<>();
  private final Map<Integer, Integer> ofGroup = new HashMap<>();
  private final Map<Integer, Integer> ofObject = new HashMap<>();
  private int all;

  FromWhere(Block block) {
    this.block = block;
    this.objects = new int[block.sources().size()];
    Map<String, Integer> numbers = new HashMap<>();
    for (int s = 0; s < objects.length; s++) {
      objects[s] = numbers.computeIfAbsent(block.sources().get(s).object(), o -> numbers.size());
    }
    this.different = numbers.size();
  }

  /** Counts an accepted pair. */
  void add(int source, int target) {
    int to = block.targets().get(target).group();
    groups.merge(key(block.sources().get(source).group(), to), 1, Integer::sum);
    ofGroup.merge(to, 1, Integer::sum);
    ofObject.merge(objects[source], 1, Integer::sum);
    all++;
  }

  /** How often what was accepted for such targets came from where this source stands, 0 to 2. */
  double strength(int source, int target) {
    if (all == 0) {
      return 0;
    }
    double sum = different > 1 ? (double) ofObject.getOrDefault(objects[source], 0) / (all + 1) : 0;
    int to = block.targets().get(target).group();
    Integer known = ofGroup.get(to);
    if (known != null) {
      int here = groups.getOrDefault(key(block.sources().get(source).group(), to), 0);
      sum += (double) here / (known + 1);
    }
    return sum;
  }

  private static long key(int source, int target) {
    return ((long) source << 32) | (target & 0xffffffffL);
  }
}
