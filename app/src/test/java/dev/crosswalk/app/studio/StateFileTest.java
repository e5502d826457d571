package dev.crosswalk.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.shell.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window remembers, and what a person without a display is told. */
class StateFileTest {
  @TempDir Path folder;

  @Test
  void the_window_comes_back_as_it_was() {
    WindowState state =
        new WindowState(
            10,
            20,
            1200,
            800,
            true,
            Theme.DARK,
            "schemas",
            "/w",
            "northwind",
            false,
            150,
            "de",
            Map.of("mapping", "a\tb"));
    StateFile file = new StateFile(folder.resolve("new"));
    file.write(state);
    assertThat(new StateFile(folder.resolve("new")).read()).isEqualTo(state);
  }

  @Test
  void a_file_that_was_cut_off_is_as_if_there_was_none() throws Exception {
    Files.writeString(folder.resolve("studio.properties"), "width=12\nheight=\\u00");
    assertThat(new StateFile(folder).read()).isEqualTo(WindowState.FIRST);
  }

  @Test
  void without_a_display_one_line_says_so_and_what_to_do() {
    assertThat(Studio.missingDisplay(Map.of(), "Linux", null).orElseThrow())
        .contains("DISPLAY")
        .doesNotContain("\n");
    assertThat(Studio.missingDisplay(Map.of("DISPLAY", ":0"), "Linux", null)).isEmpty();
    assertThat(Studio.missingDisplay(Map.of(), "Mac OS X", null)).isEmpty();
    assertThat(Studio.missingDisplay(Map.of(), "Linux", "Headless")).isEmpty();
  }
}
