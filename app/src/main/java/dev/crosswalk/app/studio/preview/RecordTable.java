package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.studio.mapping.inspector.Values;
import dev.crosswalk.app.studio.preview.PreviewRun.Row;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** All records after the mapping, one a row, one target a column. */
final class RecordTable extends TableView<Row> {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");

  private final Texts texts;
  private List<String> targets = List.of();

  /**
   * @param onOpen gets the number of the record to show side by side
   */
  RecordTable(Texts texts, IntConsumer onOpen) {
    this.texts = texts;
    setId("preview-records");
    setAccessibleText(texts.of("preview.recordsAfter"));
    getStyleClass().addAll("dense", "preview-table");
    setFixedCellSize(26);
    setPlaceholder(Nodes.label(texts.of("preview.noneFails"), "text-muted"));
    Runnable open =
        () -> {
          Row row = getSelectionModel().getSelectedItem();
          if (row != null) {
            onOpen.accept(row.number());
          }
        };
    setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) {
        open.run();
      }
    });
    setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) {
        open.run();
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

  private TableColumn<Row, FieldOutcome> column(String target) {
    TableColumn<Row, FieldOutcome> column = new TableColumn<>(target);
    column.setPrefWidth(150);
    column.setSortable(false);
    column.setCellValueFactory(
        c -> new ReadOnlyObjectWrapper<>(c.getValue().outcome().fields().get(target)));
    column.setCellFactory(c -> new OutcomeCell(texts));
    return column;
  }

  private static final class OutcomeCell extends TableCell<Row, FieldOutcome> {
    private final Texts texts;

    OutcomeCell(Texts texts) {
      this.texts = texts;
    }

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
      String words = texts.record(field.messages());
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
              (field.missing() ? texts.of("preview.missing") : Values.shown(field.before()))
                  + (words.isEmpty() ? "" : "\n" + words)));
    }
  }
}
