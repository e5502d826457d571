package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.ProblemBox;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.ModelConsent.Setting;
import dev.crosswalk.app.workspace.SecondOpinions.Extent;
import dev.crosswalk.engine.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Which language model is asked, and what it is sent: what a person agrees to. */
final class ModelForm extends VBox {
  private static final double WIDTH = 520;
  private static final double NUMBER = 110;
  private static final int LOWEST = 10;
  private static final int HIGHEST = 95;
  private static final int MOST_CALLS = 200;

  private final TextField url = new TextField();
  private final TextField model = new TextField();
  private final PasswordField key = new PasswordField();
  private final CheckBox values = new CheckBox();
  private final Spinner<Integer> below;
  private final Spinner<Integer> calls;
  private final StackPane heard = new StackPane();
  private final Texts texts;

  /** Held here: it is observed weakly, so that a local one would soon say nothing more. */
  private final BooleanBinding valid =
      Bindings.createBooleanBinding(
          () -> !url.getText().isBlank() && !model.getText().isBlank(),
          url.textProperty(),
          model.textProperty());

  /**
   * @param stored what was agreed to before
   * @param extent how much was asked before
   * @param onTest tries the model out; sends nothing of a schema
   */
  ModelForm(Texts texts, Optional<Setting> stored, Extent extent, Consumer<ModelForm> onTest) {
    super(8);
    this.texts = texts;
    below =
        new Spinner<>(
            LOWEST, HIGHEST, Math.clamp(Math.round(extent.below() * 100), LOWEST, HIGHEST), 5);
    calls = new Spinner<>(1, MOST_CALLS, Math.clamp(extent.calls(), 1, MOST_CALLS));
    setId("model-form");
    setPrefWidth(WIDTH);
    url.setId("model-url");
    url.setPromptText("http://localhost:11434/v1");
    model.setId("model-name");
    key.setId("model-key");
    values.setId("model-values");
    values.setText(texts.of("mapping.model.values"));
    below.setId("model-below");
    calls.setId("model-calls");
    for (Spinner<Integer> spinner : List.of(below, calls)) {
      spinner.setEditable(true);
      spinner
          .getEditor()
          .setTextFormatter(
              new TextFormatter<>(c -> c.getControlNewText().matches("\\d{0,3}") ? c : null));
      spinner.setPrefWidth(NUMBER);
    }
    Button test =
        Nodes.button(texts.of("mapping.model.test"), "mdi2l-lan-check", () -> onTest.accept(this));
    test.setId("model-test");
    test.disableProperty().bind(valid.not());
    Label testText =
        Nodes.paragraph(texts.of("mapping.model.testText"), "text-muted", "text-small");
    HBox.setHgrow(testText, Priority.ALWAYS);
    HBox trial = new HBox(12, test, testText);
    trial.setAlignment(Pos.CENTER_LEFT);
    heard.setId("model-heard");
    Nodes.setShown(heard, false);
    stored.ifPresent(s -> {
      url.setText(s.url());
      model.setText(s.model());
      values.setSelected(s.values());
    });
    getChildren()
        .addAll(
            Nodes.paragraph(texts.of("mapping.model.text")),
            Nodes.fieldLabel(texts.of("mapping.model.url"), url),
            url,
            Nodes.fieldLabel(texts.of("mapping.model.name"), model),
            model,
            Nodes.fieldLabel(texts.of("mapping.model.key"), key),
            key,
            Nodes.paragraph(texts.of("mapping.model.keyText"), "text-muted", "text-small"),
            values,
            Nodes.paragraph(texts.of("mapping.model.valuesText"), "text-muted", "text-small"),
            new HBox(
                24,
                new VBox(4, Nodes.fieldLabel(texts.of("mapping.model.below"), below), below),
                new VBox(4, Nodes.fieldLabel(texts.of("mapping.model.calls"), calls), calls)),
            trial,
            heard);
  }

  /** That the model answered. */
  void answered() {
    hear(Nodes.paragraph(texts.of("mapping.model.answers", setting().model()), "good-text"));
  }

  /** Why it did not. */
  void failed(Problem problem) {
    hear(new ProblemBox(problem, "", texts));
  }

  private void hear(Node node) {
    heard.getChildren().setAll(node);
    Nodes.setShown(heard, true);
    StackPane.setAlignment(node, Pos.CENTER_LEFT);
  }

  /** How much is asked. */
  Extent extent() {
    Integer least = below.getValue();
    Integer most = calls.getValue();
    // An emptied box means as much as is usual.
    return new Extent(
        least == null ? Extent.STANDARD.below() : least / 100.0,
        most == null ? Extent.STANDARD.calls() : most);
  }

  /** Whether address and model are given. */
  ObservableValue<Boolean> valid() {
    return valid;
  }

  Setting setting() {
    return new Setting(url.getText().strip(), model.getText().strip(), values.isSelected());
  }

  /** Not kept anywhere. */
  String key() {
    return key.getText().strip();
  }
}
