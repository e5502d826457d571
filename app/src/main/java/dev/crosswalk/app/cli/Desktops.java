package dev.crosswalk.app.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a page with the program that the desktop has for it, without loading a window toolkit. */
final class Desktops {
  private static final Logger LOG = LoggerFactory.getLogger(Desktops.class);

  private Desktops() {}

  static void open(URI page) {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        os.startsWith("windows")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", page.toString())
            : List.of(os.startsWith("mac") ? "open" : "xdg-open", page.toString());
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // The address has been printed; a person can open it by hand.
      LOG.info("No browser could be opened", e);
    }
  }
}
