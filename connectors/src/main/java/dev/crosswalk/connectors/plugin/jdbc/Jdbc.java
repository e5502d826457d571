package dev.crosswalk.connectors.plugin.jdbc;

import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.plugin.SessionPlugin;

/**
 * Databases by JDBC. This is code because a database is no web service: its schema comes from
 * {@code java.sql} metadata. Only reads by construction: the one statement that is ever built is a
 * SELECT of quoted names, on a read-only connection that is rolled back.
 */
public final class Jdbc implements SessionPlugin {
  @Override
  public Session open(Opening opening) {
    return new JdbcSession(opening);
  }
}
