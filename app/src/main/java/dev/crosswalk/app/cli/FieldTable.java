package dev.crosswalk.app.cli;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of an object as a table, with what the system says of each. */
final class FieldTable {
  private FieldTable() {}

  static Table of(SchemaObject object) {
    Table table = new Table("FIELD", "TYPE", "THEIR TYPE", "LABEL", "WHAT");
    for (Field field : object.fields()) {
      String nativeType = field.nativeType();
      String label = field.label();
      table.row(
          field.name(),
          field.type().word(),
          nativeType == null ? "" : nativeType,
          label == null ? "" : label,
          String.join(", ", said(field)));
    }
    return table;
  }

  /** Warnings at fields, in one: how many, the first, and where to see the others. */
  static Optional<Problem> warnings(Schema schema, String connection) {
    Problem first = null;
    int count = 0;
    for (SchemaObject object : schema.objects()) {
      for (Field field : object.fields()) {
        if (!field.warnings().isEmpty()) {
          count++;
          if (first == null) {
            first =
                Problem.warning(
                    "field-warnings",
                    null,
                    field.name() + " of '" + object.name() + "': " + field.warnings().getFirst(),
                    "crosswalk schemas "
                        + connection
                        + " "
                        + object.name()
                        + " shows what is known of each field.");
          }
        }
      }
    }
    if (first == null || count == 1) {
      return Optional.ofNullable(first);
    }
    return Optional.of(
        Problem.warning(
            first.code(),
            null,
            Counts.of(count, "field") + " came with a warning, the first is " + first.what(),
            first.next()));
  }

  /** Only what is known and so: what is false or not said stays away. */
  private static List<String> said(Field field) {
    List<String> words = new ArrayList<>();
    add(words, field.custom(), "custom");
    add(words, field.required(), "required");
    add(words, field.readOnly(), "read-only");
    add(words, field.createOnly(), "create-only");
    add(words, field.unique(), "unique");
    add(words, field.externalId(), "external id");
    add(words, field.calculated(), "calculated");
    add(words, field.deprecated(), "deprecated");
    add(words, field.hidden(), "hidden");
    if (field.length() != null) {
      words.add("length " + field.length());
    }
    if (field.precision() != null || field.scale() != null) {
      words.add("digits " + or(field.precision()) + "." + or(field.scale()));
    }
    if (field.dependsOn() != null) {
      words.add("depends on " + field.dependsOn());
    }
    if (!field.references().isEmpty()) {
      words.add("to " + String.join(" or ", field.references()));
    }
    if (!field.values().isEmpty()) {
      words.add(
          Counts.of(field.values().size(), "value")
              + ": "
              + String.join(" | ", field.values().stream().map(PicklistValue::value).toList()));
    }
    field.warnings().forEach(warning -> words.add("warning: " + warning));
    return words;
  }

  private static String or(@Nullable Integer digits) {
    return digits == null ? "?" : digits.toString();
  }

  private static void add(List<String> words, @Nullable Boolean so, String word) {
    if (Boolean.TRUE.equals(so)) {
      words.add(word);
    }
  }
}
