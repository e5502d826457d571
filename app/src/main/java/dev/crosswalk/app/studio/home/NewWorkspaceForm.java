package dev.crosswalk.app.studio.home;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.ProblemBox;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.Names;
import dev.crosswalk.engine.problem.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks for the name, folder and target system of a new workspace. */
final class NewWorkspaceForm {

  /** What is done with the answer. */
  @FunctionalInterface
  interface Maker {
    void make(String name, Path folder, String targetSystem);
  }

  private NewWorkspaceForm() {}

  /**
   * What stands in the form at first.
   *
   * @param problem why it could not be made as it was typed; null for none
   */
  record Start(String name, String folder, String target, @Nullable Problem problem) {
    static final Start EMPTY = in("");

    static Start in(String folder) {
      return new Start("", folder, "", null);
    }
  }

  static void ask(StudioContext context, Start start, Maker maker) {
    Texts texts = context.texts();
    TextField name = field("workspace-name");
    name.setText(start.name());
    TextField folder = field("workspace-folder");
    folder.setText(start.folder());
    TextField target = field("workspace-target");
    target.setText(start.target());
    propose(name, folder, target);
    Label wrong = Nodes.paragraph(texts.of("home.targetWrong"), "field-problem", "text-small");
    wrong
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !target.getText().isBlank() && !isSystem(target.getText()),
                target.textProperty()));
    wrong.managedProperty().bind(wrong.visibleProperty());
    Button choose =
        Nodes.button(
            texts.of("home.choose"),
            null,
            () ->
                context
                    .dialogs()
                    .chooseFolder(
                        texts.of("home.folder"), null, path -> folder.setText(path.toString())));
    HBox folderLine = new HBox(8, folder, choose);
    HBox.setHgrow(folder, Priority.ALWAYS);
    VBox box =
        new VBox(
            4,
            Nodes.fieldLabel(texts.of("home.name"), name),
            name,
            Nodes.fieldLabel(texts.of("home.folder"), folder),
            folderLine,
            Nodes.fieldLabel(texts.of("home.target"), target),
            target,
            Nodes.paragraph(texts.of("home.targetHelp"), "text-muted", "text-small"),
            wrong);
    Problem problem = start.problem();
    if (problem != null) {
      box.getChildren().addFirst(new ProblemBox(problem, "", texts));
    }
    context
        .dialogs()
        .form(
            new Dialogs.Form(
                texts.of("home.create"),
                box,
                texts.of("home.createOk"),
                Bindings.createBooleanBinding(
                    () ->
                        !name.getText().isBlank()
                            && isPath(folder.getText())
                            && isSystem(target.getText()),
                    name.textProperty(),
                    folder.textProperty(),
                    target.textProperty())),
            () ->
                maker.make(
                    name.getText().strip(),
                    Path.of(folder.getText().strip()),
                    target.getText().strip()));
  }

  /** Folder and target follow the name for as long as nobody types them. */
  private static void propose(TextField name, TextField folder, TextField target) {
    name.textProperty()
        .addListener((o, was, is) -> {
          if (folder.getText().isBlank() || folder.getText().equals(folderOf(was))) {
            folder.setText(folderOf(is));
          }
          if (target.getText().isBlank() || target.getText().equals(targetOf(was))) {
            target.setText(targetOf(is));
          }
        });
  }

  private static String folderOf(String name) {
    return name.isBlank()
        ? ""
        : Path.of(System.getProperty("user.home"), "crosswalk", Names.file(name)).toString();
  }

  /** The first word is mostly the own product. */
  private static String targetOf(String name) {
    return name.isBlank() ? "" : Names.file(name.strip().split("\\s+", 2)[0]);
  }

  private static boolean isSystem(String text) {
    return text.strip().matches("[a-z0-9][a-z0-9._-]*");
  }

  static boolean isPath(String text) {
    try {
      return !text.isBlank() && Path.of(text.strip()).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static TextField field(String id) {
    TextField field = new TextField();
    field.setId(id);
    return field;
  }
}
