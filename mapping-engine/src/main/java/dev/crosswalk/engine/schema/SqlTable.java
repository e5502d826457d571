package dev.crosswalk.engine.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the columns of one table while statements about it are read. */
final class SqlTable {
  private final String name;
  private final Map<String, Field.Builder> columns = new LinkedHashMap<>();
  private @Nullable String comment;

  SqlTable(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Adds a column; false if there is one of this name already. */
  boolean add(String column, Field.Builder field) {
    return columns.putIfAbsent(key(column), field) == null;
  }

  /** The column, found whatever its case; null if there is none. */
  Field.@Nullable Builder column(String column) {
    return columns.get(key(column));
  }

  void comment(String text) {
    comment = text;
  }

  /** A key of one column makes it required and unique; of several, only required. */
  void primaryKey(List<String> names) {
    for (String column : names) {
      Field.Builder field = column(column);
      if (field != null) {
        field.required(true);
        if (names.size() == 1) {
          field.unique(true);
        }
      }
    }
  }

  void unique(List<String> names) {
    Field.Builder field = names.size() == 1 ? column(names.get(0)) : null;
    if (field != null) {
      field.unique(true);
    }
  }

  void references(List<String> names, String table) {
    Field.Builder field = names.size() == 1 ? column(names.get(0)) : null;
    if (field != null) {
      field.type(FieldType.REFERENCE).references(List.of(table));
    }
  }

  /** The values of {@code CHECK (column IN (...))}. */
  void values(String column, List<String> values) {
    Field.Builder field = column(column);
    if (field != null && !values.isEmpty()) {
      field
          .type(FieldType.ENUM)
          .restricted(true)
          .values(values.stream().distinct().map(PicklistValue::of).toList());
    }
  }

  SchemaObject build() {
    return new SchemaObject(
        name,
        null,
        null,
        comment,
        null,
        null,
        null,
        columns.values().stream().map(Field.Builder::build).toList());
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
