package dev.crosswalk.app.studio.shell;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.Directories;
import dev.crosswalk.app.Services;
import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.StudioFixture;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: a person can see whether the program asks any system. */
@ExtendWith(FxToolkitExtension.class)
class SettingsPaneTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"'', Systems are asked when you say so.", "1, Offline mode is on"})
  void settings_say_whether_anything_is_asked(String offline, String said) throws Exception {
    try (Services services =
        Services.create(
            Directories.of(Map.of(), "Linux", folder),
            page -> {},
            Clock.systemUTC(),
            Map.of("CROSSWALK_SECRETS", "memory", "CROSSWALK_OFFLINE", offline),
            Optional::empty)) {
      StudioFixture.Window window =
          onFx(() -> StudioFixture.window(StudioServices.of(services), 1280, 800, Theme.LIGHT));
      Label state =
          onFx(() -> {
            ((ButtonBase) window.scene().lookup("#header-settings")).fire();
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return (Label) window.scene().lookup("#settings-network");
          });
      assertThat(state.getText()).startsWith(said);
    }
  }
}
