package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.PaneFolds.Folded;
import dev.crosswalk.app.studio.mapping.review.ReviewFold;
import dev.crosswalk.app.studio.mapping.review.ReviewPane;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/**
 * The panes of the editor under each other: board, review, and what is below. A folded pane is a
 * strip, and its room goes to the others.
 */
final class EditorPanes extends BorderPane {
  /** Share of the height above the review, and down to its end. */
  private static final double[] HEIGHTS = {0.40, 0.71};

  /** Share of the board in a window that is small or short, beside one other pane. */
  private static final double BESIDE_ONE = 0.45;

  private static final double[] WIDTHS = {0.38, 0.64};
  private static final double LEAST = 0.05;
  private static final double LEAST_BELOW = 120;

  private final SplitPane split = new SplitPane();
  private final BorderPane upper;
  private final ReviewPane review;
  private final SplitPane below;
  private final HBox strip;
  private final Button unfold;
  private final ReviewFold fold;
  private final PaneFolds folds;
  private Folded shown = new Folded(false, false, false, false);

  /** Between all three, also while one is folded. */
  private final KeptDividers rows;

  private final KeptDividers columns;

  EditorPanes(
      Node board, ReviewPane review, ReviewFold fold, PaneFolds folds, Texts texts, Node... below) {
    this.upper = new BorderPane(board);
    this.review = review;
    this.below = new SplitPane(below);
    this.fold = fold;
    this.folds = folds;
    columns = new KeptDividers(this.below, WIDTHS);
    this.below.setMinHeight(LEAST_BELOW);
    unfold =
        Nodes.iconButton(
            "mdi2c-chevron-right", texts.of("mapping.below.unfold"), folds::toggleBelow);
    unfold.setId("below-fold");
    unfold.getStyleClass().add("small");
    Label title = new Label(texts.of("mapping.below.title"));
    title.getStyleClass().add("pane-title");
    strip = new HBox(8, unfold, title);
    strip.setAlignment(Pos.CENTER_LEFT);
    strip.getStyleClass().addAll("pane-head", "folded-head");
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().setAll(upper, review, this.below);
    rows = new KeptDividers(split, HEIGHTS);
    split.getStyleClass().add("mapping-panes");
    setCenter(split);
    // Not in the middle of a layout, in which nothing new is laid out.
    heightProperty()
        .subscribe(h -> {
          if (h.doubleValue() > 0) {
            Platform.runLater(() -> folds.fit(getHeight()));
          }
        });
    folds.folded().subscribe(this::show);
  }

  private void show(Folded now) {
    if (now.equals(shown)) {
      return;
    }
    boolean moved = now.review() != shown.review() || now.below() != shown.below();
    boolean other = moved || now.small() != shown.small();
    boolean inReview = holdsKeyboard(review);
    boolean inBelow = now.below() && holdsKeyboard(below);
    shown = now;
    if (moved) {
      arrange(now);
    }
    if (other) {
      divide(now);
    }
    if (moved && inReview) {
      review.focusList();
    } else if (inBelow) {
      unfold.requestFocus();
    }
  }

  private boolean holdsKeyboard(Node pane) {
    return getScene() != null && Nodes.isWithin(getScene().getFocusOwner(), pane);
  }

  private void arrange(Folded now) {
    List<Node> items = new ArrayList<>(List.of(upper));
    split.getItems().removeAll(review, below);
    upper.setBottom(null);
    review.setFolded(now.review());
    if (now.review()) {
      upper.setBottom(review);
    } else {
      items.add(review);
    }
    if (!now.below()) {
      items.add(below);
    }
    setBottom(now.below() ? strip : null);
    split.getItems().setAll(items);
  }

  /** Just as it was before, so that folding and opening again moves nothing. */
  private void divide(Folded now) {
    double[] open = rows.shares();
    if (!now.review() && !now.below()) {
      rows.apply();
    } else if (now.small() || now.working()) {
      split.setDividerPositions(BESIDE_ONE);
    } else if (now.review()) {
      split.setDividerPositions(open[0] / (1 - (open[1] - open[0])));
    } else {
      split.setDividerPositions(open[0] / open[1]);
    }
  }

  /** How the panes are, in a word that {@link #recall} understands. */
  String memory() {
    double[] at = rows.shares();
    double[] sides = columns.shares();
    return String.format(
        Locale.ROOT,
        "%s %.3f %.3f %.3f %.3f %s",
        fold.choice().word(),
        at[0],
        at[1],
        sides[0],
        sides[1],
        folds.belowChosen() ? "folded" : "open");
  }

  /** Makes the panes as {@link #memory()} said; what cannot be read is passed over. */
  void recall(String memory) {
    String[] parts = memory.split(" ", -1);
    double[] at = new double[4];
    for (int i = 0; i < at.length; i++) {
      at[i] = i + 1 < parts.length ? number(parts[i + 1]) : Double.NaN;
    }
    if (rising(at[0], at[1]) && rising(at[2], at[3])) {
      columns.choose(at[2], at[3]);
      rows.choose(at[0], at[1]);
      divide(shown);
    }
    fold.choose(ReviewFold.Choice.ofWord(parts[0]));
    folds.recall(parts.length > at.length + 1 && parts[at.length + 1].equals("folded"));
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
