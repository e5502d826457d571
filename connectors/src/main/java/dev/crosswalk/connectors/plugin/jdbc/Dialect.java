package dev.crosswalk.connectors.plugin.jdbc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

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

    @Override
    boolean remote() {
      return false;
    }

    @Override
    String enumerations() {
      return """
      select object_schema, object_name, column_name, value_name
      from information_schema.enum_values v
      join information_schema.columns c
        on c.table_schema = v.object_schema and c.table_name = v.object_name
        and c.dtd_identifier = v.enum_identifier
      where object_type = 'TABLE'
      order by 1, 2, 3, value_ordinal\
      """;
    }

    @Override
    String checks() {
      return """
      select t.table_schema, t.table_name, '', c.check_clause
      from information_schema.check_constraints c
      join information_schema.table_constraints t
        on t.constraint_schema = c.constraint_schema
        and t.constraint_name = c.constraint_name\
      """;
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

    @Override
    String enumerations() {
      return """
      select n.nspname, c.relname, a.attname, e.enumlabel
      from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_type t on t.oid = a.atttypid
      join pg_catalog.pg_enum e on e.enumtypid in (t.oid, t.typelem, t.typbasetype)
      where a.attnum > 0 and not a.attisdropped
      order by 1, 2, 3, e.enumsortorder\
      """;
    }

    @Override
    String checks() {
      return """
      select n.nspname, c.relname, '', pg_catalog.pg_get_constraintdef(k.oid)
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class c on c.oid = k.conrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'c'
      union all
      select n.nspname, c.relname, a.attname, pg_catalog.pg_get_constraintdef(k.oid)
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_attribute a on a.atttypid = k.contypid
      join pg_catalog.pg_class c on c.oid = a.attrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'c' and k.contypid <> 0 and a.attnum > 0\
      """;
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
      properties.putAll(
          Map.of(
              // Moments are given in UTC, so that they do not depend on this machine's zone.
              "connectionTimeZone", "UTC",
              "forceConnectionTimeZoneToSession", "true",
              // Comments of tables are told by the dictionary only.
              "useInformationSchema", "true",
              "zeroDateTimeBehavior", "CONVERT_TO_NULL",
              "yearIsDateType", "false"));
    }

    @Override
    String enumerations() {
      return """
      select table_schema, table_name, column_name, column_type
      from information_schema.columns
      where data_type in ('enum', 'set') and table_schema = database()\
      """;
    }

    @Override
    boolean listsInOne() {
      return true;
    }

    @Override
    boolean timestampIsMoment() {
      return true;
    }

    @Override
    String checks() {
      return """
      select t.table_schema, t.table_name, '', c.check_clause
      from information_schema.check_constraints c
      join information_schema.table_constraints t
        on t.constraint_schema = c.constraint_schema
        and t.constraint_name = c.constraint_name
      where t.constraint_type = 'CHECK' and t.table_schema = database()\
      """;
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

  /** Whether it is reached over the network. */
  boolean remote() {
    return true;
  }

  /** Rows of schema, table, column and value, in the order of the values; null = it has none. */
  @Nullable String enumerations() {
    return null;
  }

  /** Whether a row of {@link #enumerations} holds all values, as in {@code enum('a','b')}. */
  boolean listsInOne() {
    return false;
  }

  /**
   * Whether TIMESTAMP is a moment (MySQL, beside DATETIME) or a time of some place (the others).
   */
  boolean timestampIsMoment() {
    return false;
  }

  /** Rows of schema, table, column (empty: of the whole table) and clause; null = it has none. */
  @Nullable String checks() {
    return null;
  }

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
