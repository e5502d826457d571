package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.WorkspaceRemote;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks where the repository is pushed to. */
final class RemoteQuestion {
  private RemoteQuestion() {}

  /**
   * @param now the remote that there is; null if there is none
   * @param ok what is done with the answer, in one or two words
   */
  static void ask(
      Dialogs dialogs,
      Texts texts,
      WorkspaceRemote.@Nullable State now,
      String ok,
      Consumer<String> onAnswer) {
    TextField url = new TextField(now == null ? "" : now.url());
    url.setId("remote-url");
    url.setPromptText("https://github.com/acme/integrations.git");
    url.setPrefColumnCount(40);
    VBox box =
        new VBox(
            8,
            Nodes.paragraph(
                now == null
                    ? texts.of("changes.remoteNone")
                    : texts.of("changes.remoteIs", now.name()),
                "text-muted"),
            Nodes.fieldLabel(texts.of("changes.remoteUrl"), url),
            url);
    dialogs.form(
        new Dialogs.Form(
            texts.of("changes.remoteTitle"),
            box,
            ok,
            Bindings.createBooleanBinding(() -> !url.getText().isBlank(), url.textProperty())),
        () -> onAnswer.accept(url.getText().strip()));
  }
}
