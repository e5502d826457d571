package dev.crosswalk.connectors.plugin.jdbc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A kind of database: how its address is made from checked parts, so that no part can add an
 * option, and how a session of it is kept from writing.
 */
enum Dialect {
  H2("org.h2.Driver", "h2", 0) {
    @Override
    String url(String host, int port, String database) {
      // Options of the address: do not make a file, open it for reading.
      return "jdbc:h2:file:"
          + database
          + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;DB_CLOSE_ON_EXIT=FALSE";
    }
  },
  POSTGRESQL("org.postgresql.Driver", "postgresql", 5432) {
    @Override
    String url(String host, int port, String database) {
      return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    void properties(Properties properties) {
      properties.putAll(
          Map.of(
              "readOnly", "true",
              "readOnlyMode", "always",
              "connectTimeout", "15",
              "socketTimeout", "120",
              "ApplicationName", "Crosswalk"));
    }

    @Override
    List<String> first() {
      return List.of("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
    }
  },
  MYSQL("com.mysql.cj.jdbc.Driver", "mysql", 3306) {
    @Override
    String url(String host, int port, String database) {
      return "jdbc:mysql://" + host + ":" + port + "/" + database;
    }

    @Override
    void properties(Properties properties) {
      properties.putAll(
          Map.of(
              "allowLoadLocalInfile", "false",
              "allowUrlInLocalInfile", "false",
              "autoDeserialize", "false",
              "allowMultiQueries", "false",
              "connectTimeout", "15000",
              "socketTimeout", "120000"));
    }

    @Override
    List<String> first() {
      return List.of("SET SESSION TRANSACTION READ ONLY");
    }
  };

  /** Schemas that belong to the databases themselves. */
  static final List<String> THEIR_OWN =
      List.of("information_schema", "pg_catalog", "pg_toast", "mysql", "performance_schema", "sys");

  private final String driver;
  private final String word;
  private final int port;

  Dialect(String driver, String word, int port) {
    this.driver = driver;
    this.word = word;
    this.port = port;
  }

  abstract String url(String host, int port, String database);

  void properties(Properties properties) {}

  /** Statements that a session starts with. */
  List<String> first() {
    return List.of();
  }

  String driver() {
    return driver;
  }

  int port() {
    return port;
  }

  static Optional<Dialect> ofWord(String word) {
    for (Dialect dialect : values()) {
      if (dialect.word.equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(dialect);
      }
    }
    return Optional.empty();
  }
}
