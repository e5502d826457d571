package dev.crosswalk.app.studio.mapping.canvas;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where links run between two scrolled lists, without any node: row to y, what is in view, stubs
 * for ends out of sight, and which link is under the mouse. All lengths are pixels, origin top left
 * of the space between the lists.
 */
public final class LinkGeometry {
  /** Half the height of the strip at an edge that holds the count of links going out of sight. */
  public static final double EDGE = 11;

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
   * @param left row in the left list; -1 = hidden
   * @param right row in the right list; -1 = hidden
   * @param first true for the one line of the link that carries its number and chip
   */
  public record Segment(int link, int left, int right, boolean first) {}

  /** A line with both ends in sight; its control points lie at half the width. */
  public record Curve(int link, boolean first, double x1, double y1, double x2, double y2) {

    public double xAt(double t) {
      double middle = (x1 + x2) / 2;
      return bezier(x1, middle, middle, x2, t);
    }

    public double yAt(double t) {
      return bezier(y1, y1, y2, y2, t);
    }

    private static double bezier(double a, double b, double c, double d, double t) {
      double u = 1 - t;
      return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }
  }

  /**
   * The visible end of a line whose other end is scrolled away.
   *
   * @param side on which the visible end is
   * @param up whether the other end lies above the view
   */
  public record Stub(int link, Side side, double y, boolean up) {}

  /**
   * How many lines go out of sight at one edge of one list.
   *
   * @param side the list in which the hidden ends are
   * @param row the hidden end nearest to the view
   */
  public record Edge(Side side, boolean top, int count, int row) {}

  /** All there is to draw. */
  public record Frame(List<Curve> curves, List<Stub> stubs, List<Edge> edges) {
    public static final Frame EMPTY = new Frame(List.of(), List.of(), List.of());
  }

  /** Leaves out what has no end in sight, and turns what has one into a stub. */
  public static Frame frame(View view, List<Segment> segments) {
    List<Curve> curves = new ArrayList<>();
    List<Stub> stubs = new ArrayList<>();
    int[] count = new int[4];
    int[] row = {-1, Integer.MAX_VALUE, -1, Integer.MAX_VALUE};
    for (Segment s : segments) {
      if (s.left < 0 || s.right < 0) {
        continue;
      }
      double left = view.leftY(s.left);
      double right = view.rightY(s.right);
      boolean seesLeft = view.sees(left);
      boolean seesRight = view.sees(right);
      if (seesLeft && seesRight) {
        curves.add(new Curve(s.link, s.first, 0, left, view.width, right));
      } else if (seesLeft) {
        boolean up = right < 0;
        stubs.add(new Stub(s.link, Side.SOURCE, left, up));
        note(count, row, up ? 2 : 3, s.right);
      } else if (seesRight) {
        boolean up = left < 0;
        stubs.add(new Stub(s.link, Side.TARGET, right, up));
        note(count, row, up ? 0 : 1, s.left);
      }
    }
    List<Edge> edges = new ArrayList<>(4);
    for (int i = 0; i < 4; i++) {
      if (count[i] > 0) {
        edges.add(new Edge(i < 2 ? Side.SOURCE : Side.TARGET, i % 2 == 0, count[i], row[i]));
      }
    }
    return new Frame(curves, stubs, edges);
  }

  private static void note(int[] count, int[] row, int slot, int at) {
    count[slot]++;
    row[slot] = slot % 2 == 0 ? Math.max(row[slot], at) : Math.min(row[slot], at);
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

  /** The edge count under a point; null if none. */
  public static @Nullable Edge edgeAt(View view, Frame frame, double x, double y) {
    for (Edge e : frame.edges()) {
      boolean near = e.top() ? y <= 2 * EDGE : y >= view.height() - 2 * EDGE;
      boolean here = e.side() == Side.SOURCE ? x <= 64 : x >= view.width() - 64;
      if (near && here) {
        return e;
      }
    }
    return null;
  }
}
