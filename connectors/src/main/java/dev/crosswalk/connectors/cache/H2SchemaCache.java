package dev.crosswalk.connectors.cache;

import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.http.AnswerMemory;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/** The schema cache in an H2 file. */
public final class H2SchemaCache implements SchemaCache {
  private final CacheFile file;
  private final Clock clock;
  private final CacheCodec codec = new CacheCodec();

  private H2SchemaCache(CacheFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * Opens the cache in a folder, making it if needed. A damaged file is set aside, a folder that
   * cannot be written is replaced by memory; {@link #notices()} says so.
   */
  public static H2SchemaCache open(Path folder, Clock clock) {
    return Uninterrupted.call(() -> new H2SchemaCache(new CacheFile(folder, clock), clock));
  }

  @Override
  public List<Problem> notices() {
    return file.notices();
  }

  @Override
  public SnapshotInfo store(
      String connection, Collection<String> asked, Discovery discovery, Instant at) {
    return transaction(c -> store(c, connection, asked, discovery, at));
  }

  private SnapshotInfo store(
      Connection c, String connection, Collection<String> asked, Discovery discovery, Instant at)
      throws SQLException {
    Map<String, Listing.Row> rows = new LinkedHashMap<>();
    Optional<SnapshotInfo> previous = latest(c, connection);
    if (previous.isPresent()) {
      Set<String> replaced = new HashSet<>(asked);
      Set<String> unread = new HashSet<>(discovery.unread());
      for (Listing.Row row : Contents.rows(c, previous.get().id())) {
        boolean keep =
            asked.isEmpty() ? unread.contains(row.name()) : !replaced.contains(row.name());
        if (keep || unread.contains(row.name())) {
          rows.put(row.name(), row);
        }
      }
    }
    for (SchemaObject object : discovery.schema().objects()) {
      byte[] bytes = CacheCodec.bytes(object);
      long content = Contents.id(c, CacheCodec.sha256(bytes), bytes);
      rows.put(object.name(), new Listing.Row(object.name(), content, object.fields().size()));
    }
    int fields = rows.values().stream().mapToInt(Listing.Row::fields).sum();
    SnapshotInfo made =
        new SnapshotInfo(
            0,
            connection,
            discovery.schema().system(),
            at,
            rows.size(),
            fields,
            discovery.complete(),
            asked.isEmpty() || previous.filter(SnapshotInfo::whole).isPresent());
    long id = insertSnapshot(c, made, discovery.schema().module(), rows.values());
    return made.withId(id);
  }

  private static long insertSnapshot(
      Connection c, SnapshotInfo info, @Nullable String module, Collection<Listing.Row> rows)
      throws SQLException {
    try (PreparedStatement insert =
        c.prepareStatement(
            "insert into snapshot (connection, system_id, module, taken_at, objects, fields,"
                + " complete, listing, whole) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, info.connection());
      insert.setString(2, info.system());
      insert.setString(3, module);
      insert.setObject(4, info.takenAt().atOffset(ZoneOffset.UTC));
      insert.setInt(5, info.objects());
      insert.setInt(6, info.fields());
      insert.setBoolean(7, info.complete());
      insert.setBytes(8, Listing.write(rows));
      insert.setBoolean(9, info.whole());
      insert.executeUpdate();
      return Contents.generatedKey(insert);
    }
  }

  @Override
  public List<SnapshotInfo> snapshots(String connection) {
    return transaction(c -> snapshots(c, "where connection = ? order by id desc", connection));
  }

  @Override
  public Optional<SnapshotInfo> latest(String connection) {
    return transaction(c -> latest(c, connection));
  }

  private static Optional<SnapshotInfo> latest(Connection c, String connection)
      throws SQLException {
    return snapshots(c, "where connection = ? order by id desc limit 1", connection).stream()
        .findFirst();
  }

  private static List<SnapshotInfo> snapshots(Connection c, String condition, String connection)
      throws SQLException {
    try (PreparedStatement select =
        c.prepareStatement(
            "select id, connection, system_id, taken_at, objects, fields, complete, whole from"
                + " snapshot "
                + condition)) {
      select.setString(1, connection);
      List<SnapshotInfo> infos = new ArrayList<>();
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          infos.add(
              new SnapshotInfo(
                  found.getLong(1),
                  found.getString(2),
                  found.getString(3),
                  found.getObject(4, OffsetDateTime.class).toInstant(),
                  found.getInt(5),
                  found.getInt(6),
                  found.getBoolean(7),
                  found.getBoolean(8)));
        }
      }
      return infos;
    }
  }

  @Override
  public List<String> connections() {
    return transaction(c -> {
      try (Statement select = c.createStatement();
          ResultSet found =
              select.executeQuery("select distinct connection from snapshot order by connection")) {
        List<String> names = new ArrayList<>();
        while (found.next()) {
          names.add(found.getString(1));
        }
        return names;
      }
    });
  }

  @Override
  public Optional<Schema> schema(long snapshotId) {
    return transaction(c -> {
      String system;
      String module;
      try (PreparedStatement select =
          c.prepareStatement("select system_id, module from snapshot where id = ?")) {
        select.setLong(1, snapshotId);
        try (ResultSet found = select.executeQuery()) {
          if (!found.next()) {
            return Optional.empty();
          }
          system = found.getString(1);
          module = found.getString(2);
        }
      }
      List<SchemaObject> objects = Contents.read(c, Contents.rows(c, snapshotId), codec::object);
      return Optional.of(new Schema(system, module, objects));
    });
  }

  @Override
  public Optional<SchemaObject> object(long snapshotId, String name) {
    return transaction(c -> {
      List<Listing.Row> rows =
          Contents.rows(c, snapshotId).stream().filter(row -> row.name().equals(name)).toList();
      return Contents.read(c, rows, codec::object).stream().findFirst();
    });
  }

  @Override
  public void storeRecords(
      String connection,
      String object,
      List<Map<String, @Nullable Object>> records,
      Instant at,
      Duration keep) {
    transaction(c -> {
      try (PreparedStatement merge =
          c.prepareStatement(
              "merge into sample (connection, object, expires_at, body) values (?, ?, ?, ?)")) {
        merge.setString(1, connection);
        merge.setString(2, object);
        merge.setObject(3, at.plus(keep).atOffset(ZoneOffset.UTC));
        merge.setBytes(4, CacheCodec.deflate(codec.json(records)));
        return merge.executeUpdate();
      }
    });
  }

  @Override
  public List<Map<String, @Nullable Object>> records(
      String connection, String object, Instant now) {
    dropExpired(now);
    return transaction(c -> {
      try (PreparedStatement select =
          c.prepareStatement(
              "select body from sample where connection = ? and object = ?"
                  + " and expires_at > ?")) {
        select.setString(1, connection);
        select.setString(2, object);
        select.setObject(3, now.atOffset(ZoneOffset.UTC));
        try (ResultSet found = select.executeQuery()) {
          return found.next() ? codec.records(found.getBytes(1)) : List.of();
        }
      }
    });
  }

  private void dropExpired(Instant now) {
    transaction(c -> {
      try (PreparedStatement delete =
          c.prepareStatement("delete from sample where expires_at <= ?")) {
        delete.setObject(1, now.atOffset(ZoneOffset.UTC));
        return delete.executeUpdate();
      }
    });
  }

  @Override
  public int purgeRecords(@Nullable String connection) {
    return transaction(c -> {
      try (PreparedStatement delete =
          c.prepareStatement("delete from sample where ? is null or connection = ?")) {
        delete.setString(1, connection);
        delete.setString(2, connection);
        return delete.executeUpdate();
      }
    });
  }

  @Override
  public AnswerMemory answers(String connection) {
    return new H2AnswerMemory(this, codec, connection, clock);
  }

  @Override
  public void forgetAnswers(String connection) {
    transaction(c -> {
      H2AnswerMemory.forget(c, connection);
      return true;
    });
  }

  @Override
  public void forget(String connection) {
    purgeRecords(connection);
    transaction(c -> {
      H2AnswerMemory.forget(c, connection);
      try (PreparedStatement delete =
          c.prepareStatement("delete from snapshot where connection = ?")) {
        delete.setString(1, connection);
        delete.executeUpdate();
      }
      return Contents.sweep(c);
    });
  }

  @Override
  public void close() {
    Uninterrupted.call(() -> {
      file.close();
      return this;
    });
  }

  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Runs the work in one transaction; on a damaged file once more on the new, empty one. */
  <T> T transaction(Work<T> work) {
    return Uninterrupted.call(() -> transaction(work, 3));
  }

  private <T> T transaction(Work<T> work, int tries) {
    JdbcConnectionPool pool = file.pool();
    try {
      return CacheFile.with(
          pool,
          connection -> {
            connection.setAutoCommit(false);
            try {
              T result = work.run(connection);
              connection.commit();
              return result;
            } catch (SQLException | RuntimeException e) {
              rollback(connection, e);
              throw e;
            }
          });
    } catch (ProblemException e) {
      // It says by itself what is wrong, and no new try mends it.
      throw e;
    } catch (SQLException | RuntimeException e) {
      if (tries > 1 && isConflict(e)) {
        return transaction(work, tries - 1);
      }
      // The process that served the file may have ended: a new connection opens it here.
      if (tries > 2 && (CacheFile.isLost(e) || CacheFile.isDamage(e))) {
        file.reconnect(pool);
        return transaction(work, 2);
      }
      if (tries == 2 && CacheFile.isDamage(e)) {
        file.rebuild(pool, e);
        return transaction(work, 1);
      }
      throw new ProblemException(
          Problem.error(
              "cache-failed",
              null,
              "The schema cache did not answer: " + e.getMessage(),
              "Try again; if it stays so, close every Crosswalk and start again."),
          e);
    }
  }

  /** Another process wrote the same at the same time: the second try finds what it wrote. */
  private static boolean isConflict(Throwable error) {
    return error instanceof SQLException sql
        && (sql.getErrorCode() == ErrorCode.DUPLICATE_KEY_1
            || sql.getErrorCode() == ErrorCode.CONCURRENT_UPDATE_1
            || sql.getErrorCode() == ErrorCode.LOCK_TIMEOUT_1);
  }

  private static void rollback(Connection connection, Throwable why) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }
}
