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
 * @param leads whether it goes before the others of its target, because people took it before
 * @param describe makes the candidate with this score
 */
record Ranked(
    List<String> sources,
    double score,
    boolean evident,
    boolean leads,
    Function<Double, Candidate> describe) {
  /** So much below what leads the others stand at least. */
  private static final double BELOW = 0.01;

  static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score)
          .reversed()
          .thenComparing(r -> String.join(",", r.sources()));

  /** One of which nothing says that it goes before others. */
  static Ranked of(
      List<String> sources, double score, boolean evident, Function<Double, Candidate> describe) {
    return new Ranked(sources, score, evident, false, describe);
  }

  /** The candidates of one target, with a score below all that lead for those that do not. */
  static List<Ranked> led(List<Ranked> row) {
    double most =
        row.stream().filter(Ranked::leads).mapToDouble(r -> r.score - BELOW).min().orElse(1);
    return row.stream().map(r -> r.leads || r.score <= most ? r : r.at(most)).toList();
  }

  private Ranked at(double other) {
    return new Ranked(sources, other, evident, leads, describe);
  }

  Candidate candidate() {
    return describe.apply(score);
  }
}
