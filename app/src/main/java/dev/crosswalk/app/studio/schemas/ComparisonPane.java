package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.schemas.Comparison.Side;
import dev.crosswalk.app.studio.shell.AttributeWords;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.drift.SchemaDiff;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a schema, line by line; what mappings use comes first. */
final class ComparisonPane extends VBox {

  private record Line(String kind, boolean used, String object, String field, String text) {}

  /**
   * @param onOpen gets object and field of a line that was chosen; the field may be empty
   */
  ComparisonPane(
      Comparison comparison,
      Texts texts,
      DateTimeFormatter time,
      BiConsumer<String, String> onOpen,
      Runnable onClose) {
    super(8);
    setId("comparison");
    getStyleClass().add("side-pane");
    setPrefWidth(384);
    Button close = Nodes.iconButton("mdi2c-close", texts.of("dialog.close"), onClose);
    HBox head = new HBox(8, Nodes.label(texts.of("compare.title"), "title-4"), Nodes.grow(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    Label between =
        Nodes.paragraph(
            texts.of(
                "compare.between",
                said(comparison.before(), texts, time),
                said(comparison.after(), texts, time)),
            "text-muted");
    List<Line> lines = lines(comparison, texts);
    Label count =
        Nodes.paragraph(
            comparison.used().isEmpty()
                ? texts.of("compare.count", lines.size())
                : texts.of(
                    "compare.countUsed", lines.size(), lines.stream().filter(Line::used).count()),
            "row-title");
    count.setId("comparison-count");
    ListView<Line> list = new ListView<>();
    list.setId("comparison-lines");
    list.setAccessibleText(texts.of("compare.title"));
    list.getStyleClass().add("edge-to-edge");
    list.getItems().setAll(lines);
    list.setPlaceholder(Nodes.label(texts.of("compare.nothing"), "text-muted"));
    list.setCellFactory(v -> new LineCell(texts, list));
    Runnable open =
        () -> {
          Line line = list.getSelectionModel().getSelectedItem();
          if (line != null) {
            onOpen.accept(line.object(), line.field());
          }
        };
    list.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) {
        open.run();
      }
    });
    list.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) {
        open.run();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, between, count, list);
    if (!comparison.unreviewed().isEmpty()) {
      Label unreviewed =
          Nodes.paragraph(
              texts.of("compare.unreviewed", String.join(", ", comparison.unreviewed())),
              "text-muted");
      unreviewed.setId("comparison-unreviewed");
      getChildren().add(3, unreviewed);
    }
  }

  private static String said(Side side, Texts texts, DateTimeFormatter time) {
    Instant at = side.takenAt();
    return at == null
        ? texts.of("compare.review", side.name())
        : side.name() + ", " + time.format(at);
  }

  private static List<Line> lines(Comparison comparison, Texts texts) {
    SchemaDiff diff = comparison.diff();
    List<Line> lines = new ArrayList<>();
    diff.addedObjects()
        .forEach(o -> lines.add(new Line("added", false, o, "", texts.of("compare.object", o))));
    diff.removedObjects()
        .forEach(o -> lines.add(new Line("removed", false, o, "", texts.of("compare.object", o))));
    for (FieldChange change : diff.fields()) {
      String name = change.object() + "." + change.field();
      boolean used = comparison.used().contains(name);
      String text =
          change.attributes().isEmpty()
              ? name
              : name + "\n" + AttributeWords.of(change, "\n", texts);
      String kind =
          switch (change.kind()) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case CHANGED -> "changed";
          };
      lines.add(new Line(kind, used, change.object(), change.field(), text));
    }
    lines.sort(Comparator.comparing(line -> !line.used()));
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
      VBox badges =
          new VBox(
              4,
              Nodes.badge(
                  texts.of("compare." + item.kind()),
                  switch (item.kind()) {
                    case "added" -> "good";
                    case "removed" -> "danger";
                    default -> "warning";
                  }));
      if (item.used()) {
        badges.getChildren().add(Nodes.badge(texts.of("compare.used"), "accent"));
      }
      Label text = Nodes.paragraph(item.text());
      HBox.setHgrow(text, Priority.ALWAYS);
      setGraphic(new HBox(8, badges, text));
    }
  }
}
