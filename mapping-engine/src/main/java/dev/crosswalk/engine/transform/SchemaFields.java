package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.Optional;

/** Finds the field that a path names in an object. */
final class SchemaFields {
  private SchemaFields() {}

  /**
   * The field with that name, or with the whole path as its name; empty where it lies elsewhere.
   */
  static Optional<Field> find(SchemaObject object, FieldPath path) {
    if (path.names().size() == 1) {
      return object.field(path.first());
    }
    return object.field(path.toString()).or(() -> object.field(String.join(".", path.names())));
  }
}
