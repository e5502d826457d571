package dev.crosswalk.app.studio.mapping.canvas;

/**
 * What the mapping says about a field at this moment.
 *
 * @param mapped it feeds a target, or is fed
 * @param suggested a suggestion about it waits for a decision
 * @param decided it is ignored or asked for, so that nothing is waiting though it is not mapped
 * @param error its mapping fails on a sample record, or cannot work
 * @param other what it is linked to in words; empty if nothing
 */
public record FieldState(
    boolean mapped, boolean suggested, boolean decided, boolean error, String other) {
  public static final FieldState NONE = new FieldState(false, false, false, false, "");
}
