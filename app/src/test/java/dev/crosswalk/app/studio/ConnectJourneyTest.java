package dev.crosswalk.app.studio;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static dev.crosswalk.app.studio.StudioFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.shell.Theme;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A person sets up a connection, mends a wrong secret, and looks at the fields. */
@ExtendWith(FxToolkitExtension.class)
@Timeout(300)
class ConnectJourneyTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private StudioFixture.Window window;
  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void open() throws Exception {
    studio = new StudioFixture(folder);
    window = onFx(() -> studio.window(1000, 760, Theme.LIGHT));
    onFx(() -> {
      window.show(FxToolkit.toolkitContext().getRegisteredStage());
      window.context().go("connections");
      return 0;
    });
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.hideStage();
    studio.close();
  }

  private boolean there(String query) {
    Node node = window.scene().lookup(query);
    return node != null && node.isVisible();
  }

  @Test
  void from_the_gallery_to_a_field_with_a_wrong_secret_on_the_way() throws Exception {
    until(() -> there("#connector-hubspot"));
    onFx(() -> {
      window.scene().lookup("#connector-salesforce").requestFocus();
      return 0;
    });
    robot.write("hub");
    until(() -> !there("#connector-salesforce"));
    robot.type(KeyCode.ENTER);
    until(() -> there("#input-token"));
    until(() -> window.scene().getFocusOwner() == window.scene().lookup("#input-token"));
    robot.write("wrong");
    robot.clickOn("#connection-test");
    until(() -> there(".card-problem"));
    assertThat(robot.lookup(".card-problem .label").queryLabeled().isVisible()).isTrue();
    assertThat(studio.secrets.get("hubspot", "token")).as("a wrong secret is not kept").isEmpty();

    robot.clickOn("#input-token").eraseText(5).write("right");
    robot.clickOn("#connection-test");
    until(() -> there("#identity"));
    robot.clickOn("#input-token").type(KeyCode.ENTER);
    until(() -> there("#schemas-objects"));
    ListView<?> objects = (ListView<?>) window.scene().lookup("#schemas-objects");
    until(() -> objects.getItems().size() == 3);
    assertThat(studio.cache.latest("hubspot")).isPresent();
    assertThat(studio.secrets.get("hubspot", "token")).contains("right");
    assertThat(studio.connections.get("hubspot").orElseThrow().settings().toString())
        .as("the connection's file holds no secret")
        .doesNotContain("right");

    robot.clickOn("#schemas-object-filter").write("cont");
    until(() -> objects.getItems().size() == 1);
    robot.clickOn("#schemas-objects");
    robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    until(() -> there("#palette-query"));
    robot.write("last name").type(KeyCode.ENTER);
    TableView<?> fields = (TableView<?>) window.scene().lookup("#schemas-fields");
    until(() -> fields.getSelectionModel().getSelectedItem() != null);
    assertThat(fields.getSelectionModel().getSelectedItem().toString()).contains("LastName");
  }

  @Test
  void the_places_are_reached_by_keys_and_escape_closes_what_is_open() throws Exception {
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
    until(() -> window.context().route().get().place().equals("schemas"));
    robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
    until(() -> !window.context().route().get().place().equals("schemas"));
    robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    until(() -> there("#palette-query"));
    robot.type(KeyCode.ESCAPE);
    until(() -> !there("#palette-query"));
    robot.clickOn("#header-theme");
    until(() -> window.context().themes().dark().get());
  }
}
