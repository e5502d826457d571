package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.drift.SchemaDiff;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What changed between two snapshots, line by line. */
final class ComparisonPane extends VBox {

  private record Line(String kind, String text) {}

  ComparisonPane(
      SchemasModel.Comparison comparison, Texts texts, DateTimeFormatter time, Runnable onClose) {
    super(8);
    setId("comparison");
    getStyleClass().add("side-pane");
    setPrefWidth(360);
    Button close = Nodes.iconButton("mdi2c-close", texts.of("dialog.close"), onClose);
    HBox head = new HBox(8, Nodes.label(texts.of("compare.title"), "title-4"), Nodes.grow(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    Label between =
        Nodes.paragraph(
            texts.of(
                "compare.between",
                time.format(comparison.before().takenAt()),
                time.format(comparison.after().takenAt())),
            "text-muted");
    ListView<Line> list = new ListView<>();
    list.setId("comparison-lines");
    list.setAccessibleText(texts.of("compare.title"));
    list.getStyleClass().add("edge-to-edge");
    list.getItems().setAll(lines(comparison.diff(), texts));
    list.setPlaceholder(Nodes.label(texts.of("compare.nothing"), "text-muted"));
    list.setCellFactory(v -> new LineCell(texts, list));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, between, list);
  }

  private static List<Line> lines(SchemaDiff diff, Texts texts) {
    List<Line> lines = new ArrayList<>();
    diff.addedObjects().forEach(o -> lines.add(new Line("added", texts.of("compare.object", o))));
    diff.removedObjects()
        .forEach(o -> lines.add(new Line("removed", texts.of("compare.object", o))));
    for (FieldChange change : diff.fields()) {
      String name = change.object() + "." + change.field();
      switch (change.kind()) {
        case ADDED -> lines.add(new Line("added", name));
        case REMOVED -> lines.add(new Line("removed", name));
        case CHANGED ->
            lines.add(
                new Line(
                    "changed",
                    name
                        + "\n"
                        + change.attributes().stream()
                            .map(a -> a.attribute() + ": " + a.before() + " → " + a.after())
                            .collect(Collectors.joining("\n"))));
      }
    }
    return lines;
  }

  private static final class LineCell extends ListCell<Line> {
    private final Texts texts;

    LineCell(Texts texts, ListView<Line> list) {
      this.texts = texts;
      prefWidthProperty().bind(list.widthProperty().subtract(24));
      setMaxWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable Line item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      Label badge =
          Nodes.badge(
              texts.of("compare." + item.kind()),
              switch (item.kind()) {
                case "added" -> "good";
                case "removed" -> "danger";
                default -> "warning";
              });
      Label text = Nodes.paragraph(item.text());
      HBox.setHgrow(text, Priority.ALWAYS);
      setGraphic(new HBox(8, badge, text));
    }
  }
}
