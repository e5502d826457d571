package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.transform.Declaration;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** One step: its name, its form, and its documentation with examples when asked for. */
final class StepCard extends VBox {

  /** What can be done with a step; positions start at 0. */
  interface Acts {
    void move(int from, int to);

    void remove(int which);

    void typed(int which, StepCall now);

    void set(int which, StepCall now);
  }

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop");

  private final int at;
  private final Acts acts;
  private boolean held;

  StepCard(
      int at, int count, StepCall call, @Nullable Declaration declaration, Texts texts, Acts acts) {
    super(2);
    this.at = at;
    this.acts = acts;
    getStyleClass().add("step-card");
    setId("step-card-" + at);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    setAccessibleText(texts.of("mapping.step.said", at + 1, count, call.name()));
    setAccessibleHelp(texts.of("mapping.step.keys"));
    setMinHeight(Region.USE_PREF_SIZE);
    FontIcon grip = new FontIcon(MaterialDesignD.DRAG_VERTICAL);
    Label handle = new Label(null, grip);
    handle.getStyleClass().add("step-handle");
    handle.setCursor(Cursor.MOVE);
    handle.setTooltip(new Tooltip(texts.of("mapping.step.drag")));
    Label title = new Label((at + 1) + ". " + call.name());
    title.getStyleClass().add("step-title");
    title.setMinWidth(USE_PREF_SIZE);
    String words =
        declaration == null ? texts.of("mapping.step.unknown") : texts.step(declaration.doc());
    Label doc = Inputs.muted(words);
    doc.setMaxWidth(Double.MAX_VALUE);
    doc.setMinWidth(0);
    doc.setTooltip(new Tooltip(words));
    HBox.setHgrow(doc, Priority.ALWAYS);
    ToggleButton more = new ToggleButton(null, new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
    more.getStyleClass().addAll("flat", "small", "button-icon");
    more.setId("step-help-" + at);
    more.setAccessibleText(texts.of("mapping.step.help", call.name()));
    more.setTooltip(new Tooltip(texts.of("mapping.step.help", call.name())));
    Button up =
        Inputs.icon(
            MaterialDesignA.ARROW_UP, texts.of("mapping.step.up"), () -> acts.move(at, at - 1));
    Button down =
        Inputs.icon(
            MaterialDesignA.ARROW_DOWN, texts.of("mapping.step.down"), () -> acts.move(at, at + 1));
    Button remove =
        Inputs.icon(
            MaterialDesignC.CLOSE,
            texts.of("mapping.step.remove", call.name()),
            () -> acts.remove(at));
    up.setDisable(at == 0);
    down.setDisable(at == count - 1);
    HBox head = new HBox(4, handle, title, doc, more, up, down, remove);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(head);
    if (declaration != null) {
      if (!declaration.parameters().isEmpty()) {
        getChildren()
            .add(
                new ParameterForm(
                    declaration, call, texts, c -> acts.typed(at, c), c -> acts.set(at, c)));
      }
      help(more, declaration, texts);
    }
    more.setDisable(declaration == null);
    drag(handle);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void help(ToggleButton more, Declaration declaration, Texts texts) {
    Label text = Inputs.paragraph(StepSearch.told(declaration, texts));
    text.getStyleClass().add("step-help");
    text.visibleProperty().bind(more.selectedProperty());
    text.managedProperty().bind(more.selectedProperty());
    getChildren().add(text);
  }

  private void drag(Label handle) {
    // The drag is noticed some pixels on, which may be beside the narrow handle.
    handle.setOnMousePressed(e -> held = true);
    addEventHandler(MouseEvent.MOUSE_RELEASED, e -> held = false);
    addEventHandler(
        MouseEvent.DRAG_DETECTED,
        e -> {
          if (held) {
            held = false;
            startFullDrag();
            e.consume();
          }
        });
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_ENTERED, e -> pseudoClassStateChanged(OVER, from(e) != null));
    addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, e -> pseudoClassStateChanged(OVER, false));
    addEventHandler(
        MouseDragEvent.MOUSE_DRAG_RELEASED,
        e -> {
          StepCard dragged = from(e);
          if (dragged != null) {
            acts.move(dragged.at, at);
          }
        });
  }

  /** The step that is being dragged; null where something else is. */
  private static @Nullable StepCard from(MouseDragEvent e) {
    return e.getGestureSource() instanceof StepCard card ? card : null;
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != this) {
      return;
    }
    switch (e.getCode()) {
      case UP -> {
        if (e.isAltDown()) {
          acts.move(at, at - 1);
          e.consume();
        }
      }
      case DOWN -> {
        if (e.isAltDown()) {
          acts.move(at, at + 1);
          e.consume();
        }
      }
      case DELETE, BACK_SPACE -> {
        acts.remove(at);
        e.consume();
      }
      default -> {}
    }
  }
}
