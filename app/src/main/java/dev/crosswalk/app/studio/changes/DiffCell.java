package dev.crosswalk.app.studio.changes;

import java.util.List;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** One line of a unified diff; the sign at its start says what the colour says. */
final class DiffCell extends ListCell<String> {
  private static final List<String> KINDS =
      List.of("diff-added", "diff-removed", "diff-hunk", "diff-head");

  @Override
  protected void updateItem(@Nullable String line, boolean empty) {
    super.updateItem(line, empty);
    getStyleClass().removeAll(KINDS);
    if (empty || line == null) {
      setText(null);
      return;
    }
    setText(line);
    if (line.startsWith("+++") || line.startsWith("---")) {
      getStyleClass().add("diff-head");
    } else if (line.startsWith("+")) {
      getStyleClass().add("diff-added");
    } else if (line.startsWith("-")) {
      getStyleClass().add("diff-removed");
    } else if (line.startsWith("@@")) {
      getStyleClass().add("diff-hunk");
    }
  }
}
