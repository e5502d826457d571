package dev.crosswalk.connectors.plugin.jdbc;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.schema.SqlTypes;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tables and views with their columns, as {@code java.sql} metadata tells them. */
final class JdbcSchema {
  private static final String[] KINDS = {
    "TABLE", "BASE TABLE", "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE", "PARTITIONED TABLE"
  };

  private static final Pattern LITERAL =
      Pattern.compile("'((?:[^']|'')*)'(?:::[\\w \".]+(?:\\(\\d+\\))?)?");

  private final DatabaseMetaData metadata;
  private final String quote;
  private final @Nullable String catalog;
  private final @Nullable String home;
  private final Connection connection;
  private final Dialect dialect;
  private @Nullable Choices choices;

  JdbcSchema(Connection connection, Dialect dialect) throws SQLException {
    this.connection = connection;
    this.dialect = dialect;
    this.metadata = connection.getMetaData();
    String quotes = metadata.getIdentifierQuoteString();
    this.quote = quotes == null || quotes.isBlank() ? "\"" : quotes;
    this.catalog = connection.getCatalog();
    this.home = connection.getSchema();
  }

  /**
   * @param name alone where it is in the schema of the connection, otherwise after its schema
   */
  record Table(
      String name,
      @Nullable String catalog,
      @Nullable String schema,
      String table,
      @Nullable String remarks) {}

