package dev.crosswalk.app.studio.mapping.review;

import dev.crosswalk.app.studio.mapping.Acts;
import dev.crosswalk.app.studio.mapping.Offers.Offer;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The selected suggestion in full: its sentence, and its alternatives as numbered buttons. */
final class OfferDetail extends VBox {
  /** Wide enough for five alternatives on one line of a usual window, in pixels. */
  private static final double WRAP = 900;

  private final ReviewModel model;

  OfferDetail(ReviewModel model) {
    super(0);
    this.model = model;
    getStyleClass().add("offer-detail");
    model.selected().subscribe(this::show);
  }

  private void show(@Nullable Offer offer) {
    getChildren().clear();
    setVisible(offer != null);
    setManaged(offer != null);
    if (offer == null) {
      return;
    }
    Label why = new Label(offer.candidate().why());
    why.setWrapText(true);
    why.setId("review-why");
    FlowPane picks = new FlowPane(6, 2);
    picks.setPrefWrapLength(WRAP);
    HBox.setHgrow(picks, Priority.ALWAYS);
    List<Candidate> all = offer.alternatives();
    for (int i = 0; i < all.size(); i++) {
      int at = i;
      Candidate candidate = all.get(i);
      Button pick =
          new Button(
              (i + 1)
                  + "  "
                  + Acts.rejectKey(candidate)
                  + "  "
                  + OfferCell.number(candidate.score()));
      pick.setMnemonicParsing(false);
      pick.getStyleClass().addAll("small", "flat");
      pick.setAccessibleText("Take alternative " + (i + 1) + ", " + Acts.rejectKey(candidate));
      pick.setOnAction(e -> model.accept(at));
      picks.getChildren().add(pick);
    }
    Label take = new Label("Take");
    take.getStyleClass().add("field-label");
    take.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(6, take, picks);
    line.setAlignment(Pos.BASELINE_LEFT);
    getChildren().setAll(why, line);
  }
}
