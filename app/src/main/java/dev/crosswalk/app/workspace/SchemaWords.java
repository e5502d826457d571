package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.drift.SchemaDiff;
import dev.crosswalk.engine.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what differs between two schemas, one sentence each. */
public final class SchemaWords {
  private SchemaWords() {}

  /**
   * @param start of every sentence, such as whose schema it is
   * @param before null = there was none
   * @param after null = there is none any more
   */
  public static List<String> of(String start, @Nullable Schema before, @Nullable Schema after) {
    if (before == null || after == null) {
      Schema one = after == null ? before : after;
      return one == null
          ? List.of()
          : one.objects().stream()
              .map(o ->
                  start
                      + "the object "
                      + o.name()
                      + (after == null ? " is gone; it had " : " is new, with ")
                      + o.fields().size()
                      + " fields.")
              .toList();
    }
    SchemaDiff diff = SchemaDiff.of(before, after);
    List<String> out = new ArrayList<>();
    diff.addedObjects().forEach(o -> out.add(start + "the object " + o + " is new."));
    diff.removedObjects().forEach(o -> out.add(start + "the object " + o + " is gone."));
    diff.fields().forEach(field -> out.add(start + of(field)));
    return out;
  }

  /** What happened to a field. */
  static String of(SchemaDiff.FieldChange field) {
    String name = field.object() + "." + field.field();
    return switch (field.kind()) {
      case ADDED -> name + " is new.";
      case REMOVED -> name + " is gone.";
      case CHANGED ->
          name
              + " changed: "
              + field.attributes().stream()
                  .map(a -> a.attribute() + " from " + a.before() + " to " + a.after())
                  .collect(Collectors.joining(", "))
              + ".";
    };
  }
}
