package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.studio.mapping.inspector.Values;
import dev.crosswalk.app.studio.preview.PreviewModel.Row;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** All records after the mapping, one a row, one target a column. */
final class RecordTable extends TableView<Row> {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");

  private List<String> targets = List.of();

  /**
   * @param onOpen gets the number of the record to show side by side
   */
  RecordTable(IntConsumer onOpen) {
    setId("preview-records");
    setAccessibleText("Records after the mapping");
    getStyleClass().addAll("dense", "preview-table");
    setFixedCellSize(26);
    setOnMouseClicked(e -> {
      Row row = getSelectionModel().getSelectedItem();
      if (e.getClickCount() == 2 && row != null) {
        onOpen.accept(row.number());
      }
    });
  }

  void show(List<Row> rows, List<String> newTargets) {
    if (!targets.equals(newTargets) || getColumns().isEmpty()) {
      targets = List.copyOf(newTargets);
      getColumns().clear();
      TableColumn<Row, Number> number = new TableColumn<>("#");
      number.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue().number()));
      number.setPrefWidth(44);
      getColumns().add(number);
      targets.forEach(t -> getColumns().add(column(t)));
    }
    getItems().setAll(rows);
  }

  private static TableColumn<Row, FieldOutcome> column(String target) {
    TableColumn<Row, FieldOutcome> column = new TableColumn<>(target);
    column.setPrefWidth(150);
    column.setSortable(false);
    column.setCellValueFactory(
        c -> new ReadOnlyObjectWrapper<>(c.getValue().outcome().fields().get(target)));
    column.setCellFactory(c -> new OutcomeCell());
    return column;
  }

  private static final class OutcomeCell extends TableCell<Row, FieldOutcome> {
    @Override
    protected void updateItem(@Nullable FieldOutcome item, boolean empty) {
      super.updateItem(item, empty);
      FieldOutcome field = empty ? null : item;
      boolean wrong = field != null && Row.wrong(field);
      pseudoClassStateChanged(WRONG, wrong);
      pseudoClassStateChanged(WARNED, field != null && !wrong && !field.messages().isEmpty());
      if (field == null) {
        setText(null);
        setTooltip(null);
        return;
      }
      String words = field.messages().stream().map(Message::text).collect(Collectors.joining(" "));
      setText(
          wrong
              ? "✗ " + words
              : switch (field.status()) {
                case SET -> Values.shown(field.after());
                case OMITTED -> "";
                case REJECTED -> "✗";
              });
      setTooltip(
          new Tooltip(
              (field.missing() ? "(missing)" : Values.shown(field.before()))
                  + (words.isEmpty() ? "" : "\n" + words)));
    }
  }
}
