package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.match.Suggestions;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which suggestions still wait for a person: those whose target is not mapped and that nobody said
 * no to.
 *
 * @param waiting surest first
 * @param decided how many targets with a suggestion have been decided on
 * @param total how many targets have or had a suggestion, or are mapped
 */
public record Offers(List<Offer> waiting, int decided, int total) {
  public static final Offers NONE = new Offers(List.of(), 0, 0);

  /** After the proposal was rejected, the next candidate is offered only where it is this good. */
  private static final double NEXT_BEST = 0.5;

  /** Candidates below this score are only noise beside the others. */
  private static final double WORTH_A_LOOK = 0.02;

  public Offers {
    waiting = List.copyOf(waiting);
  }

  /**
   * A proposal for one target.
   *
   * @param target path of the target field
   * @param candidate what is proposed
   * @param alternatives all candidates that were not rejected, the proposal first, at most five
   */
  public record Offer(String target, Candidate candidate, List<Candidate> alternatives) {
    public Offer {
      alternatives = List.copyOf(alternatives);
    }

    public double score() {
      return candidate.score();
    }
  }

  /** Holds the suggestions against what the mapping says now. */
  public static Offers of(Suggestions suggestions, Mapping mapping) {
    List<Offer> waiting = new ArrayList<>();
    int decided = 0;
    int total = 0;
    for (TargetSuggestion suggestion : suggestions.forTarget(mapping.target().object())) {
      String target = Acts.path(suggestion.targetField());
      boolean mapped = mapping.fields().containsKey(target);
      boolean refused = !mapping.rejected().getOrDefault(target, List.of()).isEmpty();
      boolean proposed = suggestion.chosen() != null;
      if (!mapped && !proposed && !refused) {
        continue;
      }
      total++;
      // Looked for anew, a target that was refused may have no proposal left; it stays decided.
      Optional<Offer> offer =
          mapped || !proposed ? Optional.empty() : offer(suggestion, target, mapping);
      if (offer.isPresent()) {
        waiting.add(offer.get());
      } else {
        decided++;
      }
    }
    waiting.sort(Comparator.comparingDouble(Offer::score).reversed());
    return new Offers(waiting, decided, total);
  }

  private static Optional<Offer> offer(
      TargetSuggestion suggestion, String target, Mapping mapping) {
    Candidate chosen = suggestion.chosen();
    List<Candidate> left = new ArrayList<>();
    if (chosen != null && !rejected(mapping, target, chosen)) {
      left.add(chosen);
    }
    for (Candidate candidate : suggestion.candidates()) {
      boolean again = chosen != null && candidate.sourceFields().equals(chosen.sourceFields());
      boolean counts = candidate.score() >= WORTH_A_LOOK;
      if (!again && counts && left.size() < 5 && !rejected(mapping, target, candidate)) {
        left.add(candidate);
      }
    }
    boolean proposal =
        !left.isEmpty() && (left.getFirst().equals(chosen) || left.getFirst().score() >= NEXT_BEST);
    return proposal ? Optional.of(new Offer(target, left.getFirst(), left)) : Optional.empty();
  }

  static boolean rejected(Mapping mapping, String target, Candidate candidate) {
    return mapping.rejected().getOrDefault(target, List.of()).contains(Acts.rejectKey(candidate));
  }

  /** The offers at or above a score, both in whole hundredths, as they are shown. */
  public List<Offer> atLeast(double threshold) {
    long least = Math.round(threshold * 100);
    return waiting.stream().filter(o -> Math.round(o.score() * 100) >= least).toList();
  }

  public Optional<Offer> forTarget(String target) {
    return waiting.stream().filter(o -> o.target().equals(target)).findFirst();
  }

  /** By target path. */
  Map<String, Offer> byTarget() {
    Map<String, Offer> map = new LinkedHashMap<>();
    waiting.forEach(o -> map.put(o.target(), o));
    return map;
  }
}
