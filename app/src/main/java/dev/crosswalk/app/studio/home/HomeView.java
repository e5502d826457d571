package dev.crosswalk.app.studio.home;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Ways to start; in an open workspace, its customers at a glance. */
final class HomeView extends BorderPane {
  private final HomeModel model;
  private final StudioContext context;
  private final Texts texts;
  private final VBox content = new VBox(24);
  private final VBox customers = new VBox(8);
  private final VBox recent = new VBox(4);

  HomeView(HomeModel model, StudioContext context) {
    this.model = model;
    this.context = context;
    this.texts = context.texts();
    getStyleClass().add("place");
    content.getStyleClass().add("place-content");
    content.setMaxWidth(1160);
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    setCenter(scroll);
    customers.setId("home-customers");
    recent.setId("home-recent");
    context.workspace().addListener((o, was, is) -> build());
    model.rows().addListener((ListChangeListener<CustomerRow>) change -> fillCustomers());
    model.reading().addListener(o -> fillCustomers());
    model.recentPaths().addListener((ListChangeListener<Path>) change -> fillRecent());
    build();
  }

  private void build() {
    Workspace workspace = context.workspace().get();
    content.getChildren().clear();
    if (workspace == null) {
      content
          .getChildren()
          .addAll(
              new VBox(
                  8,
                  Nodes.label(texts.of("home.welcome"), "title-2"),
                  Nodes.paragraph(texts.of("home.welcomeText"), "text-muted")),
              starters());
    } else {
      Label name = Nodes.label(context.workspaceName().get(), "title-3");
      Label path = Nodes.label(workspace.root().toString(), "text-muted");
      path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      path.setTooltip(new Tooltip(path.getText()));
      Button map =
          Nodes.mainButton(
              texts.of("home.map"), "mdi2v-vector-line", () -> context.go(PlaceIds.MAPPING));
      map.setId("home-map");
      VBox names = new VBox(4, name, path);
      names.setMinWidth(0);
      HBox head = new HBox(16, names, Nodes.grow(), map);
      head.setAlignment(Pos.CENTER_LEFT);
      content
          .getChildren()
          .addAll(
              head,
              new VBox(8, customersHead(), customers),
              new VBox(8, Nodes.label(texts.of("home.more"), "title-4"), starters()));
    }
    content.getChildren().add(recent);
    fillCustomers();
    fillRecent();
  }

