package dev.crosswalk.app.studio.shell;

/**
 * A mapping to look at in its editor.
 *
 * @param file of the base mapping, relative to the workspace; empty = a new mapping
 * @param target the target to select; empty = none
 */
public record MappingRef(String file, String target) {
  /** Begins a new mapping. */
  public static final MappingRef NEW = new MappingRef("", "");
}
