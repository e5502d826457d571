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
 * @param odds what the score was made of; decides between equal scores, which limits make
 * @param evident whether more speaks for it than that nothing fits better; only then it is chosen
 * @param leads whether it goes before the others of its target, because people took it before
 * @param describe makes the candidate with this score
 */
record Ranked(
    List<String> sources,
    double score,
    double odds,
    boolean evident,
    boolean leads,
    Function<Double, Candidate> describe) {
  /** So much below what leads the others stand at least. */
  private static final double BELOW = 0.01;

  static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score)
          .thenComparingDouble(Ranked::odds)
          .reversed()
          .thenComparing(r -> String.join(",", r.sources()));

  /**
   * One of an answer that was given before, of which nothing says that it goes before others.
   *
   * @param chosen whether it was chosen; then it is again where others are equal
   */
  static Ranked again(Candidate candidate, boolean chosen) {
    return new Ranked(
        candidate.sources(),
        candidate.score(),
        chosen ? 1 : 0,
        Features.isEvident(candidate.evidence()),
        false,
        score -> candidate);
  }

  /** The candidates of one target, with a score below all that lead for those that do not. */
  static List<Ranked> led(List<Ranked> row) {
    double most =
        row.stream().filter(Ranked::leads).mapToDouble(r -> r.score - BELOW).min().orElse(1);
    return row.stream().map(r -> r.leads || r.score <= most ? r : r.at(most)).toList();
  }

  private Ranked at(double other) {
    return new Ranked(sources, other, odds, evident, leads, describe);
  }

  Candidate candidate() {
    return describe.apply(score);
  }
}
