package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.studio.shell.Nodes;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The numbers that join a line to the other side, each in its colour. */
final class JointCell<T> extends TableCell<T, List<Integer>> {
  private static final int MOST = 3;

  @Override
  protected void updateItem(@Nullable List<Integer> numbers, boolean empty) {
    super.updateItem(numbers, empty);
    if (empty || numbers == null || numbers.isEmpty()) {
      setGraphic(null);
      return;
    }
    HBox box = new HBox(2);
    box.setAlignment(Pos.CENTER_LEFT);
    numbers.stream()
        .limit(MOST)
        .forEach(n -> {
          Label chip = Nodes.label(String.valueOf(n), "joint", "joint-" + Joints.colour(n));
          box.getChildren().add(chip);
        });
    if (numbers.size() > MOST) {
      box.getChildren().add(Nodes.label("…", "text-muted"));
    }
    setGraphic(box);
  }
}
