package dev.crosswalk.app.studio.mapping.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.mapping.review.ReviewFold.Choice;
import org.junit.jupiter.api.Test;

/** Protects: an empty review gives its room away, but never against what a person chose. */
class ReviewFoldTest {
  private final ReviewFold fold = new ReviewFold();

  private boolean folded() {
    return fold.folded().get();
  }

  @Test
  void nothingWaitsFoldsItAndSomethingOpensItAgain() {
    assertThat(folded()).isFalse();
    fold.look(false, false);
    assertThat(folded()).isTrue();
    fold.look(true, false);
    assertThat(folded()).isFalse();
  }

  @Test
  void whileSuggestionsAreLookedForNothingMoves() {
    fold.look(false, true);
    assertThat(folded()).isFalse();
    fold.look(false, false);
    fold.look(false, true);
    assertThat(folded()).isTrue();
    fold.look(true, true);
    assertThat(folded()).as("what is there is shown at once").isFalse();
  }

  @Test
  void aPersonsChoiceStaysUntilTakenBack() {
    fold.look(true, false);
    fold.toggle();
    assertThat(folded()).isTrue();
    assertThat(fold.choice()).isEqualTo(Choice.FOLDED);
    fold.look(false, false);
    fold.look(true, false);
    assertThat(folded()).isTrue();
    fold.toggle();
    assertThat(folded()).isFalse();
    assertThat(fold.choice()).as("as it comes by itself").isEqualTo(Choice.BY_ITSELF);
    fold.look(false, false);
    assertThat(folded()).isTrue();
    fold.toggle();
    assertThat(fold.choice()).isEqualTo(Choice.OPEN);
    fold.look(false, false);
    assertThat(folded()).isFalse();
  }

  @Test
  void theChoiceComesBackAtTheNextStart() {
    for (Choice each : Choice.values()) {
      ReviewFold next = new ReviewFold();
      next.choose(Choice.ofWord(each.word()));
      assertThat(next.choice()).isEqualTo(each);
    }
    assertThat(Choice.ofWord("nonsense")).isEqualTo(Choice.BY_ITSELF);
  }
}
