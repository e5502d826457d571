package dev.crosswalk.app.studio;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.collections.ObservableList;
import javafx.scene.Node;
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
          if (isFileText(node)) {
            return;
          }
          add(texts, node.getAccessibleText());
          add(texts, node.getAccessibleHelp());
          if (node instanceof Labeled labeled) {
            add(texts, labeled.getText());
          }
          if (node instanceof Text text) {
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

  /** Lines of files and what is typed, which are what they are in every language. */
  private static boolean isFileText(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at != node && at instanceof TextInputControl
          || at.getStyleClass().contains("diff")
          || at.getClass().getName().contains("fxmisc")) {
        return true;
      }
    }
    return false;
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

  /** Those of a German window that hold an English word. */
  static Set<String> english(Parent root) {
    Set<String> english = of(root);
    english.removeIf(text -> !ENGLISH.matcher(text.replace("Golden Record", "")).find());
    return english;
  }
}
