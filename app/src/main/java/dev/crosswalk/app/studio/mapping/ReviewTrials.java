package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.app.studio.mapping.review.ReviewModel;
import dev.crosswalk.app.studio.mapping.review.Trial;
import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.app.workspace.Suggested;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs the suggestion under review on the samples, off the JavaFX thread; nothing of it is kept.
 */
final class ReviewTrials {
  private final Tasks tasks;
  private final LivePreview.Runner runner;
  private final ReviewModel review;

  ReviewTrials(Tasks tasks, LivePreview.Runner runner, ReviewModel review) {
    this.tasks = tasks;
    this.runner = runner;
    this.review = review;
  }

  /**
   * @param offer null where none is selected
   * @param mapping as it is now; null where none is open
   */
  void tryOut(@Nullable Offer offer, @Nullable MappingContext context, @Nullable Mapping mapping) {
    if (offer == null || context == null || mapping == null) {
      review.trial().set(Trial.NONE);
      return;
    }
    FieldMapping field = Suggested.accepted(offer.candidate());
    Mapping alone = mapping.withFields(new TreeMap<>(Map.of(offer.target(), field)));
    tasks.latest(
        "review-trial",
        progress -> Trials.of(offer, context, runner.run(alone, context.records()).outcomes()),
        made -> {
          if (offer.equals(review.selected().get())) {
            review.trial().set(made);
          }
        },
        problem -> review.trial().set(Trial.NONE));
  }
}
