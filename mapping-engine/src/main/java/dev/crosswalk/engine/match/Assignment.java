package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each target at most one candidate and each source to at most one target. The best pair goes
 * first, so no two that were passed over would both be better off with each other; where nothing is
 * good enough, the target stays without.
 */
final class Assignment {
  /** A candidate that is more likely wrong than right is not chosen. */
  static final double GOOD_ENOUGH = 0.5;

  private Assignment() {}

  /** The chosen candidate by the number of the target; targets without one are absent. */
  static Map<Integer, Candidate> choose(List<List<Candidate>> candidates) {
    List<Option> options = new ArrayList<>();
    for (int t = 0; t < candidates.size(); t++) {
      for (Candidate candidate : candidates.get(t)) {
        if (candidate.score() >= GOOD_ENOUGH) {
          options.add(new Option(t, candidate));
        }
      }
    }
    options.sort(
        Comparator.comparingDouble((Option o) -> o.candidate.score())
            .reversed()
            .thenComparingInt(o -> o.target)
            .thenComparing(o -> String.join(",", o.candidate.sources())));
    Map<Integer, Candidate> chosen = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (Option option : options) {
      List<String> sources = option.candidate.sources();
      if (!chosen.containsKey(option.target) && sources.stream().noneMatch(used::contains)) {
        chosen.put(option.target, option.candidate);
        used.addAll(sources);
      }
    }
    return chosen;
  }

  private record Option(int target, Candidate candidate) {}
}
