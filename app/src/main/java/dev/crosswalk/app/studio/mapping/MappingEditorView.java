package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.canvas.MappingBoard;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.mapping.inspector.InspectorPane;
import dev.crosswalk.app.studio.mapping.inspector.ResultPane;
import dev.crosswalk.app.studio.mapping.review.ReviewPane;
import dev.crosswalk.app.studio.mapping.yaml.YamlPane;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The mapping editor: board, review, and inspector, result and YAML side by side. */
public final class MappingEditorView extends BorderPane {

  /** What the editor asks of its place. */
  public interface Actions {
    void save();

    void preview();

    void close();
  }

  private static final PseudoClass CUSTOMER = PseudoClass.getPseudoClass("customer");

  private final MappingViewModel model;
  private final Actions actions;
  private final MappingBoard board;
  private final ReviewPane review;
  private final InspectorPane inspector;
  private final YamlPane yaml;
  private final Label title = new Label();
  private final Label coverage = new Label();
  private final Label layer = new Label();
  private final Label data = new Label();
  private final Button undo;
  private final Button redo;
  private final Button save;

  public MappingEditorView(MappingViewModel model, Actions actions) {
    this.model = model;
    this.actions = actions;
    getStyleClass().add("mapping-editor-view");
    board = new MappingBoard(model.board());
    inspector = new InspectorPane(model);
    review = new ReviewPane(model.review(), this::openSelected);
    yaml = new YamlPane(model);
    undo = tool(MaterialDesignU.UNDO, "Undo", "undo", model::undo);
    redo = tool(MaterialDesignR.REDO, "Redo", "redo", model::redo);
    save = new Button("Save");
    save.setId("save-mapping");
    save.getStyleClass().addAll("small", "accent");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setTooltip(new Tooltip("Ctrl+S"));
    save.setOnAction(e -> actions.save());
    setTop(head());
    setCenter(panes());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.revision().subscribe(r -> show());
    model.matching().subscribe(m -> show());
    model.onOpen(f -> inspector.focusEditor());
    model.review().selected().subscribe(o -> board.showSelection());
  }

  private SplitPane panes() {
    SplitPane below = new SplitPane(inspector, new ResultPane(model), yaml);
    below.setDividerPositions(0.38, 0.64);
    below.setMinHeight(120);
    SplitPane all = new SplitPane(board, review, below);
    all.setOrientation(Orientation.VERTICAL);
    all.setDividerPositions(0.46, 0.70);
    all.getStyleClass().add("mapping-panes");
    return all;
  }

  private HBox head() {
    Button back = tool(MaterialDesignA.ARROW_LEFT, "All mappings", "all-mappings", actions::close);
    title.getStyleClass().add("title-4");
    title.setId("mapping-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    coverage.getStyleClass().add("field-label");
    coverage.setId("coverage");
    layer.setId("mapping-layer");
    layer.getStyleClass().add("badge");
    layer.setMinWidth(Region.USE_PREF_SIZE);
    layer.setTooltip(
        new Tooltip("Choose at the top whether the base mapping or a customer is edited."));
    data.setId("mapping-data");
    data.getStyleClass().add("field-label");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button again = tool(MaterialDesignA.AUTO_FIX, "Suggest again", "suggest", model::suggest);
    ToggleButton dense = new ToggleButton(null, new FontIcon(MaterialDesignF.FORMAT_LINE_SPACING));
    dense.setId("dense");
    dense.getStyleClass().addAll("small", "flat", "button-icon");
    dense.setAccessibleText("Small rows");
    dense.setTooltip(new Tooltip("Small rows"));
    dense.setOnAction(e -> board.setDense(dense.isSelected()));
    Button preview = new Button("Preview", new FontIcon(MaterialDesignC.CHEVRON_RIGHT));
    preview.setId("to-preview");
    preview.getStyleClass().add("small");
    preview.setMinWidth(Region.USE_PREF_SIZE);
    preview.setOnAction(e -> actions.preview());
    HBox head =
        new HBox(
            8, back, title, layer, coverage, data, gap, again, dense, undo, redo, preview, save);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("mapping-head");
    return head;
  }

  private static Button tool(Ikon icon, String name, String id, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll("small", "flat", "button-icon");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(e -> action.run());
    return button;
  }

  private void show() {
    Optional<MappingDraft> editor = model.editor();
    title.setText(
        model.context().map(c -> c.source().name() + " → " + c.target().name()).orElse("")
            + (editor.map(MappingDraft::dirty).orElse(false) ? " •" : ""));
    layer.setText(model.context().map(MappingContext::layer).orElse(""));
    layer.pseudoClassStateChanged(
        CUSTOMER, model.context().filter(c -> !c.customer().isEmpty()).isPresent());
    data.setText(model.context().map(MappingEditorView::data).orElse(""));
    coverage.setText(
        model.coverage() + (model.matching().get() ? " · looking for suggestions…" : ""));
    name(undo, "Undo", editor.flatMap(MappingDraft::undoName), " (Ctrl+Z)");
    name(redo, "Redo", editor.flatMap(MappingDraft::redoName), " (Ctrl+Shift+Z)");
    save.setDisable(!editor.map(MappingDraft::dirty).orElse(false));
  }

  /** Whose fields and samples the picture is drawn with. */
  private static String data(MappingContext c) {
    return c.connection() == null
        ? ""
        : "· fields and " + c.records().size() + " samples of " + c.connection();
  }

  private static void name(Button button, String verb, Optional<String> what, String keys) {
    button.setDisable(what.isEmpty());
    String text = what.map(w -> verb + " " + w).orElse(verb);
    button.setAccessibleText(text);
    button.getTooltip().setText(text + keys);
  }

  private void openSelected() {
    inspector.focusEditor();
  }

  private void key(KeyEvent e) {
    boolean typing = e.getTarget() instanceof TextInputControl || within(e, yaml);
    if (e.isShortcutDown()) {
      Runnable act =
          switch (e.getCode()) {
            case S -> actions::save;
            case Z -> typing ? null : e.isShiftDown() ? model::redo : model::undo;
            case Y -> typing ? null : model::redo;
            default -> null;
          };
      if (act != null) {
        act.run();
        e.consume();
      }
    } else if (e.getCode() == KeyCode.F6) {
      cycle(e.isShiftDown() ? -1 : 1);
      e.consume();
    }
  }

  private boolean within(KeyEvent e, Node pane) {
    Node at = e.getTarget() instanceof Node node ? node : null;
    while (at != null && at != pane) {
      at = at.getParent();
    }
    return at != null;
  }

  /** F6 walks through the panes, as desktop tools do. */
  private void cycle(int by) {
    List<Runnable> stops =
        List.of(
            () -> board.focusList(Side.SOURCE),
            () -> board.focusList(Side.TARGET),
            review::focusList,
            inspector::focusEditor,
            () -> yaml.lookup("#yaml").requestFocus());
    List<String> ids = List.of("source-fields", "target-fields", "review", "inspector", "yaml");
    int at = -1;
    Node focus = getScene() == null ? null : getScene().getFocusOwner();
    while (focus != null && at < 0) {
      at = ids.indexOf(String.valueOf(focus.getId()));
      focus = focus.getParent();
    }
    stops.get(Math.floorMod(at < 0 ? 0 : at + by, stops.size())).run();
  }

  /** Puts the keyboard where work goes on: the review where something waits, else the fields. */
  public void focusWork() {
    if (model.review().waiting().isEmpty()) {
      board.focusList(Side.SOURCE);
    } else {
      review.focusList();
    }
  }
}
