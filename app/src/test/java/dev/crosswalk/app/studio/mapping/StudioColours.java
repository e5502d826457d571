package dev.crosswalk.app.studio.mapping;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.image.WritableImage;

/** How much there is to see in a picture. */
public final class StudioColours {
  private StudioColours() {}

  /** The number of different colours; an empty window has a handful. */
  public static int count(WritableImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x += 2) {
        colours.add(image.getPixelReader().getArgb(x, y));
      }
    }
    return colours.size();
  }
}
