package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.app.studio.mapping.canvas.MappingBoard;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.mapping.inspector.InspectorPane;
import dev.crosswalk.app.studio.mapping.inspector.ResultPane;
import dev.crosswalk.app.studio.mapping.review.ReviewFold;
import dev.crosswalk.app.studio.mapping.review.ReviewPane;
import dev.crosswalk.app.studio.mapping.yaml.YamlPane;
import dev.crosswalk.app.studio.shell.Keys;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Overlay;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The mapping editor: its head, its panes, and the keys that work in all of them. */
public final class MappingEditorView extends BorderPane {

  /** What the editor asks of its place. */
  public interface Actions {
    void save();

    void preview();

    void close();

    /** What people call a customer; the id where that is not known. */
    default String nameOf(String customer) {
      return customer;
    }
  }

  /** Pixels of width from which the line about the samples has room in the head. */
  private static final double DATA_FITS = 1400;

  private static final double LAYER_LEAST = 96;
  private static final double ZOOM_FITS = 960;
  private static final double COVERAGE_FITS = 800;

  private static final PseudoClass CUSTOMER = PseudoClass.getPseudoClass("customer");

  private final MappingViewModel model;
  private final Texts texts;
  private final Actions actions;
  private final MappingBoard board;
  private final ReviewPane review;
  private final InspectorPane inspector;
  private final YamlPane yaml;
  private final ReviewFold fold = new ReviewFold();
  private final PaneFolds folds = new PaneFolds(fold);
  private final EditorPanes panes;
  private final Label title = new Label();
  private final Label coverage = new Label();
  private final Label layer = new Label();
  private final Label data = new Label();
  private final Button wrong = new Button();
  private final Button undo;
  private final Button redo;
  private final Button save;
  private boolean untouched;
  private boolean browsing;
  private String followed = "";

  /** Whether the keyboard is to go where work goes on as soon as a dialog gives it back. */
  private boolean owed;

  public MappingEditorView(MappingViewModel model, Actions actions) {
    this.model = model;
    this.texts = model.texts();
    this.actions = actions;
    getStyleClass().add("mapping-editor-view");
    board = new MappingBoard(model.board());
    inspector = new InspectorPane(model, folds::toggleBelow);
    review = new ReviewPane(model.review(), this::openSelected, folds::toggleReview);
    model.inspection().masked().subscribe(review::setMasked);
    yaml = new YamlPane(model);
    panes =
        new EditorPanes(board, review, fold, folds, texts, inspector, new ResultPane(model), yaml);
    this.undo = tool(MaterialDesignU.UNDO, texts.of("mapping.undo"), "undo", model::undo);
    redo = tool(MaterialDesignR.REDO, texts.of("mapping.redo"), "redo", model::redo);
    save = new Button(texts.of("mapping.save"));
    save.setId("save-mapping");
    save.getStyleClass().addAll("small", "accent");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setTooltip(new Tooltip(Keys.shown(Keys.SAVE, texts)));
    save.setOnAction(e -> actions.save());
    setTop(head());
    setCenter(panes);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(KeyEvent.KEY_PRESSED, this::back);
    model.typed().settleBy(this::settle);
    model.revision().subscribe(r -> show());
    model.review().waiting().subscribe(this::foldSoon);
    model
        .matching()
        .subscribe(m -> {
          show();
          review.setLooking(m);
          foldSoon();
          if (!m) {
            // The answer itself is taken up after this.
            Platform.runLater(this::focusIfFree);
          }
        });
    ChangeListener<Node> dialogs =
        (o, was, is) -> {
          if (owed && is != null && !Overlay.hasFocus(is.getScene())) {
            Platform.runLater(this::focusIfFree);
          }
        };
    sceneProperty()
        .addListener((o, was, is) -> {
          if (was != null) {
            was.focusOwnerProperty().removeListener(dialogs);
          }
          if (is != null) {
            is.focusOwnerProperty().addListener(dialogs);
          }
        });
    addEventFilter(MouseEvent.MOUSE_PRESSED, e -> untouched = false);
    model.onOpen(f -> {
      board.showSelection();
      openSelected();
    });
    model.review().selected().subscribe(this::follow);
    addEventFilter(ScrollEvent.SCROLL, e -> browsing = model.matching().get());
  }

  /**
   * The board goes where the review goes. It stays where it is when the same target is only ranked
   * anew, and where a person looks round while the first suggestions are still on their way.
   */
  private void follow(@Nullable Offer offer) {
    String target = offer == null ? "" : offer.target();
    if (!target.equals(followed) && !browsing) {
      board.showSelection();
    }
    followed = target;
    browsing = false;
  }

