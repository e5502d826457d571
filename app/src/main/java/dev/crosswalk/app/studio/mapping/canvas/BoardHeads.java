package dev.crosswalk.app.studio.mapping.canvas;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The two filter bars over the lists. */
final class BoardHeads extends HBox {
  private final BoardModel model;

  BoardHeads(BoardModel model, Consumer<Side> toList) {
    this.model = model;
    getStyleClass().add("board-heads");
    Region gap = new Region();
    gap.setMinWidth(20);
    HBox source = head(Side.SOURCE, toList);
    HBox target = head(Side.TARGET, toList);
    HBox.setHgrow(source, Priority.ALWAYS);
    HBox.setHgrow(target, Priority.ALWAYS);
    getChildren().setAll(source, gap, target);
  }

  private HBox head(Side side, Consumer<Side> toList) {
    String name = side == Side.SOURCE ? "source" : "target";
    TextField search = new TextField();
    search.setId("filter-" + name);
    search.setPromptText("Filter " + name + " fields");
    search.setAccessibleText("Filter " + name + " fields");
    search.getStyleClass().add("small");
    search.setPrefColumnCount(14);
    HBox.setHgrow(search, Priority.ALWAYS);
    PauseTransition pause = new PauseTransition(Duration.millis(60));
    pause.setOnFinished(e -> model.setFilter(side, model.filter(side).withText(search.getText())));
    search.textProperty().addListener(o -> pause.playFromStart());
    search.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ESCAPE) {
        search.clear();
        e.consume();
      } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
        toList.accept(side);
        e.consume();
      }
    });
    ToggleButton facet = facet(side == Side.SOURCE ? "Custom" : "Required", side);
    ToggleButton unmapped = facet("Unmapped", side);
    ToggleButton waiting = facet("Suggested", side);
    ToggleButton wrong = facet("In error", side);
    Runnable apply =
        () ->
            model.setFilter(
                side,
                new FieldFilter(
                    search.getText(),
                    side == Side.SOURCE && facet.isSelected(),
                    side == Side.TARGET && facet.isSelected(),
                    unmapped.isSelected(),
                    waiting.isSelected(),
                    side == Side.TARGET && wrong.isSelected()));
    for (ToggleButton b : new ToggleButton[] {facet, unmapped, waiting, wrong}) {
      b.setOnAction(e -> apply.run());
    }
    Label count = new Label();
    count.getStyleClass().add("field-label");
    count.setMinWidth(Region.USE_PREF_SIZE);
    model
        .revision()
        .subscribe(r -> {
          int all = model.fields(side).size();
          int shown = model.rows(side).shown();
          count.setText(shown == all ? all + " fields" : shown + " of " + all);
          FieldFilter filter = model.filter(side);
          if (filter.isAll()
              && !pause.getStatus().equals(javafx.animation.Animation.Status.RUNNING)) {
            search.setText("");
            facet.setSelected(false);
            unmapped.setSelected(false);
            waiting.setSelected(false);
            wrong.setSelected(false);
          }
        });
    HBox bar = new HBox(6, search, facet, unmapped, waiting);
    if (side == Side.TARGET) {
      bar.getChildren().add(wrong);
    }
    bar.getChildren().add(count);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private static ToggleButton facet(String text, Side side) {
    ToggleButton button = new ToggleButton(text);
    button.setId(
        "facet-"
            + text.toLowerCase(java.util.Locale.ROOT).replace(' ', '-')
            + "-"
            + (side == Side.SOURCE ? "source" : "target"));
    button.getStyleClass().addAll("small", "facet");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
