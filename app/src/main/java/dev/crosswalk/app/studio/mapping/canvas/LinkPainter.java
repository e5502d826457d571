package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Curve;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Edge;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Frame;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Stub;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.View;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Where;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws one frame of links: one stroke call for each colour and line style. */
final class LinkPainter {
  private static final double STUB = 34;

  /** Pixels: short enough for the closest rows, and apart enough to be counted. */
  private static final double TICK_REACH = 4;

  private static final double TICK_WIDTH = 1.5;
  private static final double TICK_FIRST = 5;
  private static final double TICK_STEP = 4;

  /** Above this many lines their numbers would only cover each other. */
  private static final int NUMBERS = 60;

  /** How wide a letter is at most, in pixels, and what a pill has beside and above its letters. */
  private static final double LETTER = 6.2;

  private static final double PILL_SIDES = 10;
  private static final double PILL_LINE = 16;

  private static final Font SMALL = Font.font("System", 11);

  /** A chip that was drawn, for the mouse. */
  private record Chip(Link link, double left, double top, double width) {}

  private final GraphicsContext g;
  private final LinkColours colours;
  private final Texts texts;
  private final List<Chip> chips = new ArrayList<>();

  LinkPainter(GraphicsContext g, LinkColours colours, Texts texts) {
    this.g = g;
    this.colours = colours;
    this.texts = texts;
  }

  /**
   * @param lift which links stand out of the rest; empty where none does
   */
  void paint(View view, Frame frame, List<Link> links, Optional<Predicate<Link>> lift) {
    chips.clear();
    g.clearRect(0, 0, view.width(), view.height());
    g.setFont(SMALL);
    g.setTextBaseline(VPos.CENTER);
    if (lift.isPresent()) {
      bands(frame, links, lift.get().negate(), colours.isDark() ? 0.65 : 0.4, 1.3);
      bands(frame, links, lift.get(), 1, 2.4);
      words(view, frame, links, lift.get());
    } else {
      bands(frame, links, l -> true, 0.9, 1.6);
      if (frame.curves().size() <= NUMBERS) {
        words(view, frame, links, l -> true);
      }
    }
    edges(view, frame);
  }

  private void bands(
      Frame frame, List<Link> links, Predicate<Link> which, double alpha, double width) {
    g.setGlobalAlpha(alpha);
    for (Link.Band band : Link.Band.values()) {
      for (boolean dashed : new boolean[] {false, true}) {
        Predicate<Link> here = l -> l.band() == band && l.suggested() == dashed && which.test(l);
        g.setStroke(colours.of(band));
        g.setLineWidth(width);
        if (dashed) {
          g.setLineDashes(dashes(band));
        } else {
          g.setLineDashes((double[]) null);
        }
        band(frame, links, here);
      }
      g.setLineDashes((double[]) null);
      g.setLineWidth(TICK_WIDTH);
      ticks(frame, links, l -> l.band() == band && which.test(l), ticks(band));
    }
    g.setGlobalAlpha(1);
  }

  /** Where no numbers are drawn, how close the dashes are says which colour it is. */
  static double[] dashes(Link.Band band) {
    return switch (band) {
      case HAND, HIGH -> new double[] {12, 4};
      case MIDDLE -> new double[] {6, 4};
      case LOW -> new double[] {3, 6};
    };
  }

  /**
   * How many ticks cross the end of a line: the second sign of its colour, for lines of any kind
   * and any number.
   */
  static int ticks(Link.Band band) {
    return switch (band) {
      case HIGH -> 3;
      case MIDDLE -> 2;
      case LOW -> 1;
      case HAND -> 0;
    };
  }

  /** At the target; where that is out of sight, at the end that is not. */
  private void ticks(Frame frame, List<Link> links, Predicate<Link> here, int count) {
    if (count == 0) {
      return;
    }
    boolean any = false;
    g.beginPath();
    for (Curve c : frame.curves()) {
      if (here.test(links.get(c.link()))) {
        for (int i = 0; i < count; i++) {
          double back = TICK_FIRST + i * TICK_STEP;
          tick(c.x2() - back, c.yNearEnd(back));
        }
        any = true;
      }
    }
    double width = g.getCanvas().getWidth();
    for (Stub s : frame.stubs()) {
      if (here.test(links.get(s.link()))) {
        for (int i = 0; i < count; i++) {
          double back = TICK_FIRST + i * TICK_STEP;
          tick(s.side() == Side.SOURCE ? back : width - back, s.y());
        }
        any = true;
      }
    }
    if (any) {
      g.stroke();
    }
  }

  private void tick(double x, double y) {
    g.moveTo(x, y - TICK_REACH);
    g.lineTo(x, y + TICK_REACH);
  }

  private void band(Frame frame, List<Link> links, Predicate<Link> here) {
    boolean any = false;
    g.beginPath();
    for (Curve c : frame.curves()) {
      if (here.test(links.get(c.link()))) {
        double middle = (c.x1() + c.x2()) / 2;
        g.moveTo(c.x1(), c.y1());
        g.bezierCurveTo(middle, c.y1(), middle, c.y2(), c.x2(), c.y2());
        any = true;
      }
    }
    double width = g.getCanvas().getWidth();
    for (Stub s : frame.stubs()) {
      if (here.test(links.get(s.link()))) {
        double from = s.side() == Side.SOURCE ? 0 : width;
        double to = s.side() == Side.SOURCE ? STUB : width - STUB;
        double bend = s.y() + (s.where() == Where.ABOVE ? -8 : s.where() == Where.BELOW ? 8 : 0);
        g.moveTo(from, s.y());
        g.quadraticCurveTo((from + to) / 2, s.y(), to, bend);
        any = true;
      }
    }
    if (any) {
      g.stroke();
    }
  }

