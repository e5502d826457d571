package dev.crosswalk.app.studio.shell;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What a dialog holds between its title and its buttons: as high as it is, and in a window that is
 * small, or drawn large, it scrolls while the buttons stay in sight.
 */
final class DialogScroll extends ScrollPane {
  /** Pixels for the focus ring of what stands at the very edge. */
  private static final double BORDER = 2;

  private static final double LEAST = 48;

  private final Node content;
  private final ChangeListener<@Nullable Node> follow = (o, was, is) -> reveal(is);

  DialogScroll(Node content) {
    super(content);
    this.content = content;
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    setMinHeight(LEAST);
    getStyleClass().addAll("edge-to-edge", "dialog-scroll");
    VBox.setVgrow(this, Priority.ALWAYS);
    sceneProperty()
        .addListener((o, was, is) -> {
          if (was != null) {
            was.focusOwnerProperty().removeListener(follow);
          }
          if (is != null) {
            is.focusOwnerProperty().addListener(follow);
          }
        });
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(content.prefHeight(width)) + BORDER;
  }

  /** Scrolls to what has the keyboard now, as far as that is out of sight. */
  private void reveal(@Nullable Node focus) {
    if (focus != null) {
      Nodes.reveal(this, focus);
    }
  }
}
