package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.SqlExpr.Kind;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.text.YamlWriter;
import dev.crosswalk.engine.transform.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties files of dbt: sources, models with their data tests, seeds. */
final class DbtProperties {
  /** More values make a test that nobody reads. */
  private static final int MOST_VALUES = 500;

  private DbtProperties() {}

  /** A file with one list under its key. */
  static String file(String key, List<? extends Map<String, Object>> entries) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("version", 2);
    file.put(key, entries);
    return """
    # Written by Crosswalk (export dbt).
    # Edit the mapping and export again; changes made here are lost.
    """
        + YamlWriter.write(file, path -> true);
  }

  /** A source of one customer and system, with its tables. */
  static Map<String, Object> source(DbtNames names, Map<Object, Object> settings) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("name", names.source());
    if (settings.get("database") instanceof String database) {
      source.put("database", plain(database));
    }
    String schema = settings.get("schema") instanceof String said ? plain(said) : names.source();
    // A customer's records are in a schema of its own, which whoever runs dbt may name otherwise.
    source.put(
        "schema",
        names.customer().isEmpty()
            ? schema
            : "{{ var('%s_schema', '%s') }}".formatted(names.source(), names.source()));
    source.put("tables", new ArrayList<>());
    return source;
  }

  static Map<String, Object> table(DbtNames names, Map<Object, Object> settings) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("name", names.table());
    if (settings.get("table") instanceof String identifier) {
      table.put("identifier", plain(identifier));
    }
    return table;
  }

  /**
   * A model with its columns.
   *
   * @param contract whether dbt is to hold the columns to their types
   * @param models the other models of the customer, for tests of relationships
   */
  static Map<String, Object> model(
      DbtModel model,
      @Nullable SchemaObject target,
      List<String> key,
      String description,
      boolean contract,
      List<DbtModel> models) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", model.names().model());
    entry.put("description", plain(description));
    if (contract) {
      entry.put("config", Map.of("contract", Map.of("enforced", true)));
    }
    List<Object> columns = new ArrayList<>();
    for (DbtModel.Column column : model.columns()) {
      Field field =
          target == null ? null : target.field(FieldPath.field(column.target())).orElse(null);
      Map<String, Object> written = new LinkedHashMap<>();
      written.put("name", column.name());
      if (SqlText.isReserved(column.name())) {
        written.put("quote", true);
      }
      written.put("description", plain(described(column, field)));
      if (column.type() != null) {
        written.put("data_type", column.type());
      }
      List<Object> tests = new ArrayList<>();
      if (column.mapping().required() || field != null && field.isRequired()) {
        tests.add("not_null");
      }
      if (key.equals(List.of(column.target()))) {
        tests.add("unique");
      }
      accepted(column, tests);
      relationship(column, models, tests);
      if (!tests.isEmpty()) {
        written.put("data_tests", tests);
      }
      columns.add(written);
    }
    entry.put("columns", columns);
    return entry;
  }

  private static String described(DbtModel.Column column, @Nullable Field field) {
    String label = field == null || field.label() == null ? "" : ": " + field.label();
    String note = column.mapping().note() == null ? "" : ". " + column.mapping().note();
    return column.target() + label + note;
  }

  /** The values that a value map leaves, where it leaves no others. */
  private static void accepted(DbtModel.Column column, List<Object> tests) {
    ValueMap map = column.mapping().values();
    boolean words = column.kind() == Kind.TEXT;
    if (map == null || map.other() instanceof KeepOther || !words && column.kind() != Kind.NUMBER) {
      return;
    }
    Set<String> values = new LinkedHashSet<>();
    map.map().values().forEach(v -> add(v, values));
    if (map.other() instanceof SetOther(Object set)) {
      add(set, values);
    }
    if (column.mapping().fallback() != null) {
      add(column.mapping().fallback().value(), values);
    } else if (words && !map.map().containsKey("")) {
      values.add("");
    }
    // dbt puts the values between quotes as they are, after looking for templates in them.
    boolean safe =
        values.stream()
            .allMatch(v -> v.chars().allMatch(c -> c >= ' ' && c != '\\' && c != '{' && c != 0x7F));
    if (!safe || values.isEmpty() || values.size() > MOST_VALUES) {
      return;
    }
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("values", values.stream().map(v -> v.replace("'", "''")).toList());
    if (!words) {
      arguments.put("quote", false);
    }
    tests.add(Map.of("accepted_values", Map.of("arguments", arguments)));
  }

  private static void add(@Nullable Object value, Set<String> values) {
    String text = Texts.of(value);
    if (text != null) {
      values.add(text);
    }
  }

  private static void relationship(
      DbtModel.Column column, List<DbtModel> models, List<Object> tests) {
    FieldMapping.Reference reference = column.mapping().reference();
    if (reference == null) {
      return;
    }
    for (DbtModel other : models) {
      for (DbtModel.Column key : other.columns()) {
        if (other.object().equals(reference.object()) && key.target().equals(reference.key())) {
          Map<String, Object> arguments = new LinkedHashMap<>();
          arguments.put("to", "ref('" + other.names().model() + "')");
          arguments.put("field", DbtNames.written(key.name()));
          tests.add(Map.of("relationships", Map.of("arguments", arguments)));
          return;
        }
      }
    }
  }

  /** A text in which dbt finds no template. */
  private static String plain(String text) {
    return ExportText.oneLine(text).replace('{', '(').replace('}', ')');
  }
}
