package dev.crosswalk.engine.drift;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person has reviewed of a source object, after they decided on some of its fields. A field
 * that changed since the last review, and that is read by something nobody decided on, stays as it
 * was reviewed: drift goes only where a person looked. So does a field that became required and
 * that nothing reads. Everything else is as it is now.
 */
public final class ReviewRule {
  private ReviewRule() {}

  /** An object as it is kept: without sample values and remarks of one discovery. */
  public static SchemaObject kept(SchemaObject object) {
    return object.withFields(
        object.fields().stream()
            .map(f -> f.toBuilder().samples(List.of()).warnings(List.of()).build())
            .toList());
  }

  /**
   * @param reviewed the object as it was reviewed last; empty where it never was
   * @param live the object as it is now
   * @param untouched names of the fields that are read by what was not decided on now
   * @param unread names of the fields that nothing reads and nobody decided on
   * @return the object as it is reviewed from now on; {@code reviewed} itself where that is the
   *     same but for the order of fields
   */
  public static SchemaObject after(
      Optional<SchemaObject> reviewed,
      SchemaObject live,
      Set<String> untouched,
      Set<String> unread) {
    SchemaObject now = kept(live);
    if (reviewed.isEmpty()) {
      return now;
    }
    SchemaObject before = reviewed.get();
    Map<String, Field> old = before.byName();
    List<Field> fields = new ArrayList<>();
    for (Field field : now.fields()) {
      Field was = old.get(field.name());
      if (unread.contains(field.name()) && DriftJudge.becameRequired(was, field)) {
        if (was != null) {
          fields.add(was);
        }
        continue;
      }
      boolean stays =
          was != null && untouched.contains(field.name()) && SchemaDiff.differ(was, field);
      fields.add(stays ? was : field);
    }
    keepLost(before, now, untouched, fields);
    SchemaObject result = now.withFields(fields);
    return same(before, result) ? before : result;
  }

  /** A lost field that is still read stays where it stood: after the one that stood before it. */
  private static void keepLost(
      SchemaObject before, SchemaObject now, Set<String> untouched, List<Field> fields) {
    Set<String> there = new HashSet<>(now.byName().keySet());
    String previous = null;
    for (Field was : before.fields()) {
      if (!there.contains(was.name()) && untouched.contains(was.name())) {
        int at = 0;
        for (int i = 0; i < fields.size(); i++) {
          if (fields.get(i).name().equals(previous)) {
            at = i + 1;
          }
        }
        fields.add(at, was);
        there.add(was.name());
      }
      if (there.contains(was.name())) {
        previous = was.name();
      }
    }
  }

  private static boolean same(SchemaObject one, SchemaObject other) {
    return one.withFields(List.of()).equals(other.withFields(List.of()))
        && one.byName().equals(other.byName());
  }
}
