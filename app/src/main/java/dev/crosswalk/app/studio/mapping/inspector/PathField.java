package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.mapping.code.CodeCompletion;
import dev.crosswalk.app.studio.mapping.code.PathHelp;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * Takes the paths of source fields, with completion. That there is no such field is said at once,
 * with the one that was probably meant; a pause in typing hands over known fields alone, Enter and
 * leaving what stands there, since another customer may have it.
 */
final class PathField extends VBox {
  private final TextField line;
  private final Label fault = new Label();
  private final PathHelp help;
  private final Texts texts;

  /**
   * @param onTyped gets each state that names known fields, while typing goes on
   * @param onChanged gets what was typed
   */
  PathField(
      String value,
      PathHelp help,
      Texts texts,
      Consumer<String> onTyped,
      Consumer<String> onChanged) {
    this.help = help;
    this.texts = texts;
    this.line = new TextField(value);
    line.setId("input-text");
    line.getStyleClass().add("small");
    line.setAccessibleText(texts.of("mapping.input.text"));
    fault.setId("input-text-fault");
    fault.getStyleClass().add("danger-text");
    fault.setWrapText(true);
    fault.setMinHeight(USE_PREF_SIZE);
    getChildren().setAll(line, fault);
    CodeCompletion.install(line, texts.of("mapping.code.completion"), help::complete);
    line.textProperty()
        .addListener((o, was, is) -> {
          if (check()) {
            onTyped.accept(is);
          }
        });
    Inputs.watch(line, typed -> help.unknown(typed).isEmpty(), onChanged);
    check();
  }

  /** Says what is wrong; answers whether all fields are known. */
  private boolean check() {
    Optional<PathHelp.Unknown> unknown = help.unknown(line.getText());
    String said =
        unknown
            .map(u ->
                u.nearest()
                    .map(near -> texts.of("mapping.input.unknownNear", u.path(), near))
                    .orElseGet(() -> texts.of("mapping.input.unknown", u.path())))
            .orElse("");
    fault.setText(said);
    line.setAccessibleHelp(said);
    Nodes.setShown(fault, unknown.isPresent());
    return unknown.isEmpty();
  }
}
