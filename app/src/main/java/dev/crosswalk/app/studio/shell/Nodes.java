package dev.crosswalk.app.studio.shell;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small nodes that every place uses, so that they look and behave alike. */
public final class Nodes {
  private static final PseudoClass HAS_KEYBOARD = PseudoClass.getPseudoClass("has-keyboard");

  private static final double ONE_LINE = 10_000;

  private Nodes() {}

  /** A flat button with an icon only; its name is its tooltip and what a screen reader says. */
  public static Button iconButton(String icon, String name, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(e -> action.run());
    return button;
  }

  /** A button with a mnemonic in its text ({@code _Save}). */
  public static Button button(String text, @Nullable String icon, Runnable action) {
    Button button = icon == null ? new Button(text) : new Button(text, new FontIcon(icon));
    button.setMnemonicParsing(true);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  /** The one button of a place that does its main thing. */
  public static Button mainButton(String text, @Nullable String icon, Runnable action) {
    Button button = button(text, icon, action);
    button.getStyleClass().add("accent");
    return button;
  }

  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** The name of an input, for eyes and for screen readers. */
  public static Label fieldLabel(String text, Node input) {
    Label label = label(text, "field-label");
    label.setLabelFor(input);
    input.setAccessibleText(text);
    return label;
  }

  /** A label that breaks into lines rather than being cut off. */
  public static Label paragraph(String text, String... styles) {
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A small rounded word such as {@code required}; its colour is never its only sign. */
  public static Label badge(String text, String kind) {
    Label badge = label(text, "badge", "badge-" + kind);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    return badge;
  }

  public static Region grow() {
    Region region = new Region();
    HBox.setHgrow(region, Priority.ALWAYS);
    VBox.setVgrow(region, Priority.ALWAYS);
    return region;
  }

  /** The line at the head of a place: title at the left, buttons at the right. */
  public static HBox placeHeader(String title, Node... buttons) {
    Label heading = label(title, "title-3");
    heading.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = new HBox(8, heading, flow(buttons));
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("place-header");
    return box;
  }

  /** What an empty place shows: what it is for, what to do next, and the button to do it. */
  public static VBox empty(String icon, String title, String text, Node... buttons) {
    FontIcon image = new FontIcon(icon);
    image.getStyleClass().add("empty-icon");
    Label words = paragraph(text, "text-muted");
    words.setMaxWidth(440);
    words.getStyleClass().add("empty-text");
    words.setAlignment(Pos.CENTER);
    HBox row = new HBox(8, buttons);
    row.setAlignment(Pos.CENTER);
    VBox box = new VBox(16, image, label(title, "title-4"), words, row);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("empty");
    VBox.setVgrow(box, Priority.ALWAYS);
    return box;
  }

  /** Whether a node is another one or inside it. */
  public static boolean isWithin(@Nullable Node node, Node outer) {
    Node at = node;
    while (at != null && at != outer) {
      at = at.getParent();
    }
    return at != null;
  }

  /**
   * Marks a pane for its style while the keyboard is in it. JavaFX's own {@code focus-within} stays
   * on where the node with the keyboard is taken out of the pane.
   */
  public static void markKeyboard(Node pane) {
    pane.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .map(owner -> isWithin(owner, pane))
        .orElse(false)
        .subscribe(is -> pane.pseudoClassStateChanged(HAS_KEYBOARD, is));
  }

  /** Scrolls a pane up or down to a node in it, as far as that is out of sight. */
  public static void reveal(ScrollPane pane, Node node) {
    Node content = pane.getContent();
    if (!isWithin(node, content)) {
      return;
    }
    double shown = pane.getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - shown;
    if (hidden <= 0) {
      return;
    }
    Bounds at = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double top = pane.getVvalue() * hidden;
    if (at.getMinY() < top || at.getHeight() > shown) {
      pane.setVvalue(at.getMinY() / hidden);
    } else if (at.getMaxY() > top + shown) {
      pane.setVvalue((at.getMaxY() - shown) / hidden);
    }
  }

  /** Nodes in a line that goes on below where it has no room, at the right end. */
  public static FlowPane flow(Node... nodes) {
    FlowPane flow = new FlowPane(8, 8, nodes);
    // Asked for its height without a width, a flow answers for this length: one line at first, and
    // then as many as it has.
    flow.setPrefWrapLength(ONE_LINE);
    flow.widthProperty()
        .subscribe(w -> flow.setPrefWrapLength(w.doubleValue() > 0 ? w.doubleValue() : ONE_LINE));
    flow.setAlignment(Pos.CENTER_RIGHT);
    flow.setMinWidth(0);
    HBox.setHgrow(flow, Priority.ALWAYS);
    return flow;
  }

  /** Shows a node only while another one is at least so wide, in pixels. */
  public static void showFrom(Node node, Region beside, double width) {
    beside.widthProperty().subscribe(w -> setShown(node, w.doubleValue() >= width));
  }

  /** Shows a node and gives it room, or neither. */
  public static void setShown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** The first node that takes text or a choice, depth first; null if there is none. */
  static @Nullable Node firstInput(Node node) {
    if (node instanceof TextInputControl
        || node instanceof ComboBoxBase<?>
        || node instanceof ChoiceBox<?>
        || node instanceof CheckBox) {
      return node.isDisabled() ? null : node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = firstInput(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
