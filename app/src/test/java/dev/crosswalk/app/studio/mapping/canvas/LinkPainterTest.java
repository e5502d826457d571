package dev.crosswalk.app.studio.mapping.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.mapping.MappingFixture;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Curve;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Frame;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Stub;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.View;
import dev.crosswalk.app.studio.mapping.canvas.LinkGeometry.Where;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: how sure a line is can be told without its colour, however many lines there are. */
@ExtendWith(FxToolkitExtension.class)
class LinkPainterTest {
  /** More than have numbers. */
  private static final int MANY = 80;

  private static final Map<Link.Band, Double> SCORES =
      Map.of(
          Link.Band.HAND,
          Double.NaN,
          Link.Band.HIGH,
          0.95,
          Link.Band.MIDDLE,
          0.7,
          Link.Band.LOW,
          0.3);

  /** All bands in one ink, as somebody sees them who tells no colours apart. */
  private static final class OneInk extends LinkColours {
    @Override
    void coloursChanged() {}

    @Override
    Color of(Link.Band band) {
      return Color.BLACK;
    }
  }

  @ParameterizedTest
  @CsvSource({"ACCEPTED,true,30", "SUGGESTED,true,30", "ACCEPTED,false,30", "ACCEPTED,true,12"})
  void eachBandIsKnownWithoutItsColour(Link.Kind kind, boolean whole, double row) throws Exception {
    Map<Link.Band, int[]> pictures = new HashMap<>();
    for (Link.Band band : Link.Band.values()) {
      pictures.put(band, FxToolkitExtension.onFx(() -> picture(band, kind, whole, row)));
    }
    for (Link.Band one : Link.Band.values()) {
      for (Link.Band other : Link.Band.values()) {
        assertThat(Arrays.mismatch(pictures.get(one), pictures.get(other)) < 0)
            .as("%s looks like %s", one, other)
            .isEqualTo(one == other);
      }
    }
  }

  private static int[] picture(Link.Band band, Link.Kind kind, boolean whole, double row) {
    Canvas canvas = new Canvas(200, MANY * row);
    View view = new View(200, MANY * row, row, 0, 0);
    Link link = new Link("t", List.of("s"), kind, SCORES.get(band), "", false);
    assertThat(link.band()).isEqualTo(band);
    List<Curve> curves = new ArrayList<>();
    List<Stub> stubs = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      if (whole) {
        curves.add(new Curve(0, true, 1, 0, view.leftY(i), 200, view.rightY((i + 7) % MANY)));
      } else {
        stubs.add(
            new Stub(0, i % 2 == 0 ? Side.SOURCE : Side.TARGET, view.leftY(i), Where.BELOW, 1));
      }
    }
    new LinkPainter(canvas.getGraphicsContext2D(), new OneInk(), MappingFixture.TEXTS)
        .paint(view, new Frame(curves, stubs, List.of()), List.of(link), Optional.empty());
    WritableImage image = canvas.snapshot(null, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  @Test
  void wordsBesideADraggedLineAreBrokenWhereTheCanvasIsNarrow() {
    String words = "phone fits text · replaces what feeds notes";
    assertThat(LinkPainter.lines(words, 20))
        .allMatch(line -> line.length() <= 20)
        .satisfies(lines -> assertThat(String.join(" ", lines)).isEqualTo(words));
    assertThat(LinkPainter.lines("Unternehmensbeziehung a b", 4))
        .containsExactly("Unternehmensbeziehung", "a b");
  }
}
