package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.ModelConsent.Setting;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Which language model is asked, and what it is sent: what a person agrees to. */
final class ModelForm extends VBox {
  private static final double WIDTH = 520;

  private final TextField url = new TextField();
  private final TextField model = new TextField();
  private final PasswordField key = new PasswordField();
  private final CheckBox values = new CheckBox();

  /** Held here: it is observed weakly, so that a local one would soon say nothing more. */
  private final BooleanBinding valid =
      Bindings.createBooleanBinding(
          () -> !url.getText().isBlank() && !model.getText().isBlank(),
          url.textProperty(),
          model.textProperty());

  /**
   * @param stored what was agreed to before
   */
  ModelForm(Texts texts, Optional<Setting> stored) {
    super(8);
    setId("model-form");
    setPrefWidth(WIDTH);
    url.setId("model-url");
    url.setPromptText("http://localhost:11434/v1");
    model.setId("model-name");
    key.setId("model-key");
    values.setId("model-values");
    values.setText(texts.of("mapping.model.values"));
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
            Nodes.paragraph(texts.of("mapping.model.valuesText"), "text-muted", "text-small"));
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
