package dev.crosswalk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which arguments open the window. */
class MainTest {
  @TempDir Path folder;

  private boolean opens(String... arguments) {
    return Main.opensStudio(arguments);
  }

  @Test
  void nothing_and_any_path_open_the_window_and_words_are_commands() {
    assertThat(opens()).isTrue();
    assertThat(opens(folder.toString())).isTrue();
    assertThat(opens(folder.resolve("nowhere").toString())).isTrue();
    assertThat(opens("discover")).isFalse();
    assertThat(opens("discvoer")).isFalse();
    assertThat(opens("--help")).isFalse();
    assertThat(opens("check", folder.toString())).isFalse();
  }
}
