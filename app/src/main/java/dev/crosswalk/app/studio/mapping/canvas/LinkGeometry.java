package dev.crosswalk.app.studio.mapping.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Where links run between two scrolled lists, without any node: row to y, what is in view, stubs
 * for ends out of sight, and which link is under the mouse. All lengths are pixels, origin top left
 * of the space between the lists.
 */
public final class LinkGeometry {
  /** Half the height of the strip at an edge that holds the count of links going out of sight. */
  public static final double EDGE = 11;

  /** How far an edge count reaches into the space between the lists. */
  static final double EDGE_WIDTH = 92;

  private static final int HIT_STEPS = 24;

  private LinkGeometry() {}

  /**
   * What is in sight.
   *
   * @param leftOffset how far the left list is scrolled down
   * @param rightOffset how far the right list is scrolled down
   */
  public record View(
      double width, double height, double rowHeight, double leftOffset, double rightOffset) {

    double leftY(int row) {
      return (row + 0.5) * rowHeight - leftOffset;
    }

    double rightY(int row) {
      return (row + 0.5) * rowHeight - rightOffset;
    }

    boolean sees(double y) {
      return y >= 0 && y <= height;
    }
  }

  /**
   * One line of a link: a link with three sources has three.
   *
   * @param link position of the link in the caller's list
   * @param left row in the left list; -1 = filtered out
   * @param right row in the right list; -1 = filtered out
   * @param first true for the one line of the link that carries its number and chip
   */
  public record Segment(int link, int left, int right, boolean first) {}

  /**
   * A line with both ends in sight; its control points lie at half the width.
   *
   * @param count how many lines run here one over the other, between the headings of folded groups
   */
  public record Curve(
      int link, boolean first, int count, double x1, double y1, double x2, double y2) {

    public double xAt(double t) {
      double middle = (x1 + x2) / 2;
      return bezier(x1, middle, middle, x2, t);
    }

    public double yAt(double t) {
      return bezier(y1, y1, y2, y2, t);
    }

    /** The height of the line so many pixels before its end, where it runs nearly level. */
    double yNearEnd(double back) {
      double width = Math.max(1, x2 - x1);
      return yAt(1 - Math.min(1, back / (1.5 * width)));
    }

    private static double bezier(double a, double b, double c, double d, double t) {
      double u = 1 - t;
      return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }
  }

  /** Where a hidden end is. */
  public enum Where {
    ABOVE,
    BELOW,
    /** The filter leaves the field out, so that it has no row. */
    FILTERED
  }

  /**
   * The visible end of a line whose other end is out of sight.
   *
   * @param side on which the visible end is
   * @param count how many lines run here one over the other
   */
  public record Stub(int link, Side side, double y, Where where, int count) {}

  /**
   * How many lines go out of sight at one edge of one list.
   *
   * @param side the list in which the hidden ends are
   * @param row the hidden end nearest to the view; -1 where it is filtered out
   * @param link a link with such an end
   */
  public record Edge(Side side, Where where, int count, int row, int link) {}

  /** All there is to draw. */
  public record Frame(List<Curve> curves, List<Stub> stubs, List<Edge> edges) {
    public static final Frame EMPTY = new Frame(List.of(), List.of(), List.of());
  }

  /**
   * Leaves out what has no end in sight, turns what has one into a stub, and draws lines that run
   * one over the other once.
   *
   * @param lifted which links stand out; one of them stands for the lines under it
   */
  public static Frame frame(View view, List<Segment> segments, IntPredicate lifted) {
    Collector out = new Collector(lifted);
    for (Segment s : segments) {
      double left = view.leftY(s.left);
      double right = view.rightY(s.right);
      boolean seesLeft = s.left >= 0 && view.sees(left);
      boolean seesRight = s.right >= 0 && view.sees(right);
      if (seesLeft && seesRight) {
        out.curve(new Curve(s.link, s.first, 1, 0, left, view.width, right), s.left, s.right);
      } else if (seesLeft) {
        out.stub(s.link, Side.SOURCE, left, s.left, s.right, right < 0);
      } else if (seesRight) {
        out.stub(s.link, Side.TARGET, right, s.right, s.left, left < 0);
      }
    }
    return out.frame();
  }

