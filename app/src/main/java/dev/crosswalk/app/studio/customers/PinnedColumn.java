package dev.crosswalk.app.studio.customers;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a table's first column in sight while the others are scrolled sideways. JavaFX's tables
 * have no such column, so its cells and its head follow the scroll bar, above the others.
 */
final class PinnedColumn<S> {
  private static final String STYLE = "pinned";

  private final TableView<S> table;
  private final DoubleProperty offset = new SimpleDoubleProperty();
  private @Nullable ScrollBar bar;

  /**
   * @param rowHeight of every row; the table's fixed cell size goes, as with it cells out of sight
   *     are not there at all, the pinned ones among them
   */
  PinnedColumn(TableView<S> table, double rowHeight) {
    this.table = table;
    table.setFixedCellSize(-1);
    table.setRowFactory(t -> {
      TableRow<S> row = new TableRow<>();
      row.setMinHeight(rowHeight);
      row.setPrefHeight(rowHeight);
      row.setMaxHeight(rowHeight);
      return row;
    });
    table.skinProperty().addListener(o -> later());
    table
        .getFocusModel()
        .focusedCellProperty()
        .addListener((o, was, is) -> Platform.runLater(() -> reveal(is)));
  }

  /** A cell that stays where it is. */
  <T> TableCell<S, T> pinned(TableCell<S, T> cell) {
    cell.getStyleClass().add(STYLE);
    cell.setViewOrder(-1);
    cell.translateXProperty().bind(offset);
    return cell;
  }

  /** The columns were made anew; their heads are there after the next layout. */
  void later() {
    Platform.runLater(this::follow);
  }

  private void follow() {
    table.applyCss();
    table.layout();
    for (Node node : table.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar one && one.getOrientation() == Orientation.HORIZONTAL) {
        bar = one;
        offset.bind(Bindings.when(one.visibleProperty()).then(one.valueProperty()).otherwise(0.0));
      }
    }
    for (Node node : table.lookupAll(".column-header")) {
      if (node instanceof TableColumnHeader head
          && !table.getColumns().isEmpty()
          && head.getTableColumn() == table.getColumns().getFirst()) {
        head.getStyleClass().add(STYLE);
        head.setViewOrder(-1);
        head.translateXProperty().bind(offset);
      }
    }
  }

  /** The table scrolls a focused cell to its edge, which is below the pinned column. */
  private void reveal(@Nullable TablePosition<?, ?> at) {
    ScrollBar scroll = bar;
    if (scroll == null || !scroll.isVisible() || at == null || at.getColumn() < 1) {
      return;
    }
    double pinned = table.getColumns().getFirst().getWidth();
    double start = 0;
    for (TableColumn<S, ?> column : table.getColumns().subList(0, at.getColumn())) {
      start += column.getWidth();
    }
    if (start - scroll.getValue() < pinned) {
      scroll.setValue(Math.max(scroll.getMin(), start - pinned));
    }
  }
}
