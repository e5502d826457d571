package dev.crosswalk.app.studio.mapping.review;

import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of waiting suggestions, decided on by keyboard or mouse. */
public final class ReviewPane extends BorderPane {
  private static final double ROW = 28;

  /** What one sees of the list however small the window is. */
  private static final int LEAST_ROWS = 2;

  /** Pixels of width from which the line of keys has room. */
  private static final double KEYS_FIT = 1650;

  private static final double PROGRESS_FITS = 1000;
  private static final double RISK_FITS = 860;

  private final ReviewModel model;
  private final Texts texts;
  private final Runnable onOpen;
  private final ListView<Offer> list = new ListView<>();
  private final Label nothing = new Label();
  private final OfferDetail detail;
  private final Button fold;
  private final HBox hint = new HBox();
  private final HBox acts = new HBox(8);
  private final Label risk = new Label();
  private boolean syncing;

  /** The target that was scrolled to, and its row then. */
  private String followed = "";

  private int followedAt = -1;

  /**
   * @param onOpen shows the selected target in the inspector
   * @param onFold folds the pane to its head, or opens it; see {@link #setFolded}
   */
  public ReviewPane(ReviewModel model, Runnable onOpen, Runnable onFold) {
    this.model = model;
    this.texts = model.texts();
    this.onOpen = onOpen;
    this.detail = new OfferDetail(model);
    this.fold = Nodes.iconButton("mdi2c-chevron-down", "", onFold);
    fold.setId("review-fold");
    fold.getStyleClass().add("small");
    fold.setOnKeyPressed(this::foldedKey);
    getStyleClass().add("review-pane");
    list.setId("review");
    list.setAccessibleText(texts.of("mapping.review.list"));
    list.getStyleClass().addAll("dense", "review-list");
    list.setFixedCellSize(ROW);
    list.setMinHeight(LEAST_ROWS * ROW);
    list.setItems(model.waiting());
    list.setCellFactory(l -> new OfferCell(texts));
    nothing.getStyleClass().add("field-label");
    setLooking(false);
    list.setPlaceholder(nothing);
    setTop(head());
    setCenter(list);
    setBottom(detail);
    setFolded(false);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) {
        onOpen.run();
      }
    });
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          if (!syncing && is != null) {
            model.selected().set(is);
          }
        });
    model.selected().subscribe(o -> follow());
    model.waiting().subscribe(this::follow);
    // What is said of a suggestion takes more or fewer lines, and the list has what is left. Not in
    // the middle of a layout, in which nothing can be scrolled.
    list.heightProperty()
        .subscribe(h ->
            Platform.runLater(() -> {
              followed = "";
              follow();
            }));
  }

  /**
   * @param folded whether only the head is there, without what can be done with a suggestion
   */
  public void setFolded(boolean folded) {
    setCenter(folded ? null : list);
    setBottom(folded ? null : detail);
    Nodes.setShown(acts, !folded);
    Nodes.setShown(hint, !folded);
    fold.setGraphic(new FontIcon(folded ? "mdi2c-chevron-right" : "mdi2c-chevron-down"));
    String name = texts.of(folded ? "mapping.review.unfold" : "mapping.review.fold");
    fold.setAccessibleText(name);
    fold.getTooltip().setText(name);
  }

  /**
   * @param masked whether the values of records are hidden
   */
  public void setMasked(boolean masked) {
    detail.mask(masked);
  }

  /** On the strip, too, the last decision can be taken back by its key. */
  private void foldedKey(KeyEvent e) {
    if (e.getCode() == KeyCode.Z && !e.isShortcutDown() && !e.isAltDown()) {
      model.undo();
      e.consume();
    }
  }

  /**
   * @param looking whether suggestions are still being looked for
   */
  public void setLooking(boolean looking) {
    nothing.setText(texts.of(looking ? "mapping.review.looking" : "mapping.review.nothing"));
  }

  /**
   * Selects as the model does, and scrolls to it: but where the same suggestion was only ranked
   * anew, a person who has scrolled away from it stays there.
   */
  private void follow() {
    Offer offer = model.selected().get();
    String target = offer == null ? "" : offer.target();
    boolean there = !target.equals(followed) || inSight(followedAt);
    syncing = true;
    try {
      if (offer == null) {
        list.getSelectionModel().clearSelection();
      } else {
        int at = model.waiting().indexOf(offer);
        if (at >= 0 && at != list.getSelectionModel().getSelectedIndex()) {
          list.getSelectionModel().clearAndSelect(at);
          list.getFocusModel().focus(at);
        }
        int rows = Math.max(1, (int) (list.getHeight() / ROW) - 1);
        if (at >= 0 && there) {
          list.scrollTo(Math.max(0, at - rows / 2));
        }
        followedAt = at;
      }
    } finally {
      syncing = false;
    }
    followed = target;
  }

  private boolean inSight(int row) {
    return !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
        || flow.getFirstVisibleCell() == null
        || row >= flow.getFirstVisibleCell().getIndex()
            && row <= flow.getLastVisibleCell().getIndex();
  }

  private HBox head() {
    Label waiting = new Label();
    waiting.getStyleClass().add("pane-title");
    waiting.setId("review-waiting");
    waiting
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("mapping.review.waiting", model.waiting().size()), model.waiting()));
    waiting.setMinWidth(Region.USE_PREF_SIZE);
    Label progress = new Label();
    progress.setId("review-progress");
    progress.getStyleClass().add("field-label");
    progress.textProperty().bind(model.progress());
    progress.setMinWidth(Region.USE_PREF_SIZE);
    Label keys = new Label(texts.of("mapping.review.keys"));
    keys.getStyleClass().add("field-label");
    keys.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button accept =
        small(texts.of("mapping.review.accept"), "review-accept", () -> model.accept(0));
    accept.setTooltip(new Tooltip("A"));
    Button reject = small(texts.of("mapping.review.reject"), "review-reject", model::reject);
    reject.setTooltip(new Tooltip("R"));
    accept.disableProperty().bind(model.selected().isNull());
    reject.disableProperty().bind(model.selected().isNull());
    hint.getChildren().setAll(keys);
    hint.setAlignment(Pos.CENTER_LEFT);
    acts.getChildren().setAll(accept, reject);
    acts.getChildren().addAll(bulk());
    acts.setAlignment(Pos.CENTER_LEFT);
    HBox head = new HBox(8, fold, waiting, progress, hint, gap, acts);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("pane-head");
    // Half a sentence helps nobody: the keys also stand in the tooltips.
    Nodes.showFrom(keys, head, KEYS_FIT);
    Nodes.showFrom(progress, head, PROGRESS_FITS);
    Nodes.showFrom(risk, head, RISK_FITS);
    waiting.setTooltip(new Tooltip());
    waiting.getTooltip().textProperty().bind(model.progress());
    return head;
  }

  private List<Node> bulk() {
    Slider slider = new Slider(0.5, 1, model.threshold());
    slider.setId("review-threshold");
    slider.getStyleClass().add("small");
    slider.setBlockIncrement(0.01);
    slider.setPrefWidth(110);
    slider.setMinWidth(80);
    slider.setAccessibleText(texts.of("mapping.review.threshold"));
    slider.setTooltip(new Tooltip(texts.of("mapping.review.threshold")));
    slider.valueProperty().bindBidirectional(model.thresholdProperty());
    risk.setId("review-risk");
    risk.getStyleClass().add("field-label");
    risk.textProperty().bind(model.risk());
    // The first thing to give way, in languages of long words too; all of it is in the button's
    // tip.
    risk.setMinWidth(0);
    risk.setTooltip(new Tooltip(texts.of("mapping.review.riskTip")));
    Button all = new Button();
    all.setId("review-accept-all");
    all.getStyleClass().addAll("small");
    all.textProperty().bind(model.bulk());
    all.setTooltip(new Tooltip());
    // Where the head is too narrow for it, this is the only place that says it.
    all.getTooltip()
        .textProperty()
        .bind(
            Bindings.concat(
                texts.keys("Shift+A"),
                Bindings.when(model.risk().isEmpty()).then("").otherwise(" · "),
                model.risk()));
    all.setMinWidth(Region.USE_PREF_SIZE);
    all.disableProperty().bind(model.nothingToAccept());
    all.setOnAction(e -> model.acceptAll());
    return List.of(slider, risk, all);
  }

  private static Button small(String text, String id, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  private void key(KeyEvent e) {
    if (e.isShortcutDown() || e.isAltDown()) {
      return;
    }
    KeyCode code = e.getCode();
    boolean done = true;
    switch (code) {
      case A -> {
        if (e.isShiftDown()) {
          model.acceptAll();
        } else {
          model.accept(0);
        }
      }
      case R, DELETE -> model.reject();
      case Z -> model.undo();
      case ENTER -> onOpen.run();
      case UP, K -> model.move(-1);
      case DOWN, J -> model.move(1);
      case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5 ->
          model.accept(code.ordinal() - KeyCode.DIGIT1.ordinal());
      default -> done = false;
    }
    if (done) {
      e.consume();
    }
  }

  /**
   * Puts the keyboard into the list, on the first suggestion where none is selected; on the strip
   * where the pane is folded.
   */
  public void focusList() {
    if (getCenter() == null) {
      fold.requestFocus();
      return;
    }
    list.requestFocus();
    if (model.selected().get() == null) {
      model.move(0);
    }
  }
}
