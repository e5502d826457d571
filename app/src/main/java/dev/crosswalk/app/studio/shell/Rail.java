package dev.crosswalk.app.studio.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The column of places at the left. */
final class Rail extends VBox {
  /** Pixels that a button needs with its word below the icon. */
  private static final double WITH_WORDS = 60;

  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

  private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();

  Rail(List<Place> places, Texts texts, Consumer<String> go) {
    super(4);
    getStyleClass().add("rail");
    int number = 1;
    for (Place place : places) {
      ToggleButton button = new ToggleButton(place.title(), new FontIcon(place.icon()));
      button.setId("rail-" + place.id());
      button.setContentDisplay(ContentDisplay.TOP);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
      button.setAccessibleText(place.title());
      button.setTooltip(new Tooltip(Keys.with(place.title(), Keys.place(number++), texts)));
      button.setOnAction(e -> {
        button.setSelected(true);
        go.accept(place.id());
      });
      buttons.put(place.id(), button);
      getChildren().add(button);
    }
    setMinHeight(0);
    heightProperty().subscribe(h -> compact(h.doubleValue() < places.size() * WITH_WORDS));
  }

  /** A low window shows the icons alone; their tooltips say the words. */
  private void compact(boolean low) {
    buttons
        .values()
        .forEach(b -> b.setContentDisplay(low ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP));
    pseudoClassStateChanged(LOW, low);
  }

  void select(String place) {
    buttons.forEach((id, button) -> button.setSelected(id.equals(place)));
  }
}
