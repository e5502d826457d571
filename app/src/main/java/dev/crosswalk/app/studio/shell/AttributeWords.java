package dev.crosswalk.app.studio.shell;

import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import java.util.stream.Collectors;

/** Says what changed of a field: each attribute by its name in the window, before and after. */
public final class AttributeWords {
  private AttributeWords() {}

  public static String of(FieldChange change, String between, Texts texts) {
    return change.attributes().stream()
        .map(a ->
            texts.word("mapping.attribute.", a.attribute()) + ": " + a.before() + " → " + a.after())
        .collect(Collectors.joining(between));
  }
}
