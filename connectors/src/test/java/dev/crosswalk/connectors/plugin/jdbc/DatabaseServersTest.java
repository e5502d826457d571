package dev.crosswalk.connectors.plugin.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.real.Tries;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real PostgreSQL and MySQL or MariaDB servers, with a user who may write. Runs where {@code
 * -Dcrosswalk.jdbc.postgresql=127.0.0.1:5432} or {@code -Dcrosswalk.jdbc.mysql=127.0.0.1:3306} name
 * a server to which {@code owner} or {@code root} may sign in without a password, and {@code
 * -Dcrosswalk.jdbc.drivers} a folder with the drivers' jars; it says so and is skipped elsewhere.
 * It makes the database {@code crosswalk_test} anew.
 */
final class DatabaseServersTest {
  @TempDir Path folder;

  private record Server(Dialect dialect, String host, String port, String user) {
    Connection own(Path drivers, String database) throws SQLException {
      Driver driver = Drivers.find(dialect.driver(), drivers).orElseThrow();
      Properties properties = new Properties();
      properties.setProperty("user", user);
      properties.setProperty("password", "");
      properties.setProperty("allowMultiQueries", "true");
      return driver.connect(dialect.url(host, Integer.parseInt(port), database), properties);
    }
  }

  private Server server(Dialect dialect, String user) throws IOException {
    String word = dialect.name().toLowerCase(java.util.Locale.ROOT);
    String at = System.getProperty("crosswalk.jdbc." + word, "");
    String drivers = System.getProperty("crosswalk.jdbc.drivers", "");
    assumeTrue(
        !at.isEmpty() && !drivers.isEmpty(),
        "No "
            + word
            + " to try: name one with -Dcrosswalk.jdbc."
            + word
            + "=HOST:PORT and its driver with -Dcrosswalk.jdbc.drivers=FOLDER.");
    // Where a person puts them: beside the folder of definitions.
    Path own = Files.createDirectories(folder.resolve("connectors"));
    Path to = Files.createDirectories(own.resolveSibling("drivers"));
    try (Stream<Path> jars = Files.list(Path.of(drivers))) {
      for (Path jar : jars.filter(j -> j.toString().endsWith(".jar")).toList()) {
        Files.copy(jar, to.resolve(jar.getFileName()));
      }
    }
    String[] parts = at.split(":", 2);
    return new Server(dialect, parts[0], parts[1], user);
  }

  private void fill(Server server, String home, String script) throws SQLException {
    Path drivers = folder.resolve("drivers");
    try (Connection c = server.own(drivers, home);
        Statement s = c.createStatement()) {
      s.execute("DROP DATABASE IF EXISTS crosswalk_test");
      s.execute("CREATE DATABASE crosswalk_test");
    }
    try (Connection c = server.own(drivers, "crosswalk_test");
        Statement s = c.createStatement()) {
      s.execute(script);
    }
  }

  private Session open(Server server) {
    return new Engines(folder.resolve("connectors"))
        .catalog()
        .open(
            new ConnectionProfile(
                "db",
                "jdbc",
                "user",
                Map.of(
                    "kind",
                    server.dialect().name().toLowerCase(java.util.Locale.ROOT),
                    "host",
                    server.host(),
                    "port",
                    server.port(),
                    "database",
                    "crosswalk_test",
                    "user",
                    server.user())),
            Map.of());
  }

