package dev.crosswalk.app.studio.shell;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/** Badges in a row, as many as have room; the last then says how many more the tooltip names. */
public final class BadgeLine extends Pane {
  private static final double GAP = 4;

  private final List<Label> badges;
  private final Label more = Nodes.badge("", "neutral");

  public BadgeLine(List<Label> badges) {
    this.badges = List.copyOf(badges);
    getChildren().addAll(badges);
    getChildren().add(more);
    more.setVisible(false);
    more.setTooltip(new Tooltip(String.join(" · ", badges.stream().map(Label::getText).toList())));
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return length(badges.size());
  }

  @Override
  protected double computePrefHeight(double width) {
    return badges.stream().mapToDouble(b -> b.prefHeight(-1)).max().orElse(0);
  }

  private double length(int count) {
    double sum = 0;
    for (Label badge : badges.subList(0, count)) {
      sum += badge.prefWidth(-1) + GAP;
    }
    return Math.max(0, sum - GAP);
  }

  /** How many badges stand whole in so many pixels, with room for the rest's number. */
  private int fitting(double width) {
    int count = badges.size();
    if (length(count) <= width) {
      return count;
    }
    more.setText("+" + count);
    double rest = more.prefWidth(-1);
    while (count > 0 && length(count) + GAP + rest > width) {
      count--;
    }
    return count;
  }

  @Override
  protected void layoutChildren() {
    int count = fitting(getWidth());
    double x = 0;
    for (Label badge : badges) {
      boolean shown = badges.indexOf(badge) < count;
      badge.setVisible(shown);
      if (shown) {
        x = place(badge, x);
      }
    }
    more.setVisible(count < badges.size());
    if (more.isVisible()) {
      more.setText("+" + (badges.size() - count));
      place(more, x);
    }
  }

  private double place(Label badge, double x) {
    double width = badge.prefWidth(-1);
    double height = badge.prefHeight(-1);
    badge.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
    return x + width + GAP;
  }
}
