package dev.crosswalk.app.studio.mapping.code;

import dev.crosswalk.engine.text.YamlCompletion.Completion;
import dev.crosswalk.engine.text.YamlCompletion.Option;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Screen;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/**
 * Offers what may stand at the caret of a code area or a line of text: while a word is typed, and
 * at Ctrl+Space. The keyboard stays there; arrows choose, Enter or Tab takes, Esc closes.
 */
public final class CodeCompletion {
  private static final double ROW = 22;
  private static final int ROWS = 9;

  /** Between the line that is typed in and the list, in pixels. */
  private static final double GAP = 2;

  /** What completion needs to know of the place where somebody types. */
  private interface Typing {
    Node node();

    String text();

    int caret();

    void replace(int from, int to, String with);

    /** Where the list goes under, on the screen; null while nothing is shown. */
    @Nullable Bounds at();
  }

  private record AreaTyping(CodeArea node) implements Typing {
    @Override
    public String text() {
      return node.getText();
    }

    @Override
    public int caret() {
      return node.getCaretPosition();
    }

    @Override
    public void replace(int from, int to, String with) {
      node.replaceText(from, to, with);
    }

    @Override
    public @Nullable Bounds at() {
      return node.getCaretBounds().orElse(node.localToScreen(node.getBoundsInLocal()));
    }
  }

  private record LineTyping(TextField node) implements Typing {
    @Override
    public String text() {
      return node.getText();
    }

    @Override
    public int caret() {
      return node.getCaretPosition();
    }

    @Override
    public void replace(int from, int to, String with) {
      node.replaceText(from, to, with);
    }

    @Override
    public @Nullable Bounds at() {
      return node.localToScreen(node.getBoundsInLocal());
    }
  }

  private final Typing area;
  private final BiFunction<String, Integer, Completion> completer;
  private final Popup popup = new Popup();
  private final ListView<Option> list = new ListView<>();
  private final Label doc = new Label();
  private final VBox box = new VBox(4, list, doc);
  private int from;

  private CodeCompletion(
      Typing area, String name, BiFunction<String, Integer, Completion> completer) {
    this.area = area;
    this.completer = completer;
    list.setId("completion");
    list.setAccessibleText(name);
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setPrefWidth(360);
    list.getStyleClass().add("dense");
    list.setCellFactory(l -> new OptionCell());
    list.setOnMouseClicked(e -> take());
    doc.setWrapText(true);
    doc.setMaxWidth(360);
    doc.getStyleClass().add("field-label");
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(o -> {
          String words = o == null ? "" : o.doc();
          doc.setText(words);
          doc.setVisible(!words.isEmpty());
          doc.setManaged(!words.isEmpty());
        });
    box.getStyleClass().addAll("step-popup", "completion-popup");
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(false);
    area.node().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    // After what was typed is in the text.
    area.node().addEventFilter(KeyEvent.KEY_TYPED, e -> Platform.runLater(() -> typed(e)));
    area.node()
        .focusedProperty()
        .subscribe(is -> {
          if (!is) {
            popup.hide();
          }
        });
  }

  /**
   * Adds completion to an area.
   *
   * @param name of the list, for screen readers
   * @param completer gets the text and the caret; answers fast
   */
  public static void install(
      CodeArea area, String name, BiFunction<String, Integer, Completion> completer) {
    CodeCompletion made = new CodeCompletion(new AreaTyping(area), name, completer);
    area.getProperties().put(CodeCompletion.class, made);
  }

  /** The same for a line of text. */
  public static void install(
      TextField line, String name, BiFunction<String, Integer, Completion> completer) {
    CodeCompletion made = new CodeCompletion(new LineTyping(line), name, completer);
    line.getProperties().put(CodeCompletion.class, made);
  }

  private void pressed(KeyEvent e) {
    if (e.getCode() == KeyCode.SPACE && e.isControlDown()) {
      offer(true);
      e.consume();
      return;
    }
    if (!popup.isShowing()) {
      return;
    }
    switch (e.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(ROWS - 1);
      case PAGE_UP -> move(1 - ROWS);
      case ENTER, TAB -> take();
      case ESCAPE -> popup.hide();
      default -> {
        if (e.getCode().isNavigationKey()) {
          popup.hide();
        }
        return;
      }
    }
    e.consume();
  }

  private void typed(KeyEvent e) {
    String typed = e.getCharacter();
    if (e.isShortcutDown() || typed.isEmpty()) {
      return;
    }
    char c = typed.charAt(0);
    if (Character.isLetterOrDigit(c) || c == '$' || c == '_') {
      offer(false);
    } else if (popup.isShowing()) {
      if (c == '\b' || c == 127) {
        offer(false);
      } else {
        popup.hide();
      }
    }
  }

  private void offer(boolean asked) {
    if (!area.node().isFocused()) {
      return;
    }
    Completion completion = completer.apply(area.text(), area.caret());
    String word = area.text().substring(completion.from(), area.caret());
    boolean done =
        completion.options().size() == 1 && completion.options().getFirst().text().equals(word);
    if (completion.options().isEmpty() || !asked && (word.isEmpty() || done)) {
      popup.hide();
      return;
    }
    from = completion.from();
    list.getItems().setAll(completion.options());
    list.setPrefHeight(ROW * Math.min(ROWS, completion.options().size()) + 4);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    Bounds caret = area.at();
    if (caret != null && area.node().getScene() != null) {
      box.getStylesheets().setAll(area.node().getScene().getStylesheets());
      popup.show(area.node(), caret.getMinX(), caret.getMaxY() + GAP);
      besideLine(caret);
    }
  }

  /** At the lower edge of the screen it stands above the line, not over what is being typed. */
  private void besideLine(Bounds caret) {
    double height = box.prefHeight(-1);
    double lowest =
        Screen.getScreensForRectangle(caret.getMinX(), caret.getMinY(), 1, 1).stream()
            .mapToDouble(screen -> screen.getVisualBounds().getMaxY())
            .findFirst()
            .orElse(Double.MAX_VALUE);
    if (caret.getMaxY() + GAP + height > lowest) {
      popup.setAnchorY(caret.getMinY() - GAP - height);
    }
  }

  private void move(int by) {
    int to = list.getSelectionModel().getSelectedIndex() + by;
    int at = Math.clamp(to, 0, Math.max(0, list.getItems().size() - 1));
    list.getSelectionModel().select(at);
    list.scrollTo(Math.max(0, at - ROWS / 2));
  }

  private void take() {
    Option option = list.getSelectionModel().getSelectedItem();
    popup.hide();
    if (option != null && from <= area.caret()) {
      area.replace(from, area.caret(), option.text());
    }
  }

  private static final class OptionCell extends ListCell<Option> {
    private final Label text = new Label();
    private final Label doc = new Label();
    private final HBox line = new HBox(12, text, doc);

    OptionCell() {
      text.getStyleClass().add("completion-text");
      text.setMinWidth(Label.USE_PREF_SIZE);
      doc.getStyleClass().add("field-label");
      doc.setMinWidth(0);
      HBox.setHgrow(doc, Priority.ALWAYS);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Option item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      text.setText(item.text());
      doc.setText(item.doc());
      setGraphic(line);
      setAccessibleText(item.text() + ", " + item.doc());
    }
  }
}
