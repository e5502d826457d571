package dev.crosswalk.engine.drift;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two schemas of one system: facts only, without judging whom they concern.
 * Labels, help texts and samples do not count, since no mapping depends on them.
 *
 * @param addedObjects names, sorted
 * @param removedObjects names, sorted
 * @param fields changes within objects that both have, sorted by object and field
 */
public record SchemaDiff(
    List<String> addedObjects, List<String> removedObjects, List<FieldChange> fields) {

  public SchemaDiff {
    addedObjects = List.copyOf(addedObjects);
    removedObjects = List.copyOf(removedObjects);
    fields = List.copyOf(fields);
  }

  /** What happened to a field. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * @param attributes what changed, in a fixed order; empty unless {@link Kind#CHANGED}
   */
  public record FieldChange(
      String object, String field, Kind kind, List<AttributeChange> attributes) {
    public FieldChange {
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * One attribute before and after, as text.
   *
   * @param attribute the schema file's word, such as {@code required}
   */
  public record AttributeChange(String attribute, String before, String after) {}

  public boolean isEmpty() {
    return addedObjects.isEmpty() && removedObjects.isEmpty() && fields.isEmpty();
  }

  /** Compares two schemas; {@code of(a, a)} is empty. */
  public static SchemaDiff of(Schema before, Schema after) {
    Map<String, SchemaObject> old = byName(before);
    Map<String, SchemaObject> now = byName(after);
    TreeSet<String> added = new TreeSet<>(now.keySet());
    added.removeAll(old.keySet());
    TreeSet<String> removed = new TreeSet<>(old.keySet());
    removed.removeAll(now.keySet());
    List<FieldChange> fields = new ArrayList<>();
    for (String name : new TreeSet<>(old.keySet())) {
      SchemaObject here = now.get(name);
      SchemaObject there = old.get(name);
      if (here != null && there != null) {
        compare(there, here, fields);
      }
    }
    return new SchemaDiff(List.copyOf(added), List.copyOf(removed), fields);
  }

  private static Map<String, SchemaObject> byName(Schema schema) {
    Map<String, SchemaObject> map = new LinkedHashMap<>();
    schema.objects().forEach(o -> map.put(o.name(), o));
    return map;
  }

  private static void compare(SchemaObject before, SchemaObject after, List<FieldChange> out) {
    Map<String, Field> old = before.byName();
    Map<String, Field> now = after.byName();
    TreeSet<String> all = new TreeSet<>(old.keySet());
    all.addAll(now.keySet());
    for (String name : all) {
      Field was = old.get(name);
      Field is = now.get(name);
      if (was == null) {
        out.add(new FieldChange(before.name(), name, Kind.ADDED, List.of()));
      } else if (is == null) {
        out.add(new FieldChange(before.name(), name, Kind.REMOVED, List.of()));
      } else {
        List<AttributeChange> changes = attributes(was, is);
        if (!changes.isEmpty()) {
          out.add(new FieldChange(before.name(), name, Kind.CHANGED, changes));
        }
      }
    }
  }

  /** Whether a field is other than it was in what mappings depend on. */
  static boolean differ(Field was, Field is) {
    return !attributes(was, is).isEmpty();
  }

  private static List<AttributeChange> attributes(Field was, Field is) {
    List<AttributeChange> out = new ArrayList<>();
    add(out, "type", was.type().word(), is.type().word());
    add(out, "required", was.required(), is.required());
    add(out, "read-only", was.readOnly(), is.readOnly());
    add(out, "create-only", was.createOnly(), is.createOnly());
    add(out, "unique", was.unique(), is.unique());
    add(out, "external-id", was.externalId(), is.externalId());
    add(out, "calculated", was.calculated(), is.calculated());
    // Not to say it is to say no here; and what is hidden was called deprecated in older files.
    if (was.isSetAside() != is.isSetAside()) {
      add(out, "deprecated", isTrue(was.deprecated()), isTrue(is.deprecated()));
      add(out, "hidden", isTrue(was.hidden()), isTrue(is.hidden()));
    }
    add(out, "length", was.length(), is.length());
    add(out, "precision", was.precision(), is.precision());
    add(out, "scale", was.scale(), is.scale());
    add(out, "multiple", was.multiple(), is.multiple());
    add(out, "restricted", was.restricted(), is.restricted());
    add(out, "references", String.join(", ", was.references()), String.join(", ", is.references()));
    add(out, "values", values(was), values(is));
    return out;
  }

  private static String values(Field field) {
    return field.values().stream()
        .filter(v -> !Boolean.FALSE.equals(v.active()))
        .map(PicklistValue::value)
        .collect(Collectors.joining(", "));
  }

  private static void add(
      List<AttributeChange> out, String name, @Nullable Object was, @Nullable Object is) {
    if (!Objects.equals(was, is)) {
      out.add(new AttributeChange(name, shown(was), shown(is)));
    }
  }

  private static boolean isTrue(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "unknown" : value.toString();
  }
}
