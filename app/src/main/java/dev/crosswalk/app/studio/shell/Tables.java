package dev.crosswalk.app.studio.shell;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Tables that look and behave alike. */
public final class Tables {
  /** Height of a row in pixels; AtlantaFX's own rows are higher. */
  public static final double ROW = 32;

  private Tables() {}

  public static void prepare(TableView<?> table, String name) {
    table.setFixedCellSize(ROW);
    table.setAccessibleText(name);
    table.getStyleClass().addAll("edge-to-edge", "dense-table");
  }

  /** A text column; a text that does not fit is in the tooltip. */
  public static <T> TableColumn<T, String> column(
      String title, double width, Function<T, String> text) {
    TableColumn<T, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
    column.setCellFactory(c -> new TextCell<>());
    return column;
  }

  /** A column of numbers, right-aligned; negative = unknown, shown empty. */
  public static <T> TableColumn<T, Long> numberColumn(
      Texts texts, String title, double width, ToLongFunction<T> number) {
    TableColumn<T, Long> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(number.applyAsLong(row.getValue())));
    column.setCellFactory(c -> new NumberCell<>(texts));
    return column;
  }

  /** A column of badges. */
  public static <T> TableColumn<T, T> badgeColumn(
      String title, double width, Function<T, String> text, Function<T, String> kind) {
    TableColumn<T, T> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(c ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(
                empty || item == null ? null : Nodes.badge(text.apply(item), kind.apply(item)));
          }
        });
    return column;
  }

  public static TextField filterField(String prompt) {
    TextField field = new TextField();
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.setPrefWidth(240);
    return field;
  }

  private static final class TextCell<T> extends TableCell<T, String> {
    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty ? null : item);
      setTooltip(empty || item == null || item.length() < 24 ? null : new Tooltip(item));
    }
  }

  private static final class NumberCell<T> extends TableCell<T, Long> {
    private final Texts texts;

    NumberCell(Texts texts) {
      this.texts = texts;
      getStyleClass().add("number-cell");
    }

    @Override
    protected void updateItem(@Nullable Long item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null || item < 0 ? null : texts.number(item));
    }
  }
}
