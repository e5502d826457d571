package dev.crosswalk.app.studio.mapping.canvas;

import java.util.Locale;

/** How close the rows of the board stand, from the whole at a glance to easy reading. */
public enum Density {
  OVERVIEW(12),
  SMALL(18),
  DENSE(22),
  MEDIUM(26),
  COMFORTABLE(30),
  LARGE(38);

  private final double rowHeight;

  Density(double rowHeight) {
    this.rowHeight = rowHeight;
  }

  /** Pixels. */
  double rowHeight() {
    return rowHeight;
  }

  String styleClass() {
    return "density-" + name().toLowerCase(Locale.ROOT);
  }

  /** The next larger ({@code by} above 0) or smaller one; this where there is none. */
  Density zoomed(int by) {
    return values()[Math.clamp(ordinal() + by, 0, values().length - 1)];
  }
}
