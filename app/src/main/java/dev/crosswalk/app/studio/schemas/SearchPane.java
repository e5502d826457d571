package dev.crosswalk.app.studio.schemas;

import static dev.crosswalk.app.studio.shell.Tables.column;

import dev.crosswalk.app.studio.schemas.SchemaIndex.Found;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Tables;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a search over all connections found; Enter or a double click goes there. */
final class SearchPane extends VBox {
  private final TableView<Found> table;

  SearchPane(SchemaSearch search, Texts texts, Consumer<Found> onOpen) {
    setId("schemas-search-pane");
    table = new TableView<>(search.hits());
    table.setId("schemas-hits");
    Tables.prepare(table, texts.of("schemas.hits"));
    table.getColumns().add(column(texts.of("schemas.label"), 224, Found::label));
    table
        .getColumns()
        .add(column(texts.of("schemas.name"), 224, f -> f.field().isEmpty() ? "" : f.field()));
    table.getColumns().add(column(texts.of("schemas.type"), 96, Found::type));
    table
        .getColumns()
        .add(
            column(
                texts.of("schemas.object"),
                248,
                f ->
                    f.objectLabel().equals(f.object())
                        ? f.object()
                        : f.objectLabel() + "  " + f.object()));
    table
        .getColumns()
        .add(
            column(
                texts.of("schemas.connection"),
                200,
                f -> f.isTarget() ? texts.of("schemas.targetModel", f.system()) : f.connection()));
    table.setPlaceholder(Nodes.label(texts.of("schemas.noHits"), "text-muted"));
    table.setRowFactory(t -> {
      TableRow<Found> row = new TableRow<>();
      row.setOnMouseClicked(e -> {
        Found item = row.getItem();
        if (e.getClickCount() == 2 && item != null) {
          onOpen.accept(item);
        }
      });
      return row;
    });
    table.setOnKeyPressed(e -> {
      Found item = table.getSelectionModel().getSelectedItem();
      if (e.getCode() == KeyCode.ENTER && item != null) {
        e.consume();
        onOpen.accept(item);
      }
    });
    Label count = Nodes.label("", "text-muted", "text-small");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("schemas.hitCount", search.hits().size()), search.hits()));
    VBox head = new VBox(count);
    head.getStyleClass().add("side-head");
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(head, table);
  }

  /** Takes the keyboard, at the first hit. */
  void focusHits() {
    if (!table.getItems().isEmpty()) {
      table.getSelectionModel().select(0);
      table.requestFocus();
    }
  }
}
