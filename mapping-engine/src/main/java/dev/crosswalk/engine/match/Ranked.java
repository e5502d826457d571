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
 * @param evident whether more speaks for it than that nothing fits better; only then it is chosen
 * @param describe makes the candidate with this score
 */
record Ranked(
    List<String> sources, double score, boolean evident, Function<Double, Candidate> describe) {
  static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score)
          .reversed()
          .thenComparing(r -> String.join(",", r.sources()));

  Candidate candidate() {
    return describe.apply(score);
  }
}
