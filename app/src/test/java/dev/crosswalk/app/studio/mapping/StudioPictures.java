package dev.crosswalk.app.studio.mapping;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Draws a view at the size of a real window, without a window. */
public final class StudioPictures {
  private StudioPictures() {}

  public static Scene scene(Parent view, boolean dark) {
    return scene(view, dark, 1440, 900);
  }

  public static Scene scene(Parent view, boolean dark, int width, int height) {
    view.getStyleClass().add("studio");
    Scene scene = new Scene(view, width, height);
    scene.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    for (String sheet : new String[] {"studio.css", "places.css", "mapping.css"}) {
      scene
          .getStylesheets()
          .add(
              StudioPictures.class
                  .getResource("/dev/crosswalk/assets/studio/" + sheet)
                  .toExternalForm());
    }
    return scene;
  }

  /** Writes the picture to {@code target/screenshots} and gives it back. */
  public static WritableImage take(Scene scene, String name) {
    scene.snapshot(null);
    // A scroll pane caches its picture, and in a scene that is never shown nothing renews it.
    scene.getRoot().lookupAll(".viewport").forEach(v -> v.setCache(false));
    scene.snapshot(null);
    WritableImage image = scene.snapshot(null);
    Path folder = Path.of("target", "screenshots");
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var out =
        new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
    PixelReader reader = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out.setRGB(x, y, reader.getArgb(x, y));
      }
    }
    try {
      Files.createDirectories(folder);
      ImageIO.write(out, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return image;
  }
}