  /** Gathers a frame; lines between the same two rows fall into one. */
  private static final class Collector {
    private final IntPredicate lifted;
    private final List<Curve> curves = new ArrayList<>();
    private final List<Stub> stubs = new ArrayList<>();
    private final Map<Long, Integer> atCurve = new HashMap<>();
    private final Map<Long, Integer> atStub = new HashMap<>();
    private final int[] count = new int[6];
    private final int[] row = {-1, Integer.MAX_VALUE, -1, -1, Integer.MAX_VALUE, -1};
    private final int[] link = new int[6];

    Collector(IntPredicate lifted) {
      this.lifted = lifted;
    }

    void curve(Curve c, int left, int right) {
      long key = ((long) left << 32) | right;
      Integer at = atCurve.putIfAbsent(key, curves.size());
      if (at == null) {
        curves.add(c);
      } else {
        Curve was = curves.get(at);
        Curve top = lifted.test(c.link) && !lifted.test(was.link) ? c : was;
        curves.set(at, new Curve(top.link, true, was.count + 1, c.x1, c.y1, c.x2, c.y2));
      }
    }

    void stub(int of, Side seen, double y, int seenRow, int hiddenRow, boolean above) {
      Where where = hiddenRow < 0 ? Where.FILTERED : above ? Where.ABOVE : Where.BELOW;
      long key = ((long) seenRow << 8) | (seen.ordinal() << 4) | where.ordinal();
      Integer at = atStub.putIfAbsent(key, stubs.size());
      if (at == null) {
        stubs.add(new Stub(of, seen, y, where, 1));
      } else {
        Stub was = stubs.get(at);
        int top = lifted.test(of) && !lifted.test(was.link) ? of : was.link;
        stubs.set(at, new Stub(top, seen, y, where, was.count + 1));
      }
      int slot = seen.other().ordinal() * 3 + where.ordinal();
      if (count[slot]++ == 0 || nearer(where, hiddenRow, row[slot])) {
        row[slot] = hiddenRow;
        link[slot] = of;
      }
    }

    private static boolean nearer(Where where, int at, int than) {
      return where == Where.ABOVE ? at > than : where == Where.BELOW && at < than;
    }

    Frame frame() {
      List<Edge> edges = new ArrayList<>(6);
      for (int i = 0; i < 6; i++) {
        if (count[i] > 0) {
          edges.add(
              new Edge(Side.values()[i / 3], Where.values()[i % 3], count[i], row[i], link[i]));
        }
      }
      return new Frame(curves, stubs, edges);
    }
  }

  /** The link nearest to a point, if it is within reach; -1 if none. */
  public static int hit(Frame frame, double x, double y, double reach) {
    int best = -1;
    double nearest = reach;
    for (Curve c : frame.curves()) {
      if (y < Math.min(c.y1(), c.y2()) - reach || y > Math.max(c.y1(), c.y2()) + reach) {
        continue;
      }
      double d = distance(c, x, y);
      if (d <= nearest) {
        nearest = d;
        best = c.link();
      }
    }
    return best;
  }

  /** How far a point is from a curve, measured on straight pieces of it. */
  static double distance(Curve c, double x, double y) {
    double best = Double.MAX_VALUE;
    double px = c.xAt(0);
    double py = c.yAt(0);
    for (int i = 1; i <= HIT_STEPS; i++) {
      double qx = c.xAt((double) i / HIT_STEPS);
      double qy = c.yAt((double) i / HIT_STEPS);
      best = Math.min(best, toPiece(x, y, px, py, qx, qy));
      px = qx;
      py = qy;
    }
    return best;
  }

  private static double toPiece(double x, double y, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : Math.clamp(((x - ax) * dx + (y - ay) * dy) / length, 0, 1);
    return Math.hypot(x - ax - t * dx, y - ay - t * dy);
  }

  /** The middle of an edge count. */
  static double edgeY(View view, Edge e) {
    return switch (e.where()) {
      case ABOVE -> EDGE;
      case BELOW -> view.height() - EDGE;
      case FILTERED -> view.height() - 3 * EDGE;
    };
  }

  /** The edge count under a point; null if none. */
  public static @Nullable Edge edgeAt(View view, Frame frame, double x, double y) {
    for (Edge e : frame.edges()) {
      boolean near = Math.abs(y - edgeY(view, e)) <= EDGE;
      boolean here = e.side() == Side.SOURCE ? x <= EDGE_WIDTH : x >= view.width() - EDGE_WIDTH;
      if (near && here) {
        return e;
      }
    }
    return null;
  }
}
