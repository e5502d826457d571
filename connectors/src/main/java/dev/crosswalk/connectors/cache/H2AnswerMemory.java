package dev.crosswalk.connectors.cache;

import dev.crosswalk.connectors.http.AnswerMemory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one connection's latest discovery in the cache. A run that was cut is gone on with
 * for a day, so that a quota that ran out costs nothing twice, and says from when its older part
 * is; after that, or after a change of the connection, all of it is forgotten.
 */
final class H2AnswerMemory implements AnswerMemory {
  private static final Duration RESUMABLE = Duration.ofHours(24);

  /** What was read longer ago than this is told of, where a cut run is gone on with. */
  private static final Duration RECENT = Duration.ofMinutes(15);

  /** An old answer may miss what no etag or date tells, such as changed permissions. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private final H2SchemaCache cache;
  private final CacheCodec codec;
  private final String connection;
  private final Clock clock;

  H2AnswerMemory(H2SchemaCache cache, CacheCodec codec, String connection, Clock clock) {
    this.cache = cache;
    this.codec = codec;
    this.connection = connection;
    this.clock = clock;
  }

  @Override
  public Run begin(String fingerprint) {
    byte[] hash = CacheCodec.sha256(fingerprint.getBytes(StandardCharsets.UTF_8));
    return new H2Run(cache.transaction(c -> begin(c, hash)));
  }

  private Begun begin(Connection c, byte[] fingerprint) throws SQLException {
    long next = 1;
    Instant now = clock.instant();
    try (PreparedStatement select =
        c.prepareStatement(
            "select id, fingerprint, started_at, finished from run where connection = ?")) {
      select.setString(1, connection);
      try (ResultSet found = select.executeQuery()) {
        if (found.next()) {
          boolean same = Arrays.equals(found.getBytes(2), fingerprint);
          Instant started = found.getObject(3, OffsetDateTime.class).toInstant();
          boolean finished = found.getBoolean(4);
          if (same && !finished && started.plus(RESUMABLE).isAfter(now)) {
            boolean old = started.plus(RECENT).isBefore(now);
            return new Begun(found.getLong(1), old ? started : null);
          }
          next = found.getLong(1) + 1;
          if (!same || !finished || started.plus(LONGEST).isBefore(now)) {
            forget(c, connection);
          }
        }
      }
    }
    try (PreparedStatement merge =
        c.prepareStatement(
            "merge into run (connection, fingerprint, id, started_at, finished)"
                + " values (?, ?, ?, ?, false)")) {
      merge.setString(1, connection);
      merge.setBytes(2, fingerprint);
      merge.setLong(3, next);
      merge.setObject(4, now.atOffset(ZoneOffset.UTC));
      merge.executeUpdate();
    }
    return new Begun(next, null);
  }

  /**
   * @param from when a cut run that is gone on with began, where that is long ago
   */
  private record Begun(long run, @Nullable Instant from) {}

  static void forget(Connection c, String connection) throws SQLException {
    for (String table : new String[] {"answer", "run"}) {
      try (PreparedStatement delete =
          c.prepareStatement("delete from " + table + " where connection = ?")) {
        delete.setString(1, connection);
        delete.executeUpdate();
      }
    }
  }

  /**
   * Writes some answers at a time, because each commit waits for the disk; a process that is killed
   * loses those few.
   */
  private final class H2Run implements Run {
    private static final int AT_ONCE = 20;

    private final long id;

    /** By key, the run that last saw it. */
    private final Map<String, Long> known = new HashMap<>();

    private final Map<String, Remembered> fresh = new HashMap<>();
    private final Set<String> again = new HashSet<>();

    private final @Nullable Instant from;

    H2Run(Begun begun) {
      this.id = begun.run();
      this.from = begun.from();
      cache.transaction(c -> {
        try (PreparedStatement select =
            c.prepareStatement("select request, run from answer where connection = ?")) {
          select.setString(1, connection);
          try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
              known.put(found.getString(1), found.getLong(2));
            }
          }
        }
        return known.size();
      });
    }

    @Override
    public Optional<Instant> goesOnFrom() {
      return Optional.ofNullable(from);
    }

    @Override
    public Optional<Remembered> find(String key) {
      boolean ofThisRun;
      synchronized (this) {
        Remembered pending = fresh.get(key);
        if (pending != null) {
          return Optional.of(pending);
        }
        Long run = known.get(key);
        if (run == null) {
          return Optional.empty();
        }
        ofThisRun = run == id;
      }
      return cache.transaction(c -> {
        try (PreparedStatement select =
            c.prepareStatement("select body from answer where connection = ? and request = ?")) {
          select.setString(1, connection);
          select.setString(2, key);
          try (ResultSet found = select.executeQuery()) {
            return found.next()
                ? Optional.of(codec.answer(found.getBytes(1), ofThisRun))
                : Optional.empty();
          }
        }
      });
    }

    @Override
    public synchronized void keep(String key, Remembered answer) {
      fresh.put(key, answer);
      if (fresh.size() >= AT_ONCE) {
        flush();
      }
    }

    @Override
    public synchronized void keepAgain(String key) {
      known.put(key, id);
      again.add(key);
      if (again.size() >= 10 * AT_ONCE) {
        flush();
      }
    }

    @Override
    public synchronized void flush() {
      if (fresh.isEmpty() && again.isEmpty()) {
        return;
      }
      cache.transaction(c -> {
        try (PreparedStatement merge =
                c.prepareStatement(
                    "merge into answer (connection, request, run, askable, body)"
                        + " values (?, ?, ?, ?, ?)");
            PreparedStatement update =
                c.prepareStatement(
                    "update answer set run = ? where connection = ? and request = ?")) {
          for (Map.Entry<String, Remembered> each : fresh.entrySet()) {
            Map<String, String> headers = each.getValue().headers();
            merge.setString(1, connection);
            merge.setString(2, each.getKey());
            merge.setLong(3, id);
            merge.setBoolean(
                4, headers.containsKey("etag") || headers.containsKey("last-modified"));
            merge.setBytes(5, CacheCodec.deflate(codec.json(each.getValue())));
            merge.addBatch();
          }
          merge.executeBatch();
          for (String key : again) {
            update.setLong(1, id);
            update.setString(2, connection);
            update.setString(3, key);
            update.addBatch();
          }
          return update.executeBatch().length;
        }
      });
      fresh.keySet().forEach(key -> known.put(key, id));
      fresh.clear();
      again.clear();
    }

    @Override
    public synchronized void finish(boolean keepAll) {
      flush();
      cache.transaction(c -> {
        try (PreparedStatement delete =
                c.prepareStatement(
                    "delete from answer where connection = ? and (run <> ? or not (askable or ?))");
            PreparedStatement update =
                c.prepareStatement("update run set finished = true where connection = ?")) {
          delete.setString(1, connection);
          delete.setLong(2, id);
          delete.setBoolean(3, keepAll);
          delete.executeUpdate();
          update.setString(1, connection);
          return update.executeUpdate();
        }
      });
    }
  }
}
