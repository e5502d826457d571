package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.mapping.canvas.FieldIcons;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is known of a field: type, badges, values, references, fill rate, samples. */
final class FactsBox extends VBox {
  private static final int VALUES = 40;
  private static final int SAMPLES = 6;

  /**
   * @param fill share of records with a value; NaN = not known
   * @param samples values in the sample records
   * @param layer which file says how it is mapped; empty where there is only one
   */
  FactsBox(Field field, double fill, List<Object> samples, String state, String layer) {
    super(3);
    getStyleClass().add("facts");
    Label name = new Label(field.name(), new FontIcon(FieldIcons.of(field.type())));
    name.getStyleClass().add("pane-title");
    name.setId("inspected-field");
    name.setMinWidth(USE_PREF_SIZE);
    FlowPane badges = new FlowPane(4, 2);
    for (String badge : badges(field)) {
      Label label = new Label(badge);
      label.getStyleClass().add("badge");
      badges.getChildren().add(label);
    }
    HBox head = new HBox(8, name, badges);
    head.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(badges, javafx.scene.layout.Priority.ALWAYS);
    getChildren().add(head);
    if (!field.shown().equals(field.name())) {
      line("Label", field.shown());
    }
    line("State", state.isEmpty() ? "not mapped" : state);
    if (!layer.isEmpty()) {
      line("Said by", layer);
    }
    String description = field.description();
    if (description != null && !description.isBlank()) {
      line("About", description);
    }
    if (!Double.isNaN(fill)) {
      line("Filled", String.format(Locale.ROOT, "%.0f%% of the sample records", fill * 100));
    }
    if (!field.values().isEmpty()) {
      String more = field.values().size() > VALUES ? " … " + field.values().size() + " in all" : "";
      line(
          "Values",
          field.values().stream()
                  .limit(VALUES)
                  .map(PicklistValue::value)
                  .collect(Collectors.joining(" · "))
              + more);
    }
    if (!field.references().isEmpty()) {
      line("Refers to", String.join(", ", field.references()));
    }
    List<String> seen = samples.stream().map(Values::shown).distinct().limit(SAMPLES).toList();
    if (!seen.isEmpty()) {
      line("Samples", String.join("  ", seen));
    } else if (!field.samples().isEmpty()) {
      line("Samples", String.join("  ", field.samples()));
    }
    for (String warning : field.warnings()) {
      line("Note", warning);
    }
  }

  private void line(String name, String text) {
    Label key = Inputs.muted(name);
    key.setMinWidth(64);
    Label value = Inputs.paragraph(text);
    HBox box = new HBox(8, key, value);
    HBox.setHgrow(value, javafx.scene.layout.Priority.ALWAYS);
    getChildren().add(box);
  }

  private static List<String> badges(Field field) {
    List<String> badges = new ArrayList<>();
    Integer length = field.length();
    badges.add(field.type().word() + (length == null ? "" : " " + length));
    add(badges, field.required(), "required ★");
    add(badges, field.custom(), "custom ◇");
    add(badges, field.readOnly(), "read only");
    add(badges, field.unique(), "unique");
    add(badges, field.externalId(), "external id");
    add(badges, field.calculated(), "calculated");
    add(badges, field.deprecated(), "deprecated");
    return badges;
  }

  private static void add(List<String> badges, @Nullable Boolean is, String word) {
    if (Boolean.TRUE.equals(is)) {
      badges.add(word);
    }
  }
}
