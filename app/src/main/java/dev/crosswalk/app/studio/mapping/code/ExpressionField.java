package dev.crosswalk.app.studio.mapping.code;

import dev.crosswalk.app.studio.shell.Pending;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.studio.shell.TypingPause;
import dev.crosswalk.engine.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * A small editor for one JSONata expression: coloured, with completion, and with what is wrong
 * underlined at its place and said under it. What cannot be read is handed over apart.
 */
public final class ExpressionField extends VBox {
  private static final Duration PAUSE = Duration.millis(450);
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<text>\"(?:[^\"\\\\]|\\\\.){0,4000}\"|'(?:[^'\\\\]|\\\\.){0,4000}')"
              + "|(?<word>\\$[A-Za-z_]\\w{0,60})"
              + "|(?<number>\\b\\d+(?:\\.\\d+)?\\b)"
              + "|(?<mark>[{}\\[\\]().,:?&+*/<>=~|^%-])");

  private final Texts texts;
  private final CodeArea area = new CodeArea();
  private final Label fault = new Label();
  private final boolean blankIsRead;
  private final Hands hands;
  private final TypingPause pause = new TypingPause(PAUSE, this::give);
  private String given;

  /** Takes what is typed. */
  public interface Hands {

    /** Each state that can be read, while typing goes on. */
    void typed(String text);

    /** What can be read, after a pause or when the focus goes. */
    void changed(String text);

    /** What cannot be read, at the same times. */
    void unread(String text, Problem why);
  }

  /**
   * @param id of the area
   * @param name for screen readers
   * @param blankIsRead whether no expression at all is a value, too
   */
  public ExpressionField(
      String id,
      String name,
      String value,
      boolean blankIsRead,
      ExpressionHelp help,
      Texts texts,
      Hands hands) {
    this.blankIsRead = blankIsRead;
    this.hands = hands;
    this.given = value;
    getStyleClass().add("expression-field");
    area.setId(id);
    area.setAccessibleText(name);
    area.getStyleClass().addAll("yaml-area", "expression-area");
    area.setWrapText(true);
    area.setPrefHeight(46);
    area.setMinHeight(46);
    area.replaceText(value);
    area.moveTo(0);
    area.getUndoManager().forgetHistory();
    fault.setId(id + "-fault");
    fault.getStyleClass().add("danger-text");
    fault.setWrapText(true);
    fault.setMinHeight(USE_PREF_SIZE);
    getChildren().setAll(area, fault);
    this.texts = texts;
    CodeCompletion.install(area, texts.of("mapping.code.completion"), help::complete);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::tab);
    area.plainTextChanges()
        .subscribe(change -> {
          if (check().isEmpty()) {
            hands.typed(area.getText());
          }
          pause.typed();
        });
    Pending.givesBy(area, this::give);
    area.focusedProperty()
        .addListener((o, was, is) -> {
          if (!is) {
            give();
          }
        });
    check();
  }

  /** Tab leaves the field, since an expression needs none; so the keyboard is not caught in it. */
  private void tab(KeyEvent e) {
    if (e.getCode() == KeyCode.TAB && !e.isConsumed()) {
      e.consume();
      area.requestFocusTraversal(
          e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  private void give() {
    pause.stop();
    String text = area.getText();
    if (!text.equals(given)) {
      given = text;
      check().ifPresentOrElse(f -> hands.unread(text, f.problem()), () -> hands.changed(text));
    }
  }

  /** Colours the text and marks the fault, which it answers; empty where it can be read. */
  private Optional<ExpressionHelp.Fault> check() {
    String text = area.getText();
    Optional<ExpressionHelp.Fault> found =
        text.isBlank() && blankIsRead ? Optional.empty() : ExpressionHelp.fault(text);
    fault.setText(found.map(f -> texts.of(f.problem()).toString()).orElse(""));
    fault.setVisible(found.isPresent());
    fault.setManaged(found.isPresent());
    if (!text.isEmpty()) {
      area.setStyleSpans(0, spans(text));
      found.ifPresent(f -> {
        int at = Math.clamp(f.at(), 0, text.length() - 1);
        area.setStyle(at, wordEnd(text, at), List.of("yaml-wrong"));
      });
    }
    return found;
  }

  private static int wordEnd(String text, int at) {
    int end = at + 1;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static StyleSpans<Collection<String>> spans(String text) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    Matcher matcher = PARTS.matcher(text);
    int at = 0;
    while (matcher.find()) {
      spans.add(List.of(), matcher.start() - at);
      String style =
          matcher.group("text") != null
              ? "yaml-text"
              : matcher.group("word") != null
                  ? "yaml-key"
                  : matcher.group("number") != null ? "yaml-number" : "yaml-mark";
      spans.add(List.of(style), matcher.end() - matcher.start());
      at = matcher.end();
    }
    spans.add(List.of(), text.length() - at);
    return spans.create();
  }
}
