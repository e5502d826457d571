package dev.crosswalk.app.studio.mapping;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * Keeps the dividers of a split pane at the shares that a person gave them. The pane itself moves
 * them whenever it gets another size, so its own positions are nobody's choice.
 */
final class KeptDividers {
  private final SplitPane pane;
  private double[] shares;

  /**
   * @param shares of the whole size, from the start to each divider, 0–1
   */
  KeptDividers(SplitPane pane, double... shares) {
    this.pane = pane;
    this.shares = shares.clone();
    apply();
    boolean rows = pane.getOrientation() == Orientation.VERTICAL;
    // Not in the middle of a layout, which would go on with its own positions.
    (rows ? pane.heightProperty() : pane.widthProperty())
        .subscribe(size -> Platform.runLater(this::apply));
    pane.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          if (e.getTarget() instanceof Node node && isDivider(node) && complete()) {
            this.shares = pane.getDividerPositions();
          }
        });
  }

  /** Whether all parts are there that the shares are for. */
  private boolean complete() {
    return pane.getDividers().size() == shares.length;
  }

  /** A divider of this pane, not of one in it, or the handle on it. */
  private boolean isDivider(Node node) {
    Node at = node;
    while (at != null && !at.getStyleClass().contains("split-pane-divider")) {
      at = at.getParent();
    }
    return at != null && at.getParent() == pane;
  }

  /** Puts them back where they belong; does nothing while a part is missing. */
  void apply() {
    if (complete()) {
      pane.setDividerPositions(shares);
    }
  }

  void choose(double... chosen) {
    shares = chosen.clone();
    apply();
  }

  double[] shares() {
    return shares.clone();
  }
}
