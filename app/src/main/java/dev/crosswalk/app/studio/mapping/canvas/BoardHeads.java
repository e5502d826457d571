package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.shell.Texts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The two filter bars over the lists. */
final class BoardHeads extends HBox {
  /** Below this width of one bar, in pixels, its buttons show their icons only. */
  private static final double WORDS_FIT = 600;

  private final BoardModel model;
  private final Texts texts;

  BoardHeads(BoardModel model, Consumer<Side> toList) {
    this.model = model;
    this.texts = model.texts();
    getStyleClass().add("board-heads");
    HBox source = head(Side.SOURCE, toList);
    HBox target = head(Side.TARGET, toList);
    for (HBox bar : new HBox[] {source, target}) {
      HBox.setHgrow(bar, Priority.ALWAYS);
      bar.setPrefWidth(0);
      bar.setMinWidth(0);
    }
    getChildren().setAll(source, LinkLegend.button(texts), target);
  }

  private HBox head(Side side, Consumer<Side> toList) {
    TextField search = search(side, toList);
    PauseTransition pause = new PauseTransition(Duration.millis(60));
    pause.setOnFinished(e -> model.setFilter(side, model.filter(side).withText(search.getText())));
    search.textProperty().addListener(o -> pause.playFromStart());
    Map<Facet, ToggleButton> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      ToggleButton button = facet(facet, side);
      facets.put(facet, button);
      button.setOnAction(e -> {
        Set<Facet> on = EnumSet.noneOf(Facet.class);
        facets.forEach((f, b) -> {
          if (b.isSelected()) {
            on.add(f);
          }
        });
        model.setFilter(side, new FieldFilter(search.getText(), on));
      });
    }
    Label count = new Label();
    count.setId("shown-" + word(side));
    count.getStyleClass().add("field-label");
    count.setMinWidth(Region.USE_PREF_SIZE);
    model
        .revision()
        .subscribe(r -> {
          int all = model.fields(side).size();
          int shown = model.rows(side).shown();
          count.setText(
              shown == all
                  ? texts.of("mapping.board.fields", all)
                  : texts.of("mapping.board.shown", shown, all));
          if (model.filter(side).isAll() && pause.getStatus() != Animation.Status.RUNNING) {
            search.setText("");
            facets.values().forEach(b -> b.setSelected(false));
          }
        });
    HBox bar = new HBox(4, search);
    bar.getChildren().addAll(facets.values());
    bar.getChildren().add(count);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.widthProperty()
        .subscribe(w -> {
          ContentDisplay show =
              w.doubleValue() < WORDS_FIT ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
          facets.values().forEach(b -> b.setContentDisplay(show));
        });
    return bar;
  }

  private TextField search(Side side, Consumer<Side> toList) {
    TextField search = new TextField();
    search.setId("filter-" + word(side));
    String name = texts.of("mapping.board.filter." + word(side));
    search.setPromptText(name);
    search.setAccessibleText(name);
    search.setTooltip(new Tooltip(texts.of("mapping.board.filterTip")));
    search.getStyleClass().add("small");
    search.setPrefColumnCount(14);
    search.setMinWidth(90);
    HBox.setHgrow(search, Priority.ALWAYS);
    search.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ESCAPE) {
        search.clear();
        e.consume();
      } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
        toList.accept(side);
        e.consume();
      }
    });
    return search;
  }

  private ToggleButton facet(Facet facet, Side side) {
    String text = texts.of("mapping.facet." + facet.word());
    ToggleButton button = new ToggleButton(text, new FontIcon(facet.icon()));
    button.setId("facet-" + facet.word() + "-" + word(side));
    button.setAccessibleText(texts.of("mapping.facet.only", text));
    button.setTooltip(new Tooltip(texts.of("mapping.facet.only", text)));
    button.getStyleClass().addAll("small", "facet");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static String word(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
