package dev.crosswalk.app.studio;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** All that a window says, to the eye and to a screen reader. */
final class ShownTexts {
  /** Words without which no English sentence is made, and that no German one has. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(the|of|and|with|from|this|that|these|not|nothing|is|are|has|have|to|for|by|be|it"
              + "|it's|its|which|where|what|when|only|empty|missing|value|values|records?|fields?)\\b",
          Pattern.CASE_INSENSITIVE);

  private ShownTexts() {}

  /** Every text, name and help of what is shown. */
  static Set<String> of(Parent root) {
    Set<String> texts = new TreeSet<>();
    Looks.walk(
        root,
        node -> {
          add(texts, node.getAccessibleText());
          add(texts, node.getAccessibleHelp());
          if (node instanceof Labeled labeled) {
            add(texts, labeled.getText());
          }
          if (node instanceof Text text && !(node.getParent() instanceof TextInputControl)) {
            add(texts, text.getText());
          }
          if (node instanceof TextInputControl input) {
            add(texts, input.getPromptText());
          }
          if (node instanceof Control control) {
            add(texts, control.getTooltip());
          }
          add(texts, node.getProperties().get("javafx.scene.control.Tooltip"));
          if (node instanceof MenuButton menu) {
            add(texts, menu.getItems());
          }
        });
    return texts;
  }

  private static void add(Set<String> texts, ObservableList<MenuItem> items) {
    items.forEach(item -> add(texts, item.getText()));
  }

  private static void add(Set<String> texts, @Nullable Object said) {
    String text =
        said instanceof Tooltip tooltip ? tooltip.getText() : said instanceof String s ? s : "";
    if (text != null && !text.isBlank()) {
      texts.add(text);
    }
  }

  /** Those that hold an English word. */
  static Set<String> english(Set<String> texts) {
    Set<String> english = new TreeSet<>(texts);
    english.removeIf(text -> !ENGLISH.matcher(text).find());
    return english;
  }
}
