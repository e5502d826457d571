package dev.crosswalk.app.studio.shell;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where a file is to be saved: typed, or chosen. Says so where one is replaced. */
final class SaveFileForm extends VBox {
  private static final double WIDTH = 520;

  private final TextField path = new TextField();
  private final BooleanBinding valid =
      Bindings.createBooleanBinding(() -> file().isPresent(), path.textProperty());

  /**
   * @param start what is proposed
   * @param choose lets a person choose in the system's dialog, and gives what they chose
   */
  SaveFileForm(Path start, Consumer<Consumer<Path>> choose, Texts texts) {
    super(8);
    setPrefWidth(WIDTH);
    path.setId("save-path");
    path.setText(start.toString());
    Button button =
        Nodes.button(
            texts.of("home.choose"),
            null,
            () -> choose.accept(file -> path.setText(file.toString())));
    button.setId("save-choose");
    HBox line = new HBox(8, path, button);
    HBox.setHgrow(path, Priority.ALWAYS);
    Label said = Nodes.paragraph("", "text-muted", "text-small");
    said.setId("save-said");
    said.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    file().isEmpty()
                        ? texts.of("dialog.saveWrong")
                        : file().filter(Files::exists).isPresent()
                            ? texts.of("dialog.saveReplaces")
                            : "",
                path.textProperty()));
    getChildren().setAll(Nodes.fieldLabel(texts.of("mapping.import.file"), path), line, said);
  }

  /** Whether a file is named whose folder is there. */
  BooleanBinding valid() {
    return valid;
  }

  /** The file, where the text names one that can be written. */
  Optional<Path> file() {
    try {
      String text = path.getText().strip();
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(Path.of(text).toAbsolutePath().normalize())
              .filter(f -> f.getParent() != null && Files.isDirectory(f.getParent()))
              .filter(f -> !Files.isDirectory(f));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
