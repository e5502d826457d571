package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.mapping.review.ReviewFold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Protects: whoever works on a target has room for it, and gets the suggestions back by one act.
 */
class PaneFoldsTest {
  private final ReviewFold fold = new ReviewFold();
  private final PaneFolds folds = new PaneFolds(fold);

  @BeforeEach
  void somethingWaits() {
    fold.look(true, false);
  }

  /** What is open, in a word. */
  private String open() {
    PaneFolds.Folded now = folds.folded().get();
    return (now.review() ? "" : "review ") + (now.below() ? "" : "below");
  }

  @Test
  void inAUsualWindowWorkOnATargetGetsTheRoomOfTheReview() {
    folds.fit(650);
    assertThat(open()).isEqualTo("review below");
    folds.work();
    assertThat(open()).isEqualTo("below");
    folds.review();
    assertThat(open()).isEqualTo("review below");
    folds.work();
    folds.toggleReview();
    assertThat(open()).as("a press on the strip opens it, too").isEqualTo("review below");
    folds.toggleBelow();
    assertThat(open()).isEqualTo("review ");
    folds.toggleBelow();
    assertThat(open()).isEqualTo("review below");
  }

  @Test
  void inATallWindowNothingFoldsByItself() {
    folds.fit(1200);
    folds.work();
    assertThat(open()).isEqualTo("review below");
  }

  @Test
  void inASmallWindowTheTwoTakeTurns() {
    folds.fit(390);
    assertThat(open()).isEqualTo("review ");
    folds.work();
    assertThat(open()).isEqualTo("below");
    folds.review();
    assertThat(open()).isEqualTo("review ");
    folds.toggleReview();
    assertThat(open()).isEqualTo("below");
    folds.toggleReview();
    assertThat(open()).isEqualTo("review ");
    fold.look(false, false);
    assertThat(open()).as("nothing waits").isEqualTo("below");
    folds.fit(1200);
    fold.look(true, false);
    assertThat(open()).isEqualTo("review below");
  }

  @Test
  void whatAPersonFoldsBelowStaysUntilItIsNeeded() {
    folds.fit(650);
    folds.recall(true);
    assertThat(open()).isEqualTo("review ");
    folds.work();
    assertThat(open()).isEqualTo("below");
    assertThat(folds.belowChosen()).isFalse();
  }
}
