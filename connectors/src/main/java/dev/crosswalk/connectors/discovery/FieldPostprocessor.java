package dev.crosswalk.connectors.discovery;

import dev.crosswalk.engine.schema.Field;
import java.util.List;

/** A shipped step that a definition names, for what JSONata cannot do. Pure. */
@FunctionalInterface
public interface FieldPostprocessor {

  /** The fields of one object, changed. */
  List<Field> apply(List<Field> fields);
}
