package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.Steps;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** Finds a step by word, with its documentation and examples. */
final class StepSearch {
  private StepSearch() {}

  /** Opens under a node; calls back with the name of the step that was chosen. */
  static void show(Node under, Texts texts, Consumer<String> onChosen) {
    Popup popup = new Popup();
    popup.setAutoHide(true);
    TextField search = new TextField();
    search.setId("step-search");
    search.setPromptText(texts.of("mapping.step.search"));
    search.setAccessibleText(texts.of("mapping.step.search"));
    ListView<Declaration> list = new ListView<>();
    list.setId("step-list");
    list.setAccessibleText(texts.of("mapping.step.list"));
    list.setPrefSize(420, 220);
    list.setCellFactory(l -> new StepCell(texts));
    Label doc = Inputs.paragraph("");
    doc.setPrefWidth(420);
    doc.setMinHeight(72);
    doc.getStyleClass().add("field-label");
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(d -> doc.setText(d == null ? texts.of("mapping.step.none") : told(d, texts)));
    Runnable choose =
        () -> {
          Declaration chosen = list.getSelectionModel().getSelectedItem();
          if (chosen != null) {
            popup.hide();
            onChosen.accept(chosen.name());
          }
        };
    search.textProperty().subscribe(text -> fill(list, text, texts));
    search.setOnAction(e -> choose.run());
    search.addEventFilter(
        javafx.scene.input.KeyEvent.KEY_PRESSED,
        e -> {
          int by = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
          if (by != 0) {
            int to = list.getSelectionModel().getSelectedIndex() + by;
            list.getSelectionModel().select(Math.clamp(to, 0, list.getItems().size() - 1));
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
            e.consume();
          }
        });
    list.setOnMouseClicked(e -> choose.run());
    VBox box = new VBox(6, search, list, doc);
    box.getStyleClass().add("step-popup");
    box.getStylesheets().setAll(under.getScene().getStylesheets());
    popup.getContent().add(box);
    Bounds at = under.localToScreen(under.getBoundsInLocal());
    popup.show(under, at.getMinX(), at.getMaxY());
    search.requestFocus();
  }

  private static void fill(ListView<Declaration> list, String text, Texts texts) {
    String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    List<Declaration> hits =
        Steps.all().stream()
            .map(Step::declaration)
            .filter(d -> {
              String said = texts.step(d.title()) + " " + texts.step(d.doc());
              String all =
                  String.join(" ", d.name(), d.title(), d.doc(), said).toLowerCase(Locale.ROOT);
              return List.of(words).stream().allMatch(all::contains);
            })
            .sorted(Comparator.comparingInt(d -> rank(d, texts.step(d.title()), words[0])))
            .toList();
    list.getItems().setAll(hits);
    list.getSelectionModel().selectFirst();
  }

  /** Steps that are called so come first. */
  private static int rank(Declaration d, String title, String word) {
    return d.name().toLowerCase(Locale.ROOT).startsWith(word)
        ? 0
        : (d.title() + " " + title).toLowerCase(Locale.ROOT).contains(word) ? 1 : 2;
  }

  /** What the step does, and its examples, one a line: {@code "a" → "b"}. */
  static String told(Declaration declaration, Texts texts) {
    return declaration.examples().stream()
        .limit(3)
        .map(e -> example(e, texts))
        .collect(Collectors.joining("\n", texts.step(declaration.doc()) + "\n", ""));
  }

  private static String example(Example e, Texts texts) {
    String error = e.error();
    String parameters = e.parameters().isEmpty() ? "" : "   " + Values.shown(e.parameters());
    return Values.shown(e.input())
        + " → "
        + (error == null ? Values.shown(e.output()) : "✗ " + texts.record(error))
        + parameters;
  }

  private static final class StepCell extends ListCell<Declaration> {
    private final Texts texts;

    StepCell(Texts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable Declaration item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? null : item.name() + "   " + texts.step(item.title()));
    }
  }
}
