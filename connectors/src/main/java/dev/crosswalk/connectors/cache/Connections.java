package dev.crosswalk.connectors.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.h2.Driver;
import org.h2.api.ErrorCode;

/**
 * Connections to one H2 database, used again and again: a few at most, opened when they are needed.
 * At least one stays open, so that the database does too. H2's own driver is asked, not the list of
 * all drivers. Thread-safe.
 */
final class Connections implements AutoCloseable {
  static final String USER = "crosswalk";

  private static final int MOST = 4;
  private static final int SECONDS = 10;

  private final String url;
  private final Semaphore free = new Semaphore(MOST, true);
  private final Deque<Connection> idle = new ArrayDeque<>();

  /** Grows when what is open is to be used no more. */
  private int generation;

  private boolean closed;

  Connections(String url) {
    this.url = url;
  }

  /**
   * One for a single user, who closes it.
   *
   * @param generation of the pool when it was opened
   */
  record Lent(Connection connection, int generation) {}

  /**
   * @throws SQLException where it cannot be opened, or all are in use for too long
   */
  Lent borrow() throws SQLException {
    try {
      if (!free.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
        throw new SQLException("all connections are in use", "08000", ErrorCode.LOCK_TIMEOUT_1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", "08000", e);
    }
    try {
      Connection known;
      int now;
      synchronized (this) {
        if (closed) {
          throw new SQLException("the cache is closed", "08003", ErrorCode.OBJECT_CLOSED);
        }
        known = idle.pollFirst();
        now = generation;
      }
      return new Lent(known == null ? open() : known, now);
    } catch (SQLException | RuntimeException e) {
      free.release();
      throw e;
    }
  }

  private Connection open() throws SQLException {
    Properties user = new Properties();
    user.setProperty("user", USER);
    user.setProperty("password", "");
    Connection connection = new Driver().connect(url, user);
    if (connection == null) {
      throw new SQLException("H2 does not know the address " + url);
    }
    return connection;
  }

  /** Takes one back for the next user, unless it is broken or of an older generation. */
  void giveBack(Lent lent) {
    boolean keep;
    synchronized (this) {
      keep = !closed && lent.generation() == generation && isWhole(lent.connection());
      if (keep) {
        idle.addFirst(lent.connection());
      }
    }
    if (!keep) {
      close(lent.connection());
    }
    free.release();
  }

  private static boolean isWhole(Connection connection) {
    try {
      if (connection.isClosed()) {
        return false;
      }
      connection.setAutoCommit(true);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** Uses none of those that are open any more; the next one is opened anew. */
  void forget() {
    Deque<Connection> old;
    synchronized (this) {
      generation++;
      old = new ArrayDeque<>(idle);
      idle.clear();
    }
    old.forEach(Connections::close);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is broken: nothing is left to close.
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    forget();
  }
}
