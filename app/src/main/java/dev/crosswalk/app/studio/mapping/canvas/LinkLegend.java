package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Curve;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Frame;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.View;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** A button that says what the lines mean, with lines that the board's own painter draws. */
final class LinkLegend {
  private static final double ROW = 26;
  private static final double WIDTH = 150;

  /** A line as it may stand on the board, and the key of what it means. */
  private record Sample(Link link, String key) {}

  private LinkLegend() {}

  static Button button(Texts texts) {
    Button[] self = new Button[1];
    Button button =
        Nodes.iconButton(
            "mdi2h-help-circle-outline",
            texts.of("mapping.legend.title"),
            () -> show(self[0], texts));
    self[0] = button;
    button.setId("links-legend");
    button.getStyleClass().add("small");
    button.setAccessibleHelp(
        samples(texts).stream().map(s -> texts.of(s.key())).collect(Collectors.joining("; ")));
    return button;
  }

  private static List<Sample> samples(Texts texts) {
    return List.of(
        new Sample(line(Link.Kind.ACCEPTED, 0.96, "", false), "mapping.legend.high"),
        new Sample(line(Link.Kind.ACCEPTED, 0.74, "", false), "mapping.legend.middle"),
        new Sample(line(Link.Kind.ACCEPTED, 0.41, "", false), "mapping.legend.low"),
        new Sample(line(Link.Kind.HAND, Double.NaN, "", false), "mapping.legend.hand"),
        new Sample(line(Link.Kind.SUGGESTED, 0.96, "", false), "mapping.legend.suggested"),
        new Sample(
            line(Link.Kind.HAND, Double.NaN, texts.of("mapping.legend.chip"), false),
            "mapping.legend.steps"),
        new Sample(line(Link.Kind.HAND, Double.NaN, "", true), "mapping.legend.clash"));
  }

  private static Link line(Link.Kind kind, double score, String chip, boolean clash) {
    return new Link("", List.of(), kind, score, chip, clash);
  }

  private static void show(Button under, Texts texts) {
    List<Sample> samples = samples(texts);
    VBox words = new VBox();
    for (Sample sample : samples) {
      Label label = new Label(texts.of(sample.key()));
      label.setMinHeight(ROW);
      words.getChildren().add(label);
    }
    HBox body = new HBox(12, new Lines(samples.stream().map(Sample::link).toList(), texts), words);
    VBox box = new VBox(6, Nodes.label(texts.of("mapping.legend.title"), "pane-title"), body);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setId("links-legend-lines");
    box.getStyleClass().add("step-popup");
    box.getStylesheets().setAll(under.getScene().getStylesheets());
    Popup popup = new Popup();
    popup.setAutoHide(true);
    popup.getContent().add(box);
    Bounds at = under.localToScreen(under.getBoundsInLocal());
    popup.show(under, at.getMinX(), at.getMaxY());
  }

  /** The lines, one under the other. */
  private static final class Lines extends LinkColours {
    private final Canvas canvas = new Canvas();
    private final List<Link> links;
    private final Texts texts;

    Lines(List<Link> links, Texts texts) {
      this.links = links;
      this.texts = texts;
      getStyleClass().add("link-layer");
      canvas.setWidth(WIDTH);
      canvas.setHeight(links.size() * ROW);
      getChildren().add(canvas);
    }

    @Override
    void coloursChanged() {
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      List<Curve> curves = new ArrayList<>();
      View view = new View(canvas.getWidth(), canvas.getHeight(), ROW, 0, 0);
      for (int i = 0; i < links.size(); i++) {
        curves.add(new Curve(i, true, 1, 0, view.leftY(i), view.width(), view.rightY(i)));
      }
      new LinkPainter(canvas.getGraphicsContext2D(), this, texts)
          .paint(view, new Frame(curves, List.of(), List.of()), links, Optional.empty());
    }
  }
}
