package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.ProblemBox;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Which file the target model comes from, typed or chosen, with what was found in it at once. */
final class ImportForm extends VBox {
  private static final Duration PAUSE = Duration.millis(300);
  private static final double WIDTH = 560;
  private static final int NAMED = 6;

  private final NewMappingModel model;
  private final Texts texts;
  private final TextField path = new TextField();
  private final StackPane found = new StackPane();
  private final BooleanProperty valid = new SimpleBooleanProperty();
  private final PauseTransition pause = new PauseTransition(PAUSE);

  /** An Enter that came before the file was looked at; it counts as soon as that is good. */
  private @Nullable KeyEvent early;

  ImportForm(NewMappingModel model, Dialogs dialogs, Texts texts) {
    super(8);
    this.model = model;
    this.texts = texts;
    setId("import-form");
    setPrefWidth(WIDTH);
    path.setId("import-path");
    found.setId("import-found");
    found.setAlignment(Pos.CENTER_LEFT);
    Button choose =
        Nodes.button(
            texts.of("home.choose"),
            null,
            () ->
                dialogs.openFile(
                    texts.of("mapping.new.importTitle"),
                    List.of(
                        new Dialogs.FileKind(
                            "JSON Schema, OpenAPI, SQL, CSV",
                            List.of("json", "yaml", "yml", "sql", "csv"))),
                    file -> path.setText(file.toString())));
    choose.setId("import-choose");
    HBox line = new HBox(8, path, choose);
    HBox.setHgrow(path, Priority.ALWAYS);
    getChildren()
        .setAll(
            Nodes.fieldLabel(texts.of("mapping.import.file"), path),
            line,
            Nodes.paragraph(texts.of("mapping.import.help"), "text-muted", "text-small"),
            found);
    pause.setOnFinished(e -> look());
    path.textProperty()
        .addListener((o, was, is) -> {
          // What was found is not of this file.
          valid.set(false);
          early = null;
          found.getChildren().clear();
          pause.playFromStart();
        });
    path.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER && !valid.get()) {
            early = e;
            pause.stop();
            look();
            e.consume();
          }
        });
  }

  /** The file, where the text is a path at all; {@code ~/} is the person's own folder. */
  Optional<Path> file() {
    try {
      String text = path.getText().strip();
      if (text.startsWith("~/")) {
        return Optional.of(Path.of(System.getProperty("user.home"), text.substring(2)));
      }
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether a file is named in which something was found. */
  ObservableValue<Boolean> valid() {
    return valid;
  }

  private void look() {
    file().ifPresent(f -> model.look(f, objects -> found(f, objects), p -> failed(f, p)));
  }

  private void found(Path of, List<SchemaObject> objects) {
    int fields = objects.stream().mapToInt(o -> o.fields().size()).sum();
    String more = objects.size() > NAMED ? ", …" : "";
    show(
        of,
        Nodes.paragraph(
            texts.of("mapping.import.found", objects.size(), fields)
                + objects.stream()
                    .limit(NAMED)
                    .map(SchemaObject::name)
                    .collect(Collectors.joining(", ", ": ", more)),
            "good-text"),
        !objects.isEmpty());
  }

  private void failed(Path of, Problem problem) {
    show(of, new ProblemBox(problem, "", texts), false);
  }

  private void show(Path of, Node said, boolean good) {
    if (file().filter(of::equals).isPresent()) {
      found.getChildren().setAll(said);
      valid.set(good);
      KeyEvent enter = early;
      early = null;
      if (good && enter != null && path.isFocused()) {
        path.fireEvent(enter.copyFor(path, path));
      }
    }
  }
}
