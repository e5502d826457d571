package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.MappingDesk.Item;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.engine.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The mappings of the workspace, to open or to start one. */
final class MappingListView extends BorderPane {
  private final ListView<Item> list = new ListView<>();
  private final Runnable onNew;

  MappingListView(Consumer<String> onOpen, Runnable onNew) {
    this.onNew = onNew;
    getStyleClass().add("mapping-list");
    list.setId("mappings");
    list.setAccessibleText("Mappings of the workspace");
    list.setFixedCellSize(48);
    list.setCellFactory(l -> new ItemCell());
    Runnable open =
        () -> {
          Item item = list.getSelectionModel().getSelectedItem();
          if (item != null) {
            onOpen.accept(item.file());
          }
        };
    list.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) {
        open.run();
      }
    });
    list.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) {
        open.run();
        e.consume();
      }
    });
    setTop(Nodes.placeHeader("Mappings", Nodes.button("_Open", null, open), newButton()));
    setCenter(list);
  }

  private javafx.scene.control.Button newButton() {
    var button = Nodes.mainButton("_New mapping", "mdi2p-plus", onNew);
    button.setId("new-mapping");
    return button;
  }

  void show(List<Item> items) {
    if (items.isEmpty()) {
      setCenter(
          Nodes.empty(
              "mdi2v-vector-link",
              "No mapping yet",
              "A mapping says which fields of a CRM object feed which fields of your own model."
                  + " The best pairs of objects are proposed.",
              newButton()));
    } else {
      list.getItems().setAll(items);
      list.getSelectionModel().selectFirst();
      setCenter(list);
    }
  }

  private static final class ItemCell extends ListCell<Item> {
    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      Problem problem = item.problem();
      Label title = Nodes.label(item.title(), "pane-title");
      Label where =
          Nodes.label(
              problem == null
                  ? item.from() + " → " + item.to() + "   " + item.file()
                  : problem.toString(),
              problem == null ? "field-label" : "danger-text");
      VBox text = new VBox(title, where);
      text.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(text, Priority.ALWAYS);
      HBox line = new HBox(10, text, Nodes.badge(item.mapped() + " mapped", "accent"));
      line.setAlignment(Pos.CENTER_LEFT);
      setGraphic(line);
      setAccessibleText(item.title() + ", " + item.mapped() + " fields mapped");
    }
  }
}
