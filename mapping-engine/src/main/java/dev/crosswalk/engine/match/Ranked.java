package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.Candidate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A candidate before it is put into words, which only those need that are shown.
 *
 * @param sources {@code object.field} of each source field
 * @param score probability that a person would accept
 * @param describe makes the candidate with this score
 */
record Ranked(List<String> sources, double score, Function<Double, Candidate> describe) {
  static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score)
          .reversed()
          .thenComparing(r -> String.join(",", r.sources()));

  Candidate candidate() {
    return describe.apply(score);
  }
}
