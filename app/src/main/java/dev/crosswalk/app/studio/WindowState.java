package dev.crosswalk.app.studio;

import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.studio.shell.Theme;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the window was like last time.
 *
 * @param width in pixels
 * @param x of the upper left corner; NaN = in the middle of the screen
 * @param workspace the folder of the open workspace; empty if none was open
 * @param keepSamples whether sample records stay when the window is closed
 * @param scale size of everything in percent; 0 = as the system says
 * @param language of all texts, such as {@code de}; empty = as the system says
 * @param memory what was open and selected, by the place's id; see {@code Place.memory()}
 */
public record WindowState(
    double x,
    double y,
    double width,
    double height,
    boolean maximized,
    Theme theme,
    String place,
    String workspace,
    String customer,
    boolean keepSamples,
    int scale,
    String language,
    Map<String, String> memory) {

  public WindowState {
    memory = Map.copyOf(memory);
  }

  /** The first time. */
  public static final WindowState FIRST =
      new WindowState(
          Double.NaN,
          Double.NaN,
          1440,
          900,
          false,
          Theme.SYSTEM,
          PlaceIds.HOME,
          "",
          "",
          true,
          0,
          "",
          Map.of());

  private static final int MOST_SCALE = 300;
  private static final String MEMORY = "memory.";
  private static final double MOST_PIXELS = 50_000;

  Properties toProperties() {
    Properties p = new Properties();
    p.setProperty("x", String.valueOf(x));
    p.setProperty("y", String.valueOf(y));
    p.setProperty("width", String.valueOf(width));
    p.setProperty("height", String.valueOf(height));
    p.setProperty("maximized", String.valueOf(maximized));
    p.setProperty("theme", theme.word());
    p.setProperty("place", place);
    p.setProperty("workspace", workspace);
    p.setProperty("customer", customer);
    p.setProperty("keepSamples", String.valueOf(keepSamples));
    p.setProperty("scale", String.valueOf(scale));
    p.setProperty("language", language);
    memory.forEach((id, what) -> p.setProperty(MEMORY + id, what));
    return p;
  }

  /** Whatever is missing or cannot be read is as the first time. */
  static WindowState of(Properties p) {
    return new WindowState(
        number(p, "x", FIRST.x),
        number(p, "y", FIRST.y),
        Math.max(640, number(p, "width", FIRST.width)),
        Math.max(480, number(p, "height", FIRST.height)),
        Boolean.parseBoolean(p.getProperty("maximized")),
        Theme.ofWord(p.getProperty("theme", "")),
        p.getProperty("place", FIRST.place),
        p.getProperty("workspace", ""),
        p.getProperty("customer", ""),
        Boolean.parseBoolean(p.getProperty("keepSamples", "true")),
        (int) Math.clamp(number(p, "scale", 0), 0, MOST_SCALE),
        language(p),
        memory(p));
  }

  private static String language(Properties p) {
    String language = p.getProperty("language", "");
    return Texts.LANGUAGES.contains(language) ? language : "";
  }

  private static Map<String, String> memory(Properties p) {
    Map<String, String> memory = new TreeMap<>();
    for (String key : p.stringPropertyNames()) {
      if (key.startsWith(MEMORY)) {
        memory.put(key.substring(MEMORY.length()), p.getProperty(key));
      }
    }
    return memory;
  }

  private static double number(Properties p, String key, double otherwise) {
    try {
      double value = Double.parseDouble(p.getProperty(key, ""));
      return Math.abs(value) <= MOST_PIXELS ? value : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
