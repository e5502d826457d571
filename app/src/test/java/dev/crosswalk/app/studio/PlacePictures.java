package dev.crosswalk.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pictures of one window's places. A scene that is never shown keeps what it drew before, and
 * once gave the picture of another place under a place's name; so each has to differ from those of
 * the others where the places are.
 */
final class PlacePictures {
  /** Left of it and above it is the frame, which all places share; at the end the status line. */
  private static final int LEFT = 128;

  private static final int TOP = 64;
  private static final int BOTTOM = 40;

  /** Two places differ in a hundred times as much; the clock or a cursor in a tenth of it. */
  private static final double LEAST = 0.005;

  private final Map<String, BufferedImage> pictures = new LinkedHashMap<>();

  /** Keeps a picture of a place, and fails where it shows another one. */
  void add(String place, BufferedImage picture) {
    pictures.forEach((other, drawn) -> {
      if (!other.equals(place)) {
        assertThat(differing(drawn, picture))
            .as("the part of the picture of %s that differs from that of %s", place, other)
            .isGreaterThan(LEAST);
      }
    });
    pictures.put(place, picture);
  }

  private static double differing(BufferedImage one, BufferedImage other) {
    int width = Math.min(one.getWidth(), other.getWidth());
    int height = Math.min(one.getHeight(), other.getHeight()) - BOTTOM;
    long different = 0;
    for (int y = TOP; y < height; y++) {
      for (int x = LEFT; x < width; x++) {
        different += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
      }
    }
    return different / (double) ((long) (width - LEFT) * (height - TOP));
  }
}
