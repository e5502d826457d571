package dev.crosswalk.app.studio.shell;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The layer over the window in which dialogs and the palette appear. While one is open it keeps the
 * focus; Esc and a click beside it close it, and the focus goes back to where it was.
 */
public final class Overlay extends StackPane {
  private final ChangeListener<@Nullable Node> keepFocus =
      (o, was, is) -> {
        if (isVisible() && (is == null || !isInside(is))) {
          Platform.runLater(this::focusInside);
        }
      };
  private @Nullable Node content;
  private @Nullable Node focusBefore;
  private @Nullable Node firstFocus;
  private Runnable onClosed = () -> {};

  public Overlay() {
    getStyleClass().add("overlay");
    setVisible(false);
    setOnMousePressed(e -> {
      if (e.getTarget() == this) {
        close();
      }
    });
  }

  /** Shows a node, in place of what was shown before. */
  public void open(Node node, Pos at, Node focusFirst, Runnable whenClosed) {
    close();
    Scene scene = getScene();
    focusBefore = scene == null ? null : scene.getFocusOwner();
    content = node;
    firstFocus = focusFirst;
    onClosed = whenClosed;
    setAlignment(node, at);
    getChildren().setAll(node);
    setVisible(true);
    if (scene != null) {
      scene.focusOwnerProperty().addListener(keepFocus);
    }
    focusInside();
  }

  /** Whether a dialog or the palette of a window has its keyboard. */
  public static boolean hasFocus(Scene scene) {
    Node at = scene.getFocusOwner();
    while (at != null && !(at instanceof Overlay)) {
      at = at.getParent();
    }
    return at != null;
  }

  public boolean isOpen() {
    return isVisible();
  }

  /** Closes what is open; nothing happens if nothing is. */
  public void close() {
    if (!isVisible()) {
      return;
    }
    Scene scene = getScene();
    if (scene != null) {
      scene.focusOwnerProperty().removeListener(keepFocus);
    }
    setVisible(false);
    getChildren().clear();
    content = null;
    Node back = focusBefore;
    focusBefore = null;
    if (back != null && back.getScene() == scene) {
      back.requestFocus();
    }
    Runnable closed = onClosed;
    onClosed = () -> {};
    closed.run();
  }

  private void focusInside() {
    Node first = firstFocus;
    if (isVisible() && first != null) {
      first.requestFocus();
    }
  }

  private boolean isInside(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == content) {
        return true;
      }
    }
    return false;
  }
}
