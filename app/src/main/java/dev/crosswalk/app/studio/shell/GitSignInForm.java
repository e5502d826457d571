package dev.crosswalk.app.studio.shell;

import dev.crosswalk.app.workspace.GitCredentials;
import dev.crosswalk.engine.problem.Problem;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for a user's name and a token. */
final class GitSignInForm implements GitSignIn.Question {
  private static final String ANY_USER = "git";

  private final Dialogs dialogs;
  private final Texts texts;

  GitSignInForm(Dialogs dialogs, Texts texts) {
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @Override
  public void ask(String url, Problem why, GitSignIn.Answer onAnswer) {
    TextField user = new TextField();
    user.setId("git-user");
    PasswordField token = new PasswordField();
    token.setId("git-token");
    CheckBox keep = new CheckBox(texts.of("git.keep"));
    keep.setId("git-keep");
    keep.setSelected(true);
    VBox box =
        new VBox(
            8,
            Nodes.paragraph(texts.of(why).what()),
            Nodes.paragraph(texts.of("git.signInText", url), "text-muted"),
            Nodes.fieldLabel(texts.of("git.user"), user),
            user,
            Nodes.paragraph(texts.of("git.userHelp"), "text-muted", "text-small"),
            Nodes.fieldLabel(texts.of("git.token"), token),
            token,
            keep);
    dialogs.form(
        new Dialogs.Form(
            texts.of("git.signInTitle"),
            box,
            texts.of("git.signIn"),
            Bindings.createBooleanBinding(() -> !token.getText().isBlank(), token.textProperty())),
        () -> {
          String name = user.getText().isBlank() ? ANY_USER : user.getText().strip();
          onAnswer.signIn(new GitCredentials(name, token.getText().strip()), keep.isSelected());
        });
  }
}