  private HBox head() {
    Button back =
        tool(MaterialDesignA.ARROW_LEFT, texts.of("mapping.all"), "all-mappings", actions::close);
    title.getStyleClass().add("title-4");
    title.setId("mapping-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    coverage.getStyleClass().add("field-label");
    coverage.setId("coverage");
    coverage.setMinWidth(0);
    layer.setId("mapping-layer");
    layer.getStyleClass().add("badge");
    // Whose mapping is edited must not go out of sight; it ends in "…" where room is short.
    layer.setMinWidth(LAYER_LEAST);
    layer.setTooltip(new Tooltip(texts.of("mapping.layer.tip")));
    data.setId("mapping-data");
    data.getStyleClass().add("field-label");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button again =
        tool(MaterialDesignA.AUTO_FIX, texts.of("mapping.suggestAgain"), "suggest", model::suggest);
    Button smaller =
        tool(
            MaterialDesignM.MAGNIFY_MINUS_OUTLINE,
            Keys.with(texts.of("mapping.board.smaller"), Keys.SMALLER, texts),
            "smaller",
            () -> model.board().zoom(-1));
    Button larger =
        tool(
            MaterialDesignM.MAGNIFY_PLUS_OUTLINE,
            Keys.with(texts.of("mapping.board.larger"), Keys.LARGER, texts),
            "larger",
            () -> model.board().zoom(1));
    wrong.setId("mapping-wrong");
    wrong.getStyleClass().addAll("small", "danger", "button-outlined");
    wrong.setGraphic(new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
    wrong.setMinWidth(Region.USE_PREF_SIZE);
    wrong.setTooltip(new Tooltip(texts.of("mapping.wrongTip")));
    wrong.setOnAction(e -> nextWrong());
    Button preview =
        new Button(texts.of("mapping.preview"), new FontIcon(MaterialDesignC.CHEVRON_RIGHT));
    preview.setId("to-preview");
    preview.getStyleClass().add("small");
    preview.setMinWidth(Region.USE_PREF_SIZE);
    preview.setOnAction(e -> actions.preview());
    HBox head =
        new HBox(
            8, back, title, layer, coverage, data, gap, wrong, again, smaller, larger, undo, redo,
            preview, save);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("mapping-head");
    // Whose samples they are is shown where there is room for all of it, else on the title.
    data.setMinWidth(Region.USE_PREF_SIZE);
    Nodes.showFrom(data, head, DATA_FITS);
    // A narrow head lets go first what the keyboard, the header or a tooltip says too.
    Nodes.showFrom(smaller, head, ZOOM_FITS);
    Nodes.showFrom(larger, head, ZOOM_FITS);
    Nodes.showFrom(coverage, head, COVERAGE_FITS);
    title.setTooltip(new Tooltip());
    title
        .getTooltip()
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    Stream.of(layer, coverage, data)
                        .map(Label::getText)
                        .filter(t -> !t.isEmpty())
                        .collect(Collectors.joining("\n")),
                layer.textProperty(),
                coverage.textProperty(),
                data.textProperty()));
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
    title.setText(
        model.context().map(c -> c.source().name() + " → " + c.target().name()).orElse("")
            + (model.unsaved() ? " •" : ""));
    layer.setText(model.context().map(this::layer).orElse(""));
    wrong.setVisible(model.faults().count() > 0);
    wrong.setManaged(model.faults().count() > 0);
    wrong.setText(texts.of("mapping.wrong", model.faults().count()));
    layer.pseudoClassStateChanged(
        CUSTOMER, model.context().filter(c -> !c.customer().isEmpty()).isPresent());
    data.setText(model.context().map(this::data).orElse(""));
    coverage.setText(
        model.coverage() + (model.matching().get() ? " · " + texts.of("mapping.looking") : ""));
    name(undo, texts.of("mapping.undo"), model.undoName(), Keys.UNDO);
    name(redo, texts.of("mapping.redo"), model.redoName(), Keys.REDO);
    save.setDisable(!model.unsaved());
  }

  /** {@code Base mapping, for all customers}, or whose overlay is edited. */
  private String layer(MappingContext c) {
    return c.customer().isEmpty()
        ? texts.of("mapping.layer.base")
        : texts.of("mapping.layer.customer", actions.nameOf(c.customer()));
  }

