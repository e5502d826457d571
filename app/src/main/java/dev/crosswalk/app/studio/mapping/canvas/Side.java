package dev.crosswalk.app.studio.mapping.canvas;

/** The two lists of the mapping board. */
public enum Side {
  SOURCE,
  TARGET;

  public Side other() {
    return this == SOURCE ? TARGET : SOURCE;
  }
}
