package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.app.studio.mapping.review.ReviewModel;
import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.app.workspace.Suggested;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which waiting suggestions do not fit their target: their types clash, its picklist lacks values,
 * or they fail on a sample record. These a person looks at, and accepting all leaves them alone.
 * One that was not tried yet is left alone, too.
 */
final class OfferFaults {

  /** Just what was tried; who suggested it and how sure does not matter. */
  private record Tried(String target, FieldMapping field) {
    static Tried of(Offer offer) {
      return new Tried(
          offer.target(), Suggested.accepted(offer.candidate()).withOrigin(null).withNote(null));
    }
  }

  private final Tasks tasks;
  private final LivePreview.Runner runner;
  private final ReviewModel review;
  private final Map<Tried, Boolean> faulty = new HashMap<>();

  private List<Map<String, @Nullable Object>> records = List.of();

  /** Grows with every other mapping, so that an answer about the one before is passed over. */
  private int round;

  OfferFaults(Tasks tasks, LivePreview.Runner runner, ReviewModel review) {
    this.tasks = tasks;
    this.runner = runner;
    this.review = review;
  }

  /**
   * Another mapping was opened, or the same with other fields or records.
   *
   * @param samples what suggestions are tried on
   */
  void reset(List<Map<String, @Nullable Object>> samples) {
    round++;
    records = samples;
    faulty.clear();
  }

  /**
   * Says what is known of the suggestions that wait, and tries those of which nothing is.
   *
   * @param mapping as it is now
   */
  void look(List<Offer> waiting, Mapping mapping) {
    Set<String> left = new HashSet<>();
    TreeMap<String, FieldMapping> untried = new TreeMap<>();
    for (Offer offer : waiting) {
      Tried tried = Tried.of(offer);
      Boolean known = faulty.get(tried);
      if (known == null) {
        untried.put(tried.target(), tried.field());
      }
      if (known == null || known) {
        left.add(offer.target());
      }
    }
    review.leave(left, untried.isEmpty());
    if (untried.isEmpty()) {
      return;
    }
    int mine = round;
    List<Map<String, @Nullable Object>> on = records;
    tasks.latest(
        "review-faults",
        progress -> wrong(runner.run(mapping.withFields(untried), on)),
        wrong -> took(waiting, mapping, mine, untried, wrong),
        // What cannot be tried at all is no reason to keep a person from deciding.
        problem -> took(waiting, mapping, mine, untried, Set.of()));
  }

  private static Set<String> wrong(LivePreview.Found found) {
    Set<String> wrong = new HashSet<>(found.clashes().keySet());
    for (Outcome outcome : found.outcomes()) {
      outcome
          .fields()
          .forEach((target, field) -> {
            if (fails(field)) {
              wrong.add(target);
            }
          });
    }
    return wrong;
  }

  /** Whether a value cannot be taken. That a record has none says nothing against the source. */
  private static boolean fails(FieldOutcome field) {
    return !field.missing()
        && field.before() != null
        && field.messages().stream().anyMatch(Outcome.Message::error);
  }

  private void took(
      List<Offer> waiting,
      Mapping mapping,
      int of,
      Map<String, FieldMapping> untried,
      Set<String> wrong) {
    if (of == round) {
      untried.forEach(
          (target, field) -> faulty.put(new Tried(target, field), wrong.contains(target)));
      look(waiting, mapping);
    }
  }
}
