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

/** Objects by the hash of their content: each is stored once, whoever holds it. */
final class Contents {
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

  /** The compressed objects of rows, in their order. */
  static List<byte[]> bodies(Connection c, List<Listing.Row> rows) throws SQLException {
    Map<Long, byte[]> byId = new HashMap<>();
    try (PreparedStatement select =
        c.prepareStatement("select id, body from content where id = any(?)")) {
      select.setObject(1, rows.stream().map(Listing.Row::content).distinct().toArray());
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          byId.put(found.getLong(1), found.getBytes(2));
        }
      }
    }
    List<byte[]> bodies = new ArrayList<>();
    for (Listing.Row row : rows) {
      byte[] body = byId.get(row.content());
      if (body == null) {
        throw new SQLException("The content of " + row.name() + " is gone.");
      }
      bodies.add(body);
    }
    return bodies;
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
