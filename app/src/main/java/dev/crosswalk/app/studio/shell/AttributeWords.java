package dev.crosswalk.app.studio.shell;

import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what changed of a field: each attribute by its name in the window, before and after. */
public final class AttributeWords {
  /** Attributes whose values are names of the system, which may be any word. */
  private static final Set<String> NAMES = Set.of("type", "references", "values");

  private AttributeWords() {}

  public static String of(FieldChange change, String between, Texts texts) {
    return change.attributes().stream()
        .map(a ->
            texts.word("mapping.attribute.", a.attribute())
                + ": "
                + value(a.attribute(), a.before(), texts)
                + " → "
                + value(a.attribute(), a.after(), texts))
        .collect(Collectors.joining(between));
  }

  private static String value(String attribute, String value, Texts texts) {
    return value.isEmpty() || !NAMES.contains(attribute)
        ? texts.word("mapping.attribute.is.", value)
        : value;
  }
}
