package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.review.ReviewFold;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which panes of the editor are open. Where the height does for all, all are, but what a person
 * folds. Where it does not, whoever works in the fields of a target gets the room of the review,
 * and in a small window only one of the two is open. Holds no nodes.
 */
final class PaneFolds {
  /** Pixels of height below which the review and what is below it take turns. */
  private static final double SMALL = 560;

  /** Pixels of height from which the review stays open beside a target that is worked on. */
  private static final double TALL = 1000;

  /**
   * What is folded.
   *
   * @param review whether the review is a strip
   * @param below whether inspector, result and YAML are a strip
   * @param small whether the window is so small that the two take turns
   * @param working whether a person works in what is below
   */
  record Folded(boolean review, boolean below, boolean small, boolean working) {}

  private final ReviewFold fold;
  private final ReadOnlyObjectWrapper<Folded> folded =
      new ReadOnlyObjectWrapper<>(new Folded(false, false, false, false));
  private double height = TALL;
  private boolean working;
  private boolean belowFolded;

  PaneFolds(ReviewFold fold) {
    this.fold = fold;
    fold.folded().subscribe(is -> settle());
  }

  private void settle() {
    boolean small = height < SMALL;
    boolean review = fold.folded().get() || working && height < TALL;
    folded.set(new Folded(review, belowFolded || small && !review, small, working));
  }

  /** The panes have another height, in pixels; nothing is known of it before they are shown. */
  void fit(double newHeight) {
    if (newHeight > 0) {
      height = newHeight;
      settle();
    }
  }

  /** A person goes to work on a target: in the inspector, on its result or in the file. */
  void work() {
    working = true;
    belowFolded = false;
    settle();
  }

  /** A person goes to the suggestions. */
  void review() {
    working = false;
    settle();
  }

  /** A person folds the review, or opens it. */
  void toggleReview() {
    boolean open = !folded.get().review();
    working = false;
    if (open || fold.folded().get()) {
      fold.toggle();
    }
    settle();
  }

  /** A person folds what is below the review, or opens it. */
  void toggleBelow() {
    if (folded.get().below()) {
      // In a window for all three, opening it takes nothing from the review.
      working = folded.get().small();
      belowFolded = false;
    } else {
      boolean turns = folded.get().small() && !fold.folded().get();
      working = false;
      belowFolded = !turns;
    }
    settle();
  }

  /** Takes up what an earlier session kept. */
  void recall(boolean below) {
    belowFolded = below;
    settle();
  }

  /** Whether a person folded what is below, however large the window is. */
  boolean belowChosen() {
    return belowFolded;
  }

  ReadOnlyObjectProperty<Folded> folded() {
    return folded.getReadOnlyProperty();
  }
}
