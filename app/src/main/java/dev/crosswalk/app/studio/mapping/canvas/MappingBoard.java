package dev.crosswalk.app.studio.mapping.canvas;

import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Source fields, links, target fields. */
public final class MappingBoard extends BorderPane {
  private static final double MIDDLE_SHARE = 0.26;

  private final BoardModel model;
  private final FieldDrag drag;
  private final FieldList left;
  private final FieldList right;
  private final LinkLayer links;
  private final Runnable pulse;
  private final AnimationTimer autoScroll =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          scrollAtEdge();
        }
      };

  public MappingBoard(BoardModel model) {
    this.model = model;
    this.drag = new FieldDrag(model);
    this.left = new FieldList(Side.SOURCE, model, drag);
    this.right = new FieldList(Side.TARGET, model, drag);
    this.links = new LinkLayer(model, drag, left, right, (side, row) -> list(side).show(row));
    this.pulse = links::paintIfNeeded;
    getStyleClass().add("mapping-board");
    setCenter(new Lanes());
    setTop(new BoardHeads(model, this::focusList));
    listen();
  }

  private void listen() {
    model
        .revision()
        .subscribe(() -> {
          left.update();
          right.update();
          links.update();
        });
    model
        .selectionRevision()
        .subscribe(() -> {
          left.select();
          right.select();
          links.redraw();
        });
    model.hoveredTarget().subscribe(t -> links.redraw());
    drag.live()
        .addListener((o, was, is) -> {
          links.redraw();
          if ((was == null) != (is == null)) {
            left.judgeAll();
            right.judgeAll();
            if (is == null) {
              autoScroll.stop();
            } else {
              autoScroll.start();
            }
          }
        });
    addEventFilter(
        MouseDragEvent.MOUSE_DRAG_OVER, e -> drag.move(e.getSceneX(), e.getSceneY(), ""));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE && drag.now() != null) {
            drag.cancel();
            e.consume();
          }
        });
    left.addEventFilter(KeyEvent.KEY_PRESSED, e -> cross(e, KeyCode.RIGHT, right));
    right.addEventFilter(KeyEvent.KEY_PRESSED, e -> cross(e, KeyCode.LEFT, left));
    sceneProperty()
        .addListener((o, was, is) -> {
          unwatch(was);
          if (is != null) {
            is.addPostLayoutPulseListener(pulse);
          }
        });
    left.update();
    right.update();
    links.update();
  }

  private void unwatch(@Nullable Scene scene) {
    if (scene != null) {
      scene.removePostLayoutPulseListener(pulse);
    }
  }

  private static void cross(KeyEvent e, KeyCode code, FieldList other) {
    if (e.getCode() == code && !e.isShortcutDown()) {
      other.requestFocus();
      e.consume();
    }
  }

  private void scrollAtEdge() {
    FieldDrag.Live live = drag.now();
    if (live == null) {
      return;
    }
    for (FieldList list : new FieldList[] {left, right}) {
      Point2D at = list.sceneToLocal(live.scene());
      boolean within = at.getX() >= 0 && at.getX() <= list.getWidth();
      double step = at.getY() < 28 ? -8 : at.getY() > list.getHeight() - 28 ? 8 : 0;
      if (within
          && step != 0
          && list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar
          && bar.isVisible()) {
        double total = Math.max(1, list.getItems().size() * list.getFixedCellSize());
        bar.setValue(Math.clamp(bar.getValue() + step / total, bar.getMin(), bar.getMax()));
      }
    }
  }

  /** Scrolls both lists to what is selected. */
  public void showSelection() {
    String target = model.selectedTarget();
    if (target != null) {
      right.show(model.reveal(Side.TARGET, target));
    }
    model.selectedSources().stream()
        .findFirst()
        .ifPresent(s -> left.show(model.reveal(Side.SOURCE, s)));
  }

  /** Puts the keyboard into one of the lists. */
  public void focusList(Side side) {
    list(side).requestFocus();
    if (list(side).getSelectionModel().isEmpty()) {
      list(side).getSelectionModel().select(Math.min(1, list(side).getItems().size() - 1));
    }
  }

  /** Small rows or comfortable ones. */
  public void setDense(boolean dense) {
    double size = dense ? FieldList.DENSE : FieldList.COMFORTABLE;
    left.setFixedCellSize(size);
    right.setFixedCellSize(size);
    links.redraw();
  }

  private FieldList list(Side side) {
    return side == Side.SOURCE ? left : right;
  }

  LinkLayer links() {
    return links;
  }

  /** Lays the lists out at both sides and the links between, links last. */
  private final class Lanes extends Pane {
    Lanes() {
      getChildren().setAll(left, right, links);
      setMinSize(500, 120);
    }

    @Override
    protected void layoutChildren() {
      double middle = Math.clamp(getWidth() * MIDDLE_SHARE, 140, 420);
      double side = Math.floor((getWidth() - middle) / 2);
      left.resizeRelocate(0, 0, side, getHeight());
      right.resizeRelocate(getWidth() - side, 0, side, getHeight());
      links.resizeRelocate(side, 0, getWidth() - 2 * side, getHeight());
    }
  }
}
