package dev.crosswalk.engine.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the fields around each pair of a block say of it, each 0 to 1.
 *
 * @param siblings how well the groups in which the two fields stand go together apart from the pair
 *     itself
 * @param children how well the groups of their parts go together
 * @param dense how much of the source's group is of use
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are for speed
record Around(double[][] siblings, double[][] children, double[][] dense) {

  /**
   * @param alone log-odds of each pair
   */
  static Around of(Block block, double[][] alone) {
    Around around = new Around(block.table(), block.table(), block.table());
    Groups sources = new Groups(block.sources());
    Groups targets = new Groups(block.targets());
    Together together = new Together(block, sources);
    for (int group = 0; group < targets.size(); group++) {
      int[] members = targets.members[group];
      together.sumUp(members, alone);
      for (int t : members) {
        around.addSiblings(t, together, members.length);
      }
      for (int t : targets.wholes[group]) {
        around.addChildren(t, together, members.length);
      }
    }
    return around;
  }

  private void addSiblings(int t, Together together, int members) {
    int[] candidates = together.block.candidates()[t];
    for (int k = 0; k < candidates.length; k++) {
      int group = together.sources.of[candidates[k]];
      double others = together.sums[group] - together.best[t][k];
      int left = together.sources.members[group].length - 1;
      siblings[t][k] = share(others, left, members - 1);
      boolean named = together.block.sources().get(candidates[k]).group() < 0;
      dense[t][k] = left <= 0 || named ? 0 : Math.min(1, others / left);
    }
  }

  private void addChildren(int t, Together together, int members) {
    int[] candidates = together.block.candidates()[t];
    for (int k = 0; k < candidates.length; k++) {
      int parts = together.sources.parts[candidates[k]];
      if (parts >= 0) {
        int left = together.sources.members[parts].length;
        children[t][k] = share(together.sums[parts], left, members);
      }
    }
  }

  private static double share(double sum, int left, int right) {
    return left <= 0 || right <= 0 ? 0 : Math.min(1, sum / Math.sqrt((double) left * right));
  }

  /** The groups of siblings of one side, numbered from 0. */
  private static final class Groups {
    private static final int[] NONE = {};

    /** The group of each field. */
    private final int[] of;

    /** The group that each field's own parts form; -1 where it has none. */
    private final int[] parts;

    /** The fields of each group, rising. */
    private final int[][] members;

    /** The fields of which each group is the parts, rising. */
    private final int[][] wholes;

    Groups(List<FieldProfile> fields) {
      Map<Integer, Integer> numbers = new HashMap<>();
      of = new int[fields.size()];
      parts = new int[fields.size()];
      for (int i = 0; i < of.length; i++) {
        of[i] = numbers.computeIfAbsent(fields.get(i).group(), g -> numbers.size());
      }
      for (int i = 0; i < of.length; i++) {
        int group = fields.get(i).children();
        parts[i] = group < 0 ? -1 : numbers.computeIfAbsent(group, g -> numbers.size());
      }
      members = gathered(of, numbers.size());
      wholes = gathered(parts, numbers.size());
    }

    int size() {
      return members.length;
    }

    private static int[][] gathered(int[] groups, int size) {
      int[] counts = new int[size];
      for (int group : groups) {
        if (group >= 0) {
          counts[group]++;
        }
      }
      int[][] out = new int[size][];
      Arrays.setAll(out, g -> counts[g] == 0 ? NONE : new int[counts[g]]);
      Arrays.fill(counts, 0);
      for (int i = 0; i < groups.length; i++) {
        if (groups[i] >= 0) {
          out[groups[i]][counts[groups[i]]++] = i;
        }
      }
      return out;
    }
  }

  /** How well each group of sources goes with one group of targets. */
  private static final class Together {
    private final Block block;
    private final Groups sources;

    /** By group of sources, the sum over the targets of the best probability that it has there. */
    private final double[] sums;

    /** For each pair the best probability that the source's group has for the target. */
    private final double[][] best;

    /** By group of sources its best probability for one target; 0 between targets. */
    private final double[] most;

    Together(Block block, Groups sources) {
      this.block = block;
      this.sources = sources;
      this.sums = new double[sources.size()];
      this.best = block.table();
      this.most = new double[sources.size()];
    }

    void sumUp(int[] targets, double[][] alone) {
      Arrays.fill(sums, 0);
      for (int t : targets) {
        int[] candidates = block.candidates()[t];
        for (int k = 0; k < candidates.length; k++) {
          int group = sources.of[candidates[k]];
          most[group] = Math.max(most[group], Weights.probability(alone[t][k]));
        }
        for (int k = 0; k < candidates.length; k++) {
          best[t][k] = most[sources.of[candidates[k]]];
        }
        for (int source : candidates) {
          int group = sources.of[source];
          sums[group] += most[group];
          most[group] = 0;
        }
      }
    }
  }
}
