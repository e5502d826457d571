package dev.crosswalk.engine.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Merges lists in which the order counts, such as steps: what one side added, took out or changed
 * is taken from it, where the other left that place alone.
 */
final class ListMerge {
  private final TreeMerge tree;
  private final List<String> path;

  /**
   * How one side differs from the base.
   *
   * @param kept whether each item of the base is still there
   * @param added what stands before each item of the base, and after the last
   * @param run where the run of lost items begins in which an item of the base lies; -1 if it is
   *     kept
   */
  private record Side(boolean[] kept, List<List<@Nullable Object>> added, int[] run) {}

  ListMerge(TreeMerge tree, List<String> path) {
    this.tree = tree;
    this.path = path;
  }

  /** Empty where both sides did something to the same place. */
  Optional<TreeMerge.Both> merge(List<?> base, List<?> ours, List<?> theirs) {
    Side mine = side(base, ours);
    Side other = side(base, theirs);
    List<@Nullable Object> result = new ArrayList<>();
    for (int i = 0; i <= base.size(); i++) {
      List<@Nullable Object> here = mine.added().get(i);
      List<@Nullable Object> there = other.added().get(i);
      boolean inBoth = i < base.size() && !mine.kept()[i] && !other.kept()[i];
      if (here.equals(there)) {
        result.addAll(here);
      } else if (here.isEmpty() || there.isEmpty()) {
        if (touchesLost(i, here, mine, other) || touchesLost(i, there, other, mine)) {
          return Optional.empty();
        }
        result.addAll(here);
        result.addAll(there);
      } else {
        Optional<Object> step =
            inBoth && here.size() == 1 && there.size() == 1
                ? parameters(base.get(i), here.get(0), there.get(0))
                : Optional.empty();
        if (step.isEmpty()) {
          return Optional.empty();
        }
        result.add(step.get());
      }
      if (i < base.size() && mine.kept()[i] && other.kept()[i]) {
        result.add(base.get(i));
      }
    }
    return Optional.of(TreeMerge.Both.of(result));
  }

  /** Whether one side put something in the place of items that the other took out as well. */
  private static boolean touchesLost(int at, List<?> added, Side by, Side other) {
    if (added.isEmpty() || at >= by.kept().length || by.kept()[at]) {
      return false;
    }
    for (int i = at; i < by.kept().length && by.run()[i] == by.run()[at]; i++) {
      if (!other.kept()[i]) {
        return true;
      }
    }
    return false;
  }

  /** The same step with other parameters on both sides, if they are others. */
  private Optional<Object> parameters(
      @Nullable Object base, @Nullable Object ours, @Nullable Object theirs) {
    String name = name(base);
    if (name.isEmpty() || !name.equals(name(ours)) || !name.equals(name(theirs))) {
      return Optional.empty();
    }
    int before = tree.clashes().size();
    TreeMerge.Both both =
        tree.merge(TreeMerge.child(path, name), call(base), call(ours), call(theirs));
    if (tree.clashes().size() > before) {
      tree.clashes().subList(before, tree.clashes().size()).clear();
      return Optional.empty();
    }
    return Optional.ofNullable(both.ours());
  }

  /** The name of a step, which is a text or a map with one key; empty for anything else. */
  private static String name(@Nullable Object item) {
    return item instanceof String text
        ? text
        : item instanceof Map<?, ?> map && map.size() == 1
            ? String.valueOf(map.keySet().iterator().next())
            : "";
  }

  private static Object call(@Nullable Object item) {
    return item instanceof Map<?, ?> map ? map : Map.of(String.valueOf(item), Map.of());
  }

  private static Side side(List<?> base, List<?> list) {
    int[][] longest = new int[base.size() + 1][list.size() + 1];
    for (int i = base.size() - 1; i >= 0; i--) {
      for (int j = list.size() - 1; j >= 0; j--) {
        longest[i][j] =
            Objects.equals(base.get(i), list.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    boolean[] kept = new boolean[base.size()];
    int[] run = new int[base.size()];
    List<List<@Nullable Object>> added = new ArrayList<>();
    for (int i = 0; i <= base.size(); i++) {
      added.add(new ArrayList<>());
    }
    int start = -1;
    int i = 0;
    int j = 0;
    while (i < base.size() || j < list.size()) {
      if (i < base.size() && j < list.size() && Objects.equals(base.get(i), list.get(j))) {
        kept[i] = true;
        run[i] = -1;
        start = -1;
        i++;
        j++;
      } else if (j >= list.size() || (i < base.size() && longest[i + 1][j] >= longest[i][j + 1])) {
        start = start < 0 ? i : start;
        run[i] = start;
        i++;
      } else {
        added.get(start < 0 ? i : start).add(list.get(j));
        j++;
      }
    }
    return new Side(kept, added, run);
  }
}
