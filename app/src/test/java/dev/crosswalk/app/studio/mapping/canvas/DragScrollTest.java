package dev.crosswalk.app.studio.mapping.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.mapping.MappingFixture;
import dev.crosswalk.app.studio.mapping.StudioPictures;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A line that is held at the edge of a list scrolls it, so that what is far away can be reached.
 */
@ExtendWith(ApplicationExtension.class)
class DragScrollTest {
  private final List<String> acts = new ArrayList<>();

  @Start
  void start(Stage stage) {
    BoardModel model =
        new BoardModel(
            MappingFixture.TEXTS,
            new BoardModel.Commands() {
              @Override
              public void map(List<String> sources, String target) {
                acts.add(sources.getFirst() + ">" + target);
              }

              @Override
              public void add(List<String> sources, String target) {}

              @Override
              public void unmap(List<String> targets) {}

              @Override
              public void open(Side side, String path) {}
            });
    model.showFields(fields("source", 3), fields("target", 200));
    model.showState(List.of(), Map.of(), Map.of());
    stage.setScene(StudioPictures.scene(new MappingBoard(model), false, 900, 360));
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private static List<FieldFacts> fields(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new FieldFacts(
                Field.builder("%s_%03d".formatted(name, i), FieldType.STRING).build(), Double.NaN))
        .toList();
  }

  @Test
  void a_target_far_below_is_reached_without_letting_go(FxRobot robot) throws Exception {
    // Whichever source the press falls on: what is protected is how far the line gets.
    WaitForAsyncUtils.waitForFxEvents();
    Node source =
        robot
            .from(robot.lookup("#source-fields"))
            .lookup(".field-name")
            .match((Label l) ->
                l.getText().equals("source_001")
                    && l.getParent().getParent().getParent().isVisible())
            .query();
    Node list = robot.lookup("#target-fields").query();
    Bounds at = list.localToScreen(list.getBoundsInLocal());
    ScrollBar bar = (ScrollBar) list.lookup(".scroll-bar:vertical");
    assertThat(bar.getValue()).isZero();
    robot.drag(source, MouseButton.PRIMARY);
    robot.moveTo(new Point2D(at.getCenterX(), at.getMaxY() - 60));
    robot.moveTo(new Point2D(at.getCenterX(), at.getMaxY() - 4));
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> bar.getValue() > 0.2);
    robot.moveTo(new Point2D(at.getCenterX(), at.getCenterY()));
    WaitForAsyncUtils.waitForFxEvents();
    double still = bar.getValue();
    robot.drop();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(bar.getValue()).as("in the middle it stands still").isEqualTo(still);
    assertThat(acts)
        .singleElement()
        .satisfies(act -> {
          assertThat(act).startsWith("source_0");
          assertThat(Integer.parseInt(act.substring(act.length() - 3))).isGreaterThan(30);
        });
  }
}
