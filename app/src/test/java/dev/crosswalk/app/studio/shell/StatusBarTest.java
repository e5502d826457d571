package dev.crosswalk.app.studio.shell;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.connectors.http.RequestEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Protects: a connection is marked as failed by what the system did, never by a person's Cancel.
 */
@ExtendWith(FxToolkitExtension.class)
class StatusBarTest {
  @TempDir Path folder;

  @Test
  void cancelling_says_nothing_of_the_system() throws Exception {
    try (StudioFixture studio = new StudioFixture(folder)) {
      StudioContext context = studio.context(new FakeDialogs());
      onFx(() -> new StatusBar(context, FXCollections.observableArrayList()));
      assertThat(after(studio, context, 200, null)).isEqualTo(ConnectionHealth.State.GOOD);
      assertThat(after(studio, context, 0, RequestEntry.CANCELLED))
          .isEqualTo(ConnectionHealth.State.GOOD);
      assertThat(after(studio, context, 0, "timeout")).isEqualTo(ConnectionHealth.State.FAILED);
    }
  }

  private static ConnectionHealth.State after(
      StudioFixture studio, StudioContext context, int status, @Nullable String failure)
      throws Exception {
    studio.log.add(
        new RequestEntry(
            StudioFixture.NOW,
            "contoso",
            "describe Account",
            "GET",
            "https://contoso.example/",
            List.of(),
            status,
            Duration.ofMillis(5),
            -1,
            1,
            Map.of(),
            failure));
    return onFx(() -> {
      ((SameThreadTasks) context.tasks()).runPosted();
      return context.health().get().state();
    });
  }
}
