package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Overlay;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Choosing the two objects of a new mapping, best pairs first, and making the target model. */
final class NewMappingView extends BorderPane {
  private final NewMappingModel model;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Runnable toConnections;
  private final ListView<ObjectPair> pairs = new ListView<>();
  private final ComboBox<String> connection = new ComboBox<>();
  private boolean choosing;

  /** Whether the keyboard is to go to what comes next, once that is there. */
  private boolean arriving = true;

  NewMappingView(
      NewMappingModel model, Dialogs dialogs, Texts texts, Runnable toConnections, Runnable back) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    this.toConnections = toConnections;
    pairs.setId("object-pairs");
    pairs.setAccessibleText(texts.of("mapping.new.pairs"));
    pairs.setCellFactory(l -> new PairCell(texts));
    pairs.setFixedCellSize(44);
    pairs.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) {
        start();
      }
    });
    pairs.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) {
        start();
        e.consume();
      }
    });
    connection.setId("new-connection");
    connection.setAccessibleText(texts.of("mapping.new.connection"));
    connection.setOnAction(e -> useConnection());
    connection.setOnHidden(e -> useConnection());
    setTop(
        Nodes.placeHeader(
            texts.of("mapping.new.title"),
            Nodes.button(texts.of("mapping.new.all"), "mdi2a-arrow-left", back)));
    model.revision().subscribe(r -> show());
  }

  private void start() {
    ObjectPair pair = pairs.getSelectionModel().getSelectedItem();
    if (pair != null) {
      model.create(pair.source(), pair.target());
    }
  }

  /** Puts the keyboard on what comes next: the pairs, or what is missing for there to be some. */
  void focusWork() {
    if (model.loading() || getScene() == null) {
      return;
    }
    arriving = false;
    // What was never laid out cannot have the keyboard.
    applyCss();
    layout();
    for (String id : List.of("#object-pairs", "#target-import", "#new-connect")) {
      if (lookup(id) instanceof Node next) {
        next.requestFocus();
        return;
      }
    }
  }

  private void show() {
    if (model.loading() && connection.getScene() != null) {
      // The connection is being chosen: the box keeps the keyboard, so that the next one is near.
      pairs.getItems().clear();
      pairs.setPlaceholder(Nodes.paragraph(texts.of("mapping.new.comparing"), "text-muted"));
    } else if (model.loading()) {
      setCenter(
          Nodes.empty(
              "mdi2c-compare",
              texts.of("mapping.new.comparing"),
              texts.of("mapping.new.comparingText")));
    } else if (model.connections().isEmpty()) {
      setCenter(
          Nodes.empty(
              "mdi2c-connection",
              texts.of("mapping.new.noSource"),
              texts.of("mapping.new.noSourceText"),
              connectButton()));
    } else if (model.target().objects().isEmpty()) {
      setCenter(
          Nodes.empty(
              "mdi2t-target",
              texts.of("mapping.new.noTarget"),
              texts.of("mapping.new.noTargetText"),
              importButton(true),
              makeButton()));
    } else {
      setCenter(choice());
      if (choosing) {
        choosing = false;
        connection.requestFocus();
      }
    }
    if (arriving && !model.loading()) {
      Platform.runLater(() -> {
        if (arriving && getScene() != null && !Overlay.hasFocus(getScene())) {
          focusWork();
        }
      });
    }
  }

  private Button connectButton() {
    Button connect =
        Nodes.mainButton(texts.of("mapping.new.connect"), "mdi2c-connection", toConnections);
    connect.setId("new-connect");
    return connect;
  }

  /**
   * Takes the connection that stands in the box; not while the list is open and is walked through.
   */
  private void useConnection() {
    String chosen = connection.getValue();
    if (!connection.isShowing() && chosen != null && !chosen.equals(model.connection())) {
      choosing = connection.isFocused();
      model.useConnection(chosen);
    }
  }

  private Button importButton(boolean main) {
    Runnable run =
        () -> {
          ImportForm form = new ImportForm(model, dialogs, texts);
          dialogs.form(
              new Dialogs.Form(
                  texts.of("mapping.new.importTitle"),
                  form,
                  texts.of("mapping.import.ok"),
                  form.valid()),
              () ->
                  form.file()
                      .ifPresent(f -> {
                        arriving = true;
                        model.importTarget(f);
                      }));
        };
    Button button =
        main
            ? Nodes.mainButton(texts.of("mapping.new.import"), "mdi2i-import", run)
            : Nodes.button(texts.of("mapping.new.import"), "mdi2i-import", run);
    button.setId("target-import");
    return button;
  }

  private Button makeButton() {
    Button button =
        Nodes.button(
            texts.of("mapping.new.make"),
            "mdi2p-plus",
            () -> {
              TargetObjectForm form = new TargetObjectForm(texts);
              dialogs.form(
                  new Dialogs.Form(
                      texts.of("mapping.target.title"),
                      form,
                      texts.of("mapping.target.add"),
                      form.valid()),
                  () -> {
                    arriving = true;
                    model.addTarget(form.object());
                  });
            });
    button.setId("target-make");
    return button;
  }

  private Node choice() {
    if (!connection.getItems().equals(model.connections())) {
      connection.getItems().setAll(model.connections());
    }
    connection.setValue(model.connection());
    String target = model.target().system();
    HBox head =
        new HBox(
            8,
            Nodes.label(texts.of("mapping.new.from")),
            connection,
            Nodes.label(texts.of("mapping.new.to", target, model.target().objects().size())),
            Nodes.grow(),
            importButton(false),
            makeButton());
    head.setAlignment(Pos.CENTER_LEFT);
    pairs.getItems().setAll(model.pairs());
    pairs.getSelectionModel().selectFirst();
    pairs.setPlaceholder(Nodes.paragraph(texts.of("mapping.new.noPairs"), "text-muted"));
    VBox.setVgrow(pairs, Priority.ALWAYS);
    Button start =
        Nodes.mainButton(texts.of("mapping.new.start"), "mdi2a-arrow-right", this::start);
    start.setId("start-mapping");
    start.disableProperty().bind(pairs.getSelectionModel().selectedItemProperty().isNull());
    VBox box =
        new VBox(
            12,
            head,
            Nodes.label(texts.of("mapping.new.best"), "pane-title"),
            pairs,
            start,
            byHand());
    box.getStyleClass().add("new-mapping");
    return box;
  }

  private HBox byHand() {
    ComboBox<String> from =
        objects("new-source", texts.of("mapping.new.source"), model.sourceObjects());
    ComboBox<String> to =
        objects("new-target", texts.of("mapping.new.target"), model.target().objects());
    Button go =
        Nodes.button(
            texts.of("mapping.new.these"),
            null,
            () -> {
              String source = from.getValue();
              String target = to.getValue();
              if (source != null && target != null) {
                model.create(source, target);
              }
            });
    go.disableProperty().bind(from.valueProperty().isNull().or(to.valueProperty().isNull()));
    HBox line =
        new HBox(8, Nodes.label(texts.of("mapping.new.choose")), from, Nodes.label("→"), to, go);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static ComboBox<String> objects(String id, String name, List<SchemaObject> objects) {
    ComboBox<String> box = new ComboBox<>();
    box.setId(id);
    box.setPromptText(name);
    box.setAccessibleText(name);
    box.getItems().setAll(objects.stream().map(SchemaObject::name).sorted().toList());
    return box;
  }

  private static final class PairCell extends ListCell<ObjectPair> {
    private final Label names = new Label();
    private final Label why = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label score = new Label();
    private final HBox line;
    private final Texts texts;

    PairCell(Texts texts) {
      this.texts = texts;
      names.getStyleClass().add("pane-title");
      why.getStyleClass().add("field-label");
      bar.setPrefWidth(80);
      bar.getStyleClass().add("small");
      bar.setMouseTransparent(true);
      score.setMinWidth(Region.USE_PREF_SIZE);
      VBox text = new VBox(names, why);
      text.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(text, Priority.ALWAYS);
      line = new HBox(10, text, bar, score);
      line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable ObjectPair pair, boolean empty) {
      super.updateItem(pair, empty);
      setText(null);
      if (empty || pair == null) {
        setGraphic(null);
        return;
      }
      names.setText(pair.source() + " → " + pair.target());
      why.setText(texts.of(pair.because()));
      bar.setProgress(pair.score());
      score.setText(texts.score(pair.score()));
      setGraphic(line);
      setAccessibleText(
          texts.of("mapping.new.pair", names.getText(), score.getText(), texts.of(pair.because())));
    }
  }
}
