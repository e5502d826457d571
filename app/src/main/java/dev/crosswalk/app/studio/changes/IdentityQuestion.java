package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.WorkspaceGit;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks who commits. */
final class IdentityQuestion {
  private IdentityQuestion() {}

  static void ask(Dialogs dialogs, Texts texts, Consumer<WorkspaceGit.Identity> onAnswer) {
    TextField name = new TextField();
    name.setId("identity-name");
    TextField email = new TextField();
    email.setId("identity-email");
    VBox box =
        new VBox(
            8,
            Nodes.paragraph(texts.of("changes.identityText"), "text-muted"),
            Nodes.fieldLabel(texts.of("changes.identityName"), name),
            name,
            Nodes.fieldLabel(texts.of("changes.identityEmail"), email),
            email);
    dialogs.form(
        new Dialogs.Form(
            texts.of("changes.identityTitle"),
            box,
            texts.of("changes.identityOk"),
            Bindings.createBooleanBinding(
                () -> !name.getText().isBlank() && email.getText().contains("@"),
                name.textProperty(),
                email.textProperty())),
        () ->
            onAnswer.accept(
                new WorkspaceGit.Identity(name.getText().strip(), email.getText().strip())));
  }
}
