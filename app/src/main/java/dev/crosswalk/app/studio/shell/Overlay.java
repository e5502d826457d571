package dev.crosswalk.app.studio.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The layer over the window in which dialogs and the palette appear. While one is open it keeps the
 * focus; Esc and a click beside it close it, and the focus goes back to where it was. What lasts is
 * not closed by a click beside it, and comes back when what was shown in its place is closed.
 */
public final class Overlay extends StackPane {
  private final ChangeListener<@Nullable Node> keepFocus =
      (o, was, is) -> {
        if (isVisible() && (is == null || !isInside(is))) {
          Platform.runLater(this::focusInside);
        }
      };
  private final Deque<Layer> waiting = new ArrayDeque<>();
  private @Nullable Layer shown;
  private @Nullable Node focusBefore;

  private record Layer(Node node, Pos at, Node first, boolean lasting, Runnable whenClosed) {}

  public Overlay() {
    getStyleClass().add("overlay");
    setVisible(false);
    setOnMousePressed(e -> {
      Layer now = shown;
      if (e.getTarget() == this && now != null && !now.lasting()) {
        close();
      }
    });
  }

  /** Shows a node, in place of what was shown before. */
  public void open(Node node, Pos at, Node focusFirst, Runnable whenClosed) {
    replace(new Layer(node, at, focusFirst, false, whenClosed));
  }

  /**
   * Shows a node for as long as something goes on.
   *
   * @param whenClosed only if a person closes it; not when something else is shown in its place
   */
  public void openLasting(Node node, Pos at, Node focusFirst, Runnable whenClosed) {
    replace(new Layer(node, at, focusFirst, true, whenClosed));
  }

  private void replace(Layer next) {
    Layer was = shown;
    if (was != null) {
      hide();
      if (was.lasting()) {
        waiting.push(was);
      } else {
        was.whenClosed().run();
      }
    }
    show(next);
  }

  private void show(Layer next) {
    Scene scene = getScene();
    focusBefore = scene == null ? null : scene.getFocusOwner();
    shown = next;
    setAlignment(next.node(), next.at());
    getChildren().setAll(next.node());
    setVisible(true);
    if (scene != null) {
      scene.focusOwnerProperty().addListener(keepFocus);
    }
    // What a scroll pane holds can take the keyboard only once the pane has its skin.
    applyCss();
    layout();
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
    Layer was = shown;
    if (was == null) {
      return;
    }
    hide();
    was.whenClosed().run();
    if (shown == null && !waiting.isEmpty()) {
      show(waiting.pop());
    }
  }

  /** Takes away what {@link #openLasting} showed, when it is over; nobody is told. */
  public void withdraw(Node node) {
    waiting.removeIf(layer -> layer.node() == node);
    Layer now = shown;
    if (now != null && now.node() == node) {
      shown = new Layer(node, now.at(), now.first(), false, () -> {});
      close();
    }
  }

  private void hide() {
    Scene scene = getScene();
    if (scene != null) {
      scene.focusOwnerProperty().removeListener(keepFocus);
    }
    setVisible(false);
    getChildren().clear();
    shown = null;
    Node back = focusBefore;
    focusBefore = null;
    if (back != null && back.getScene() == scene) {
      back.requestFocus();
    }
  }

  private void focusInside() {
    Layer now = shown;
    if (now != null) {
      now.first().requestFocus();
    }
  }

  private boolean isInside(Node node) {
    Layer now = shown;
    for (Node at = node; at != null; at = at.getParent()) {
      if (now != null && at == now.node()) {
        return true;
      }
    }
    return false;
  }
}
