package dev.crosswalk.app.studio;

import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.Theme;
import java.util.Properties;

/**
 * What the window was like last time.
 *
 * @param width in pixels
 * @param x of the upper left corner; NaN = in the middle of the screen
 * @param workspace the folder of the open workspace; empty if none was open
 * @param keepSamples whether sample records stay when the window is closed
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
    boolean keepSamples) {

  /** The first time. */
  public static final WindowState FIRST =
      new WindowState(
          Double.NaN, Double.NaN, 1440, 900, false, Theme.SYSTEM, PlaceIds.HOME, "", "", true);

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
        Boolean.parseBoolean(p.getProperty("keepSamples", "true")));
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
