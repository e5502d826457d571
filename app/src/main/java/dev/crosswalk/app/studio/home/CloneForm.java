package dev.crosswalk.app.studio.home;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.ProblemBox;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.GitUrl;
import dev.crosswalk.engine.problem.Problem;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks for the address of a repository and the folder that its clone goes into. */
final class CloneForm {
  private CloneForm() {}

  /**
   * What the form begins with.
   *
   * @param folder empty = the one that is proposed
   * @param problem why the last try failed; null at the first
   */
  record Start(String url, String folder, @Nullable Problem problem) {
    static final Start EMPTY = new Start("", "", null);
  }

  /**
   * @param parent where clones go, mostly: the folder proposed is one in it
   * @param onOk gets the address and the folder
   */
  static void ask(StudioContext context, Path parent, Start start, BiConsumer<String, Path> onOk) {
    Texts texts = context.texts();
    TextField url = new TextField();
    url.setId("clone-url");
    url.setPromptText("https://github.com/acme/integrations.git");
    url.setPrefColumnCount(40);
    TextField folder = new TextField();
    folder.setId("clone-folder");
    Path[] within = {parent};
    String[] proposed = {""};
    Runnable propose =
        () -> {
          if (folder.getText().isBlank() || folder.getText().equals(proposed[0])) {
            String name = GitUrl.folderName(url.getText());
            proposed[0] = name.isEmpty() ? "" : within[0].resolve(name).toString();
            folder.setText(proposed[0]);
          }
        };
    url.textProperty().addListener((o, was, is) -> propose.run());
    url.setText(start.url());
    if (!start.folder().isEmpty()) {
      folder.setText(start.folder());
    }
    Button choose =
        Nodes.button(
            texts.of("home.choose"),
            null,
            () ->
                context
                    .dialogs()
                    .chooseFolder(
                        texts.of("home.cloneParent"),
                        within[0],
                        path -> {
                          within[0] = path;
                          folder.setText("");
                          propose.run();
                        }));
    HBox line = new HBox(8, folder, choose);
    HBox.setHgrow(folder, Priority.ALWAYS);
    VBox box =
        new VBox(
            4,
            Nodes.fieldLabel(texts.of("home.cloneUrl"), url),
            url,
            Nodes.paragraph(texts.of("home.cloneUrlHelp"), "text-muted", "text-small"),
            Nodes.fieldLabel(texts.of("home.cloneFolder"), folder),
            line);
    Problem problem = start.problem();
    if (problem != null) {
      box.getChildren().addFirst(new ProblemBox(problem, "", texts));
    }
    context
        .dialogs()
        .form(
            new Dialogs.Form(
                texts.of("home.clone"),
                box,
                texts.of("home.cloneOk"),
                Bindings.createBooleanBinding(
                    () -> !url.getText().isBlank() && NewWorkspaceForm.isPath(folder.getText()),
                    url.textProperty(),
                    folder.textProperty())),
            () -> onOk.accept(url.getText().strip(), Path.of(folder.getText().strip())));
  }
}
