package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Gives each target at most one candidate and each source to at most one target, unless a target
 * says that it may share. The best pair goes first, so no two that were passed over would both be
 * better off with each other; where nothing is good enough, the target stays without.
 */
final class Assignment {
  /** A candidate that is more likely wrong than right is not chosen. */
  static final double GOOD_ENOUGH = 0.5;

  private Assignment() {}

  /**
   * The chosen candidate by the number of the target; targets without one are absent.
   *
   * @param shares whether a target takes a source that another one has
   */
  static Map<Integer, Ranked> choose(List<List<Ranked>> candidates, IntPredicate shares) {
    List<Option> options = new ArrayList<>();
    for (int t = 0; t < candidates.size(); t++) {
      for (Ranked candidate : candidates.get(t)) {
        if (candidate.score() >= GOOD_ENOUGH && candidate.evident()) {
          options.add(new Option(t, candidate));
        }
      }
    }
    options.sort(
        Comparator.comparing((Option o) -> o.candidate, Ranked.BEST_FIRST)
            .thenComparingInt(o -> o.target));
    Map<Integer, Ranked> chosen = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (Option option : options) {
      List<String> sources = option.candidate.sources();
      boolean shared = shares.test(option.target);
      if (!chosen.containsKey(option.target)
          && (shared || sources.stream().noneMatch(used::contains))) {
        chosen.put(option.target, option.candidate);
        if (!shared) {
          used.addAll(sources);
        }
      }
    }
    return chosen;
  }

  private record Option(int target, Ranked candidate) {}
}
