package dev.crosswalk.app.studio.mapping.canvas;

import java.util.Locale;
import java.util.Set;

/**
 * Which fields a list shows; all that is switched on must hold.
 *
 * @param text words that must all stand in name, label, type, description or values
 */
public record FieldFilter(String text, Set<Facet> facets) {
  public static final FieldFilter ALL = new FieldFilter("", Set.of());

  public FieldFilter {
    facets = Set.copyOf(facets);
  }

  public FieldFilter withText(String newText) {
    return new FieldFilter(newText, facets);
  }

  public boolean isAll() {
    return text.isBlank() && facets.isEmpty();
  }

  /** The words to look for, in lower case. */
  String[] words() {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    return trimmed.isEmpty() ? new String[0] : trimmed.split("\\s+");
  }

  boolean accepts(FieldFacts facts, FieldState state, String[] words) {
    for (Facet facet : facets) {
      if (!facet.holds(facts, state)) {
        return false;
      }
    }
    return facts.matches(words);
  }
}
