package dev.crosswalk.app.studio.mapping.canvas;

/** One line of a list of the board. */
public sealed interface BoardRow {

  /**
   * A heading that folds its fields away.
   *
   * @param fields how many fields stand under it after filtering
   */
  record Group(String name, int fields, boolean open) implements BoardRow {}

  /** A field; equal only where it is the same field of the same schema. */
  record OfField(FieldFacts facts) implements BoardRow {}
}
