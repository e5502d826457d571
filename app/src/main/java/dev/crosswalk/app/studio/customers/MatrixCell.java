package dev.crosswalk.app.studio.customers;

import dev.crosswalk.app.studio.customers.Matrix.Cell;
import dev.crosswalk.app.studio.customers.Matrix.State;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a target is for a customer: a sign, the source, and the words in the tooltip. */
final class MatrixCell extends TableCell<Matrix.Row, Cell> {
  private final Texts texts;

  MatrixCell(Texts texts) {
    this.texts = texts;
    getStyleClass().add("matrix-cell");
  }

  @Override
  protected void updateItem(@Nullable Cell cell, boolean empty) {
    super.updateItem(cell, empty);
    if (empty || cell == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    String word = word(cell.state(), texts);
    FontIcon icon = new FontIcon(icon(cell.state()));
    icon.getStyleClass().add("matrix-" + cell.state().name().toLowerCase(Locale.ROOT));
    Matrix.Row row = getTableRow() == null ? null : getTableRow().getItem();
    if (row != null && row.required()) {
      icon.getStyleClass().add("required");
    }
    Label from = Nodes.label(cell.from().isEmpty() ? word : cell.from());
    if (cell.from().isEmpty()) {
      from.getStyleClass().add("text-muted");
    }
    HBox box = new HBox(6, icon, from);
    box.setAlignment(Pos.CENTER_LEFT);
    setGraphic(box);
    String said =
        cell.why().isEmpty() ? word : texts.of("customers.why", word, why(cell.why(), texts));
    setTooltip(new Tooltip(cell.from().isEmpty() ? said : said + "\n" + cell.from()));
    setAccessibleText(said + " " + cell.from());
  }

  private static String why(String why, Texts texts) {
    return why.equals("−") ? texts.of("customers.gone") : why;
  }

  static String word(State state, Texts texts) {
    return texts.of("customers.state." + state.name().toLowerCase(Locale.ROOT));
  }

  static String icon(State state) {
    return switch (state) {
      case MAPPED -> "mdi2c-check";
      case OVERRIDDEN -> "mdi2n-not-equal-variant";
      case OWN -> "mdi2p-plus";
      case ASKED -> "mdi2h-help";
      case MISSING -> "mdi2c-close";
      case REMOVED -> "mdi2m-minus";
      case DRIFTED -> "mdi2a-alert-outline";
      case NONE -> "mdi2c-circle-small";
    };
  }
}
