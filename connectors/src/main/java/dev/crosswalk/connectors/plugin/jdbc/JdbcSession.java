package dev.crosswalk.connectors.plugin.jdbc;

import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.plugin.LocalSession;
import dev.crosswalk.connectors.plugin.SessionPlugin;
import dev.crosswalk.connectors.plugin.Work;
import dev.crosswalk.connectors.records.RecordById;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
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
import java.util.Optional;
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

  private <T> T using(Work progress, Use<T> use) {
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
    String message = first(e) + ".";
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

  private Problem unreadable(String table, SQLException e) {
    return Problem.warning(
        "object-unread",
        Place.of(table),
        "'" + table + "' could not be read: " + first(e) + ".",
        "Ask the admin whether this user may see it; the others are complete.");
  }

  /** The first line of what the database said. */
  private String first(SQLException e) {
    return opening()
        .redacted()
        .apply(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
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
    String port = input("port");
    int number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : dialect.port();
    if (dialect.remote()) {
      opening().reach().check(input("host"));
    }
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
    String url = dialect.url(input("host"), number, input("database"));
    Connection connection = driver.connect(url, properties);
    if (connection == null) {
      throw bad(
          "connection-driver",
          "The driver does not take the address " + opening().redacted().apply(url) + ".",
          "Check host and database.");
    }
    return connection;
  }

  @Override
  protected Identity identity(Work progress) {
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
  protected List<String> names(Work progress) {
    return using(
        progress,
        c -> new JdbcSchema(c, dialect()).tables().stream().map(JdbcSchema.Table::name).toList());
  }

  @Override
  protected List<SchemaObject> read(
      Collection<String> names, Work progress, Map<String, Problem> unread) {
    return using(
        progress,
        connection -> {
          JdbcSchema schema = new JdbcSchema(connection, dialect());
          List<SchemaObject> objects = new ArrayList<>();
          for (JdbcSchema.Table table : schema.tables()) {
            if (names.contains(table.name())) {
              progress.check();
              try {
                objects.add(schema.object(table));
              } catch (SQLException e) {
                // One view may be broken, or closed to this user; a dead connection is another
                // thing.
                if (!connection.isValid(5)) {
                  throw e;
                }
                connection.rollback();
                unread.put(table.name(), unreadable(table.name(), e));
              }
              progress.update(objects.size() + unread.size(), names.size(), "objects");
            }
          }
          return objects;
        });
  }

  @Override
  protected List<Map<String, @Nullable Object>> records(
      SchemaObject object, List<String> fields, int limit, Work progress) {
    return using(
        progress,
        connection -> {
          JdbcSchema schema = new JdbcSchema(connection, dialect());
          Rows rows = new Rows(connection, schema, object, readable(object, fields), progress);
          return rows.select(table(schema, object), "", Math.min(limit, MOST_RECORDS), s -> {});
        });
  }

  @Override
  protected Optional<Map<String, @Nullable Object>> one(
      SchemaObject object, List<String> fields, String id, Work progress) {
    return using(
        progress,
        connection -> {
          JdbcSchema schema = new JdbcSchema(connection, dialect());
          JdbcSchema.Table table = table(schema, object);
          Optional<Field> key = schema.key(table).flatMap(object::field);
          if (key.isEmpty()) {
            return Optional.empty();
          }
          JdbcKey typed = new JdbcKey(key.get(), dialect());
          Rows rows = new Rows(connection, schema, object, readable(object, fields), progress);
          List<Map<String, @Nullable Object>> found;
          try {
            found =
                rows.select(
                    table,
                    " WHERE " + schema.quoted(key.get().name()) + " = ?",
                    1,
                    s -> typed.set(s, id));
          } catch (SQLException e) {
            if (!JdbcKey.refused(e)) {
              throw e;
            }
            throw bad(
                RecordById.NO_ID,
                "'" + id + "' can be no value of the key '" + key.get().name() + "'.",
                "Give a value of the primary key.");
          }
          if (found.isEmpty()) {
            throw bad(
                RecordById.UNKNOWN,
                "'"
                    + table.name()
                    + "' has no row whose '"
                    + key.get().name()
                    + "' is '"
                    + id
                    + "', or this user may not see it.",
                "Check the value.");
          }
          return Optional.of(found.getFirst());
        });
  }

  private static List<String> readable(SchemaObject object, List<String> fields) {
    return fields.stream()
        .filter(f -> object.field(f).map(x -> x.type() != FieldType.BINARY).orElse(false))
        .toList();
  }

  private static JdbcSchema.Table table(JdbcSchema schema, SchemaObject object)
      throws SQLException {
    return schema.tables().stream()
        .filter(t -> t.name().equals(object.name()))
        .findFirst()
        .orElseThrow(() ->
            bad(
                "object-unknown",
                "There is no table '" + object.name() + "'.",
                "Discover the database again."));
  }

  @FunctionalInterface
  private interface Filling {
    void fill(PreparedStatement select) throws SQLException;
  }

  /** Rows of one table as records. */
  private final class Rows {
    private final Connection connection;
    private final JdbcSchema schema;
    private final SchemaObject object;
    private final List<String> names;
    private final Work progress;

    Rows(
        Connection connection,
        JdbcSchema schema,
        SchemaObject object,
        List<String> names,
        Work progress) {
      this.connection = connection;
      this.schema = schema;
      this.object = object;
      this.names = names;
      this.progress = progress;
    }

    /**
     * @param where of our own making, with values as question marks
     */
    List<Map<String, @Nullable Object>> select(
        JdbcSchema.Table table, String where, int most, Filling values) throws SQLException {
      String columns = String.join(", ", names.stream().map(schema::quoted).toList());
      List<Map<String, @Nullable Object>> records = new ArrayList<>();
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT " + columns + " FROM " + schema.quoted(table) + where)) {
        select.setMaxRows(most);
        select.setFetchSize(most);
        select.setQueryTimeout(SECONDS);
        values.fill(select);
        progress.onCancel(() -> cancel(select));
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            progress.check();
            records.add(record(rows));
          }
        }
      }
      progress.update(records.size(), records.size(), "records");
      return records;
    }

    private Map<String, @Nullable Object> record(ResultSet rows) throws SQLException {
      Map<String, @Nullable Object> record = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        Object value = JdbcValues.of(rows, i + 1, dialect());
        record.put(name, isSet(object, name) ? set(value) : value);
      }
      return record;
    }
  }

  private static boolean isSet(SchemaObject object, String field) {
    return object.field(field).map(f -> f.type() == FieldType.MULTI_ENUM).orElse(false);
  }

  /** MySQL gives a SET as one text with commas; no value of it may hold one. */
  private static @Nullable Object set(@Nullable Object value) {
    return value instanceof String text
        ? text.isEmpty() ? List.of() : List.of(text.split(",", -1))
        : value;
  }

  /** The server ends its work too, not only this side its waiting. */
  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      // It is over already, or the connection is gone: both are what was wanted.
    }
  }

  @Override
  public void close() {
    // Each call has its own connection, which is closed with it.
  }
}
