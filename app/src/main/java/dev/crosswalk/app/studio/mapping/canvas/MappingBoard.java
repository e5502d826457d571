package dev.crosswalk.app.studio.mapping.canvas;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Source fields, links, target fields. */
public final class MappingBoard extends BorderPane {
  private static final double MIDDLE_SHARE = 0.26;

  /** Seconds: after a longer pause a list goes on rather than jumps. */
  private static final double LONGEST_FRAME = 0.1;

  private final BoardModel model;
  private final FieldDrag drag;
  private final FieldList left;
  private final FieldList right;
  private final LinkLayer links;
  private final Runnable pulse;
  private final AnimationTimer autoScroll =
      new AnimationTimer() {
        private long before;

        @Override
        public void start() {
          before = 0;
          super.start();
        }

        @Override
        public void handle(long now) {
          if (before != 0) {
            scrollAtEdge(Math.min((now - before) / 1e9, LONGEST_FRAME));
          }
          before = now;
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
    model.hovered().subscribe(t -> links.redraw());
    model.density().subscribe(this::space);
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
        MouseDragEvent.MOUSE_DRAG_OVER,
        e -> drag.move(e.getSceneX(), e.getSceneY(), "", FieldDrag.Judgement.NONE));
    addEventFilter(
        ScrollEvent.SCROLL,
        e -> {
          if (e.isShortcutDown() && e.getDeltaY() != 0) {
            model.zoom(e.getDeltaY() > 0 ? 1 : -1);
            e.consume();
          }
        });
    left.addEventHandler(KeyEvent.KEY_PRESSED, e -> goAcross(e, Side.SOURCE));
    right.addEventHandler(KeyEvent.KEY_PRESSED, e -> goAcross(e, Side.TARGET));
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

  private void scrollAtEdge(double seconds) {
    FieldDrag.Live live = drag.now();
    if (live == null) {
      return;
    }
    for (FieldList list : new FieldList[] {left, right}) {
      Point2D at = list.sceneToLocal(live.scene());
      boolean within = at.getX() >= 0 && at.getX() <= list.getWidth();
      double step = scrollSpeed(at.getY(), list.getHeight()) * seconds;
      if (within
          && step != 0
          && list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar
          && bar.isVisible()) {
        double total = Math.max(1, list.getItems().size() * list.getFixedCellSize());
        bar.setValue(Math.clamp(bar.getValue() + step / total, bar.getMin(), bar.getMax()));
      }
    }
  }

  /** Pixels in a second: the nearer to the edge, or beyond it, the faster. */
  private static double scrollSpeed(double y, double height) {
    double into = y < 28 ? y - 28 : y > height - 28 ? y - height + 28 : 0;
    return Math.clamp(into * 36, -2400, 2400);
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

  /** G goes to the other end of a link, as a click on a count does. */
  private void goAcross(KeyEvent e, Side side) {
    if (e.getCode() != KeyCode.G || e.isShortcutDown() || e.isAltDown()) {
      return;
    }
    String from =
        side == Side.TARGET
            ? model.selectedTarget()
            : model.selectedSources().stream().findFirst().orElse(null);
    List<String> ends = from == null ? List.of() : model.across(side, from);
    if (!ends.isEmpty()) {
      Side other = side.other();
      if (other == Side.SOURCE) {
        model.selectSources(ends);
      } else {
        model.selectTarget(ends.getFirst());
      }
      int row = model.reveal(other, ends.getFirst());
      list(other).select();
      list(other).show(row);
      list(other).requestFocus();
    }
    e.consume();
  }

  private void space(Density density) {
    left.space(density);
    right.space(density);
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