  /** Whose fields and samples the picture is drawn with. */
  private String data(MappingContext c) {
    return c.connection() == null
        ? ""
        : "· " + texts.of("mapping.data", c.records().size(), c.connection());
  }

  private void name(Button button, String verb, Optional<String> what, KeyCombination keys) {
    button.setDisable(what.isEmpty());
    String text = what.map(w -> verb + " " + w).orElse(verb);
    button.setAccessibleText(text);
    button.getTooltip().setText(Keys.with(text, keys, texts));
  }

  /** What was typed a moment ago belongs to what is saved. */
  private void settle() {
    inspector.settle();
    yaml.settle();
  }

  /** After all that is under way: a mapping that is being opened waits for its suggestions. */
  private void foldSoon() {
    Platform.runLater(this::foldReview);
  }

  private void foldReview() {
    fold.look(!model.review().waiting().isEmpty(), model.matching().get());
  }

  /** How the panes are arranged, in a word that {@link #recallPanes} understands. */
  String panesMemory() {
    return panes.memory();
  }

  void recallPanes(String memory) {
    panes.recall(memory);
  }

  private void openSelected() {
    work();
    inspector.focusEditor();
  }

  /** What a person works on gets its room at once, so that it can have the keyboard. */
  private void work() {
    folds.work();
    applyCss();
    layout();
  }

  private void toReview() {
    folds.review();
    applyCss();
    layout();
    review.focusList();
  }

  /** Esc goes back from the opened target to the suggestions that wait. */
  private void back(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE
        && folds.folded().get().working()
        && !model.review().waiting().isEmpty()
        && (within(e, inspector) || within(e, yaml))) {
      settle();
      toReview();
      e.consume();
    }
  }

  private void key(KeyEvent e) {
    untouched = false;
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
    } else if (e.getCode() == KeyCode.F8) {
      nextWrong();
      e.consume();
    }
  }

  private boolean within(KeyEvent e, Node pane) {
    return e.getTarget() instanceof Node node && Nodes.isWithin(node, pane);
  }

  /** Scrolls the board to what is selected. */
  void showSelection() {
    board.showSelection();
  }

  /** Goes to the next target that is wrong, and to the button that mends it where there is one. */
  private void nextWrong() {
    model.nextWrong();
    board.showSelection();
    if (model.faults().count() > 0) {
      work();
    }
    if (!inspector.focusMend()) {
      board.focusList(Side.TARGET);
    }
  }

  /** F6 walks through the panes, as desktop tools do. */
  private void cycle(int by) {
    List<Runnable> stops =
        List.of(
            () -> board.focusList(Side.SOURCE),
            () -> board.focusList(Side.TARGET),
            this::toReview,
            () -> {
              unfoldBelow();
              inspector.focusEditor();
            },
            () -> {
              unfoldBelow();
              yaml.lookup("#yaml").requestFocus();
            });
    List<String> ids = List.of("source-fields", "target-fields", "review", "inspector", "yaml");
    int at = -1;
    Node focus = getScene() == null ? null : getScene().getFocusOwner();
    while (focus != null && at < 0) {
      at = focus == review ? ids.indexOf("review") : ids.indexOf(String.valueOf(focus.getId()));
      focus = focus.getParent();
    }
    stops.get(Math.floorMod(at < 0 ? 0 : at + by, stops.size())).run();
  }

  private void unfoldBelow() {
    if (folds.folded().get().below()) {
      work();
    }
  }

  /**
   * Puts the keyboard where work goes on, and again when the suggestions are there, if nothing was
   * pressed in the meantime. A dialog that is open keeps it.
   */
  public void arrive() {
    untouched = true;
    folds.review();
    focusIfFree();
  }

  private void focusIfFree() {
    owed = untouched && getScene() != null && Overlay.hasFocus(getScene());
    if (untouched && getScene() != null && !owed) {
      // Split panes that were never laid out have no children yet.
      applyCss();
      layout();
      focusWork();
    }
  }

  /**
   * Puts the keyboard where work goes on: where somebody came for a target, to that; else to the
   * review where something waits, else to the fields.
   */
  public void focusWork() {
    String target = model.board().selectedTarget();
    Offer offer = model.review().selected().get();
    if (target != null && (offer == null || !offer.target().equals(target))) {
      board.focusList(Side.TARGET);
    } else if (model.review().waiting().isEmpty()) {
      board.focusList(Side.SOURCE);
    } else {
      review.focusList();
    }
  }
}
