package dev.crosswalk.app.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** What can be told of a laid-out scene without anybody looking: names, colours, cut-off texts. */
final class Looks {
  private static final double LARGE = 24;
  private static final double LARGE_BOLD = 18.66;

  /** Pixels that a border or a rounded corner may stand out. */
  private static final double SLACK = 2;

  private Looks() {}

  /** Every node that is shown, with what it is made of. */
  static void walk(Node node, Consumer<Node> each) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    each.accept(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, each));
    }
  }

  /** Controls that take the keyboard and have no name for a screen reader. */
  static List<String> nameless(Parent root) {
    List<Node> labelled = new ArrayList<>();
    walk(
        root,
        node -> {
          if (node instanceof Label label && label.getLabelFor() != null) {
            labelled.add(label.getLabelFor());
          }
        });
    List<String> nameless = new ArrayList<>();
    walk(
        root,
        node -> {
          if (node instanceof Control control
              && control.isFocusTraversable()
              && !control.isDisabled()
              && !labelled.contains(control)
              && name(control).isBlank()) {
            nameless.add(described(control));
          }
        });
    return nameless;
  }

  private static String name(Control control) {
    String said = control.getAccessibleText();
    if (said != null && !said.isBlank()) {
      return said;
    }
    return control instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
  }

  /** What is clicked but cannot be reached by keyboard: neither itself nor what it is in. */
  static List<String> mouseOnly(Parent root) {
    List<String> found = new ArrayList<>();
    walk(
        root,
        node -> {
          if (node.getOnMouseClicked() != null && !takesKeys(node)) {
            found.add(described(node));
          }
        });
    return found;
  }

  private static boolean takesKeys(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.isFocusTraversable() || at instanceof TextInputControl) {
        return true;
      }
    }
    return false;
  }

  /** Controls that look the same with the keyboard on them as without. */
  static List<String> unseenFocus(Parent root) {
    List<Control> controls = new ArrayList<>();
    walk(
        root,
        node -> {
          if (node instanceof Control control
              && control.isFocusTraversable()
              && !control.isDisabled()
              && control.getWidth() > 0) {
            controls.add(control);
          }
        });
    List<String> found = new ArrayList<>();
    for (Control control : controls) {
      int[] before = picture(control);
      focus(root, control, true);
      int[] after = picture(control);
      focus(root, control, false);
      if (java.util.Arrays.equals(before, after)) {
        found.add(described(control));
      }
    }
    return found;
  }

  private static void focus(Parent root, Control control, boolean on) {
    control.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), on);
    control.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), on);
    root.applyCss();
    root.layout();
  }

  /** What a control looks like by itself, its effects included. */
  private static int[] picture(Control control) {
    WritableImage image = control.snapshot(new SnapshotParameters(), null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  /** Inputs whose prompt is gone, or pale, as soon as the keyboard is in them while empty. */
  static List<String> silentPrompts(Parent root) {
    List<TextField> fields = new ArrayList<>();
    walk(
        root,
        node -> {
          if (node instanceof TextField field
              && field.getWidth() > 0
              && field.getText().isEmpty()
              && field.getPromptText() != null
              && !field.getPromptText().isBlank()) {
            fields.add(field);
          }
        });
    List<String> found = new ArrayList<>();
    for (TextField field : fields) {
      focus(root, field, true);
      boolean[] said = new boolean[1];
      walk(
          field,
          node ->
              said[0] |=
                  node instanceof Text text
                      && text.getText().equals(field.getPromptText())
                      && text.getFill() instanceof Color ink
                      && contrast(ink, behind(field)) >= 4.5);
      focus(root, field, false);
      if (!said[0]) {
        found.add(described(field) + " \"" + field.getPromptText() + "\"");
      }
    }
    return found;
  }

  /** Controls of which a part lies outside of what they are in, with nothing to scroll there. */
  static List<String> outOfReach(Parent root) {
    List<String> found = new ArrayList<>();
    walk(
        root,
        node -> {
          if (node instanceof Control control
              && control.isFocusTraversable()
              && !control.isDisabled()
              && control.getWidth() > 0
              && !isWhole(control)) {
            found.add(described(control));
          }
        });
    return found;
  }

  private static boolean isWhole(Node control) {
    Bounds whole = control.localToScene(control.getLayoutBounds());
    for (Node at = control.getParent(); at != null; at = at.getParent()) {
      if (at instanceof VirtualFlow<?>) {
        return true;
      }
      if (at.getParent() != null && at.getParent().getStyleClass().contains("viewport")) {
        // What stands in it can be scrolled to; what scrolls it must itself be whole.
        return isWhole(at.getParent().getParent());
      }
      Bounds room = at.localToScene(at.getLayoutBounds());
      if (at instanceof Region
          && (whole.getMinX() < room.getMinX() - SLACK
              || whole.getMinY() < room.getMinY() - SLACK
              || whole.getMaxX() > room.getMaxX() + SLACK
              || whole.getMaxY() > room.getMaxY() + SLACK)) {
        return false;
      }
    }
    return true;
  }

  /** Texts that end in an ellipsis and that no tooltip says whole. */
  static List<String> cutOff(Parent root) {
    List<String> found = new ArrayList<>();
    walk(
        root,
        node -> {
          if (node instanceof Labeled labeled
              && labeled.getText() != null
              && labeled.getWidth() > 0
              && !hasTooltip(labeled)) {
            for (Node child : labeled.getChildrenUnmodifiable()) {
              if (child instanceof Text text
                  && text.getText().endsWith(labeled.getEllipsisString())
                  && !labeled.getText().endsWith(labeled.getEllipsisString())) {
                found.add(described(labeled) + " shows \"" + text.getText() + "\"");
              }
            }
          }
        });
    return found;
  }

  private static boolean hasTooltip(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof Control control && control.getTooltip() != null) {
        return true;
      }
    }
    return false;
  }

  /** Texts whose contrast with what is behind them is below WCAG 2.2 AA (1.4.3). */
  static List<String> pale(Parent root) {
    List<String> found = new ArrayList<>();
    walk(
        root,
        node -> {
          if (node instanceof Labeled labeled
              && labeled.getText() != null
              && !labeled.getText().isBlank()
              && labeled.getWidth() > 0
              && !isDisabled(labeled)
              && labeled.getTextFill() instanceof Color ink) {
            double contrast = contrast(ink, behind(labeled));
            if (contrast < (isLarge(labeled.getFont()) ? 3 : 4.5) - 0.005) {
              found.add(
                  "%s: %s on %s is %.2f"
                      .formatted(described(labeled), ink, behind(labeled), contrast));
            }
          }
        });
    return found;
  }

  private static boolean isDisabled(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.isDisabled() || at.getOpacity() < 1) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLarge(Font font) {
    boolean bold = font.getStyle().toLowerCase(java.util.Locale.ROOT).contains("bold");
    return font.getSize() >= (bold ? LARGE_BOLD : LARGE);
  }

  /** The colour behind a node: its own and its ancestors' fills, laid over each other. */
  private static Color behind(Node node) {
    List<Color> layers = new ArrayList<>();
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof Region region && region.getBackground() != null) {
        List<BackgroundFill> fills = region.getBackground().getFills();
        for (int i = fills.size() - 1; i >= 0; i--) {
          Paint paint = fills.get(i).getFill();
          if (paint instanceof Color colour && colour.getOpacity() > 0) {
            layers.add(colour);
            if (colour.isOpaque()) {
              return blended(layers);
            }
          }
        }
      }
    }
    layers.add(Color.WHITE);
    return blended(layers);
  }

  /**
   * @param layers the topmost first, the last opaque
   */
  private static Color blended(List<Color> layers) {
    Color below = layers.getLast();
    for (int i = layers.size() - 2; i >= 0; i--) {
      Color over = layers.get(i);
      double a = over.getOpacity();
      below =
          Color.color(
              over.getRed() * a + below.getRed() * (1 - a),
              over.getGreen() * a + below.getGreen() * (1 - a),
              over.getBlue() * a + below.getBlue() * (1 - a));
    }
    return below;
  }

  /** WCAG 2.2, relative luminance and contrast ratio. */
  static double contrast(Color ink, Color behind) {
    Color seen = ink.isOpaque() ? ink : blended(List.of(ink, behind));
    double one = luminance(seen);
    double other = luminance(behind);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static String described(Node node) {
    String text = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
    String id = node.getId() == null ? "" : "#" + node.getId();
    return node.getClass().getSimpleName()
        + id
        + "."
        + String.join(".", node.getStyleClass())
        + text;
  }
}
