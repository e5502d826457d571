package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.review.ReviewFold;
import dev.crosswalk.app.studio.mapping.review.ReviewPane;
import dev.crosswalk.app.studio.shell.Nodes;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

/**
 * The panes of the editor under each other: board, review, and what is below. A folded review is a
 * strip under the board, and its room goes to the two others.
 */
final class EditorPanes extends SplitPane {
  /** Share of the height above the review, and down to its end. */
  private static final double[] HEIGHTS = {0.44, 0.70};

  private static final double[] WIDTHS = {0.38, 0.64};
  private static final double LEAST = 0.05;
  private static final double LEAST_BELOW = 120;

  private final BorderPane upper;
  private final ReviewPane review;
  private final SplitPane below;
  private final ReviewFold fold;

  /** Where the dividers are when the review is open, also while it is folded. */
  private double[] open = HEIGHTS.clone();

  EditorPanes(Node board, ReviewPane review, ReviewFold fold, Node... below) {
    this.upper = new BorderPane(board);
    this.review = review;
    this.below = new SplitPane(below);
    this.fold = fold;
    this.below.setDividerPositions(WIDTHS);
    this.below.setMinHeight(LEAST_BELOW);
    setOrientation(Orientation.VERTICAL);
    getItems().setAll(upper, review, this.below);
    setDividerPositions(HEIGHTS);
    getStyleClass().add("mapping-panes");
    fold.folded().subscribe(this::show);
  }

  private void show(boolean folded) {
    if (folded == (review.getParent() == upper || upper.getBottom() == review)) {
      return;
    }
    boolean keyboard = getScene() != null && Nodes.isWithin(getScene().getFocusOwner(), review);
    if (folded) {
      open = getDividerPositions();
      getItems().remove(review);
      review.setFolded(true);
      upper.setBottom(review);
    } else {
      upper.setBottom(null);
      review.setFolded(false);
      getItems().add(1, review);
    }
    divide(folded);
    if (keyboard) {
      review.focusList();
    }
  }

  /** Just as it was before, so that folding and opening again moves nothing. */
  private void divide(boolean folded) {
    if (folded) {
      setDividerPositions(open[0] / (1 - (open[1] - open[0])));
    } else {
      setDividerPositions(open);
    }
  }

  /** How the panes are, in a word that {@link #recall} understands. */
  String memory() {
    double[] at = fold.folded().get() ? open : getDividerPositions();
    double[] sides = below.getDividerPositions();
    return String.format(
        Locale.ROOT,
        "%s %.3f %.3f %.3f %.3f",
        fold.choice().word(),
        at[0],
        at[1],
        sides[0],
        sides[1]);
  }

  /** Makes the panes as {@link #memory()} said; what cannot be read is passed over. */
  void recall(String memory) {
    String[] parts = memory.split(" ", -1);
    double[] at = new double[4];
    for (int i = 0; i < at.length; i++) {
      at[i] = i + 1 < parts.length ? number(parts[i + 1]) : Double.NaN;
    }
    if (rising(at[0], at[1]) && rising(at[2], at[3])) {
      below.setDividerPositions(at[2], at[3]);
      open = new double[] {at[0], at[1]};
      divide(fold.folded().get());
    }
    fold.choose(ReviewFold.Choice.ofWord(parts[0]));
  }

  /** Whether two dividers leave some room to each of the three panes. */
  private static boolean rising(double first, double second) {
    return first >= LEAST && second - first >= LEAST && second <= 1 - LEAST;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
