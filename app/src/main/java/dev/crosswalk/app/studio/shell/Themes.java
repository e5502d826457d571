package dev.crosswalk.app.studio.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Dresses scenes in light or dark and changes them at once when the choice or the system does. */
public final class Themes {
  private static final String STYLES = "/dev/crosswalk/assets/studio/";
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private final ObjectProperty<Theme> choice = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final ObservableValue<ColorScheme> system;

  /**
   * @param system the system's scheme, {@code Platform.getPreferences().colorSchemeProperty()}
   */
  public Themes(ObservableValue<ColorScheme> system) {
    this.system = system;
    choice.addListener((o, was, is) -> update());
    system.addListener((o, was, is) -> update());
    update();
  }

  public ObjectProperty<Theme> choice() {
    return choice;
  }

  /** Whether the window is dark now, for what is painted rather than styled. */
  public ReadOnlyBooleanProperty dark() {
    return dark.getReadOnlyProperty();
  }

  /** From light to dark or back, whatever the system has. */
  public void toggle() {
    choice.set(dark.get() ? Theme.LIGHT : Theme.DARK);
  }

  /** Dresses a scene, now and at each change. */
  public void dress(Scene scene) {
    scene.getStylesheets().addAll(sheet("studio.css"), sheet("places.css"));
    URL mapping = Themes.class.getResource(STYLES + "mapping.css");
    if (mapping != null) {
      scene.getStylesheets().add(mapping.toExternalForm());
    }
    dark.addListener((o, was, is) -> paint(scene));
    paint(scene);
  }

  private void paint(Scene scene) {
    scene.setUserAgentStylesheet(
        dark.get()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getRoot().pseudoClassStateChanged(DARK, dark.get());
  }

  private void update() {
    dark.set(
        switch (choice.get()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> system.getValue() == ColorScheme.DARK;
        });
  }

  private static String sheet(String name) {
    URL url = Themes.class.getResource(STYLES + name);
    if (url == null) {
      throw new IllegalStateException("The style sheet " + name + " is missing from the assets.");
    }
    return url.toExternalForm();
  }
}
