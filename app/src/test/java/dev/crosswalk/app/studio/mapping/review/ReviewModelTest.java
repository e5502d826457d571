package dev.crosswalk.app.studio.mapping.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.mapping.MappingFixture;
import dev.crosswalk.app.studio.mapping.Offers;
import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects: what the queue says about the rest of the work is measured, and nothing is silent. */
class ReviewModelTest {
  private Instant now = Instant.parse("2026-11-21T09:00:00Z");
  private final List<Offer> accepted = new ArrayList<>();
  private final ReviewModel model =
      new ReviewModel(
          MappingFixture.TEXTS,
          () -> now,
          new ReviewModel.Decisions() {
            @Override
            public void accept(Offer offer, int alternative) {
              accepted.add(offer);
              show(decided + 1);
            }

            @Override
            public void reject(Offer offer) {
              show(decided + 1);
            }

            @Override
            public void acceptAll(List<Offer> offers) {
              accepted.addAll(offers);
            }

            @Override
            public void undo() {}
          });
  private int decided;

  private static Offer offer(int i) {
    double score = 0.95 - i * 0.05;
    Candidate candidate =
        new Candidate("S", List.of("s" + i), score, Why.NOTHING, Map.of(), List.of(), null);
    return new Offer("t" + i, candidate, List.of(candidate));
  }

  private void show(int done) {
    decided = done;
    List<Offer> waiting = new ArrayList<>();
    for (int i = done; i < 12; i++) {
      waiting.add(offer(i));
    }
    model.show(new Offers(waiting, done, 12));
  }

  private void decideAfter(int seconds) {
    now = now.plus(Duration.ofSeconds(seconds));
    model.accept(0);
  }

  private void start() {
    model.reset();
    show(0);
    model.move(0);
  }

  @Test
  void theTimeLeftIsThatOfTheDecisionsSoFar() {
    start();
    assertThat(model.progress().get()).isEqualTo("0 of 12 decided");
    decideAfter(20);
    decideAfter(20);
    assertThat(model.progress().get()).isEqualTo("2 of 12 decided");
    decideAfter(20);
    decideAfter(20);
    assertThat(model.progress().get()).isEqualTo("4 of 12 decided, about 3 minutes left");
    for (int i = 0; i < 7; i++) {
      decideAfter(2);
    }
    assertThat(model.progress().get()).isEqualTo("11 of 12 decided, less than a minute left");
  }

  @Test
  void aBreakIsNotThought() {
    start();
    decideAfter(10);
    decideAfter(3600);
    decideAfter(10);
    decideAfter(10);
    assertThat(model.progress().get()).isEqualTo("4 of 12 decided, about 1 minute left");
  }

  @Test
  void theThresholdSaysHowManyItTakesAndHowManyAreLikelyWrong() {
    start();
    model.thresholdProperty().set(0.9);
    assertThat(model.bulk().get()).isEqualTo("Accept 2 at or above 0.90");
    assertThat(model.risk().get()).isEqualTo("probably none of them wrong");
    model.thresholdProperty().set(0.6);
    assertThat(model.bulk().get()).isEqualTo("Accept 8 at or above 0.60");
    // 0.05 + 0.10 + … + 0.40 = 1.8
    assertThat(model.risk().get()).isEqualTo("about 2 of them wrong");
    model.thresholdProperty().set(1);
    assertThat(model.risk().get()).isEmpty();
    assertThat(accepted).isEmpty();
  }
}
