package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.WorkspaceRemote;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The head of Changes: the branch, where it goes, and the ways to send and fetch it. */
final class ChangesHeader {
  private final ChangesModel model;
  private final StudioContext context;
  private final Texts texts;
  private final Runnable refresh;

  /**
   * @param refresh looks at all anew that the place shows
   */
  ChangesHeader(ChangesModel model, StudioContext context, Runnable refresh) {
    this.refresh = refresh;
    this.model = model;
    this.context = context;
    this.texts = context.texts();
  }

  /**
   * @param first stands before the branch
   */
  HBox node(Node first) {
    MenuButton branch = new MenuButton();
    branch.setId("changes-branch");
    branch.setGraphic(new FontIcon("mdi2s-source-branch"));
    branch.setAccessibleText(texts.of("changes.branch"));
    branch.textProperty().bind(model.branch());
    branch.getItems().add(new MenuItem(texts.of("changes.newBranch")));
    branch.setOnShowing(e -> fillBranches(branch));
    Button remote = Nodes.button("", "mdi2c-cloud-outline", this::changeRemote);
    remote.setId("changes-remote");
    remote.getStyleClass().add("flat");
    remote.setMnemonicParsing(false);
    remote
        .textProperty()
        .bind(Bindings.createStringBinding(() -> where(model.remote().get()), model.remote()));
    Button pull =
        Nodes.button(texts.of("changes.pull"), "mdi2c-cloud-download-outline", this::pull);
    pull.setId("changes-pull");
    Button push = Nodes.button(texts.of("changes.push"), "mdi2c-cloud-upload-outline", this::push);
    push.setId("changes-push");
    push.textProperty()
        .bind(Bindings.createStringBinding(() -> pushText(model.remote().get()), model.remote()));
    for (Node node : new Node[] {branch, remote, pull, push}) {
      node.disableProperty().bind(model.branch().isEmpty());
    }
    Button again = Nodes.iconButton("mdi2r-refresh", texts.of("changes.refresh"), refresh);
    again.setId("changes-refresh");
    return Nodes.placeHeader(texts.of("changes.title"), first, branch, remote, pull, push, again);
  }

  private String where(WorkspaceRemote.@Nullable State state) {
    if (state == null) {
      return texts.of("changes.addRemote");
    }
    return state.ahead() < 0
        ? texts.of("changes.remoteNew", state.name())
        : texts.of("changes.remoteState", state.name(), state.ahead(), state.behind());
  }

  private String pushText(WorkspaceRemote.@Nullable State state) {
    return state == null || state.ahead() <= 0
        ? texts.of("changes.push")
        : texts.of("changes.pushCount", state.ahead());
  }

  private void changeRemote() {
    ask(texts.of("changes.remoteSave"), () -> {});
  }

  private void push() {
    if (model.remote().get() == null) {
      ask(texts.of("changes.remotePush"), model::push);
    } else {
      model.push();
    }
  }

  private void pull() {
    if (model.remote().get() == null) {
      ask(texts.of("changes.remotePull"), model::pull);
    } else {
      model.pull();
    }
  }

  private void ask(String ok, Runnable then) {
    RemoteQuestion.ask(
        context.dialogs(), texts, model.remote().get(), ok, url -> model.setRemote(url, then));
  }

  private void fillBranches(MenuButton menu) {
    menu.getItems().clear();
    for (String name : model.branches()) {
      RadioMenuItem item = new RadioMenuItem(name);
      item.setMnemonicParsing(false);
      item.setSelected(name.equals(model.branch().get()));
      item.setOnAction(e -> model.switchTo(name));
      menu.getItems().add(item);
    }
    MenuItem create = new MenuItem(texts.of("changes.newBranch"));
    create.setOnAction(e -> askBranch());
    menu.getItems().addAll(new SeparatorMenuItem(), create);
  }

  private void askBranch() {
    TextField name = new TextField();
    name.setId("branch-name");
    var valid = Bindings.createBooleanBinding(() -> !name.getText().isBlank(), name.textProperty());
    context
        .dialogs()
        .form(
            new Dialogs.Form(
                texts.of("changes.newBranch"),
                new VBox(4, Nodes.fieldLabel(texts.of("changes.branchName"), name), name),
                texts.of("changes.createBranch"),
                valid),
            () -> model.createBranch(name.getText().strip()));
  }
}
