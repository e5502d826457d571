package dev.crosswalk.app.studio;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static dev.crosswalk.app.studio.StudioFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.Theme;
import dev.crosswalk.app.workspace.WorkspaceGit;
import dev.crosswalk.connectors.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A person without a mouse: each place gives the keyboard to what comes next there. */
@ExtendWith(FxToolkitExtension.class)
@Timeout(300)
class KeyboardJourneyTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private FilledWorkspace filled;
  private StudioFixture.Window window;
  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void open() throws Exception {
    studio = new StudioFixture(folder.resolve("person"));
    filled = new FilledWorkspace(studio, folder.resolve("w"));
    window = onFx(() -> studio.window(1000, 760, Theme.LIGHT));
    onFx(() -> {
      window.show(FxToolkit.toolkitContext().getRegisteredStage());
      window.context().opened(filled.workspace, "Acme", List.of("contoso", "northwind"));
      window.context().go(PlaceIds.HOME);
      return 0;
    });
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.hideStage();
    filled.close();
    studio.close();
  }

  private void ctrl(KeyCode key) {
    robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
  }

  /** The id of what has the keyboard, or of what holds it. */
  private String focused() {
    Node at = window.scene().getFocusOwner();
    while (at != null && at.getId() == null) {
      at = at.getParent();
    }
    return at == null ? "" : at.getId();
  }

  @Test
  void from_home_to_a_commit_in_nine_keystrokes() throws Exception {
    WorkspaceGit git = filled.committed();
    until(() -> focused().equals("home-map"));
    robot.type(KeyCode.ENTER);
    until(() -> focused().equals("mappings"));
    robot.type(KeyCode.ENTER);
    until(() -> focused().equals("review"));
    robot.press(KeyCode.SHIFT, KeyCode.A).release(KeyCode.A, KeyCode.SHIFT);
    robot.type(KeyCode.A);
    ctrl(KeyCode.S);
    Path file = filled.workspace.root().resolve(filled.entry.file());
    until(() -> read(file).contains("origin:"));
    // What it was made for is kept beside it, for the last of the customers at the end.
    until(() ->
        Files.exists(
            filled
                .workspace
                .root()
                .resolve("customers/northwind/schemas/salesforce/contact.yaml")));
    ctrl(KeyCode.DIGIT5);
    until(() -> focused().equals("preview-rows"));
    ctrl(KeyCode.DIGIT7);
    until(() -> focused().equals("commit-message"));
    until(() -> message().startsWith("Change contact--person"));
    ctrl(KeyCode.ENTER);
    until(() -> git.changes().isEmpty());
    assertThat(git.log(1).getFirst().subject()).contains("contact--person");
  }

  @Test
  void every_place_says_where_the_keyboard_is() throws Exception {
    ctrl(KeyCode.DIGIT3);
    until(() -> focused().equals("schemas-objects"));
    ctrl(KeyCode.DIGIT6);
    until(() -> focused().equals("customers-matrix"));
    ctrl(KeyCode.DIGIT1);
    until(() -> focused().equals("home-map"));
    ctrl(KeyCode.K);
    until(() -> focused().equals("palette-query"));
    onFx(() -> {
      window.context().go(PlaceIds.SCHEMAS);
      return 0;
    });
    until(() -> window.scene().lookup("#schemas-objects") != null);
    assertThat(focused()).as("an open dialog keeps the keyboard").isEqualTo("palette-query");
  }

  @Test
  void the_connection_whose_records_were_read_is_the_one_in_use() throws Exception {
    studio
        .system
        .open(studio.connections.get("contoso").orElseThrow(), Map.of())
        .discover(List.of(), Progress.NONE);
    until(
        () -> ((Labeled) window.scene().lookup("#status-connection")).getText().equals("contoso"));
  }

  private String message() {
    return ((javafx.scene.control.TextArea) window.scene().lookup("#commit-message")).getText();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      return "";
    }
  }
}
