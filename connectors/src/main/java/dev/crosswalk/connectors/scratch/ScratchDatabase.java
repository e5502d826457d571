package dev.crosswalk.connectors.scratch;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.h2.Driver;
import org.jspecify.annotations.Nullable;

/**
 * H2 in memory, reading SQL as PostgreSQL does as far as it can. Each query has a database of its
 * own, which holds nothing but the tables that are given.
 */
public final class ScratchDatabase {
  // Words of H2 that are plain names in the databases that exports are for.
  private static final String URL =
      "jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE,KEY,DAY,MONTH,YEAR,"
          + "HOUR,MINUTE,SECOND,INTERVAL,USER,ROW,ROWNUM,TOP,SET,QUALIFY";

  private static final int SECONDS = 20;

  /** Rows that are handed back. */
  private static final int MOST_ROWS = 10_000;

  private ScratchDatabase() {}

  /**
   * A table.
   *
   * @param name that needs no quotes
   * @param columns as SQL writes them, quotes and all
   * @param rows texts, numbers, booleans and nulls, as many as columns in each; a column is of its
   *     first value's type
   */
  public record Table(String name, List<String> columns, List<List<@Nullable Object>> rows) {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * Runs one select statement.
   *
   * @return rows by column name, in small letters; at most 10,000
   * @throws ProblemException {@code scratch-query} with the database's reason
   */
  public static List<Map<String, @Nullable Object>> run(List<Table> tables, String query) {
    try (Connection connection = new Driver().connect(URL, new Properties())) {
      for (Table table : tables) {
        fill(connection, table);
      }
      try (Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(SECONDS);
        statement.setMaxRows(MOST_ROWS);
        try (ResultSet rows = statement.executeQuery(query)) {
          return read(rows);
        }
      }
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage());
      int end = reason.indexOf("; SQL statement");
      throw new ProblemException(
          Problem.error(
              "scratch-query",
              null,
              "The database refuses it: " + (end < 0 ? reason : reason.substring(0, end)),
              "Compare the value with what the target takes."),
          e);
    }
  }

  private static void fill(Connection connection, Table table) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      columns.add(table.columns().get(i) + " " + type(table, i));
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table " + table.name() + " (" + String.join(", ", columns) + ")");
    }
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    try (PreparedStatement insert =
        connection.prepareStatement("insert into " + table.name() + " values (" + marks + ")")) {
      for (List<@Nullable Object> row : table.rows()) {
        for (int i = 0; i < row.size(); i++) {
          Object value = row.get(i);
          insert.setObject(i + 1, value instanceof Number n ? new BigDecimal(n.toString()) : value);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static String type(Table table, int column) {
    for (List<@Nullable Object> row : table.rows()) {
      Object value = row.get(column);
      if (value instanceof Number) {
        return "decfloat";
      }
      if (value instanceof Boolean) {
        return "boolean";
      }
      if (value != null) {
        return "varchar";
      }
    }
    return "varchar";
  }

  private static List<Map<String, @Nullable Object>> read(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    while (rows.next()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), value(rows, columns, i));
      }
      all.add(Collections.unmodifiableMap(row));
    }
    return Collections.unmodifiableList(all);
  }

  private static @Nullable Object value(ResultSet rows, ResultSetMetaData columns, int column)
      throws SQLException {
    return switch (columns.getColumnType(column)) {
      case Types.DATE -> rows.getObject(column, LocalDate.class);
      case Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(column, OffsetDateTime.class);
      case Types.CHAR, Types.VARCHAR, Types.CLOB -> rows.getString(column);
      default -> rows.getObject(column);
    };
  }
}
