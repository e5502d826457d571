package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.SandboxHost;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The list of connections at the left; the gallery of connectors or one connection's form beside.
 */
final class ConnectionsView extends BorderPane {
  private final ConnectionsModel model;
  private final Texts texts;
  private final StackPane content = new StackPane();
  private final FlowPane tiles = new FlowPane(16, 16);
  private final TextField filter = new TextField();
  private final FlowPane companies = new FlowPane(16, 16);
  private final Label companiesTitle;
  private final Label companiesText;
  private final Node gallery;
  private final ListView<ConnectionProfile> list;
  private boolean marking;

  ConnectionsView(ConnectionsModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("place");
    Button create = Nodes.mainButton(texts.of("connections.new"), "mdi2p-plus", this::showGallery);
    create.setId("connections-new");
    setTop(Nodes.placeHeader(texts.of("connections.title"), create));

    list = new ListView<>(model.lists().connections());
    list.setId("connections-list");
    list.setAccessibleText(texts.of("connections.list"));
    list.setPrefWidth(264);
    list.setFixedCellSize(56);
    list.getStyleClass().addAll("side-list", "edge-to-edge", "roomy-list");
    list.setCellFactory(v -> new ConnectionCell());
    Label none = Nodes.paragraph("", "text-muted", "side-hint");
    none.textProperty()
        .bind(
            Bindings.when(model.lists().read())
                .then(texts.of("connections.none"))
                .otherwise(texts.of("connections.reading")));
    list.setPlaceholder(none);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          if (is != null && !marking) {
            model.edit(is);
          }
        });
    model
        .lists()
        .connections()
        .addListener((ListChangeListener<ConnectionProfile>) change -> mark());
    setLeft(list);

    filter.setId("connections-filter");
    filter.setPromptText(texts.of("connections.filter"));
    filter.setAccessibleText(texts.of("connections.filter"));
    filter.setMaxWidth(320);
    filter.textProperty().addListener(o -> fillGallery());
    filter.setOnAction(e ->
        Stream.of(tiles, companies)
            .flatMap(pane -> pane.getChildren().stream())
            .filter(Button.class::isInstance)
            .findFirst()
            .ifPresent(one -> ((Button) one).fire()));
    tiles.getStyleClass().add("tiles");
    tiles.setRowValignment(javafx.geometry.VPos.TOP);
    companies.setId("companies");
    companies.getStyleClass().add("tiles");
    companies.setRowValignment(javafx.geometry.VPos.TOP);
    companiesTitle = Nodes.label(texts.of("connections.companiesTitle"), "title-4");
    companiesText = Nodes.paragraph(texts.of("connections.companiesText"), "text-muted");
    model.lists().companies().addListener((InvalidationListener) o -> fillGallery());
    VBox box =
        new VBox(
            16,
            Nodes.label(texts.of("connections.galleryTitle"), "title-4"),
            Nodes.paragraph(texts.of("connections.galleryText"), "text-muted"),
            filter,
            tiles,
            companiesTitle,
            companiesText,
            companies);
    box.getStyleClass().add("place-content");
    gallery = scroll(box);
    addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    setCenter(content);
    model
        .lists()
        .connectors()
        .addListener((ListChangeListener<ConnectorInfo>) change -> fillGallery());
    model.form().addListener((o, was, is) -> show(is));
    fillGallery();
    show(model.form().get());
  }

  /** The keyboard goes where a system is looked for, while the tiles are shown. */
  boolean focusWork() {
    if (content.getChildren().contains(gallery)) {
      filter.requestFocus();
    }
    return true;
  }

  /** The open connection stays marked when the list is read again, and its form as it is. */
  private void mark() {
    ConnectionForm form = model.form().get();
    if (form != null && !form.isNew()) {
      marking = true;
      try {
        list.getItems().stream()
            .filter(c -> c.name().equals(form.name().get()))
            .findFirst()
            .ifPresent(list.getSelectionModel()::select);
      } finally {
        marking = false;
      }
    }
  }

  private void showGallery() {
    list.getSelectionModel().clearSelection();
    filter.clear();
    model.close();
  }

  private void show(@Nullable ConnectionForm form) {
    if (form == null) {
      content.getChildren().setAll(gallery);
      return;
    }
    FormView view = new FormView(model, form, texts);
    content.getChildren().setAll(view);
    if (form.isNew()) {
      view.focusFirst();
      list.getSelectionModel().clearSelection();
    } else {
      model.lists().connections().stream()
          .filter(c -> c.name().equals(form.name().get()))
          .filter(c -> !c.equals(list.getSelectionModel().getSelectedItem()))
          .findFirst()
          .ifPresent(c -> list.getSelectionModel().select(c));
    }
  }

  private void fillGallery() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    List<Node> fitting =
        model.lists().connectors().stream()
            .filter(c -> names(c).anyMatch(name -> name.contains(wanted)))
            .sorted(Comparator.comparing(c -> names(c).noneMatch(name -> name.startsWith(wanted))))
            .map(this::tile)
            .toList();
    List<Node> tryOut =
        model.lists().companies().stream()
            .filter(c -> (c.customer() + " " + system(c)).toLowerCase(Locale.ROOT).contains(wanted))
            .map(this::company)
            .toList();
    boolean none =
        fitting.isEmpty() && tryOut.isEmpty() && !wanted.isEmpty() && model.lists().read().get();
    tiles
        .getChildren()
        .setAll(
            none
                ? List.of(Nodes.paragraph(texts.of("connections.noneFits"), "text-muted"))
                : fitting);
    companies.getChildren().setAll(tryOut);
    for (Node part : List.of(companiesTitle, companiesText, companies)) {
      Nodes.setShown(part, !tryOut.isEmpty());
    }
    Nodes.setShown(tiles, !tiles.getChildren().isEmpty());
  }

  /** The names by which a person may look for it, in small letters. */
  private Stream<String> names(ConnectorInfo connector) {
    return Stream.of(connector.name(), texts.form(connector.name()), connector.id())
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  /** Whoever types a system's name while the tiles are shown looks for it. */
  private void typed(KeyEvent event) {
    String text = event.getCharacter();
    if (content.getChildren().contains(gallery)
        && !(event.getTarget() instanceof TextInputControl)
        && !event.isShortcutDown()
        && !event.isAltDown()
        && text.length() == 1
        && Character.isLetterOrDigit(text.charAt(0))) {
      event.consume();
      filter.requestFocus();
      filter.setText(text);
      filter.end();
    }
  }

  private Node tile(ConnectorInfo connector) {
    FontIcon icon = new FontIcon(icon(connector.id()));
    Label name = Nodes.paragraph(texts.form(connector.name()), "tile-title");
    Label ways =
        Nodes.paragraph(
            String.join(
                " · ", connector.auths().stream().map(way -> texts.form(way.label())).toList()),
            "text-muted",
            "text-small");
    VBox text = new VBox(4, name, ways);
    if (!connector.shipped()) {
      text.getChildren().add(Nodes.badge(texts.of("connections.own"), "accent"));
    } else if (connector.tried().isEmpty()) {
      text.getChildren().add(Nodes.badge(texts.of("connections.notTried"), "neutral"));
    }
    Button tile = new Button(null, text);
    VBox withIcon = new VBox(8, icon, text);
    withIcon.setAlignment(Pos.TOP_LEFT);
    tile.setGraphic(withIcon);
    tile.setId("connector-" + connector.id());
    tile.getStyleClass().add("tile");
    tile.setAccessibleText(texts.of("connections.connectTo", texts.form(connector.name())));
    tile.setOnAction(e -> model.create(connector));
    return tile;
  }

  private Node company(SandboxHost.Account account) {
    FontIcon icon = new FontIcon("mdi2f-flask-outline");
    VBox text =
        new VBox(
            4,
            Nodes.paragraph(account.customer(), "tile-title"),
            Nodes.paragraph(system(account), "text-muted", "text-small"));
    VBox withIcon = new VBox(8, icon, text);
    withIcon.setAlignment(Pos.TOP_LEFT);
    Button tile = new Button(null, withIcon);
    tile.setId("company-" + account.id());
    tile.getStyleClass().add("tile");
    tile.setAccessibleText(texts.of("connections.connectTo", account.customer()));
    tile.setOnAction(e -> model.tryOut(account));
    return tile;
  }

  /** What it is without its name, and whose system it answers like. */
  private String system(SandboxHost.Account account) {
    String kind = account.title().replace(account.customer(), "").replaceAll("[()]", "").strip();
    String system =
        model.lists().connectors().stream()
            .filter(c -> c.id().equals(account.profile().connector()))
            .findFirst()
            .map(ConnectorInfo::name)
            .orElse(account.profile().connector());
    return kind.isEmpty() ? system : system + " · " + kind;
  }

  private static String icon(String connector) {
    return switch (connector) {
      case "salesforce" -> "mdi2c-cloud-outline";
      case "hubspot" -> "mdi2h-hubspot";
      default -> "mdi2d-database-outline";
    };
  }

  static ScrollPane scroll(Node node) {
    ScrollPane scroll = new ScrollPane(node);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    return scroll;
  }

  private static final class ConnectionCell extends ListCell<ConnectionProfile> {
    @Override
    protected void updateItem(@Nullable ConnectionProfile item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      VBox text =
          new VBox(
              2,
              Nodes.label(item.name(), "row-title"),
              Nodes.label(item.connector(), "text-muted", "text-small"));
      text.setAlignment(Pos.CENTER_LEFT);
      setGraphic(text);
    }
  }
}
