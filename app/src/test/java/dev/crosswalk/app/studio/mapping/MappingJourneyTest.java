package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.service.query.NodeQuery;
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
  private final MappingPlaceModel place =
      new MappingPlaceModel(
          new SameThreadTasks(), new FakeDialogs(), MappingFixture.TEXTS, model, said);
  private DeskFixture fixture;

  @Start
  void start(Stage stage) throws IOException {
    fixture = new DeskFixture(Files.createTempDirectory("journey"));
    MappingEditorView view =
        new MappingEditorView(
            model,
            new MappingEditorView.Actions() {
              @Override
              public void save() {
                place.save();
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
    place.use(fixture.desk);
    place.open(fixture.file);
    stage.show();
    view.focusWork();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Optional<MappingContext> context() {
    return model.context();
  }

  /** Saves by keyboard and gives what the file holds then. */
  private String saved(FxRobot robot) throws IOException {
    robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    return Files.readString(fixture.workspace.root().resolve(fixture.file));
  }

  private Mapping mapping() {
    return model.mapping().orElseThrow();
  }

  /** The middle of a field's name on the screen. */
  private Point2D row(FxRobot robot, Side side, String name) {
    String id = side == Side.SOURCE ? "#source-fields" : "#target-fields";
    NodeQuery query =
        robot
            .from(robot.lookup(id))
            .lookup(".field-name")
            .match((Label l) ->
                l.getText().equals(name) && l.getParent().getParent().getParent().isVisible());
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> query.tryQuery().isPresent());
    } catch (TimeoutException e) {
      List<String> seen =
          robot.from(robot.lookup(id)).lookup(".field-name").queryAllAs(Label.class).stream()
              .map(Label::getText)
              .toList();
      throw new AssertionError(name + " is not in sight, but " + seen, e);
    }
    Node label = query.query();
    Bounds at = label.localToScreen(label.getBoundsInLocal());
    return new Point2D(at.getCenterX(), at.getCenterY());
  }

  @Test
  void aPersonReviewsByKeyboardAlone(FxRobot robot) throws IOException {
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
    assertThat(saved(robot))
        .contains("  email:\n    from: Email\n", "  region:\n    from: Sales_Region__c\n")
        .contains("rejected:\n  full_name:")
        .doesNotContain("  phone:", "  birthday:");
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
  void aLineDrawnByMouseConnectsAndOneDroppedOnItJoins(FxRobot robot) throws IOException {
    Point2D first = row(robot, Side.SOURCE, "FirstName");
    Point2D name = row(robot, Side.TARGET, "full_name");
    robot.drag(first).dropTo(name);
    assertThat(mapping().fields().get("full_name").sources()).containsExactly("FirstName");
    Bounds links = robot.lookup("#links").query().localToScreen(bounds(robot));
    Point2D onLine = new Point2D(links.getCenterX(), (first.getY() + name.getY()) / 2);
    robot.drag(row(robot, Side.SOURCE, "LastName")).dropTo(onLine);
    assertThat(mapping().fields().get("full_name").sources())
        .containsExactly("FirstName", "LastName");
    assertThat(saved(robot)).contains("  full_name:\n    from: [FirstName, LastName]\n");
  }

  private static Bounds bounds(FxRobot robot) {
    return robot.lookup("#links").query().getBoundsInLocal();
  }

  @Test
  void aStepIsAddedAndSetByKeyboardWithItsResultWhileTyping(FxRobot robot) throws Exception {
    robot.clickOn(row(robot, Side.TARGET, "region"));
    robot.interact(() -> model.map(List.of("LastName"), "region"));
    ListView<?> result = robot.lookup("#result").queryListView();
    robot.interact(() -> robot.lookup("#add-step").queryButton().fire());
    robot.interact(() -> robot.lookup("#step-search").queryAs(TextField.class).setText("trunc"));
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(mapping().fields().get("region").use())
        .containsExactly(FieldMapping.StepCall.of("truncate"));
    // While typing the result is there, and nothing is kept before a pause.
    robot.interact(() -> {
      robot.lookup("#step-truncate-length").queryAs(TextField.class).setText("3");
      assertThat(model.preview().of("region")).hasSize(25).allMatch(o -> "Lee".equals(o.after()));
      assertThat(mapping().fields().get("region").use().getFirst().parameters()).isEmpty();
    });
    assertThat(result.getItems()).hasSize(25);
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> !mapping().fields().get("region").use().getFirst().parameters().isEmpty());
    assertThat(saved(robot)).contains("use: [{ truncate: { length: 3 } }]");
  }

  @Test
  void aMistypedSourceIsToldAtOnceAndCompletionTakesTheRightOne(FxRobot robot) throws Exception {
    robot.clickOn(row(robot, Side.TARGET, "region"));
    robot.interact(() -> model.map(List.of("LastName"), "region"));
    robot.interact(() -> {
      robot.lookup("#input-text").query().requestFocus();
      robot.lookup("#input-text").queryAs(TextField.class).setText("Regoin__c");
    });
    Label fault = robot.lookup("#input-text-fault").queryAs(Label.class);
    assertThat(fault.getText())
        .isEqualTo("The source has no field Regoin__c. Did you mean Region__c?");
    assertThat(mapping().fields().get("region").sources()).containsExactly("LastName");
    robot.interact(() -> robot.lookup("#input-text").queryAs(TextField.class).setText("Sales_"));
    robot.interact(() -> robot.lookup("#input-text").queryAs(TextField.class).end());
    robot.press(KeyCode.CONTROL).type(KeyCode.SPACE).release(KeyCode.CONTROL);
    robot.type(KeyCode.ENTER);
    assertThat(fault.isVisible()).isFalse();
    assertThat(saved(robot)).contains("  region:\n    from: Sales_Region__c\n");
  }

  @Test
  void stepsAreReorderedByDragAndByKeyboardAndUndone(FxRobot robot) throws Exception {
    StepCall trim = StepCall.of("trim");
    StepCall upper = StepCall.of("upper");
    StepCall collapse = StepCall.of("collapse");
    robot.clickOn(row(robot, Side.TARGET, "region"));
    robot.interact(() -> {
      model.map(List.of("LastName"), "region");
      FieldMapping field = mapping().fields().get("region");
      model.setField("region", field.withUse(List.of(trim, upper, collapse)), "steps");
    });
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> robot.lookup("#inspector").query().requestFocus());
    // Room for all three steps, whatever the font.
    robot.interact(() ->
        robot.lookup(".mapping-panes").queryAs(SplitPane.class).setDividerPositions(0.1, 0.2));
    show(robot, "#step-card-2");
    robot.drag(handle(robot, 0)).dropTo(middle(robot, "#step-card-2"));
    assertThat(mapping().fields().get("region").use()).containsExactly(upper, collapse, trim);
    assertThat(titles(robot)).containsExactly("1. upper", "2. collapse", "3. trim");
    assertThat(robot.lookup("#step-card-2").query().isFocused()).isTrue();
    robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
    assertThat(titles(robot)).containsExactly("1. upper", "2. trim", "3. collapse");
    assertThat(saved(robot)).contains("use: [upper, trim, collapse]");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(mapping().fields().get("region").use()).containsExactly(trim, upper, collapse);
    assertThat(titles(robot)).containsExactly("1. trim", "2. upper", "3. collapse");
  }

  private static List<String> titles(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    return robot.lookup(".step-title").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .sorted()
        .toList();
  }

  private static Point2D handle(FxRobot robot, int step) {
    Node handle = robot.from(robot.lookup("#step-card-" + step)).lookup(".step-handle").query();
    Bounds at = handle.localToScreen(handle.getBoundsInLocal());
    return new Point2D(at.getCenterX(), at.getCenterY());
  }

  private static Point2D middle(FxRobot robot, String id) {
    Node node = robot.lookup(id).query();
    Bounds at = node.localToScreen(node.getBoundsInLocal());
    return new Point2D(at.getCenterX(), at.getCenterY());
  }

  /** Scrolls the inspector to its end where a node is out of sight. */
  private static void show(FxRobot robot, String id) {
    ScrollPane scroll = robot.lookup("#inspector").queryAs(ScrollPane.class);
    robot.interact(() -> {
      scroll.layout();
      Bounds whole = scroll.getContent().getBoundsInLocal();
      Node node = robot.lookup(id).query();
      Bounds at = scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
      double room = scroll.getViewportBounds().getHeight();
      double over = whole.getHeight() - room;
      scroll.setVvalue(over <= 0 ? 0 : Math.clamp((at.getMaxY() - room) / over, 0, 1));
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aFormThatOpensHasTheKeyboardAndWhatIsTypedIsSavedAtOnce(FxRobot robot) throws IOException {
    robot.clickOn(row(robot, Side.TARGET, "score"));
    robot.interact(() -> robot.lookup("#start-expression").query().requestFocus());
    robot.type(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    CodeArea expression = robot.lookup("#input-text").queryAs(CodeArea.class);
    assertThat(expression.isFocused()).isTrue();
    robot.interact(() -> expression.replaceText("$length(Email)"));
    assertThat(saved(robot)).contains("  score:\n", "$length(Email)");
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
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> mapping().fields().containsKey("phone"));
    robot.interact(() -> yaml.appendText("  tier: [\n"));
    Label reason = robot.lookup("#yaml-problem").queryAs(Label.class);
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, reason::isVisible);
    assertThat(reason.getText()).contains("The picture shows the last text that could be read.");
    assertThat(mapping().fields()).containsOnlyKeys("email", "phone");
    assertThat(yaml.getText()).endsWith("  tier: [\n");
  }

  @Test
  void anActShowsInTheTextAndWhatMayStandAtTheCaretIsOffered(FxRobot robot) throws Exception {
    CodeArea yaml = robot.lookup("#yaml").queryAs(CodeArea.class);
    robot.interact(() -> model.map(List.of("Phone"), "phone"));
    assertThat(yaml.getText()).contains("  phone:\n    from: Phone\n");
    int line =
        yaml.getText().substring(0, yaml.getText().indexOf("  phone:")).split("\n", -1).length;
    assertThat(yaml.getParagraph(line - 1).getParagraphStyle()).contains("yaml-selected");
    robot.interact(() -> {
      int at = yaml.getText().indexOf("    from: Phone\n") + "    from: Phone\n".length();
      yaml.requestFocus();
      yaml.insertText(at, "    req\n");
      yaml.moveTo(at + "    req".length());
      yaml.requestFollowCaret();
    });
    robot.press(KeyCode.CONTROL).type(KeyCode.SPACE).release(KeyCode.CONTROL);
    robot.type(KeyCode.ENTER);
    assertThat(yaml.getText()).contains("    required\n");
    robot.interact(() -> yaml.insertText(yaml.getCaretPosition(), ": true"));
    // Saved at once, without the pause after which the picture follows.
    assertThat(saved(robot)).contains("  phone:\n    from: Phone\n    required: true\n");
    assertThat(mapping().fields().get("phone")).matches(FieldMapping::required);
  }

  @Test
  void theFilterAnswersWhileTyping(FxRobot robot) throws TimeoutException {
    robot.clickOn("#filter-source").write("region");
    ListView<?> list = robot.lookup("#source-fields").queryListView();
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> list.getItems().size() == 4);
  }
}
