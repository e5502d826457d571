package dev.crosswalk.app.studio.preview;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A sentence that goes on in the next line where the column is too narrow for it. */
final class SentenceCell<T> extends TableCell<T, String> {
  private final Label label = new Label();

  SentenceCell() {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
  }

  @Override
  protected void updateItem(@Nullable String item, boolean empty) {
    super.updateItem(item, empty);
    boolean any = !empty && item != null && !item.isEmpty();
    label.setText(any ? item : "");
    setGraphic(any ? label : null);
  }

  /** The row asks without a width; the column's is what there is. */
  @Override
  protected double computePrefHeight(double width) {
    double least = super.computePrefHeight(width);
    if (getGraphic() == null || getTableColumn() == null) {
      return least;
    }
    double room = getTableColumn().getWidth() - snappedLeftInset() - snappedRightInset();
    return Math.max(least, label.prefHeight(room) + snappedTopInset() + snappedBottomInset());
  }
}
