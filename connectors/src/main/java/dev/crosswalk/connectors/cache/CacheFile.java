package dev.crosswalk.connectors.cache;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 file under the cache: opened in mixed mode, so that the studio and the command line share
 * it; brought up to date; set aside where it is damaged. Where the folder cannot be written, the
 * cache lives in memory and a notice says so.
 */
final class CacheFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CacheFile.class);
  private static final String NAME = "schemas";
  private static final String USER = "crosswalk";
  private static final int MOST_CONNECTIONS = 4;
  private static final int SECONDS_TO_WAIT = 10;

  /** The newest migration in this package's resources. */
  static final String VERSION = "4";

  private static final Set<Integer> NO_TABLE =
      Set.of(
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1);

  private static final Set<Integer> DAMAGED =
      Set.of(
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.FILE_VERSION_ERROR_1,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.GENERAL_ERROR_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
          ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
          ErrorCode.COLUMN_NOT_FOUND_1,
          ErrorCode.SERIALIZATION_FAILED_1,
          ErrorCode.DESERIALIZATION_FAILED_1);

  private static final Set<Integer> LOST =
      Set.of(
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.OBJECT_CLOSED);

  private final Path folder;
  private final Clock clock;
  private final List<Problem> notices = new CopyOnWriteArrayList<>();
  private String url = "";
  private JdbcConnectionPool pool;

  CacheFile(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.pool = start();
  }

  List<Problem> notices() {
    return List.copyOf(notices);
  }

  /** The pool in use, to tell {@link #reconnect} and {@link #rebuild} which one failed. */
  synchronized JdbcConnectionPool pool() {
    return pool;
  }

  /** Runs something on a connection of its own. */
  static <T> T with(JdbcConnectionPool pool, Use<T> use) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return use.on(connection);
    } catch (IllegalStateException e) {
      // Another thread disposed of it meanwhile: as if the connection were lost.
      throw new SQLException(e.getMessage(), "08003", ErrorCode.OBJECT_CLOSED, e);
    }
  }

  @FunctionalInterface
  interface Use<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Whether an error says that the file itself cannot be trusted any more. */
  static boolean isDamage(Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql && DAMAGED.contains(sql.getErrorCode())) {
        return true;
      }
    }
    return false;
  }

  /** Whether an error says that the process that served the file is gone. */
  static boolean isLost(Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql && LOST.contains(sql.getErrorCode())) {
        return true;
      }
    }
    return false;
  }

  /** Forgets the open connections; the next one finds who serves the file now, or opens it. */
  synchronized void reconnect(JdbcConnectionPool failed) {
    if (failed == pool) {
      pool.dispose();
      pool = pool(url);
    }
  }

  /** Sets the damaged file aside and starts an empty one, unless another thread did so. */
  synchronized void rebuild(JdbcConnectionPool failed, Throwable why) {
    if (failed != pool) {
      return;
    }
    LOG.warn("The schema cache is damaged and is rebuilt.", why);
    pool.dispose();
    setAside();
    pool = open(fileUrl());
  }

  private JdbcConnectionPool start() {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        return inMemory("it cannot be written");
      }
    } catch (IOException e) {
      return inMemory("it cannot be made (" + e.getMessage() + ")");
    }
    try {
      return open(fileUrl());
    } catch (RuntimeException e) {
      if (inUse(e)) {
        return inMemory("another program holds it without sharing");
      }
      if (!isDamage(e) && !(e instanceof FlywayException)) {
        LOG.warn("The schema cache cannot be opened.", e);
        return inMemory("it cannot be opened (" + e.getMessage() + ")");
      }
      LOG.warn("The schema cache is damaged and is rebuilt.", e);
      setAside();
      return open(fileUrl());
    }
  }

  private JdbcConnectionPool inMemory(String why) {
    notices.add(
        Problem.warning(
            "cache-in-memory",
            Place.of(folder.toString()),
            "The schema cache in this folder cannot be used, because "
                + why
                + "; what is discovered is kept only until Crosswalk is closed.",
            "Make the folder writable, or name another one in XDG_CACHE_HOME."));
    return open("jdbc:h2:mem:crosswalk-" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
  }

  private String fileUrl() {
    return "jdbc:h2:file:"
        + folder.resolve(NAME).toAbsolutePath()
        + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
  }

  private JdbcConnectionPool open(String address) {
    // H2's mixed mode would listen on every interface; other processes of this machine are enough.
    if (System.getProperty("h2.bindAddress") == null) {
      System.setProperty("h2.bindAddress", "127.0.0.1");
    }
    url = address;
    JdbcConnectionPool opened = pool(address);
    // It stays open meanwhile, so that the database does not go and come again.
    try (Connection first = opened.getConnection()) {
      if (!isUpToDate(first)) {
        Flyway.configure(CacheFile.class.getClassLoader())
            .dataSource(address, USER, "")
            .locations("classpath:dev/crosswalk/connectors/cache/migration")
            .load()
            .migrate();
      }
      return opened;
    } catch (SQLException e) {
      opened.dispose();
      throw new IllegalStateException(e.getMessage(), e);
    } catch (RuntimeException e) {
      opened.dispose();
      throw e;
    }
  }

  private static JdbcConnectionPool pool(String address) {
    JdbcConnectionPool made = JdbcConnectionPool.create(address, USER, "");
    made.setMaxConnections(MOST_CONNECTIONS);
    made.setLoginTimeout(SECONDS_TO_WAIT);
    return made;
  }

  /**
   * One query instead of Flyway's second, where there is nothing to migrate. It names the table
   * that Flyway makes: looking for it among all tables first takes H2 as long as all the rest.
   */
  private static boolean isUpToDate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet version =
            statement.executeQuery(
                "select count(*) from \"flyway_schema_history\""
                    + " where \"success\" and \"version\" = '"
                    + VERSION
                    + "'")) {
      return version.next() && version.getInt(1) == 1;
    } catch (SQLException e) {
      if (NO_TABLE.contains(e.getErrorCode())) {
        return false;
      }
      throw e;
    }
  }

  private static boolean inUse(Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql
          && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        return true;
      }
    }
    return false;
  }

  private void setAside() {
    Path file = folder.resolve(NAME + ".mv.db");
    String stamp =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC)
            .format(clock.instant());
    Path aside = folder.resolve(NAME + ".damaged-" + stamp + ".mv.db");
    try {
      for (int i = 2; Files.exists(aside); i++) {
        aside = folder.resolve(NAME + ".damaged-" + stamp + "-" + i + ".mv.db");
      }
      if (Files.exists(file)) {
        Files.move(file, aside);
      }
      Files.deleteIfExists(folder.resolve(NAME + ".lock.db"));
    } catch (IOException e) {
      Problem problem =
          Problem.error(
              "cache-damaged",
              Place.of(file.toString()),
              "The schema cache is damaged and cannot be moved away (" + e.getMessage() + ").",
              "Delete the file by hand; discovery fills a new one.");
      throw new ProblemException(problem, e);
    }
    notices.add(
        Problem.warning(
            "cache-damaged",
            Place.of(aside.toString()),
            "The schema cache was damaged; it was set aside under this name and a new one begun.",
            "Discover the connections again; mappings are not affected."));
  }

  @Override
  public synchronized void close() {
    pool.dispose();
  }
}
