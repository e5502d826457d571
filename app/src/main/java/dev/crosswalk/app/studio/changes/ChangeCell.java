package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.FileChange;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One changed file, with the tick that takes it into the commit. */
final class ChangeCell extends ListCell<Change> {
  private final ChangesModel model;
  private final Texts texts;

  ChangeCell(ChangesModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Change item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    String path = item.file().path();
    int slash = path.lastIndexOf('/');
    CheckBox tick = new CheckBox();
    tick.setSelected(model.isIncluded(item));
    tick.setAccessibleText(texts.of("changes.include", path));
    tick.setOnAction(e -> model.include(item, tick.isSelected()));
    Label folder =
        Nodes.label(slash < 0 ? "" : path.substring(0, slash), "text-muted", "text-small");
    VBox text = new VBox(2, Nodes.label(path.substring(slash + 1), "row-title"), folder);
    text.setMinWidth(0);
    text.setAlignment(Pos.CENTER_LEFT);
    HBox row = new HBox(8, tick, text, Nodes.grow(), badge(item));
    row.setAlignment(Pos.CENTER_LEFT);
    setGraphic(row);
  }

  private Label badge(Change change) {
    if (change.isContested()) {
      return Nodes.badge(texts.of("changes.contested"), "danger");
    }
    FileChange.Kind kind = change.file().kind();
    return Nodes.badge(
        texts.of("changes.kind." + kind.name().toLowerCase(Locale.ROOT)),
        switch (kind) {
          case ADDED -> "good";
          case DELETED -> "danger";
          default -> "warning";
        });
  }
}
