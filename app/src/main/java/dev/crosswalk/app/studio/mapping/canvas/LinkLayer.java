package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Edge;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Frame;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Segment;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The space between the lists: all links on one canvas, drawn only when something changed. */
final class LinkLayer extends LinkColours {
  private static final double REACH = 6;

  private final BoardModel model;
  private final FieldDrag drag;
  private final FieldList left;
  private final FieldList right;
  private final Canvas canvas = new Canvas();
  private final LinkPainter painter = new LinkPainter(canvas.getGraphicsContext2D(), this);
  private final ObjIntConsumer<Side> goTo;
  private List<Segment> segments = List.of();
  private View view = new View(0, 0, 1, 0, 0);
  private Frame frame = Frame.EMPTY;
  private boolean dirty = true;

  LinkLayer(
      BoardModel model,
      FieldDrag drag,
      FieldList left,
      FieldList right,
      ObjIntConsumer<Side> goTo) {
    this.model = model;
    this.drag = drag;
    this.left = left;
    this.right = right;
    this.goTo = goTo;
    getStyleClass().add("link-layer");
    setId("links");
    canvas.setManaged(false);
    getChildren().add(canvas);
    setAccessibleText("Links between the fields; the review list says the same in words");
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    addEventHandler(MouseEvent.MOUSE_EXITED, e -> model.hoveredTarget().set(null));
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_OVER, e -> drag.move(e.getSceneX(), e.getSceneY(), onLink(e)));
    addEventHandler(MouseDragEvent.MOUSE_DRAG_RELEASED, this::dropped);
  }

  /** Takes over the links and the rows at which they end. */
  void update() {
    List<Segment> found = new ArrayList<>();
    List<Link> links = model.links();
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      int to = model.rows(Side.TARGET).rowOf(link.target());
      boolean first = true;
      for (String source : link.sources()) {
        found.add(new Segment(i, model.rows(Side.SOURCE).rowOf(source), to, first));
        first = false;
      }
    }
    segments = found;
    redraw();
  }

  void redraw() {
    dirty = true;
    requestLayout();
  }

  @Override
  void coloursChanged() {
    dirty = true;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      dirty = true;
    }
    paintIfNeeded();
  }

  /** Draws where links, scrolling, size or colours changed since the last time. */
  void paintIfNeeded() {
    View now =
        new View(getWidth(), getHeight(), left.getFixedCellSize(), left.offset(), right.offset());
    if (!dirty && now.equals(view) || now.width() <= 0 || now.height() <= 0) {
      return;
    }
    dirty = false;
    view = now;
    frame = LinkGeometry.frame(view, segments);
    painter.paint(view, frame, model.links(), model::lifted, model.lifting());
    paintLive();
  }

  private void paintLive() {
    FieldDrag.Live live = drag.now();
    if (live == null) {
      return;
    }
    int row = model.rows(live.side()).rowOf(live.from().path());
    boolean fromLeft = live.side() == Side.SOURCE;
    double y = fromLeft ? view.leftY(row) : view.rightY(row);
    Point2D end = sceneToLocal(live.scene());
    double x = Math.clamp(end.getX(), 0, getWidth());
    painter.live(fromLeft ? 0 : getWidth(), y, x, end.getY(), live.verdict());
  }

  private @Nullable Link linkAt(double x, double y) {
    int hit = LinkGeometry.hit(frame, x, y, REACH);
    return hit < 0 || hit >= model.links().size() ? null : model.links().get(hit);
  }

  private void moved(MouseEvent e) {
    Link link = linkAt(e.getX(), e.getY());
    boolean edge = LinkGeometry.edgeAt(view, frame, e.getX(), e.getY()) != null;
    setCursor(link != null || edge ? Cursor.HAND : Cursor.DEFAULT);
    model.hoveredTarget().set(link == null ? null : link.target());
  }

  private void clicked(MouseEvent e) {
    Edge edge = LinkGeometry.edgeAt(view, frame, e.getX(), e.getY());
    if (edge != null) {
      goTo.accept(edge.side(), edge.row());
      return;
    }
    Link link = linkAt(e.getX(), e.getY());
    if (link != null) {
      model.selectSources(link.sources());
      model.selectTarget(link.target());
      if (e.getClickCount() == 2) {
        model.commands().open(Side.TARGET, link.target());
      }
    }
  }

  private String onLink(MouseDragEvent e) {
    FieldDrag.Live live = drag.now();
    Link link = linkAt(e.getX(), e.getY());
    return live == null || live.side() == Side.TARGET || link == null
        ? ""
        : "join the sources of " + link.target();
  }

  private void dropped(MouseDragEvent e) {
    Link link = linkAt(e.getX(), e.getY());
    if (link == null) {
      drag.cancel();
    } else {
      drag.dropOnLink(link);
    }
  }

  /** What was drawn last; for tests and measurements. */
  Frame frame() {
    return frame;
  }
}
