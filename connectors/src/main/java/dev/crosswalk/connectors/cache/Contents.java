package dev.crosswalk.connectors.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Objects by the hash of their content: each is stored once, whoever holds it. */
final class Contents {
  /** So many times as many ids as are wanted, and they are looked for one by one. */
  private static final int THIN = 4;

  private Contents() {}

  /** The id of a content, stored if it is new. */
  static long id(Connection c, byte[] hash, byte[] bytes) throws SQLException {
    try (PreparedStatement select = c.prepareStatement("select id from content where hash = ?")) {
      select.setBytes(1, hash);
      try (ResultSet found = select.executeQuery()) {
        if (found.next()) {
          return found.getLong(1);
        }
      }
    }
    try (PreparedStatement insert =
        c.prepareStatement(
            "insert into content (hash, body) values (?, ?)", Statement.RETURN_GENERATED_KEYS)) {
      insert.setBytes(1, hash);
      insert.setBytes(2, CacheCodec.deflate(bytes));
      insert.executeUpdate();
      return generatedKey(insert);
    }
  }

  static long generatedKey(PreparedStatement insert) throws SQLException {
    try (ResultSet keys = insert.getGeneratedKeys()) {
      if (!keys.next()) {
        throw new SQLException("H2 gave no key for a new row.");
      }
      return keys.getLong(1);
    }
  }

  /** What a snapshot holds, in the system's order. */
  static List<Listing.Row> rows(Connection c, long snapshot) throws SQLException {
    try (PreparedStatement select =
        c.prepareStatement("select listing from snapshot where id = ?")) {
      select.setLong(1, snapshot);
      try (ResultSet found = select.executeQuery()) {
        byte[] listing = found.next() ? found.getBytes(1) : null;
        return listing == null ? oldRows(c, snapshot) : Listing.read(listing);
      }
    }
  }

  /** As snapshots were kept before version 3 of the file. */
  private static List<Listing.Row> oldRows(Connection c, long snapshot) throws SQLException {
    try (PreparedStatement select =
        c.prepareStatement(
            "select name, content_id, fields from snapshot_object where snapshot_id = ?"
                + " order by ordinal")) {
      select.setLong(1, snapshot);
      List<Listing.Row> rows = new ArrayList<>();
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(new Listing.Row(found.getString(1), found.getLong(2), found.getInt(3)));
        }
      }
      return rows;
    }
  }

  /**
   * What rows hold, in their order. Each is unpacked on another thread while the next is fetched.
   *
   * @param unpack must be safe for use by many threads
   */
  static <T> List<T> read(Connection c, List<Listing.Row> rows, Function<byte[], T> unpack)
      throws SQLException {
    Map<Long, CompletableFuture<T>> byId = new HashMap<>();
    fetch(
        c,
        rows,
        (id, body) -> byId.put(id, CompletableFuture.supplyAsync(() -> unpack.apply(body))));
    List<T> all = new ArrayList<>(rows.size());
    for (Listing.Row row : rows) {
      CompletableFuture<T> body = byId.get(row.content());
      if (body == null) {
        throw new SQLException("The content of " + row.name() + " is gone.");
      }
      try {
        all.add(body.join());
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
    return all;
  }

  private static void fetch(Connection c, List<Listing.Row> rows, BiConsumer<Long, byte[]> take)
      throws SQLException {
    long first = rows.stream().mapToLong(Listing.Row::content).min().orElse(0);
    long last = rows.stream().mapToLong(Listing.Row::content).max().orElse(-1);
    Set<Long> wanted = new HashSet<>();
    rows.forEach(row -> wanted.add(row.content()));
    if (last - first >= (long) wanted.size() * THIN) {
      try (PreparedStatement select =
          c.prepareStatement("select id, body from content where id = any(?)")) {
        select.setObject(1, wanted.toArray());
        fetch(select, wanted, take);
      }
      return;
    }
    // They lie close together: going over all of them as they lie, without H2 making a list of them
    // first, takes half the time.
    lazily(c, true);
    try (PreparedStatement select =
        c.prepareStatement("select id, body from content where id between ? and ?")) {
      select.setLong(1, first);
      select.setLong(2, last);
      fetch(select, wanted, take);
    } finally {
      lazily(c, false);
    }
  }

  private static void lazily(Connection c, boolean lazily) throws SQLException {
    try (Statement set = c.createStatement()) {
      set.execute("set lazy_query_execution " + (lazily ? 1 : 0));
    }
  }

  private static void fetch(
      PreparedStatement select, Set<Long> wanted, BiConsumer<Long, byte[]> take)
      throws SQLException {
    try (ResultSet found = select.executeQuery()) {
      while (found.next()) {
        long id = found.getLong(1);
        if (wanted.contains(id)) {
          take.accept(id, found.getBytes(2));
        }
      }
    }
  }

  /** Removes contents that no snapshot holds any more. */
  static int sweep(Connection c) throws SQLException {
    Set<Long> held = new HashSet<>();
    Set<Long> gone = new HashSet<>();
    try (Statement select = c.createStatement()) {
      try (ResultSet found =
          select.executeQuery("select listing from snapshot where listing is not null")) {
        while (found.next()) {
          Listing.read(found.getBytes(1)).forEach(row -> held.add(row.content()));
        }
      }
      try (ResultSet found =
          select.executeQuery("select distinct content_id from snapshot_object")) {
        while (found.next()) {
          held.add(found.getLong(1));
        }
      }
      try (ResultSet found = select.executeQuery("select id from content")) {
        while (found.next()) {
          gone.add(found.getLong(1));
        }
      }
    }
    gone.removeAll(held);
    try (PreparedStatement delete = c.prepareStatement("delete from content where id = any(?)")) {
      delete.setObject(1, gone.toArray());
      return delete.executeUpdate();
    }
  }
}
