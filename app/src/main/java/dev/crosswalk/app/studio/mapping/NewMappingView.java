package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Locale;
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
  private static final List<Dialogs.FileKind> KINDS =
      List.of(
          new Dialogs.FileKind(
              "JSON Schema, OpenAPI, SQL, CSV", List.of("json", "yaml", "yml", "sql", "csv")));

  private final NewMappingModel model;
  private final Dialogs dialogs;
  private final Runnable toConnections;
  private final Runnable back;
  private final ListView<ObjectPair> pairs = new ListView<>();

  NewMappingView(NewMappingModel model, Dialogs dialogs, Runnable toConnections, Runnable back) {
    this.model = model;
    this.dialogs = dialogs;
    this.toConnections = toConnections;
    this.back = back;
    pairs.setId("object-pairs");
    pairs.setAccessibleText("Object pairs, best first");
    pairs.setCellFactory(l -> new PairCell());
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
    setTop(
        Nodes.placeHeader("New mapping", Nodes.button("_All mappings", "mdi2a-arrow-left", back)));
    model.revision().subscribe(r -> show());
  }

  private void start() {
    ObjectPair pair = pairs.getSelectionModel().getSelectedItem();
    if (pair != null) {
      model.create(pair.source(), pair.target());
    }
  }

  private void show() {
    if (model.loading()) {
      setCenter(
          Nodes.empty(
              "mdi2c-compare",
              "Comparing objects",
              "Every object of the connection is held against the target model."));
    } else if (model.connections().isEmpty()) {
      setCenter(
          Nodes.empty(
              "mdi2c-connection",
              "No schema to map from yet",
              "Connect to a CRM, or to the sandbox, and discover its objects. Then come back.",
              Nodes.mainButton("_Connect", "mdi2c-connection", toConnections)));
    } else if (model.target().objects().isEmpty()) {
      setCenter(
          Nodes.empty(
              "mdi2t-target",
              "No target model yet",
              "The target is your own product's data model. Import it from JSON Schema, OpenAPI,"
                  + " SQL or a CSV header, or make an object here.",
              importButton(true),
              makeButton()));
    } else {
      setCenter(choice());
    }
  }

  private Button importButton(boolean main) {
    Runnable run = () -> dialogs.openFile("Import a target model", KINDS, model::importTarget);
    Button button =
        main
            ? Nodes.mainButton("_Import…", "mdi2i-import", run)
            : Nodes.button("_Import…", "mdi2i-import", run);
    button.setId("target-import");
    return button;
  }

  private Button makeButton() {
    Button button =
        Nodes.button(
            "Make an _object…",
            "mdi2p-plus",
            () -> {
              TargetObjectForm form = new TargetObjectForm();
              dialogs.form(
                  new Dialogs.Form("Target object", form, "Add object", form.valid()),
                  () -> model.addTarget(form.object()));
            });
    button.setId("target-make");
    return button;
  }

  private Node choice() {
    ComboBox<String> connection = new ComboBox<>();
    connection.setId("new-connection");
    connection.setAccessibleText("Connection");
    connection.getItems().setAll(model.connections());
    connection.setValue(model.connection());
    connection.setOnAction(e -> {
      if (connection.getValue() != null) {
        model.useConnection(connection.getValue());
      }
    });
    String target = model.target().system();
    HBox head =
        new HBox(
            8,
            Nodes.label("From"),
            connection,
            Nodes.label(
                "to the target model "
                    + target
                    + " ("
                    + model.target().objects().size()
                    + " objects)"),
            Nodes.grow(),
            importButton(false),
            makeButton());
    head.setAlignment(Pos.CENTER_LEFT);
    pairs.getItems().setAll(model.pairs());
    pairs.getSelectionModel().selectFirst();
    pairs.setPlaceholder(
        Nodes.paragraph("No two objects look alike. Choose them below.", "text-muted"));
    VBox.setVgrow(pairs, Priority.ALWAYS);
    Button start = Nodes.mainButton("_Start mapping", "mdi2a-arrow-right", this::start);
    start.setId("start-mapping");
    start.disableProperty().bind(pairs.getSelectionModel().selectedItemProperty().isNull());
    VBox box =
        new VBox(
            12,
            head,
            Nodes.label("Pairs that fit, best first", "pane-title"),
            pairs,
            start,
            byHand());
    box.getStyleClass().add("new-mapping");
    return box;
  }

  private HBox byHand() {
    ComboBox<String> from = objects("new-source", "Source object", model.sourceObjects());
    ComboBox<String> to = objects("new-target", "Target object", model.target().objects());
    Button go =
        Nodes.button(
            "Map _these two",
            null,
            () -> {
              String source = from.getValue();
              String target = to.getValue();
              if (source != null && target != null) {
                model.create(source, target);
              }
            });
    go.disableProperty().bind(from.valueProperty().isNull().or(to.valueProperty().isNull()));
    HBox line = new HBox(8, Nodes.label("Or choose:"), from, Nodes.label("→"), to, go);
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

    PairCell() {
      names.getStyleClass().add("pane-title");
      why.getStyleClass().add("field-label");
      bar.setPrefWidth(80);
      bar.getStyleClass().add("small");
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
      why.setText(pair.why());
      bar.setProgress(pair.score());
      score.setText(String.format(Locale.ROOT, "%.2f", pair.score()));
      setGraphic(line);
      setAccessibleText(names.getText() + ", score " + score.getText() + ". " + pair.why());
    }
  }
}
