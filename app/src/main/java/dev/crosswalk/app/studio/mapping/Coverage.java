package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;

/**
 * How many of the targets a mapping fills.
 *
 * @param required how many must be filled
 */
public record Coverage(int mapped, int targets, int requiredMapped, int required) {

  static Coverage of(SchemaObject target, Mapping mapping) {
    int mapped = 0;
    int required = 0;
    int requiredMapped = 0;
    for (Field field : target.fields()) {
      boolean is = mapping.fields().containsKey(Acts.path(field.name()));
      mapped += is ? 1 : 0;
      required += field.isRequired() ? 1 : 0;
      requiredMapped += field.isRequired() && is ? 1 : 0;
    }
    return new Coverage(mapped, target.fields().size(), requiredMapped, required);
  }

  /** {@code mapped 12 of 22 · required 5 of 6}. */
  String words(Texts texts) {
    return texts.of("mapping.coverage", mapped, targets, requiredMapped, required);
  }
}
