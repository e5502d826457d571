package dev.crosswalk.app.studio;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.shell.ConnectionHealth;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.Theme;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.discovery.Discovery;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws every place at 1440 by 900 into target/screenshots, to be looked at and for the docs. */
@ExtendWith(FxToolkitExtension.class)
class ScreenshotsTest {
  private static final Path OUT = Path.of("target/screenshots");

  @TempDir Path folder;
  private StudioFixture studio;

  @BeforeEach
  void fill() {
    studio = new StudioFixture(folder);
    ConnectionProfile profile =
        new ConnectionProfile(
            "northwind-sandbox",
            "salesforce",
            "cc",
            Map.of("clientId", "3MVG9", "loginHost", "test.salesforce.com"));
    studio.connections.save(profile);
    studio.secrets.put("northwind-sandbox", "clientSecret", "s");
    studio.cache.store(
        profile.name(),
        List.of(),
        new Discovery(FakeSystem.crm(false), List.of(), true),
        StudioFixture.NOW.minusSeconds(86400));
    studio.cache.store(
        profile.name(),
        List.of(),
        new Discovery(FakeSystem.crm(true), List.of(), true),
        StudioFixture.NOW);
    studio.system.open(profile, Map.of()).discover(List.of(), Progress.NONE);
  }

  @AfterEach
  void close() {
    studio.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void every_place_is_drawn(Theme theme) throws Exception {
    StudioFixture.Window window = onFx(() -> studio.window(1440, 900, theme));
    onFx(() -> {
      window
          .context()
          .reportHealth(
              new ConnectionHealth(
                  "northwind-sandbox",
                  ConnectionHealth.State.GOOD,
                  new Identity.Budget(788, 15000)));
      return 0;
    });
    PlacePictures pictures = new PlacePictures();
    for (String place :
        List.of(
            PlaceIds.HOME,
            PlaceIds.CHANGES,
            PlaceIds.CONNECTIONS,
            PlaceIds.SCHEMAS,
            PlaceIds.ACTIVITY)) {
      onFx(() -> {
        window.context().go(place);
        return 0;
      });
      settle(window);
      String kind = place.equals(PlaceIds.ACTIVITY) ? "" : "fake-";
      pictures.add(place, shootPlace(window, place, place + "-" + kind + theme.word()));
    }
    press(window, "#header-search");
    shoot(window, "palette-" + theme.word());
  }

  /** A person's way: a wrong secret, then what it says. */
  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void a_connection_being_set_up_is_drawn(Theme theme) throws Exception {
    StudioFixture.Window window = onFx(() -> studio.window(1280, 900, theme));
    onFx(() -> {
      window.context().go(PlaceIds.CONNECTIONS);
      return 0;
    });
    settle(window);
    press(window, "#connector-salesforce");
    onFx(() -> {
      ComboBox<?> auth = (ComboBox<?>) window.scene().lookup("#connection-auth");
      auth.getSelectionModel().select(1);
      return 0;
    });
    type(window, "#input-clientId", "3MVG9");
    type(window, "#input-clientSecret", "wrong");
    press(window, "#connection-test");
    settle(window);
    shoot(window, "connection-failed-" + theme.word());
    studio.system.production = true;
    type(window, "#input-clientSecret", "right");
    press(window, "#connection-discover");
    settle(window);
    shoot(window, "connection-production-" + theme.word());
    press(window, "#dialog-ok");
    settle(window);
    shoot(window, "discovered-" + theme.word());
  }

  static void press(StudioFixture.Window window, String id) throws Exception {
    onFx(() -> {
      ((ButtonBase) window.scene().lookup(id)).fire();
      return 0;
    });
    settle(window);
  }

  private static void type(StudioFixture.Window window, String id, String text) throws Exception {
    onFx(() -> {
      ((TextField) window.scene().lookup(id)).setText(text);
      return 0;
    });
  }

  static void settle(StudioFixture.Window window) throws Exception {
    for (int i = 0; i < 6; i++) {
      Thread.sleep(60);
      onFx(() -> {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        return 0;
      });
    }
  }

  /** The picture of a place, which the rail names too. */
  static BufferedImage shootPlace(StudioFixture.Window window, String place, String name)
      throws Exception {
    assertThat(window.scene().lookup("#rail-" + place))
        .isInstanceOfSatisfying(ToggleButton.class, b -> assertThat(b.isSelected()).isTrue());
    return shoot(window, name);
  }

  static BufferedImage shoot(StudioFixture.Window window, String name) throws Exception {
    WritableImage image =
        onFx(() -> {
          window.scene().snapshot(null);
          // A scroll pane caches its picture, and in a scene that is never shown nothing renews it.
          window.scene().getRoot().lookupAll(".viewport").forEach(v -> v.setCache(false));
          window.scene().snapshot(null);
          return window.scene().snapshot(null);
        });
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      pixels.getPixels(
          0, y, width, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), row, 0, width);
      out.setRGB(0, y, width, 1, row, 0, width);
    }
    Files.createDirectories(OUT);
    File file = OUT.resolve(name + ".png").toFile();
    ImageIO.write(out, "png", file);
    assertThat(distinctColours(out)).as("colours in %s", name).isGreaterThan(20);
    return out;
  }

  private static long distinctColours(BufferedImage image) {
    return java.util.stream.IntStream.range(0, image.getHeight())
        .boxed()
        .flatMapToInt(
            y -> java.util.stream.IntStream.range(0, image.getWidth()).map(x -> image.getRGB(x, y)))
        .distinct()
        .count();
  }
}