  private void words(View view, Frame frame, List<Link> links, Predicate<Link> which) {
    for (Curve c : frame.curves()) {
      Link link = links.get(c.link());
      if (!c.first() || !which.test(link)) {
        continue;
      }
      if (c.count() == 1 && (link.clash() || !link.chip().isEmpty())) {
        String sign = link.clash() ? "⚠ " : "⨍ ";
        pill(sign + clip(link.chip(), view.width()), c.xAt(0.68), c.yAt(0.68), link, link.clash());
      }
      // Last, so that a long chip never covers it.
      String number = c.count() > 1 ? "× " + c.count() : link.number(texts);
      if (!number.isEmpty()) {
        pill(number, c.xAt(0.36), c.yAt(0.36), colours.of(link.band()), false);
      }
    }
  }

  private static String clip(String text, double width) {
    int room = (int) Math.max(6, width / 14);
    return text.length() <= room ? text : text.substring(0, room - 1) + "…";
  }

  private void pill(String text, double x, double y, Link link, boolean clash) {
    double width = pill(text.strip(), x, y, clash ? colours.wrong() : colours.text(), true);
    chips.add(new Chip(link, x - width / 2, y - 8, width));
  }

  private double pill(String text, double x, double y, Color colour, boolean framed) {
    double width = text.length() * LETTER + PILL_SIDES;
    if (framed) {
      frame(x - width / 2, y - PILL_LINE / 2, width, PILL_LINE, colour);
    } else {
      back(x - width / 2, y - PILL_LINE / 2, width, PILL_LINE);
    }
    g.setFill(colour);
    g.setTextAlign(TextAlignment.CENTER);
    g.fillText(text, x, y);
    return width;
  }

  private void back(double x, double y, double width, double height) {
    g.setFill(colours.back());
    g.fillRoundRect(x, y, width, height, 8, 8);
  }

  private void frame(double x, double y, double width, double height, Color colour) {
    back(x, y, width, height);
    g.setLineWidth(1);
    g.setStroke(colour);
    g.strokeRoundRect(x, y, width, height, 8, 8);
    g.setFill(colour);
    g.setTextAlign(TextAlignment.CENTER);
  }

  private void edges(View view, Frame frame) {
    for (Edge e : frame.edges()) {
      String text =
          switch (e.where()) {
            case ABOVE -> "↑ " + e.count();
            case BELOW -> "↓ " + e.count();
            case FILTERED -> texts.of("mapping.board.filtered", e.count());
          };
      double half = text.length() * 3.1 + 9;
      double x = e.side() == Side.SOURCE ? half : view.width() - half;
      pill(text, x, LinkGeometry.edgeY(view, e), colours.text(), true);
    }
  }

  /** The link whose chip is under a point. */
  Optional<Link> chipAt(double x, double y) {
    return chips.stream()
        .filter(c -> x >= c.left && x <= c.left + c.width && y >= c.top && y <= c.top + 16)
        .map(Chip::link)
        .findFirst();
  }

  /** The line that is being dragged. */
  void live(double x1, double y1, double x2, double y2, FieldDrag.Live live) {
    Color colour =
        live.judgement() == FieldDrag.Judgement.CLASHES
            ? colours.wrong()
            : colours.of(Link.Band.MIDDLE);
    g.setStroke(colour);
    g.setLineWidth(2.4);
    double middle = (x1 + x2) / 2;
    g.beginPath();
    g.moveTo(x1, y1);
    g.bezierCurveTo(middle, y1, middle, y2, x2, y2);
    g.stroke();
    g.setFill(colour);
    g.fillOval(x2 - 4, y2 - 4, 8, 8);
    String verdict = live.verdict();
    if (!verdict.isEmpty()) {
      verdict(verdict, x2, y2 - 10);
    }
  }

  /** Words in as many lines as the canvas is narrow, above a point as far as there is room. */
  private void verdict(String words, double x, double bottom) {
    double most = g.getCanvas().getWidth();
    List<String> lines = lines(words, Math.max(8, (int) ((most - PILL_SIDES - 4) / LETTER)));
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    double width = Math.min(longest * LETTER + PILL_SIDES, most);
    double height = lines.size() * PILL_LINE;
    double left = Math.clamp(x - width / 2, 0, most - width);
    double top = Math.max(4, bottom - height);
    frame(left, top, width, height, colours.text());
    for (int i = 0; i < lines.size(); i++) {
      g.fillText(lines.get(i), left + width / 2, top + (i + 0.5) * PILL_LINE);
    }
  }

  /** Breaks words into lines of at most so many letters; a longer word has a line of its own. */
  static List<String> lines(String words, int most) {
    List<String> lines = new ArrayList<>();
    for (String word : words.split(" ")) {
      String last = lines.isEmpty() ? "" : lines.getLast();
      if (!lines.isEmpty() && last.length() + 1 + word.length() <= most) {
        lines.set(lines.size() - 1, last + " " + word);
      } else {
        lines.add(word);
      }
    }
    return lines;
  }
}
