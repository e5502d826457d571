package dev.crosswalk.app.studio;

import dev.crosswalk.app.Directories;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;

/**
 * Where the studio starts. Not a JavaFX application class itself, since Java refuses to start one
 * from the class path.
 */
public final class Studio {
  private static final List<String> SCALES = List.of("glass.gtk.uiScale", "glass.win.uiScale");

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
    WindowState last = new StateFile(Directories.ofThisProcess().state()).read();
    scale(last.scale());
    // For all of the process: the toolkit's own menus and dialogs speak it, too.
    Locale.setDefault(Texts.chosen(last.language(), Locale.getDefault()));
    Application.launch(StudioApp.class, arguments);
  }

  /**
   * Has the toolkit draw everything in the size that a person chose, menus and tooltips included.
   * It asks once, at its start; a size given on the command line stays.
   *
   * @param percent 0 = as the system says
   */
  static void scale(int percent) {
    for (String property : SCALES) {
      if (percent > 0 && System.getProperty(property) == null) {
        System.setProperty(property, percent + "%");
      }
    }
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
