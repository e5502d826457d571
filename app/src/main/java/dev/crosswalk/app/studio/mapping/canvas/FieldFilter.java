package dev.crosswalk.app.studio.mapping.canvas;

import java.util.Locale;

/**
 * Which fields a list shows; all that is switched on must hold.
 *
 * @param text words that must all stand in name, label, type, description or values
 */
public record FieldFilter(
    String text,
    boolean custom,
    boolean required,
    boolean unmapped,
    boolean suggested,
    boolean error) {
  public static final FieldFilter ALL = new FieldFilter("", false, false, false, false, false);

  public FieldFilter withText(String newText) {
    return new FieldFilter(newText, custom, required, unmapped, suggested, error);
  }

  public boolean isAll() {
    return text.isBlank() && !custom && !required && !unmapped && !suggested && !error;
  }

  /** The words to look for, in lower case. */
  String[] words() {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    return trimmed.isEmpty() ? new String[0] : trimmed.split("\\s+");
  }

  boolean accepts(FieldFacts facts, FieldState state, String[] words) {
    return (!custom || facts.field().isCustom())
        && (!required || facts.field().isRequired())
        && (!unmapped || !(state.mapped() || state.decided()))
        && (!suggested || state.suggested())
        && (!error || state.error())
        && facts.matches(words);
  }
}
