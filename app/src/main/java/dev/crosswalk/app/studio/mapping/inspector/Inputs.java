package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.shell.Pending;
import dev.crosswalk.app.studio.shell.TypingPause;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small controls of the inspector, which say what changed after a short pause. */
final class Inputs {
  private static final Duration PAUSE = Duration.millis(450);

  private Inputs() {}

  static TextField text(String name, String value, Consumer<String> onChanged) {
    return text(name, value, typed -> {}, onChanged);
  }

  /**
   * @param onTyped gets every state at once, while typing goes on
   * @param onChanged gets what was typed after a pause, on Enter, or when the focus goes
   */
  static TextField text(
      String name, String value, Consumer<String> onTyped, Consumer<String> onChanged) {
    TextField field = new TextField(value);
    field.getStyleClass().add("small");
    field.setAccessibleText(name);
    field.textProperty().addListener((o, was, is) -> onTyped.accept(is));
    watch(field, onChanged);
    return field;
  }

  /** A button with a word on it, in the small size of the panes. */
  static Button button(String text, @Nullable String id, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  /**
   * Hands over what was typed after a pause, on Enter, or when the focus goes; see {@link
   * TypingPause} for who types without one.
   */
  static void watch(TextInputControl field, Consumer<String> onChanged) {
    watch(field, typed -> true, onChanged);
  }

  /**
   * The same, but a pause hands over only what is whole.
   *
   * @param whole whether a text can stand as it is while typing may go on
   */
  static void watch(TextInputControl field, Predicate<String> whole, Consumer<String> onChanged) {
    String[] last = {field.getText()};
    Runnable take =
        () -> {
          if (!last[0].equals(field.getText())) {
            last[0] = field.getText();
            onChanged.accept(field.getText());
          }
        };
    TypingPause pause =
        new TypingPause(
            PAUSE,
            () -> {
              if (whole.test(field.getText())) {
                take.run();
              }
            });
    Runnable give =
        () -> {
          pause.stop();
          take.run();
        };
    field.textProperty().addListener(o -> pause.typed());
    field
        .focusedProperty()
        .addListener((o, was, is) -> {
          if (!is) {
            give.run();
          }
        });
    if (field instanceof TextField line) {
      line.setOnAction(e -> give.run());
    }
    Pending.givesBy(field, give);
  }

  /** The node with an id under another one, depth first; ids of values may hold any character. */
  static Optional<Node> find(Node under, Predicate<String> id) {
    if (under.getId() instanceof String own && id.test(own)) {
      return Optional.of(under);
    }
    if (under instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Optional<Node> found = find(child, id);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  static ChoiceBox<String> choice(
      String name, List<String> words, @Nullable String value, Consumer<String> onChanged) {
    ChoiceBox<String> box = new ChoiceBox<>();
    box.getItems().setAll(words);
    box.setValue(value);
    box.setAccessibleText(name);
    box.getStyleClass().add("small");
    box.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          if (is != null) {
            onChanged.accept(is);
          }
        });
    return box;
  }

  static CheckBox flag(String name, boolean value, Consumer<Boolean> onChanged) {
    CheckBox box = new CheckBox(name);
    box.setWrapText(true);
    box.setMinHeight(Region.USE_PREF_SIZE);
    box.setSelected(value);
    box.setOnAction(e -> onChanged.accept(box.isSelected()));
    return box;
  }

  static Button icon(Ikon icon, String name, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("flat", "small", "button-icon");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(e -> action.run());
    return button;
  }

  static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("field-label");
    return label;
  }

  static Label name(String text) {
    Label label = muted(text);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  static Label paragraph(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
