package dev.crosswalk.connectors.plugin.jdbc;

import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.plugin.LocalSession;
import dev.crosswalk.connectors.plugin.SessionPlugin;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One connection to a database: opened for each call, read-only, rolled back. */
final class JdbcSession extends LocalSession {
  private static final int MOST_RECORDS = 1000;
  private static final int SECONDS = 60;

  JdbcSession(SessionPlugin.Opening opening) {
    super(opening);
  }

  @FunctionalInterface
  private interface Use<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T using(Progress progress, Use<T> use) {
    progress.check();
    Dialect dialect = dialect();
    try (Connection connection = connect(dialect)) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String sql : dialect.first()) {
          statement.execute(sql);
        }
      }
      try {
        return use.with(connection);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private ProblemException failed(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String where = "The database (connection '" + profile().name() + "') ";
    if (state.startsWith("28")) {
      return bad(
          "remote-unauthenticated",
          where + "refused the login: " + message,
          "Check user and password.");
    }
    if (state.startsWith("08") || state.startsWith("90")) {
      return bad(
          "remote-unreachable",
          where + "cannot be reached: " + message,
          "Check host, port and database, and that it is running.");
    }
    if (state.startsWith("42")) {
      return bad(
          "remote-forbidden",
          where + "does not let this user read that: " + message,
          "Ask the admin for the permission.");
    }
    return bad("remote-vendor-error", where + "failed: " + message, "Try again, or ask the admin.");
  }

  private String input(String key) {
    return opening().inputs().getOrDefault(key, "");
  }

  private Dialect dialect() {
    return Dialect.ofWord(input("kind"))
        .orElseThrow(() ->
            bad(
                "connection-input",
                "The kind of database '" + input("kind") + "' is unknown.",
                "Use h2, postgresql or mysql."));
  }

  private Connection connect(Dialect dialect) throws SQLException {
    Driver driver =
        Drivers.find(dialect.driver(), opening().drivers())
            .orElseThrow(() ->
                bad(
                    "connection-driver",
                    "The driver " + dialect.driver() + " is not here.",
                    "Get its jar from the maker of the database and put it into "
                        + (opening().drivers() == null
                            ? "the folder 'drivers'"
                            : opening().drivers())
                        + "."));
    Properties properties = new Properties();
    dialect.properties(properties);
    properties.setProperty("user", input("user"));
    properties.setProperty("password", input("password"));
    String port = input("port");
    String url =
        dialect.url(
            input("host"),
            port.matches("\\d{1,5}") ? Integer.parseInt(port) : dialect.port(),
            input("database"));
    Connection connection = driver.connect(url, properties);
    if (connection == null) {
      throw bad(
          "connection-driver",
          "The driver does not take the address " + url + ".",
          "Check host and database.");
    }
    return connection;
  }

  @Override
  protected Identity identity(Progress progress) {
    return using(
        progress,
        connection -> {
          DatabaseMetaData metadata = connection.getMetaData();
          return new Identity(
              metadata.getUserName(),
              metadata.getDatabaseProductName() + " " + metadata.getDatabaseProductVersion(),
              null,
              null,
              List.of(),
              null);
        });
  }

  @Override
  protected List<String> names(Progress progress) {
    return using(
        progress, c -> new JdbcSchema(c).tables().stream().map(JdbcSchema.Table::name).toList());
  }

  @Override
  protected List<SchemaObject> read(Collection<String> names, Progress progress) {
    return using(
        progress,
        connection -> {
          JdbcSchema schema = new JdbcSchema(connection);
          List<SchemaObject> objects = new ArrayList<>();
          for (JdbcSchema.Table table : schema.tables()) {
            if (names.contains(table.name())) {
              progress.check();
              objects.add(schema.object(table));
              progress.update(objects.size(), names.size(), "objects");
            }
          }
          return objects;
        });
  }

  @Override
  protected List<Map<String, @Nullable Object>> records(
      SchemaObject object, List<String> fields, int limit, Progress progress) {
    List<String> readable =
        fields.stream()
            .filter(f -> object.field(f).map(x -> x.type() != FieldType.BINARY).orElse(false))
            .toList();
    return using(
        progress,
        connection -> {
          JdbcSchema schema = new JdbcSchema(connection);
          JdbcSchema.Table table =
              schema.tables().stream()
                  .filter(t -> t.name().equals(object.name()))
                  .findFirst()
                  .orElseThrow(() ->
                      bad(
                          "object-unknown",
                          "There is no table '" + object.name() + "'.",
                          "Discover the database again."));
          String names = String.join(", ", readable.stream().map(schema::quoted).toList());
          List<Map<String, @Nullable Object>> records = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement("SELECT " + names + " FROM " + schema.quoted(table))) {
            select.setMaxRows(Math.min(limit, MOST_RECORDS));
            select.setFetchSize(Math.min(limit, MOST_RECORDS));
            select.setQueryTimeout(SECONDS);
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                progress.check();
                Map<String, @Nullable Object> record = new LinkedHashMap<>();
                for (int i = 0; i < readable.size(); i++) {
                  record.put(readable.get(i), JdbcValues.of(rows.getObject(i + 1)));
                }
                records.add(record);
              }
            }
          }
          progress.update(records.size(), records.size(), "records");
          return records;
        });
  }

  @Override
  public void close() {
    // Each call has its own connection, which is closed with it.
  }
}
