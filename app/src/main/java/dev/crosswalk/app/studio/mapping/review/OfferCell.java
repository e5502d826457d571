package dev.crosswalk.app.studio.mapping.review;

import dev.crosswalk.app.studio.mapping.Acts;
import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.match.SecondOpinion;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One waiting suggestion: target ← source, score, evidence as bars, the sentence. */
final class OfferCell extends ListCell<Offer> {
  private static final int BARS = 4;
  private static final double SEEN = 0.05;
  private static final double WHAT_WIDTH = 340;
  private static final double WHAT_LEAST = 170;

  /** What all but the names takes at least, in pixels. */
  private static final double REST = 600;

  private static final double KIND_WIDTH = 66;
  private static final double BAR_WIDTH = 36;

  private final Texts texts;
  private final Label what = new Label();
  private final Label score = new Label();
  private final HBox bars = new HBox(8);
  private final Label why = new Label();
  private final Label model;
  private final HBox line;
  private final Tooltip whole = new Tooltip();

  OfferCell(Texts texts) {
    this.texts = texts;
    getStyleClass().add("offer-cell");
    model = Nodes.badge(texts.of("mapping.review.byModel"), "accent");
    line = new HBox(10, score, what, bars, model, why);
    line.setAlignment(Pos.CENTER_LEFT);
    // The same in every row, so that the bars stand under each other; less where room is short.
    widthProperty()
        .subscribe(w -> {
          double room = Math.clamp(w.doubleValue() - REST, WHAT_LEAST, WHAT_WIDTH);
          what.setMinWidth(room);
          what.setPrefWidth(room);
          what.setMaxWidth(room);
        });
    setPrefWidth(0);
    score.setMinWidth(34);
    score.getStyleClass().add("score");
    bars.setAlignment(Pos.CENTER_LEFT);
    bars.setMinWidth(Region.USE_PREF_SIZE);
    bars.setPrefWidth(BARS * (KIND_WIDTH + BAR_WIDTH + 11));
    why.getStyleClass().add("field-label");
    why.setMinWidth(40);
    HBox.setHgrow(why, Priority.ALWAYS);
  }

  @Override
  protected void updateItem(@Nullable Offer offer, boolean empty) {
    super.updateItem(offer, empty);
    setText(null);
    if (empty || offer == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    Candidate candidate = offer.candidate();
    what.setText(offer.target() + " ← " + Acts.rejectKey(candidate) + others(offer));
    score.setText(texts.score(candidate.score()));
    bars.getChildren().clear();
    candidate.evidence().entrySet().stream()
        .filter(e -> e.getValue() >= SEEN)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(BARS)
        .forEach(e -> bars.getChildren().add(bar(e.getKey(), e.getValue())));
    Nodes.setShown(model, candidate.evidence().getOrDefault(SecondOpinion.NAME, 0.0) > 0);
    why.setText(texts.of(candidate.because()));
    whole.setText(what.getText() + "\n" + why.getText());
    setTooltip(whole);
    setGraphic(line);
    setAccessibleText(
        texts.of(
            "mapping.review.said",
            offer.target(),
            Acts.rejectKey(candidate),
            score.getText(),
            texts.of(candidate.because())));
  }

  private String others(Offer offer) {
    List<Candidate> rest = offer.alternatives().subList(1, offer.alternatives().size());
    if (rest.isEmpty()) {
      return "";
    }
    return rest.stream()
        .limit(2)
        .map(c -> Acts.rejectKey(c) + " " + texts.score(c.score()))
        .collect(Collectors.joining(" / ", "   / ", ""));
  }

  private HBox bar(String kind, double strength) {
    String word = texts.word("mapping.evidence.", kind);
    Label name = new Label(word);
    name.getStyleClass().add("field-label");
    ProgressBar bar = new ProgressBar(strength);
    bar.getStyleClass().addAll("small", "evidence");
    bar.setPrefWidth(BAR_WIDTH);
    bar.setMinWidth(BAR_WIDTH);
    // A progress bar keeps the mouse to itself, and the row would not be selected by a press on it.
    bar.setMouseTransparent(true);
    name.setMinWidth(KIND_WIDTH);
    name.setAlignment(Pos.CENTER_RIGHT);
    bar.setAccessibleText(word + " " + texts.score(strength));
    HBox box = new HBox(3, name, bar);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
