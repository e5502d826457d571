package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.CommitInfo;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The latest commits. */
final class HistoryPane extends VBox {
  private static final double LEAST = 160;

  HistoryPane(ChangesModel model, Texts texts) {
    DateTimeFormatter time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(ZoneId.systemDefault());
    Label title = Nodes.label(texts.of("changes.history"), "row-title");
    VBox head = new VBox(title);
    head.getStyleClass().add("side-head");
    ListView<CommitInfo> list = new ListView<>(model.history());
    list.setId("changes-history");
    list.setAccessibleText(texts.of("changes.history"));
    list.getStyleClass().addAll("edge-to-edge", "roomy-list");
    list.setFixedCellSize(48);
    list.setPlaceholder(Nodes.paragraph(texts.of("changes.noHistory"), "text-muted", "side-hint"));
    list.setCellFactory(v -> new CommitCell(time));
    VBox.setVgrow(list, Priority.ALWAYS);
    setMinWidth(LEAST);
    getChildren().addAll(head, list);
  }

  private static final class CommitCell extends ListCell<CommitInfo> {
    private final DateTimeFormatter time;

    CommitCell(DateTimeFormatter time) {
      this.time = time;
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CommitInfo item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      setTooltip(new Tooltip(item.message()));
      setGraphic(
          new VBox(
              2,
              Nodes.label(item.subject(), "row-title"),
              Nodes.label(
                  item.shortId() + " · " + item.author() + " · " + time.format(item.at()),
                  "text-muted",
                  "text-small")));
    }
  }
}
