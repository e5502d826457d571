package dev.crosswalk.connectors.plugin.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that columns may hold: of enumerations and of check constraints that list them. {@code
 * java.sql} metadata does not tell them, so the database's own dictionary is asked, once for all
 * tables, with a fixed statement each. A database that does not know the dictionary has none.
 */
final class Choices {
  private record Column(String schema, String table, String column) {}

  private record Table(String schema, String table) {}

  private final Map<Column, Set<String>> values = new HashMap<>();
  private final Map<Column, List<String>> columnChecks = new HashMap<>();
  private final Map<Table, List<String>> tableChecks = new HashMap<>();

  private Choices() {}

  static Choices read(Connection connection, Dialect dialect) throws SQLException {
    Choices choices = new Choices();
    rows(
        connection,
        dialect.enumerations(),
        row -> {
          Column column = new Column(text(row, 1), text(row, 2), text(row, 3));
          String value = text(row, 4);
          Set<String> known = choices.values.computeIfAbsent(column, c -> new LinkedHashSet<>());
          if (dialect.listsInOne()) {
            known.addAll(listed(value));
          } else {
            known.add(value);
          }
        });
    rows(
        connection,
        dialect.checks(),
        row -> {
          String column = text(row, 3);
          String clause = text(row, 4);
          if (column.isEmpty()) {
            choices
                .tableChecks
                .computeIfAbsent(new Table(text(row, 1), text(row, 2)), t -> new ArrayList<>())
                .add(clause);
          } else {
            choices
                .columnChecks
                .computeIfAbsent(
                    new Column(text(row, 1), text(row, 2), column), c -> new ArrayList<>())
                .add(clause);
          }
        });
    return choices;
  }

  /** Empty where any value may stand. */
  List<String> of(JdbcSchema.Table table, String column) {
    String schema = place(table);
    Column key = new Column(schema, table.table(), column);
    Set<String> known = values.get(key);
    if (known != null) {
      return List.copyOf(known);
    }
    // A domain's constraint speaks of VALUE, not of the column.
    for (String clause : columnChecks.getOrDefault(key, List.of())) {
      List<String> listed = CheckClause.values(clause, "VALUE").orElse(List.of());
      if (!listed.isEmpty()) {
        return listed;
      }
    }
    for (String clause : tableChecks.getOrDefault(new Table(schema, table.table()), List.of())) {
      List<String> listed = CheckClause.values(clause, column).orElse(List.of());
      if (!listed.isEmpty()) {
        return listed;
      }
    }
    return List.of();
  }

  /** MySQL has databases where others have schemas. */
  private static String place(JdbcSchema.Table table) {
    String schema = table.schema() != null ? table.schema() : table.catalog();
    return schema == null ? "" : schema;
  }

  /** {@code enum('a','b''c')}, as MySQL writes a column's type. */
  private static List<String> listed(String type) {
    int open = type.indexOf('(');
    return open < 0
        ? List.of()
        : CheckClause.values("x in " + type.substring(open), "x").orElse(List.of());
  }

  private interface Take {
    void row(ResultSet row) throws SQLException;
  }

  private static void rows(Connection connection, @Nullable String sql, Take take)
      throws SQLException {
    if (sql == null) {
      return;
    }
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet found = select.executeQuery()) {
      while (found.next()) {
        take.row(found);
      }
    } catch (SQLException e) {
      if (e instanceof java.sql.SQLNonTransientConnectionException) {
        throw e;
      }
      // PostgreSQL takes nothing more in a transaction in which a statement failed.
      connection.rollback();
    }
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }
}
