package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Edge;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Frame;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Segment;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
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
  private final LinkPainter painter;
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
    this.painter = new LinkPainter(canvas.getGraphicsContext2D(), this, model.texts());
    getStyleClass().add("link-layer");
    setId("links");
    canvas.setManaged(false);
    getChildren().add(canvas);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(model.texts().of("mapping.board.links"));
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    addEventHandler(MouseEvent.MOUSE_EXITED, e -> model.hovered().set(null));
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_OVER,
        e -> {
          drag.move(e.getSceneX(), e.getSceneY(), onLink(e), FieldDrag.Judgement.NONE);
          e.consume();
        });
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
    Optional<Predicate<Link>> lift = model.lift();
    List<Link> links = model.links();
    frame =
        LinkGeometry.frame(view, segments, i -> lift.isPresent() && lift.get().test(links.get(i)));
    painter.paint(view, frame, links, lift);
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
    painter.live(fromLeft ? 0 : getWidth(), y, x, end.getY(), live);
  }

  private @Nullable Link linkAt(double x, double y) {
    int hit = LinkGeometry.hit(frame, x, y, REACH);
    return hit < 0 || hit >= model.links().size() ? null : model.links().get(hit);
  }

  private void moved(MouseEvent e) {
    Link link = painter.chipAt(e.getX(), e.getY()).orElseGet(() -> linkAt(e.getX(), e.getY()));
    boolean edge = LinkGeometry.edgeAt(view, frame, e.getX(), e.getY()) != null;
    setCursor(link != null || edge ? Cursor.HAND : Cursor.DEFAULT);
    model.hovered().set(link == null ? null : new BoardModel.Spot(Side.TARGET, link.target()));
  }

  private void clicked(MouseEvent e) {
    Edge edge = LinkGeometry.edgeAt(view, frame, e.getX(), e.getY());
    if (edge != null) {
      follow(edge);
      return;
    }
    Link chip = painter.chipAt(e.getX(), e.getY()).orElse(null);
    Link link = chip != null ? chip : linkAt(e.getX(), e.getY());
    if (link != null) {
      model.selectSources(link.sources());
      model.selectTarget(link.target());
      if (chip != null || e.getClickCount() == 2) {
        model.commands().open(Side.TARGET, link.target());
      }
    }
  }

  /** Goes where the lines of an edge count end; a field that is filtered out is shown again. */
  private void follow(Edge edge) {
    if (edge.where() != LinkGeometry.Where.FILTERED) {
      goTo.accept(edge.side(), edge.row());
      return;
    }
    Link link = model.links().get(edge.link());
    String hidden =
        edge.side() == Side.TARGET
            ? link.target()
            : link.sources().stream()
                .filter(s -> model.rows(Side.SOURCE).rowOf(s) < 0)
                .findFirst()
                .orElse(link.sources().getFirst());
    goTo.accept(edge.side(), model.reveal(edge.side(), hidden));
  }

  private String onLink(MouseDragEvent e) {
    FieldDrag.Live live = drag.now();
    Link link = linkAt(e.getX(), e.getY());
    return live == null || live.side() == Side.TARGET || link == null
        ? ""
        : model.texts().of("mapping.board.joins", link.target());
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
