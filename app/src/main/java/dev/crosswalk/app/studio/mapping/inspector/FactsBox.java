package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.mapping.canvas.FieldIcons;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is known of a field: type, badges, values, references, fill rate, frequent values. */
final class FactsBox extends VBox {
  private static final int VALUES = 40;
  private static final int FREQUENT = 6;

  private final Texts texts;

  /**
   * @param counts values in the sample records; null for a target, which has none
   * @param said which file says how it is mapped; empty where there is only one
   */
  FactsBox(
      Field field,
      @Nullable ValueCounts counts,
      boolean masked,
      String state,
      String said,
      Texts texts) {
    super(3);
    this.texts = texts;
    getStyleClass().add("facts");
    getChildren().add(head(field));
    if (!field.shown().equals(field.name())) {
      line("label", field.shown());
    }
    line("state", state.isEmpty() ? texts.of("mapping.field.unmapped") : state);
    if (!said.isEmpty()) {
      line("said", said);
    }
    String description = field.description();
    if (description != null && !description.isBlank()) {
      line("about", description);
    }
    if (!field.values().isEmpty()) {
      String more =
          field.values().size() > VALUES
              ? " … " + texts.of("mapping.fact.inAll", field.values().size())
              : "";
      line(
          "values",
          field.values().stream()
                  .limit(VALUES)
                  .map(PicklistValue::value)
                  .collect(Collectors.joining(" · "))
              + more);
    }
    String depends = field.dependsOn();
    if (depends != null) {
      line("depends", depends);
    }
    String standard = field.defaultValue();
    if (standard != null) {
      line("default", standard);
    }
    if (!field.references().isEmpty()) {
      line("refers", String.join(", ", field.references()));
    }
    if (counts != null && counts.records() > 0) {
      filled(counts);
      frequent(counts, masked);
    } else if (!field.samples().isEmpty()) {
      line(
          "samples",
          field.samples().stream()
              .map(s -> masked ? Masking.mask(s) : s)
              .collect(Collectors.joining("  ")));
    }
    field.warnings().forEach(w -> line("warning", texts.field(w)));
  }

  private HBox head(Field field) {
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
    HBox.setHgrow(badges, Priority.ALWAYS);
    return head;
  }

  private void filled(ValueCounts counts) {
    line(
        "filled",
        texts.of(
            "mapping.fact.filledText",
            Math.round(100.0 * counts.filled() / counts.records()),
            counts.records(),
            counts.distinct()));
  }

  private void frequent(ValueCounts counts, boolean masked) {
    if (counts.distinct() == 0) {
      return;
    }
    VBox rows = new VBox(1);
    for (ValueCounts.Count each : counts.most().stream().limit(FREQUENT).toList()) {
      ProgressBar bar = new ProgressBar(each.times() / (double) Math.max(1, counts.filled()));
      bar.getStyleClass().addAll("small", "evidence");
      bar.setPrefWidth(56);
      bar.setMinWidth(56);
      Label value = new Label(masked ? Masking.mask(each.value()) : each.value());
      value.getStyleClass().add("value-sample");
      Label times = Inputs.muted("×" + each.times());
      times.setMinWidth(30);
      HBox row = new HBox(6, bar, times, value);
      row.setAlignment(Pos.CENTER_LEFT);
      rows.getChildren().add(row);
    }
    rows.setId("frequent-values");
    Label key = Inputs.muted(texts.of("mapping.fact.samples"));
    key.setMinWidth(76);
    getChildren().add(new HBox(8, key, rows));
  }

  private void line(String fact, String text) {
    Label key = Inputs.muted(texts.of("mapping.fact." + fact));
    key.setMinWidth(76);
    Label value = Inputs.paragraph(text);
    HBox box = new HBox(8, key, value);
    HBox.setHgrow(value, Priority.ALWAYS);
    getChildren().add(box);
  }

  private List<String> badges(Field field) {
    List<String> badges = new ArrayList<>();
    Integer length = field.length();
    badges.add(field.type().word() + (length == null ? "" : " " + length));
    String own = field.nativeType();
    if (own != null && !own.equalsIgnoreCase(field.type().word())) {
      badges.add(own);
    }
    add(badges, field.required(), texts.of("badge.required") + " ★");
    add(badges, field.custom(), texts.of("badge.custom") + " ◇");
    add(badges, field.readOnly(), texts.of("badge.readOnly"));
    add(badges, field.createOnly(), texts.of("badge.createOnly"));
    add(badges, field.unique(), texts.of("badge.unique"));
    add(badges, field.externalId(), texts.of("badge.externalId"));
    add(badges, field.calculated(), texts.of("badge.calculated"));
    add(badges, field.deprecated(), texts.of("badge.deprecated"));
    add(badges, field.hidden(), texts.of("badge.hidden"));
    return badges;
  }

  private static void add(List<String> badges, @Nullable Boolean is, String word) {
    if (Boolean.TRUE.equals(is)) {
      badges.add(word);
    }
  }
}
