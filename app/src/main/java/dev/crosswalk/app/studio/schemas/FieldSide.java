package dev.crosswalk.app.studio.schemas;

import static dev.crosswalk.app.studio.shell.Tables.column;

import dev.crosswalk.app.studio.shell.BadgeLine;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Tables;
import dev.crosswalk.app.studio.shell.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The fields of the object on show: a table with a filter, and what is known of the chosen one. */
final class FieldSide extends VBox {
  private final SchemasModel model;
  private final Texts texts;

  FieldSide(SchemasModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    Label title = Nodes.label("", "title-4");
    Label name = Nodes.label("", "text-muted");
    Label count = Nodes.label("", "text-muted", "text-small");
    model
        .object()
        .addListener((o, was, is) -> {
          title.setText(is == null ? "" : is.shown());
          name.setText(is == null || is.shown().equals(is.name()) ? "" : is.name());
          count.setText(is == null ? "" : texts.of("schemas.fieldCount", is.fields().size()));
        });
    TextField filter = Tables.filterField(texts.of("schemas.filterFields"));
    filter.setId("schemas-field-filter");
    filter.setPrefWidth(160);
    filter.setMinWidth(80);
    filter.textProperty().bindBidirectional(model.fieldFilter());
    title.setMinWidth(USE_PREF_SIZE);
    count.setMinWidth(USE_PREF_SIZE);
    name.setMinWidth(0);
    name.setTooltip(new Tooltip());
    name.getTooltip().textProperty().bind(name.textProperty());
    Button sample =
        Nodes.iconButton("mdi2f-format-list-bulleted", texts.of("schemas.sample"), model::sample);
    sample.setId("schemas-sample");
    sample.disableProperty().bind(model.object().isNull());
    HBox head = new HBox(8, title, name, count, Nodes.grow(), filter, sample);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("side-head");
    head.setMinHeight(USE_PREF_SIZE);
    TableView<FieldRow> table = table();
    FieldDetails details = new FieldDetails(texts);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          details.show(is);
          if (is != null) {
            model.wantedField().set(is.field().name());
          }
        });
    model.wantedField().addListener((o, was, is) -> select(table));
    model.fields().addListener((ListChangeListener<FieldRow>) change -> select(table));
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(head, table, details);
  }

  private void select(TableView<FieldRow> table) {
    String wanted = model.wantedField().get();
    if (wanted.isEmpty()) {
      return;
    }
    model.fields().stream()
        .filter(r -> r.field().name().equals(wanted))
        .findFirst()
        .ifPresent(row -> {
          table.getSelectionModel().select(row);
          table.scrollTo(row);
        });
  }

  private TableView<FieldRow> table() {
    TableView<FieldRow> table = new TableView<>(model.fields());
    table.setId("schemas-fields");
    Tables.prepare(table, texts.of("schemas.fields"));
    table.getColumns().add(column(texts.of("schemas.name"), 176, r -> r.field().name()));
    table.getColumns().add(column(texts.of("schemas.label"), 152, r -> r.field().shown()));
    table.getColumns().add(column(texts.of("schemas.type"), 88, r -> r.field().type().word()));
    table.getColumns().add(badges());
    table
        .getColumns()
        .add(
            Tables.numberColumn(
                texts,
                texts.of("schemas.length"),
                72,
                r -> r.field().length() == null ? -1 : r.field().length()));
    table.getColumns().add(column(texts.of("schemas.content"), 200, FieldRow::content));
    table
        .getColumns()
        .add(
            column(
                texts.of("schemas.fill"),
                72,
                r -> r.fillPercent() < 0 ? "" : r.fillPercent() + " %"));
    table
        .getColumns()
        .add(column(texts.of("schemas.samples"), 176, r -> String.join(" · ", r.samples())));
    Label none = Nodes.label("", "text-muted");
    none.textProperty()
        .bind(
            Bindings.when(model.reading())
                .then(texts.of("schemas.readingFields"))
                .otherwise(texts.of("schemas.noFields")));
    table.setPlaceholder(none);
    return table;
  }

  private TableColumn<FieldRow, FieldRow> badges() {
    TableColumn<FieldRow, FieldRow> column = new TableColumn<>(texts.of("schemas.badges"));
    column.setPrefWidth(168);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(c ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable FieldRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
              setGraphic(null);
              return;
            }
            BadgeLine line =
                new BadgeLine(
                    item.badges().stream().map(b -> FieldDetails.badge(b, texts)).toList());
            line.prefWidthProperty()
                .bind(
                    Bindings.createDoubleBinding(
                        () -> getWidth() - snappedLeftInset() - snappedRightInset(),
                        widthProperty(),
                        insetsProperty()));
            setGraphic(line);
          }
        });
    return column;
  }
}
