package dev.crosswalk.app.studio;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;

/**
 * Where the studio starts. Not a JavaFX application class itself, since Java refuses to start one
 * from the class path.
 */
public final class Studio {
  private Studio() {}

  /**
   * Opens the window; returns when it is closed.
   *
   * @param arguments the folder of a workspace to open, or nothing
   */
  public static void main(String[] arguments) {
    Optional<String> missing =
        missingDisplay(
            System.getenv(), System.getProperty("os.name"), System.getProperty("glass.platform"));
    if (missing.isPresent()) {
      System.err.println(missing.get());
      System.exit(2);
    }
    Application.launch(StudioApp.class, arguments);
  }

  /** What to tell where there is no display to open a window on; empty where there is one. */
  static Optional<String> missingDisplay(
      Map<String, String> environment,
      String osName,
      @org.jspecify.annotations.Nullable String glassPlatform) {
    boolean linux = osName.toLowerCase(Locale.ROOT).startsWith("linux");
    boolean headless = glassPlatform != null && glassPlatform.equalsIgnoreCase("headless");
    String display = environment.getOrDefault("DISPLAY", "");
    if (!linux || headless || !display.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        "Crosswalk's studio needs a display, and DISPLAY is not set: start it on a desktop, or use"
            + " the commands (crosswalk help), which need none.");
  }
}