  private long count(Server server, String table) throws SQLException {
    try (Connection c = server.own(folder.resolve("drivers"), "crosswalk_test");
        Statement s = c.createStatement();
        ResultSet row = s.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<String> values(Field field) {
    return field.values().stream().map(PicklistValue::value).toList();
  }

  private static Field field(SchemaObject object, String name) {
    return object.field(name).orElseThrow(() -> new AssertionError(name + " in " + object));
  }

  @Test
  @Tries(connector = "jdbc", what = "fields")
  void postgresql() throws Exception {
    Server server = server(Dialect.POSTGRESQL, "owner");
    fill(
        server,
        "postgres",
        """
        CREATE TYPE tier AS ENUM ('gold', 'silver', 'it''s');
        CREATE DOMAIN country AS varchar(2) CHECK (VALUE IN ('DE', 'AT'));
        CREATE DOMAIN positive AS numeric(12,2) CHECK (VALUE > 0);
        CREATE TABLE account (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          name varchar(80) NOT NULL,
          email text UNIQUE,
          tier tier DEFAULT 'silver',
          tiers tier[],
          country country NOT NULL DEFAULT 'DE',
          worth positive,
          stage text NOT NULL CHECK (stage IN ('new', 'won', 'it''s lost')),
          tags text[],
          since date,
          made timestamptz NOT NULL DEFAULT now(),
          local_time_only timestamp,
          at_time timetz,
          twice numeric GENERATED ALWAYS AS (worth * 2) STORED,
          data jsonb,
          paid money,
          ref uuid,
          ok boolean,
          pic bytea,
          "Odd ""name"";" text);
        COMMENT ON TABLE account IS 'Who buys';
        COMMENT ON COLUMN account.email IS 'Where to write';
        CREATE TABLE contact (
          id serial PRIMARY KEY, account bigint NOT NULL REFERENCES account,
          a int, b int, UNIQUE (a, b));
        CREATE TABLE log (id serial PRIMARY KEY, what text);
        CREATE FUNCTION sneaky() RETURNS int LANGUAGE plpgsql AS
          $$ BEGIN INSERT INTO log (what) VALUES ('read'); RETURN 1; END $$;
        CREATE VIEW reads_and_writes AS SELECT sneaky() AS one;
        CREATE VIEW slow AS SELECT pg_sleep(30)::text AS nothing;
        CREATE MATERIALIZED VIEW names AS SELECT name FROM account;
        CREATE SCHEMA side; CREATE TABLE side.account (id int PRIMARY KEY);
        INSERT INTO account (name, email, tiers, worth, stage, tags, since, made, local_time_only,
          at_time, data, paid, ref, ok, pic) VALUES
          ('Ärzte GmbH', 'a@x.example', '{gold,silver}', 12.50, 'won', '{a,"b,c"}', '2026-02-03',
           '2026-11-21 04:00:00+01', '2026-11-21 04:00:00', '10:11:12+02', '{"a": 1}', '1234.50',
           '0b8b8a0e-3f0e-4d8e-9a51-000000000001', true, 'abc');
        """);
    try (Session session = open(server)) {
      assertThat(session.test(Progress.NONE).organisation()).startsWith("PostgreSQL ");
      Discovery discovery = session.discover(List.of(), Progress.NONE);
      assertThat(discovery.problems()).isEmpty();
      assertThat(discovery.schema().objects())
          .extracting(SchemaObject::name)
          .containsExactlyInAnyOrder(
              "account", "contact", "log", "reads_and_writes", "slow", "names", "side.account");
      SchemaObject account = discovery.schema().object("account").orElseThrow();
      assertThat(account.description()).isEqualTo("Who buys");
      assertThat(field(account, "id").type()).isEqualTo(FieldType.ID);
      assertThat(field(account, "id").required()).isFalse();
      assertThat(field(account, "name").required()).isTrue();
      assertThat(field(account, "name").length()).isEqualTo(80);
      assertThat(field(account, "email").description()).isEqualTo("Where to write");
      assertThat(field(account, "email").unique()).isTrue();
      assertThat(field(account, "tier").type()).isEqualTo(FieldType.ENUM);
      assertThat(values(field(account, "tier"))).containsExactly("gold", "silver", "it's");
      assertThat(field(account, "tier").defaultValue()).isEqualTo("silver");
      assertThat(field(account, "tiers").type()).isEqualTo(FieldType.MULTI_ENUM);
      assertThat(values(field(account, "country"))).containsExactly("DE", "AT");
      assertThat(field(account, "country").required()).isFalse();
      assertThat(field(account, "country").nativeType()).contains("country");
      assertThat(field(account, "worth").type()).isEqualTo(FieldType.DECIMAL);
      assertThat(field(account, "worth").values()).isEmpty();
      assertThat(values(field(account, "stage"))).containsExactly("new", "won", "it's lost");
      assertThat(field(account, "stage").required()).isTrue();
      assertThat(field(account, "tags").type()).isEqualTo(FieldType.STRING_LIST);
      assertThat(field(account, "made").type()).isEqualTo(FieldType.DATETIME);
      assertThat(field(account, "twice").readOnly()).isTrue();
      assertThat(field(account, "twice").calculated()).isTrue();
      assertThat(field(account, "data").type()).isEqualTo(FieldType.JSON);
      assertThat(field(account, "pic").type()).isEqualTo(FieldType.BINARY);
      SchemaObject contact = discovery.schema().object("contact").orElseThrow();
      assertThat(field(contact, "account").references()).containsExactly("account");
      assertThat(field(contact, "account").required()).isTrue();
      assertThat(field(contact, "a").unique()).isNull();

      assertThat(session.sample(account, List.of(), 5, Progress.NONE))
          .singleElement()
          .satisfies(row ->
              assertThat(row)
                  .containsEntry("name", "Ärzte GmbH")
                  .containsEntry("tier", "silver")
                  .containsEntry("tiers", List.of("gold", "silver"))
                  .containsEntry("worth", new BigDecimal("12.50"))
                  .containsEntry("tags", List.of("a", "b,c"))
                  .containsEntry("since", "2026-02-03")
                  .containsEntry("made", "2026-11-21T03:00:00Z")
                  .containsEntry("local_time_only", "2026-11-21T04:00:00")
                  .containsEntry("at_time", "10:11:12+02:00")
                  .containsEntry("data", "{\"a\": 1}")
                  .containsEntry("paid", "$1,234.50")
                  .containsEntry("ok", true)
                  .doesNotContainKey("pic"));

      refusesToWrite(session, server, "read-only transaction");
      stopsAtTheServerToo(
          session,
          server,
          "SELECT count(*) FROM pg_stat_activity WHERE datname = 'crosswalk_test'"
              + " AND state = 'active' AND query LIKE '%nothing%'"
              + " AND pid <> pg_backend_pid()");
    }
  }

  @Test
  @Tries(connector = "jdbc", what = "records")
  void mysql() throws Exception {
    Server server = server(Dialect.MYSQL, "root");
    fill(
        server,
        "mysql",
        """
        CREATE TABLE account (
          id bigint unsigned AUTO_INCREMENT PRIMARY KEY,
          name varchar(80) NOT NULL COMMENT 'What it is called',
          email varchar(120) UNIQUE,
          tier enum('gold','silver','it''s') DEFAULT 'silver',
          tags set('a','b'),
          stage varchar(20) NOT NULL, CHECK (stage IN ('new', 'won')),
          worth decimal(12,2) CHECK (worth > 0),
          since date, made timestamp NULL, local_time_only datetime, at_time time,
          twice decimal(12,2) GENERATED ALWAYS AS (worth * 2) STORED,
          data json, ok tinyint(1), born year, flags bit(8), pic blob, notes longtext,
          `Odd ``name``;` text) COMMENT 'Who buys';
        CREATE TABLE contact (id int PRIMARY KEY, account bigint unsigned NOT NULL,
          FOREIGN KEY (account) REFERENCES account (id));
        CREATE TABLE log (id int AUTO_INCREMENT PRIMARY KEY, what text);
        CREATE FUNCTION sneaky() RETURNS int MODIFIES SQL DATA
          BEGIN INSERT INTO log (what) VALUES ('read'); RETURN 1; END;
        CREATE VIEW reads_and_writes AS SELECT sneaky() AS one;
        CREATE VIEW slow AS SELECT sleep(30) AS nothing;
        INSERT INTO account (name, email, tags, stage, worth, since, made, local_time_only, at_time,
          data, ok, born, pic) VALUES ('Ärzte GmbH', 'a@x.example', 'a,b', 'won', 12.50,
          '2026-02-03', FROM_UNIXTIME(1795320000), '2026-11-21 04:00:00', '10:11:12', '{"a": 1}',
          1, 1999, 'abc');
        SET SESSION sql_mode = '';
        INSERT INTO account (name, stage, since) VALUES ('none', 'new', '0000-00-00');
        """);
    try (Session session = open(server)) {
      session.test(Progress.NONE);
      Discovery discovery = session.discover(List.of(), Progress.NONE);
      // MariaDB looks at a view that writes only where it may write: it is named, the rest is read.
      assertThat(discovery.schema().objects())
          .extracting(SchemaObject::name)
          .contains("account", "contact", "log", "slow");
      assertThat(discovery.unread()).isSubsetOf("reads_and_writes");
      assertThat(discovery.problems()).hasSameSizeAs(discovery.unread());
      SchemaObject account = discovery.schema().object("account").orElseThrow();
      assertThat(account.description()).isEqualTo("Who buys");
      assertThat(field(account, "id").type()).isEqualTo(FieldType.ID);
      assertThat(field(account, "id").required()).isFalse();
      assertThat(field(account, "name").description()).isEqualTo("What it is called");
      assertThat(field(account, "name").required()).isTrue();
      assertThat(field(account, "email").unique()).isTrue();
      assertThat(field(account, "tier").type()).isEqualTo(FieldType.ENUM);
      assertThat(values(field(account, "tier"))).containsExactly("gold", "silver", "it's");
      assertThat(field(account, "tier").defaultValue()).isEqualTo("silver");
      assertThat(field(account, "tags").type()).isEqualTo(FieldType.MULTI_ENUM);
      assertThat(values(field(account, "tags"))).containsExactly("a", "b");
      assertThat(values(field(account, "stage"))).containsExactly("new", "won");
      assertThat(field(account, "worth").values()).isEmpty();
      assertThat(field(account, "worth").scale()).isEqualTo(2);
      assertThat(field(account, "twice").readOnly()).isTrue();
      assertThat(field(account, "ok").type()).isEqualTo(FieldType.BOOLEAN);
      assertThat(field(account, "notes").type()).isEqualTo(FieldType.TEXT);
      SchemaObject contact = discovery.schema().object("contact").orElseThrow();
      assertThat(field(contact, "account").references()).containsExactly("account");

      List<Map<String, Object>> rows = session.sample(account, List.of(), 5, Progress.NONE);
      assertThat(rows.getFirst())
          .containsEntry("name", "Ärzte GmbH")
          .containsEntry("worth", new BigDecimal("12.50"))
          .containsEntry("tags", List.of("a", "b"))
          .containsEntry("since", "2026-02-03")
          .containsEntry("made", "2026-11-22T04:00:00Z")
          .containsEntry("local_time_only", "2026-11-21T04:00:00")
          .containsEntry("at_time", "10:11:12")
          .containsEntry("ok", true)
          .doesNotContainKey("pic");
      assertThat(rows.get(1)).containsEntry("since", null);

      refusesToWrite(session, server, "READ ONLY");
      stopsAtTheServerToo(
          session,
          server,
          "SELECT count(*) FROM information_schema.processlist WHERE db ="
              + " 'crosswalk_test' AND info LIKE '%nothing%' AND id <> connection_id()");
    }
  }

  private void refusesToWrite(Session session, Server server, String words) throws SQLException {
    SchemaObject sneaky =
        SchemaObject.of(
            "reads_and_writes", List.of(Field.builder("one", FieldType.INTEGER).build()));
    assertThatThrownBy(() -> session.sample(sneaky, List.of(), 5, Progress.NONE))
        .hasMessageContaining(words);
    assertThat(count(server, "log")).as("a view that writes wrote nothing").isZero();
  }

  private void stopsAtTheServerToo(Session session, Server server, String running)
      throws Exception {
    SchemaObject slow =
        SchemaObject.of("slow", List.of(Field.builder("nothing", FieldType.STRING).build()));
    assertThat(cancelled(session, slow)).isLessThan(Duration.ofSeconds(10));
    assertThat(eventually(server, running)).as("the server has stopped too").isTrue();
  }

  /** How long a sample that sleeps for 30 seconds takes to end once it is cancelled. */
  private static Duration cancelled(Session session, SchemaObject slow) {
    long start = System.nanoTime();
    Progress soon = Progress.until(() -> System.nanoTime() - start > 1_500_000_000L);
    assertThatThrownBy(() -> session.sample(slow, List.of(), 5, soon))
        .isInstanceOf(CancellationException.class);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private boolean eventually(Server server, String countsNone) throws Exception {
    for (int i = 0; i < 50; i++) {
      try (Connection c = server.own(folder.resolve("drivers"), "crosswalk_test");
          Statement s = c.createStatement();
          ResultSet row = s.executeQuery(countsNone)) {
        row.next();
        if (row.getLong(1) == 0) {
          return true;
        }
      }
      Thread.sleep(100);
    }
    return false;
  }
}
