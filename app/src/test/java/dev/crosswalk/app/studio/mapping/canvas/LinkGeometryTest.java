package dev.crosswalk.app.studio.mapping.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Edge;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Frame;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Segment;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.View;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Where;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Lines end at the middle of their rows; what cannot be seen is not drawn but counted. */
class LinkGeometryTest {
  private static final View TOP = new View(200, 300, 30, 0, 0);

  private static Frame frame(View view, List<Segment> segments) {
    return LinkGeometry.frame(view, segments, link -> false);
  }

  @Test
  void aLineRunsFromRowMiddleToRowMiddle() {
    Frame frame = frame(TOP, List.of(new Segment(7, 1, 4, true)));
    assertThat(frame.curves()).containsExactly(new LinkGeometry.Curve(7, true, 1, 0, 45, 200, 135));
    assertThat(frame.stubs()).isEmpty();
  }

  @Test
  void scrollingMovesTheEnds() {
    View scrolled = new View(200, 300, 30, 30, 60);
    Frame frame = frame(scrolled, List.of(new Segment(0, 1, 4, true)));
    assertThat(frame.curves().getFirst().y1()).isEqualTo(15);
    assertThat(frame.curves().getFirst().y2()).isEqualTo(75);
  }

  @Test
  void aLineWithOneEndOutOfSightIsAStubAndIsCountedAtTheOtherEdge() {
    Frame frame = frame(TOP, List.of(new Segment(0, 1, 90, true), new Segment(1, 2, 50, true)));
    assertThat(frame.curves()).isEmpty();
    assertThat(frame.stubs())
        .hasSize(2)
        .allMatch(s -> s.side() == Side.SOURCE && s.where() == Where.BELOW);
    assertThat(frame.edges()).containsExactly(new Edge(Side.TARGET, Where.BELOW, 2, 50, 1));
    assertThat(LinkGeometry.edgeAt(TOP, frame, 190, 290)).isEqualTo(frame.edges().getFirst());
    assertThat(LinkGeometry.edgeAt(TOP, frame, 10, 290)).isNull();
  }

  @Test
  void theEdgeLeadsToTheNearestHiddenEnd() {
    View scrolled = new View(200, 300, 30, 3000, 0);
    Frame frame = frame(scrolled, List.of(new Segment(0, 3, 1, true), new Segment(1, 80, 2, true)));
    assertThat(frame.edges()).containsExactly(new Edge(Side.SOURCE, Where.ABOVE, 2, 80, 1));
  }

  @Test
  void linesWithBothEndsAwayAreLeftOut() {
    Frame frame = frame(TOP, List.of(new Segment(0, -1, -1, true), new Segment(1, 500, 600, true)));
    assertThat(frame).isEqualTo(Frame.EMPTY);
  }

  @Test
  void aLineWhoseOtherEndTheFilterHidesIsCountedApart() {
    Frame frame = frame(TOP, List.of(new Segment(4, -1, 2, true)));
    assertThat(frame.stubs())
        .containsExactly(new LinkGeometry.Stub(4, Side.TARGET, 75, Where.FILTERED, 1));
    assertThat(frame.edges()).containsExactly(new Edge(Side.SOURCE, Where.FILTERED, 1, -1, 4));
    assertThat(LinkGeometry.edgeAt(TOP, frame, 10, 300 - 33)).isEqualTo(frame.edges().getFirst());
  }

  @Test
  void linesBetweenFoldedGroupsAreDrawnOnceAndTheLiftedOneStandsForThem() {
    List<Segment> folded =
        List.of(new Segment(0, 1, 2, true), new Segment(1, 1, 2, true), new Segment(2, 1, 2, true));
    Frame frame = LinkGeometry.frame(TOP, folded, link -> link == 1);
    assertThat(frame.curves())
        .singleElement()
        .satisfies(c -> {
          assertThat(c.count()).isEqualTo(3);
          assertThat(c.link()).isEqualTo(1);
        });
  }

  @Test
  void theMouseFindsTheNearestLine() {
    Frame frame = frame(TOP, List.of(new Segment(3, 1, 1, true), new Segment(5, 1, 8, true)));
    assertThat(LinkGeometry.hit(frame, 150, 46, 6)).isEqualTo(3);
    assertThat(LinkGeometry.hit(frame, 190, 254, 6)).isEqualTo(5);
    assertThat(LinkGeometry.hit(frame, 20, 250, 6)).isEqualTo(-1);
  }

  @Property(tries = 200)
  void everyPointOfACurveHitsIt(
      @ForAll @IntRange(max = 9) int left,
      @ForAll @IntRange(max = 9) int right,
      @ForAll @IntRange(max = 100) int percent) {
    Frame frame = frame(TOP, List.of(new Segment(0, left, right, true)));
    var curve = frame.curves().getFirst();
    double t = percent / 100.0;
    assertThat(LinkGeometry.hit(frame, curve.xAt(t), curve.yAt(t), 6)).isZero();
  }

  @Property(tries = 200)
  void everyLineWithAnEndInSightIsDrawnOnce(
      @ForAll List<@IntRange(max = 400) Integer> rows,
      @ForAll @IntRange(max = 9000) int leftOffset,
      @ForAll @IntRange(max = 9000) int rightOffset) {
    View view = new View(200, 300, 30, leftOffset, rightOffset);
    List<Segment> segments = new ArrayList<>();
    int seen = 0;
    for (int i = 0; i < rows.size(); i++) {
      Segment s = new Segment(i, rows.get(i), 400 - rows.get(i), true);
      segments.add(s);
      seen += view.sees(view.leftY(s.left())) || view.sees(view.rightY(s.right())) ? 1 : 0;
    }
    Frame frame = frame(view, segments);
    int drawn =
        frame.curves().stream().mapToInt(LinkGeometry.Curve::count).sum()
            + frame.stubs().stream().mapToInt(LinkGeometry.Stub::count).sum();
    assertThat(drawn).isEqualTo(seen);
    assertThat(frame.edges().stream().mapToInt(Edge::count).sum())
        .isEqualTo(frame.stubs().stream().mapToInt(LinkGeometry.Stub::count).sum());
  }
}
