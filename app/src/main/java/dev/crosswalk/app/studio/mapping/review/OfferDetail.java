package dev.crosswalk.app.studio.mapping.review;

import dev.crosswalk.app.studio.mapping.Acts;
import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.app.studio.mapping.inspector.Masking;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The selected suggestion in full: its sentence, the values of both sides, and its alternatives as
 * numbered buttons.
 */
final class OfferDetail extends VBox {
  /** Wide enough for five alternatives on one line of a usual window, in pixels. */
  private static final double WRAP = 700;

  /** So far below the first line that nothing of a second one is seen, in pixels. */
  private static final double NEXT_LINE = 8;

  /** The line of values, and the widest one of them, in pixels. */
  private static final double LINE = 20;

  private static final double WIDEST = 320;

  /** What is left free at both sides together, in pixels. */
  private static final double MARGIN = 24;

  private final ReviewModel model;
  private final Texts texts;
  private final HBox values = new HBox(16);
  private boolean masked;

  OfferDetail(ReviewModel model) {
    super(2);
    this.model = model;
    this.texts = model.texts();
    getStyleClass().add("offer-detail");
    values.setId("review-values");
    values.setAlignment(Pos.CENTER_LEFT);
    values.setMinHeight(LINE);
    model.selected().subscribe(this::show);
    model.trial().subscribe(this::showValues);
  }

  private void show(@Nullable Offer offer) {
    getChildren().clear();
    setVisible(offer != null);
    setManaged(offer != null);
    if (offer == null) {
      return;
    }
    Label why = new Label(texts.of(offer.candidate().because()));
    why.setWrapText(true);
    why.setId("review-why");
    // Before it is laid out it has no width, and so many lines that it would push the panes about.
    why.maxWidthProperty().bind(Bindings.max(WRAP, widthProperty().subtract(MARGIN)));
    showValues(model.trial().get());
    getChildren().setAll(values, picks(offer, why));
  }

  /** The alternatives as buttons; the sentence has a line of its own only where it needs one. */
  private FlowPane picks(Offer offer, Label why) {
    FlowPane line = new FlowPane(6, 2, muted(texts.of("mapping.review.takeLabel")));
    line.prefWrapLengthProperty().bind(Bindings.max(WRAP, widthProperty().subtract(MARGIN)));
    line.setRowValignment(VPos.CENTER);
    List<Candidate> all = offer.alternatives();
    for (int i = 0; i < all.size(); i++) {
      int at = i;
      String name = Acts.rejectKey(all.get(i));
      Button pick = new Button((i + 1) + "  " + name + "  " + texts.score(all.get(i).score()));
      pick.setMnemonicParsing(false);
      pick.getStyleClass().addAll("small", "flat");
      pick.setAccessibleText(texts.of("mapping.review.take", i + 1, name));
      pick.setTooltip(new Tooltip(texts.of(all.get(i).because())));
      pick.setOnAction(e -> model.accept(at));
      line.getChildren().add(pick);
    }
    line.getChildren().add(why);
    return line;
  }

  /**
   * Source values with what becomes of them at the left, what the target takes at the right. Before
   * the first answer there is only the room for it, so that nothing jumps when it comes.
   */
  private void showValues(Trial trial) {
    Offer offer = model.selected().get();
    boolean answered = offer != null && trial.target().equals(offer.target());
    values.getChildren().clear();
    Nodes.setShown(values, !answered || !trial.rows().isEmpty() || !trial.takes().isEmpty());
    if (!answered) {
      return;
    }
    FlowPane left = new FlowPane(16, NEXT_LINE);
    left.setPrefWrapLength(WRAP);
    left.setRowValignment(VPos.CENTER);
    // What has no room on the one line is cut off whole, not each value by a little.
    Rectangle line = new Rectangle();
    line.widthProperty().bind(left.widthProperty());
    line.heightProperty().bind(values.heightProperty());
    left.setClip(line);
    left.setMinSize(0, 0);
    left.setPrefHeight(LINE);
    left.setMaxHeight(LINE);
    HBox.setHgrow(left, Priority.ALWAYS);
    for (Trial.Row row : trial.rows()) {
      left.getChildren().add(value(row));
    }
    values.getChildren().addAll(muted(texts.of("mapping.review.samples")), left);
    if (trial.distinct() > trial.rows().size()) {
      values.getChildren().add(muted(texts.of("mapping.review.distinct", trial.distinct())));
    }
    if (!trial.takes().isEmpty()) {
      Label right = new Label(String.join(" · ", trial.takes()));
      right.getStyleClass().add("value-sample");
      right.setMinWidth(USE_PREF_SIZE);
      values.getChildren().addAll(muted(texts.of("mapping.review.takes", trial.target())), right);
    }
  }

  /** Values are told by what they look like only. */
  void mask(boolean now) {
    masked = now;
    showValues(model.trial().get());
  }

  private Label value(Trial.Row row) {
    String times = row.count() == 1 ? "" : " ×" + row.count();
    String said = row.failed() ? "✗ " + texts.record(row.after()) : row.after();
    String before = masked ? Masking.mask(row.before()) : row.before();
    String after =
        !masked
            ? said
            : row.failed() ? Masking.maskIn(said, unquoted(row.before())) : Masking.mask(said);
    Label label = new Label(before + times + " → " + after);
    label.getStyleClass().add(row.failed() ? "danger-text" : "value-sample");
    label.setMaxWidth(WIDEST);
    label.setTooltip(new Tooltip(label.getText()));
    return label;
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("field-label");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