  private HBox customersHead() {
    Button make =
        Nodes.button(
            texts.of("customers.new"),
            "mdi2a-account-plus-outline",
            () -> model.customers().startNew());
    make.setId("home-new-customer");
    HBox head = new HBox(8, Nodes.label(texts.of("home.customers"), "title-4"), Nodes.grow(), make);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /** The next step: mapping in an open workspace, else the first way to start. */
  boolean focusWork() {
    Node next = lookup(context.workspace().get() == null ? "#home-sandbox" : "#home-map");
    if (next != null) {
      next.requestFocus();
    }
    return next != null;
  }

  private FlowPane starters() {
    FlowPane row = new FlowPane(16, 16);
    row.setRowValignment(javafx.geometry.VPos.TOP);
    row.getChildren()
        .addAll(
            tile("home-sandbox", "mdi2f-flask-outline", "home.sandbox", model::trySandbox),
            tile("home-open", "mdi2f-folder-open-outline", "home.open", model::askOpen),
            tile("home-clone", "mdi2s-source-repository", "home.clone", model::askClone),
            tile(
                "home-create",
                "mdi2f-folder-plus-outline",
                "home.create",
                () -> NewWorkspaceForm.ask(context, NewWorkspaceForm.Start.EMPTY, model::create)));
    return row;
  }

  private Button tile(String id, String icon, String key, Runnable action) {
    VBox box =
        new VBox(
            8,
            new FontIcon(icon),
            Nodes.label(texts.of(key), "tile-title"),
            Nodes.paragraph(texts.of(key + "Text"), "text-muted", "text-small"));
    Button tile = new Button(null, box);
    tile.setId(id);
    tile.getStyleClass().addAll("tile", "wide-tile");
    tile.setAccessibleText(texts.of(key));
    tile.setOnAction(e -> action.run());
    return tile;
  }

  private void fillRecent() {
    List<Node> nodes = new ArrayList<>();
    for (Path path : model.recentPaths()) {
      Hyperlink open = new Hyperlink(String.valueOf(path.getFileName()));
      open.setOnAction(e -> model.open(path));
      Button forget =
          Nodes.iconButton(
              "mdi2c-close",
              texts.of("home.forget", String.valueOf(path.getFileName())),
              () -> model.forget(path));
      forget.getStyleClass().add("small");
      HBox line = new HBox(8, open, Nodes.label(path.toString(), "text-muted"), forget);
      line.setAlignment(Pos.CENTER_LEFT);
      nodes.add(line);
    }
    recent.getChildren().clear();
    if (!nodes.isEmpty()) {
      recent.getChildren().add(Nodes.label(texts.of("home.recent"), "title-4"));
      recent.getChildren().addAll(nodes);
    }
  }

  private void fillCustomers() {
    customers.getChildren().setAll(model.rows().stream().map(row -> (Node) customer(row)).toList());
    if (model.reading().get()) {
      customers.getChildren().add(Nodes.label(texts.of("customers.reading"), "text-muted"));
    }
  }

  private HBox customer(CustomerRow row) {
    Hyperlink title = new Hyperlink(row.title());
    title.getStyleClass().add("row-title");
    title.setOnAction(e -> model.settle(PlaceIds.MAPPING, row, null));
    Label below =
        Nodes.label(
            row.customer().isEmpty()
                ? texts.of("home.mappings", row.mappings())
                : row.customer() + " · " + texts.of("home.mappings", row.mappings()),
            "text-muted",
            "text-small");
    VBox names = new VBox(2, title, below);
    names.setMinWidth(220);
    FlowPane badges = Nodes.flow();
    badges.setVgap(4);
    HBox line = new HBox(8, names, badges);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().addAll("card", "customer-row");
    if (!row.customer().isEmpty()) {
      badges.getChildren().add(connection(row));
    }
    badges
        .getChildren()
        .add(
            badge(
                texts.of("home.coverage", row.mapped(), row.required()),
                row.mapped() < row.required() ? "warning" : "good",
                () -> model.settle(PlaceIds.MAPPING, row, null)));
    if (row.unreadable() > 0) {
      badges
          .getChildren()
          .add(
              badge(
                  texts.of("home.unreadable", row.unreadable()),
                  "danger",
                  () -> model.settle(PlaceIds.MAPPING, row, null)));
    }
    if (row.waiting() >= 0) {
      badges
          .getChildren()
          .add(
              badge(
                  texts.of("home.waiting", row.waiting()),
                  row.waiting() > 0 ? "accent" : "good",
                  () -> model.settle(PlaceIds.MAPPING, row, null)));
    }
    if (row.unreviewed() > 0) {
      badges
          .getChildren()
          .add(
              badge(
                  texts.of("home.unreviewed", row.unreviewed(), row.mappings()),
                  "neutral",
                  () -> model.settle(PlaceIds.CHANGES, row, PlaceIds.DRIFT)));
    }
    if (row.drift() > 0 || (row.drift() == 0 && row.unreviewed() == 0)) {
      badges
          .getChildren()
          .add(
              badge(
                  texts.of("home.drift", row.drift()),
                  row.drift() > 0 ? "danger" : "good",
                  () ->
                      model.settle(
                          row.drift() > 0 ? PlaceIds.CHANGES : PlaceIds.SCHEMAS,
                          row,
                          row.drift() > 0 ? PlaceIds.DRIFT : row.connection())));
    }
    badges
        .getChildren()
        .add(
            badge(
                row.changedFiles() == CustomerRow.NO_GIT
                    ? texts.of("home.noGit")
                    : texts.of("home.git", row.changedFiles()),
                row.changedFiles() == 0 ? "good" : "warning",
                () -> model.settle(PlaceIds.CHANGES, row, null)));
    if (!row.customer().isEmpty()) {
      Button edit =
          Nodes.iconButton(
              "mdi2p-pencil-outline",
              texts.of("customers.editTitle", row.title()),
              () -> model.customers().edit(row.customer()));
      edit.setMinWidth(USE_PREF_SIZE);
      line.getChildren().add(edit);
    }
    return line;
  }

  private Button connection(CustomerRow row) {
    if (row.connection().isEmpty()) {
      return badge(
          texts.of("home.noConnection"),
          "danger",
          () -> model.settle(PlaceIds.CONNECTIONS, row, null));
    }
    return row.discovered()
        ? badge(
            row.connection(), "good", () -> model.settle(PlaceIds.SCHEMAS, row, row.connection()))
        : badge(
            texts.of("home.undiscovered", row.connection()),
            "warning",
            () -> model.settle(PlaceIds.CONNECTIONS, row, row.connection()));
  }

  private static Button badge(String text, String kind, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().addAll("badge-button", "badge-" + kind);
    button.setMinWidth(USE_PREF_SIZE);
    button.setMnemonicParsing(false);
    button.setOnAction(e -> action.run());
    return button;
  }
}
