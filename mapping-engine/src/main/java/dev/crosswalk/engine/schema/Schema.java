package dev.crosswalk.engine.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one system, as far as they are known.
 *
 * @param system id of the system, such as {@code salesforce}, or the name of a target model
 * @param module part of the system, where it has such parts (HubSpot: {@code crm}); null if none
 * @param objects in the system's order, names unique
 */
public record Schema(String system, @Nullable String module, List<SchemaObject> objects) {

  public Schema {
    objects = List.copyOf(objects);
  }

  public static Schema of(String system, List<SchemaObject> objects) {
    return new Schema(system, null, objects);
  }

  public Optional<SchemaObject> object(String name) {
    return objects.stream().filter(o -> o.name().equals(name)).findFirst();
  }
}
