package dev.crosswalk.app.studio.preview;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people call a record: its name, title or subject, first and last name, or its e-mail
 * address, as far as the object's fields tell; else its first text.
 */
final class RecordNames {
  private static final List<String> WHOLE =
      List.of("name", "fullname", "title", "subject", "displayname", "dealname", "companyname");
  private static final List<String> PARTS = List.of("firstname", "lastname");

  private final List<String> fields;

  private RecordNames(List<String> fields) {
    this.fields = List.copyOf(fields);
  }

  static RecordNames of(SchemaObject object) {
    for (String wanted : WHOLE) {
      for (Field field : object.fields()) {
        if (plain(field).equals(wanted)) {
          return new RecordNames(List.of(field.name()));
        }
      }
    }
    List<String> parts = new ArrayList<>();
    for (String wanted : PARTS) {
      object.fields().stream()
          .filter(f -> plain(f).equals(wanted))
          .findFirst()
          .ifPresent(f -> parts.add(f.name()));
    }
    if (!parts.isEmpty()) {
      return new RecordNames(parts);
    }
    return new RecordNames(
        object.fields().stream()
            .filter(f -> f.type() == FieldType.EMAIL || plain(f).equals("email"))
            .map(Field::name)
            .limit(1)
            .toList());
  }

  private static String plain(Field field) {
    return field.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Empty where the record holds no text at all. */
  String of(Map<String, @Nullable Object> record) {
    List<String> said = new ArrayList<>();
    for (String field : fields) {
      Object value = record.get(field);
      if (value != null && !value.toString().isBlank()) {
        said.add(value.toString());
      }
    }
    if (!said.isEmpty()) {
      return String.join(" ", said);
    }
    for (Object value : record.values()) {
      if (value instanceof String text && !text.isBlank()) {
        return text;
      }
    }
    return "";
  }
}