  List<Table> tables() throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (ResultSet rows = metadata.getTables(catalog, null, "%", KINDS)) {
      while (rows.next()) {
        String schema = rows.getString("TABLE_SCHEM");
        if (schema != null && Dialect.THEIR_OWN.contains(schema.toLowerCase(Locale.ROOT))) {
          continue;
        }
        String table = rows.getString("TABLE_NAME");
        tables.add(
            new Table(
                named(schema, table),
                rows.getString("TABLE_CAT"),
                schema,
                table,
                rows.getString("REMARKS")));
      }
    }
    return tables;
  }

  private String named(@Nullable String schema, String table) {
    return schema == null || schema.equals(home) ? table : schema + "." + table;
  }

  /** A name as SQL takes it, whatever it holds. */
  String quoted(String name) {
    return quote + name.replace(quote, quote + quote) + quote;
  }

  String quoted(Table table) {
    return table.schema() == null
        ? quoted(table.table())
        : quoted(table.schema()) + "." + quoted(table.table());
  }

  /** Asked for once, with the first object. */
  private Choices choices() throws SQLException {
    Choices known = choices;
    if (known == null) {
      known = Choices.read(connection, dialect);
      choices = known;
    }
    return known;
  }

  SchemaObject object(Table table) throws SQLException {
    Choices values = choices();
    Set<String> keys = keys(table);
    Set<String> unique = unique(table);
    Map<String, String> references = references(table);
    List<Field> fields = new ArrayList<>();
    try (ResultSet rows =
        metadata.getColumns(
            table.catalog(), table.schema(), table.table().replace("_", "\\_"), "%")) {
      fields.addAll(columns(rows, table, keys, unique, references, values));
    }
    if (fields.isEmpty()) {
      // Not every driver knows how to escape a pattern.
      try (ResultSet rows =
          metadata.getColumns(table.catalog(), table.schema(), table.table(), "%")) {
        fields.addAll(columns(rows, table, keys, unique, references, values));
      }
    }
    return new SchemaObject(
        table.name(), null, null, blank(table.remarks()), null, null, null, fields);
  }

  private static List<Field> columns(
      ResultSet rows,
      Table table,
      Set<String> keys,
      Set<String> unique,
      Map<String, String> references,
      Choices choices)
      throws SQLException {
    List<Field> fields = new ArrayList<>();
    while (rows.next()) {
      if (rows.getString("TABLE_NAME").equals(table.table())) {
        List<String> values = choices.of(table, rows.getString("COLUMN_NAME"));
        fields.add(field(rows, keys, unique, references, values));
      }
    }
    return fields;
  }

  private static Field field(
      ResultSet row,
      Set<String> keys,
      Set<String> unique,
      Map<String, String> references,
      List<String> values)
      throws SQLException {
    String name = row.getString("COLUMN_NAME");
    String word = row.getString("TYPE_NAME");
    int size = row.getInt("COLUMN_SIZE");
    int scale = row.getInt("DECIMAL_DIGITS");
    boolean scaled = !row.wasNull();
    String fallback = plain(blank(row.getString("COLUMN_DEF")));
    boolean auto = "YES".equals(row.getString("IS_AUTOINCREMENT"));
    boolean generated = "YES".equals(row.getString("IS_GENERATEDCOLUMN"));
    boolean must = row.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls;
    String target = references.get(name);
    int sqlType = row.getInt("DATA_TYPE");
    FieldType type =
        type(
            word,
            sqlType == Types.DISTINCT ? row.getInt("SOURCE_DATA_TYPE") : sqlType,
            size,
            scaled ? scale : -1);
    if (!values.isEmpty() && type != FieldType.MULTI_ENUM) {
      type = sqlType == Types.ARRAY ? FieldType.MULTI_ENUM : FieldType.ENUM;
    }
    boolean key = keys.size() == 1 && keys.contains(name);
    return Field.builder(name, key ? FieldType.ID : target != null ? FieldType.REFERENCE : type)
        .nativeType(word)
        .description(blank(row.getString("REMARKS")))
        .required(must && fallback == null && !auto && !generated)
        .readOnly(generated)
        .calculated(auto || generated ? true : null)
        .unique(unique.contains(name) || key ? true : null)
        .values(values.stream().map(PicklistValue::of).toList())
        .restricted(values.isEmpty() ? null : true)
        .multiple(type == FieldType.STRING_LIST || type == FieldType.MULTI_ENUM ? true : null)
        .length(type.isText() && size > 0 && size < 10_000_000 ? size : null)
        .precision(type == FieldType.DECIMAL && size < 1000 ? size : null)
        .scale(type == FieldType.DECIMAL && scaled && scale >= 0 && scale < 1000 ? scale : null)
        .defaultValue(auto || generated ? null : fallback)
        .references(target == null ? List.of() : List.of(target))
        .build();
  }

  private static FieldType type(String word, int sqlType, int size, int scale) {
    FieldType type =
        SqlTypes.of(word.toUpperCase(Locale.ROOT).replaceFirst("\\(.*", ""), size, scale);
    if (type != FieldType.ANY) {
      return type;
    }
    return switch (sqlType) {
      case Types.VARCHAR, Types.NVARCHAR, Types.CHAR, Types.NCHAR -> FieldType.STRING;
      case Types.LONGVARCHAR, Types.CLOB, Types.NCLOB -> FieldType.TEXT;
      case Types.INTEGER, Types.BIGINT, Types.SMALLINT, Types.TINYINT -> FieldType.INTEGER;
      case Types.DECIMAL, Types.NUMERIC, Types.DOUBLE, Types.FLOAT, Types.REAL -> FieldType.DECIMAL;
      case Types.BOOLEAN, Types.BIT -> FieldType.BOOLEAN;
      case Types.DATE -> FieldType.DATE;
      case Types.TIME, Types.TIME_WITH_TIMEZONE -> FieldType.TIME;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> FieldType.DATETIME;
      case Types.ARRAY -> FieldType.STRING_LIST;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> FieldType.BINARY;
      default -> FieldType.ANY;
    };
  }

  /** A literal without its quotes and its cast; an expression as it is. */
  private static @Nullable String plain(@Nullable String fallback) {
    if (fallback == null || fallback.equalsIgnoreCase("NULL")) {
      return null;
    }
    Matcher literal = LITERAL.matcher(fallback);
    return literal.matches() ? literal.group(1).replace("''", "'") : fallback;
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** The column of the primary key; empty where there is none, or more than one. */
  Optional<String> key(Table table) throws SQLException {
    Set<String> keys = keys(table);
    return keys.size() == 1 ? Optional.of(keys.iterator().next()) : Optional.empty();
  }

  private Set<String> keys(Table table) throws SQLException {
    Set<String> keys = new LinkedHashSet<>();
    try (ResultSet rows = metadata.getPrimaryKeys(table.catalog(), table.schema(), table.table())) {
      while (rows.next()) {
        keys.add(rows.getString("COLUMN_NAME"));
      }
    }
    return keys;
  }

  /** Columns that are the only one of a unique index. */
  private Set<String> unique(Table table) throws SQLException {
    Map<String, List<String>> indexes = new HashMap<>();
    try (ResultSet rows =
        metadata.getIndexInfo(table.catalog(), table.schema(), table.table(), true, true)) {
      while (rows.next()) {
        String index = rows.getString("INDEX_NAME");
        String column = rows.getString("COLUMN_NAME");
        if (index != null && column != null) {
          indexes.computeIfAbsent(index, i -> new ArrayList<>()).add(column);
        }
      }
    }
    Set<String> unique = new HashSet<>();
    indexes.values().stream().filter(c -> c.size() == 1).forEach(unique::addAll);
    return unique;
  }

  /** The table that a column refers to, for foreign keys of one column. */
  private Map<String, String> references(Table table) throws SQLException {
    Map<String, Map<String, String>> keys = new HashMap<>();
    try (ResultSet rows =
        metadata.getImportedKeys(table.catalog(), table.schema(), table.table())) {
      while (rows.next()) {
        String target = named(rows.getString("PKTABLE_SCHEM"), rows.getString("PKTABLE_NAME"));
        keys.computeIfAbsent(String.valueOf(rows.getString("FK_NAME")), k -> new HashMap<>())
            .put(rows.getString("FKCOLUMN_NAME"), target);
      }
    }
    Map<String, String> references = new HashMap<>();
    keys.values().stream().filter(k -> k.size() == 1).forEach(references::putAll);
    return references;
  }
}
