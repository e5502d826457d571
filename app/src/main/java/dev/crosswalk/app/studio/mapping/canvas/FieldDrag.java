package dev.crosswalk.app.studio.mapping.canvas;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Drawing a line by hand from a field of one list to a field of the other. Full press-drag-release
 * gestures, because they draw live and work on every platform.
 */
final class FieldDrag {

  /** What a row says to the line that is being dragged. */
  enum Judgement {
    NONE,
    FITS,
    CONVERTS,
    CLASHES
  }

  /**
   * A line in the air.
   *
   * @param scene where its free end is, in the scene
   */
  record Live(Side side, FieldFacts from, Point2D scene, String verdict, Judgement judgement) {}

  private final BoardModel model;
  private final ReadOnlyObjectWrapper<@Nullable Live> live = new ReadOnlyObjectWrapper<>();

  FieldDrag(BoardModel model) {
    this.model = model;
  }

  ReadOnlyObjectProperty<@Nullable Live> live() {
    return live.getReadOnlyProperty();
  }

  @Nullable Live now() {
    return live.get();
  }

  /** Makes a cell a start and an end of lines. */
  void install(FieldCell cell, Side side) {
    cell.addEventHandler(MouseEvent.DRAG_DETECTED, e -> start(cell, side, e));
    cell.addEventHandler(
        MouseDragEvent.MOUSE_DRAG_OVER,
        e -> {
          over(cell, side, e);
          e.consume();
        });
    cell.addEventHandler(
        MouseDragEvent.MOUSE_DRAG_RELEASED, e -> drop(cell, side, e.isShiftDown()));
    // The release of the button comes before the drop, the end of the gesture after it.
    cell.addEventHandler(MouseDragEvent.MOUSE_DRAG_DONE, e -> live.set(null));
  }

  private void start(FieldCell cell, Side side, MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY && cell.getItem() instanceof BoardRow.OfField row) {
      live.set(
          new Live(
              side, row.facts(), new Point2D(e.getSceneX(), e.getSceneY()), "", Judgement.NONE));
      cell.startFullDrag();
      e.consume();
    }
  }

  /** The free end moved. */
  void move(double sceneX, double sceneY, String verdict, Judgement judgement) {
    Live now = live.get();
    if (now != null) {
      live.set(new Live(now.side, now.from, new Point2D(sceneX, sceneY), verdict, judgement));
    }
  }

  private void over(FieldCell cell, Side side, MouseDragEvent e) {
    Live now = live.get();
    if (now == null || side == now.side || !(cell.getItem() instanceof BoardRow.OfField row)) {
      move(e.getSceneX(), e.getSceneY(), "", Judgement.NONE);
      return;
    }
    String verdict = fit(now, row.facts()).words(model.texts());
    String target = now.side == Side.SOURCE ? row.facts().path() : now.from.path();
    if (model.state(Side.TARGET, target).mapped()) {
      verdict +=
          " · "
              + model
                  .texts()
                  .of(e.isShiftDown() ? "mapping.board.adds" : "mapping.board.replaces", target);
    }
    move(e.getSceneX(), e.getSceneY(), verdict, judge(side, row.facts()));
  }

  private static TypeFit fit(Live now, FieldFacts other) {
    return now.side == Side.SOURCE
        ? TypeFit.of(now.from.field(), other.field())
        : TypeFit.of(other.field(), now.from.field());
  }

  Judgement judge(Side side, FieldFacts facts) {
    Live now = live.get();
    if (now == null || side == now.side) {
      return Judgement.NONE;
    }
    return switch (fit(now, facts).verdict()) {
      case FITS -> Judgement.FITS;
      case CONVERTS -> Judgement.CONVERTS;
      case CLASHES -> Judgement.CLASHES;
    };
  }

  /** With Shift the source joins those that feed the target, else it takes their place. */
  private void drop(FieldCell cell, Side side, boolean add) {
    Live now = live.get();
    live.set(null);
    if (now == null || side == now.side || !(cell.getItem() instanceof BoardRow.OfField row)) {
      return;
    }
    String source = now.side == Side.SOURCE ? now.from.path() : row.facts().path();
    String target = now.side == Side.SOURCE ? row.facts().path() : now.from.path();
    if (add) {
      model.commands().add(List.of(source), target);
    } else {
      model.commands().map(List.of(source), target);
    }
  }

  /** The line was dropped on a link: its source joins those of the link. */
  void dropOnLink(Link link) {
    Live now = live.get();
    live.set(null);
    if (now != null && now.side == Side.SOURCE) {
      model.commands().add(List.of(now.from.path()), link.target());
    }
  }

  void cancel() {
    live.set(null);
  }
}
