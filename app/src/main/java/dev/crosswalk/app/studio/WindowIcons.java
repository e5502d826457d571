package dev.crosswalk.app.studio;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** The window's icon in the sizes that title bars, task bars and switchers ask for. */
final class WindowIcons {
  private static final String ICON = "/dev/crosswalk/assets/studio/icons/crosswalk-%d.png";

  private WindowIcons() {}

  static List<Image> all() {
    return Stream.of(16, 32, 48, 64, 128, 256).map(WindowIcons::image).toList();
  }

  private static Image image(int size) {
    URL url = WindowIcons.class.getResource(ICON.formatted(size));
    return new Image(Objects.requireNonNull(url).toExternalForm());
  }
}
