package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An object of the target model, made by hand: its name and its fields. */
final class TargetObjectForm extends VBox {
  private static final int ROWS = 4;
  private static final List<FieldType> TYPES =
      List.of(
          FieldType.STRING,
          FieldType.TEXT,
          FieldType.EMAIL,
          FieldType.PHONE,
          FieldType.URL,
          FieldType.BOOLEAN,
          FieldType.INTEGER,
          FieldType.DECIMAL,
          FieldType.MONEY,
          FieldType.PERCENT,
          FieldType.DATE,
          FieldType.DATETIME,
          FieldType.ENUM,
          FieldType.STRING_LIST,
          FieldType.ID,
          FieldType.REFERENCE);

  private final Texts texts;
  private final TextField name = new TextField();
  private final VBox rows = new VBox(4);
  private final List<Row> fields = new ArrayList<>();
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();

  private record Row(TextField name, ComboBox<String> type, CheckBox required) {}

  TargetObjectForm(Texts texts) {
    super(8);
    this.texts = texts;
    name.setId("target-object-name");
    name.setPromptText("person");
    name.setAccessibleText(texts.of("mapping.target.name"));
    name.textProperty().addListener(o -> check());
    Button more = new Button(texts.of("mapping.target.addField"));
    more.setId("target-add-field");
    more.getStyleClass().add("small");
    more.setOnAction(e -> addRow().name().requestFocus());
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(210);
    getChildren()
        .setAll(
            new Label(texts.of("mapping.target.objectName")),
            name,
            new Label(texts.of("mapping.target.fields")),
            scroll,
            more);
    for (int i = 0; i < ROWS; i++) {
      addRow();
    }
    check();
  }

  private Row addRow() {
    TextField field = new TextField();
    field.setId("target-field-" + fields.size());
    field.setPromptText(texts.of("mapping.target.prompt"));
    field.setAccessibleText(texts.of("mapping.target.fieldName", fields.size() + 1));
    field.textProperty().addListener(o -> check());
    HBox.setHgrow(field, Priority.ALWAYS);
    ComboBox<String> type = new ComboBox<>();
    type.getItems().setAll(TYPES.stream().map(FieldType::word).toList());
    type.setValue(FieldType.STRING.word());
    type.setAccessibleText(texts.of("mapping.target.fieldType", fields.size() + 1));
    CheckBox required = new CheckBox(texts.of("badge.required"));
    Row row = new Row(field, type, required);
    fields.add(row);
    HBox line = new HBox(6, field, type, required);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    rows.getChildren().add(line);
    return row;
  }

  private void check() {
    Set<String> seen = new HashSet<>();
    boolean clash = false;
    for (Row row : fields) {
      String text = row.name().getText().strip();
      clash |= !text.isEmpty() && !seen.add(text);
    }
    valid.set(
        name.getText().strip().matches("[A-Za-z][\\w.\\-]{0,80}") && !seen.isEmpty() && !clash);
  }

  /** Whether it has a name of letters, digits, {@code _ . -}, and fields with different names. */
  ReadOnlyBooleanProperty valid() {
    return valid.getReadOnlyProperty();
  }

  SchemaObject object() {
    List<Field> made = new ArrayList<>();
    for (Row row : fields) {
      String text = row.name().getText().strip();
      if (!text.isEmpty()) {
        FieldType type = FieldType.ofWord(row.type().getValue()).orElse(FieldType.STRING);
        Field.Builder field = Field.builder(text, type);
        made.add(row.required().isSelected() ? field.required(true).build() : field.build());
      }
    }
    return SchemaObject.of(name.getText().strip(), made);
  }
}
