package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person reviews by keyboard, draws a line, and types YAML. */
@ExtendWith(ApplicationExtension.class)
class MappingJourneyTest {
  private static final String TEXT =
      """
      format: crosswalk/v1
      kind: Mapping
      id: salesforce-contact-to-person
      source: { system: salesforce, object: Contact }
      target: { system: acme, object: person }
      fields:
        email:
          from: Email
      """;

  private final MappingFixture.Said said = new MappingFixture.Said();
  private final MappingViewModel model =
      new MappingViewModel(
          new SameThreadTasks(),
          MappingFixture.TEXTS,
          InstantSource.fixed(StudioFixture.NOW),
          MappingFixture.matcher(),
          new MappingRunner(this::context),
          said);

  @Start
  void start(Stage stage) {
    MappingEditorView view =
        new MappingEditorView(
            model,
            new MappingEditorView.Actions() {
              @Override
              public void save() {
                model.editor().ifPresent(MappingDraft::markSaved);
                model.saved();
              }

              @Override
              public void preview() {}

              @Override
              public void close() {}
            });
    Scene scene = StudioPictures.scene(view, false);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(980);
    model.open(MappingFixture.context(), MappingFixture.editor());
    stage.show();
    view.focusWork();
  }

  private Optional<MappingContext> context() {
    return model.context();
  }

  private Mapping mapping() {
    return model.mapping().orElseThrow();
  }

  /** The middle of a row on the screen; lists are not scrolled here. */
  private Point2D row(FxRobot robot, Side side, String path) {
    String id = side == Side.SOURCE ? "#source-fields" : "#target-fields";
    ListView<?> list = robot.lookup(id).queryListView();
    int row = model.board().rows(side).rowOf(path);
    return list.localToScreen(120, (row + 0.5) * list.getFixedCellSize());
  }

  @Test
  void aPersonReviewsByKeyboardAlone(FxRobot robot) {
    robot.type(KeyCode.A);
    assertThat(mapping().fields()).containsOnlyKeys("email");
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.R);
    assertThat(mapping().rejected()).containsKey("full_name");
    robot.press(KeyCode.SHIFT).type(KeyCode.A).release(KeyCode.SHIFT);
    assertThat(mapping().fields()).containsOnlyKeys("email", "phone", "birthday");
    robot.type(KeyCode.Z);
    assertThat(mapping().fields()).containsOnlyKeys("email");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#review-progress").queryAs(Label.class).getText())
        .isEqualTo("1 of 6 decided");
    robot.interact(() -> model.review().selectTarget("region"));
    robot.type(KeyCode.DIGIT2);
    assertThat(mapping().fields().get("region").sources()).containsExactly("Sales_Region__c");
    assertThat(robot.lookup("#coverage").queryAs(Label.class).getText())
        .startsWith("mapped 2 of 7");
  }

  @Test
  void selectLeftSelectRightAndMConnects(FxRobot robot) {
    robot.clickOn(row(robot, Side.SOURCE, "Birthdate"));
    robot.clickOn(row(robot, Side.TARGET, "score"));
    assertThat(model.board().selectedSources()).containsExactly("Birthdate");
    assertThat(model.board().selectedTarget()).isEqualTo("score");
    robot.type(KeyCode.M);
    FieldMapping score = mapping().fields().get("score");
    assertThat(score.sources()).containsExactly("Birthdate");
    assertThat(score.origin()).isNull();
    robot.type(KeyCode.DELETE);
    assertThat(mapping().fields()).doesNotContainKey("score");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(mapping().fields()).containsKey("score");
  }

  @Test
  void aLineDrawnByMouseConnects(FxRobot robot) {
    robot.drag(row(robot, Side.SOURCE, "Birthdate")).dropTo(row(robot, Side.TARGET, "score"));
    assertThat(mapping().fields().get("score").sources()).containsExactly("Birthdate");
  }

  @Test
  void typingMovesThePictureAndNonsenseDoesNot(FxRobot robot) throws TimeoutException {
    CodeArea yaml = robot.lookup("#yaml").queryAs(CodeArea.class);
    robot.interact(() ->
        model.open(
            MappingFixture.context(),
            new EditorDraft(MappingDocument.parse(TEXT, MappingFixture.FILE))));
    assertThat(yaml.getText()).isEqualTo(TEXT);
    robot.interact(() -> yaml.appendText("  phone:\n    from: Phone\n"));
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> mapping().fields().containsKey("phone"));
    robot.interact(() -> yaml.appendText("  tier: [\n"));
    Label reason = robot.lookup("#yaml-problem").queryAs(Label.class);
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, reason::isVisible);
    assertThat(reason.getText()).contains("The picture shows the last text that could be read.");
    assertThat(mapping().fields()).containsOnlyKeys("email", "phone");
    assertThat(yaml.getText()).endsWith("  tier: [\n");
  }

  @Test
  void theFilterAnswersWhileTyping(FxRobot robot) throws TimeoutException {
    robot.clickOn("#filter-source").write("region");
    ListView<?> list = robot.lookup("#source-fields").queryListView();
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> list.getItems().size() == 4);
  }
}
