package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Tables;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.schema.SchemaObject;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The objects of the snapshot on show, with a filter. */
final class ObjectList extends VBox {
  private final Texts texts;
  private final ListView<SchemaObject> list = new ListView<>();

  ObjectList(SchemasModel model, Texts texts) {
    this.texts = texts;
    TextField filter = Tables.filterField(texts.of("schemas.filterObjects"));
    filter.setId("schemas-object-filter");
    model.objectFilter().bind(filter.textProperty());
    CheckBox custom = new CheckBox(texts.of("schemas.customOnly"));
    custom.setId("schemas-custom-only");
    model.customOnly().bind(custom.selectedProperty());
    Label count = Nodes.label("", "text-muted", "text-small");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("schemas.objectCount", model.objects().size()), model.objects()));
    HBox line = new HBox(8, custom, Nodes.grow(), count);
    line.setAlignment(Pos.CENTER_LEFT);
    list.setItems(model.objects());
    list.setId("schemas-objects");
    list.setAccessibleText(texts.of("schemas.objects"));
    list.setFixedCellSize(48);
    list.getStyleClass().addAll("edge-to-edge", "roomy-list");
    list.setCellFactory(v -> new ObjectCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          if (is != null) {
            model.object().set(is);
          }
        });
    model
        .object()
        .addListener((o, was, is) -> {
          if (is == null) {
            list.getSelectionModel().clearSelection();
          } else if (!is.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(is);
            list.scrollTo(is);
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox head = new VBox(8, filter, line);
    head.getStyleClass().add("side-head");
    head.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(head, list);
    setMinWidth(220);
  }

  /** Takes the keyboard to the objects. */
  void focusList() {
    list.requestFocus();
  }

  private final class ObjectCell extends ListCell<SchemaObject> {
    @Override
    protected void updateItem(@Nullable SchemaObject item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      HBox title = new HBox(8, Nodes.label(item.shown(), "row-title"));
      title.setAlignment(Pos.CENTER_LEFT);
      if (item.isCustom()) {
        title.getChildren().add(FieldDetails.badge("custom", texts));
      }
      setGraphic(
          new VBox(
              2,
              title,
              Nodes.label(
                  item.name() + " · " + texts.of("schemas.fieldCount", item.fields().size()),
                  "text-muted",
                  "text-small")));
    }
  }
}
