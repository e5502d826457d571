package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All that is known of the selected field, below the table. */
final class FieldDetails extends ScrollPane {
  private final Texts texts;

  FieldDetails(Texts texts) {
    this.texts = texts;
    setId("field-details");
    getStyleClass().addAll("edge-to-edge", "field-details");
    setFitToWidth(true);
    setPrefHeight(168);
    setMinHeight(96);
    show(null);
  }

  void show(@Nullable FieldRow row) {
    if (row == null) {
      Nodes.setShown(this, false);
      return;
    }
    Nodes.setShown(this, true);
    Field field = row.field();
    HBox head = new HBox(8, Nodes.label(field.name(), "row-title"));
    head.setAlignment(Pos.CENTER_LEFT);
    row.badges().forEach(b -> head.getChildren().add(badge(b, texts)));
    GridPane facts = new GridPane(16, 4);
    String nativeType = field.nativeType();
    fact(
        facts,
        "schemas.type",
        field.type().word() + (nativeType == null ? "" : "  (" + nativeType + ")"));
    fact(facts, "schemas.help", field.description());
    fact(facts, "schemas.references", String.join(", ", field.references()));
    fact(
        facts,
        "schemas.values",
        String.join(", ", field.values().stream().map(FieldDetails::value).toList()));
    fact(facts, "schemas.dependsOn", field.dependsOn());
    fact(facts, "schemas.default", field.defaultValue());
    fact(facts, "schemas.samples", String.join(" · ", row.samples()));
    fact(
        facts,
        "schemas.warnings",
        field.warnings().stream().map(texts::field).collect(Collectors.joining(" ")));
    setContent(new VBox(8, head, facts));
  }

  private static String value(PicklistValue v) {
    String shown = v.shown().equals(v.value()) ? v.value() : v.value() + " (" + v.shown() + ")";
    return Boolean.FALSE.equals(v.active()) ? shown + " ✗" : shown;
  }

  private void fact(GridPane facts, String key, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return;
    }
    Label name = Nodes.label(texts.of(key), "text-muted");
    name.setMinWidth(96);
    GridPane.setValignment(name, javafx.geometry.VPos.TOP);
    facts.addRow(facts.getRowCount(), name, Nodes.paragraph(value));
  }

  static Label badge(String word, Texts texts) {
    return Nodes.badge(
        texts.of("badge." + word),
        switch (word) {
          case "required" -> "danger";
          case "custom" -> "accent";
          case "unique", "externalId" -> "good";
          case "deprecated" -> "warning";
          default -> "neutral";
        });
  }
}
