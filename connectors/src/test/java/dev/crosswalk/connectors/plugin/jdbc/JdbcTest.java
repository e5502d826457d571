package dev.crosswalk.connectors.plugin.jdbc;

import static dev.crosswalk.connectors.guide.FakeServer.discovered;
import static dev.crosswalk.connectors.guide.FakeServer.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.real.Tries;
import dev.crosswalk.connectors.records.RecordById;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real H2 database is discovered and read, and cannot be written to. */
public final class JdbcTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void fill() throws SQLException {
    file = folder.resolve("shop");
    try (Connection c = DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "pw");
        Statement s = c.createStatement()) {
      s.execute(
          "CREATE TABLE customer (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email VARCHAR(120) NOT NULL UNIQUE, notes CLOB, born DATE)");
      s.execute("COMMENT ON COLUMN customer.email IS 'Where to write'");
      s.execute(
          "CREATE TABLE \"Odd; name\" (id INT PRIMARY KEY, customer BIGINT REFERENCES customer, total DECIMAL(12,2) DEFAULT 0, seen TIMESTAMP WITH TIME ZONE, twice DECIMAL GENERATED ALWAYS AS (total * 2), pic BLOB, ok BOOLEAN NOT NULL, tier ENUM('gold', 'it''s') DEFAULT 'gold', stage VARCHAR(9) CHECK (stage IN ('new', 'won')))");
      s.execute("CREATE VIEW emails AS SELECT email FROM customer");
      s.execute("CREATE SCHEMA side; CREATE TABLE side.thing (a INT, b INT, PRIMARY KEY (a, b))");
      s.execute(
          "INSERT INTO customer (email, notes, born) VALUES ('a@x.example', 'long', DATE '1990-02-03'), ('b@x.example', NULL, NULL)");
      s.execute(
          "INSERT INTO \"Odd; name\" (id, customer, total, seen, ok) VALUES (1, 1, 12.50, TIMESTAMP WITH TIME ZONE '2026-11-21 04:00:00+01', TRUE)");
    }
  }

  private Session open(Map<String, String> more) {
    Map<String, String> settings =
        new java.util.HashMap<>(Map.of("kind", "h2", "database", file.toString(), "user", "sa"));
    settings.putAll(more);
    return new Engines(folder)
        .catalog()
        .open(new ConnectionProfile("db", "jdbc", "user", settings), Map.of("password", "pw"));
  }

  /** "Check user and •••." would tell that the word in its place is the password. */
  @Test
  void aPasswordThatIsAWordIsNotGivenAway() {
    try (Session session =
        new Engines(folder)
            .catalog()
            .open(
                new ConnectionProfile(
                    "db",
                    "jdbc",
                    "user",
                    Map.of("kind", "h2", "database", file.toString(), "user", "sa")),
                Map.of("password", "password"))) {
      assertThatThrownBy(() -> session.test(Progress.NONE))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.problem().what()).contains("refused the login");
                assertThat(e.problem().next()).isEqualTo("Check user and password.");
              });
    }
  }

  @Test
  @Tries(connector = "jdbc", what = "fields")
  void tablesColumnsAndKeys() {
    try (Session session = open(Map.of())) {
      assertThat(session.test(Progress.NONE).organisation()).startsWith("H2 ");
      assertThat(session.objects(Progress.NONE))
          .extracting(o -> o.name())
          .containsExactlyInAnyOrder("CUSTOMER", "Odd; name", "EMAILS", "SIDE.THING");
      SchemaObject customer = discovered(session, "CUSTOMER");
      assertThat(field(customer, "ID").type()).isEqualTo(FieldType.ID);
      assertThat(field(customer, "ID").required()).isFalse();
      assertThat(field(customer, "EMAIL").required()).isTrue();
      assertThat(field(customer, "EMAIL").unique()).isTrue();
      assertThat(field(customer, "EMAIL").length()).isEqualTo(120);
      assertThat(field(customer, "EMAIL").description()).isEqualTo("Where to write");
      assertThat(field(customer, "NOTES").type()).isEqualTo(FieldType.TEXT);
      SchemaObject odd = discovered(session, "Odd; name");
      assertThat(field(odd, "CUSTOMER").references()).containsExactly("CUSTOMER");
      assertThat(field(odd, "TOTAL").scale()).isEqualTo(2);
      assertThat(field(odd, "TWICE").readOnly()).isTrue();
      assertThat(field(odd, "TIER").values())
          .extracting(v -> v.value())
          .containsExactly("gold", "it's");
      assertThat(field(odd, "TIER").defaultValue()).isEqualTo("gold");
      assertThat(field(odd, "STAGE").type()).isEqualTo(FieldType.ENUM);
      assertThat(field(odd, "STAGE").values())
          .extracting(v -> v.value())
          .containsExactly("new", "won");
      assertThat(field(odd, "SEEN").type()).isEqualTo(FieldType.DATETIME);
      assertThat(field(discovered(session, "SIDE.THING"), "A").type()).isEqualTo(FieldType.INTEGER);
    }
  }

  @Test
  void oneRowByItsKey() {
    try (Session session = open(Map.of())) {
      SchemaObject customer = discovered(session, "CUSTOMER");
      assertThat(session.record(customer, " 2 ", Progress.NONE))
          .hasValueSatisfying(r -> assertThat(r).containsEntry("EMAIL", "b@x.example"));
      assertThatThrownBy(() -> session.record(customer, "99", Progress.NONE))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo(RecordById.UNKNOWN));
      assertThatThrownBy(() -> session.record(customer, "2 OR 1=1", Progress.NONE))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo(RecordById.NO_ID));
      assertThat(session.record(discovered(session, "SIDE.THING"), "1", Progress.NONE))
          .as("a key of two columns")
          .isEmpty();
      assertThat(session.record(discovered(session, "EMAILS"), "1", Progress.NONE))
          .as("a view has none")
          .isEmpty();
    }
  }

  @Test
  @Tries(connector = "jdbc", what = "records")
  void rowsWithNamesThatSqlWouldMisread() {
    try (Session session = open(Map.of())) {
      SchemaObject odd = discovered(session, "Odd; name");
      Map<String, Object> row = session.sample(odd, List.of(), 5, Progress.NONE).get(0);
      assertThat(row)
          .containsEntry("TOTAL", new BigDecimal("12.50"))
          .containsEntry("SEEN", "2026-11-21T04:00:00+01:00")
          .containsEntry("OK", true)
          .doesNotContainKey("PIC");
      SchemaObject customer = discovered(session, "CUSTOMER");
      assertThat(session.sample(customer, List.of("EMAIL", "NOTES", "BORN"), 1, Progress.NONE))
          .containsExactly(Map.of("EMAIL", "a@x.example", "NOTES", "long", "BORN", "1990-02-03"));
    }
  }

  @Test
  void theAddressTakesNoOptionsAndTheFileStaysAsItWas() throws Exception {
    assertThatThrownBy(() -> open(Map.of("database", file + ";INIT=CREATE TABLE x(a INT)")))
        .hasMessageContaining("does not have the right form");
    byte[] before = Files.readAllBytes(Path.of(file + ".mv.db"));
    try (Session session = open(Map.of())) {
      session.discover(List.of(), Progress.NONE);
      session.sample(discovered(session, "CUSTOMER"), List.of(), 5, Progress.NONE);
    }
    assertThat(Files.readAllBytes(Path.of(file + ".mv.db"))).isEqualTo(before);
  }

  @Test
  void whatIsWrongIsNamedWithoutThePassword() {
    try (Session session = open(Map.of("user", "nobody"))) {
      assertThatThrownBy(() -> session.test(Progress.NONE))
          .hasMessageContaining("refused the login")
          .hasMessageNotContaining("pw\"");
    }
    try (Session session = open(Map.of("kind", "mysql", "database", "shop"))) {
      assertThatThrownBy(() -> session.test(Progress.NONE))
          .hasMessageContaining("com.mysql.cj.jdbc.Driver")
          .hasMessageContaining("drivers");
    }
  }

  @Test
  void offlineHoldsForDatabasesToo() {
    Map<String, String> far =
        Map.of("kind", "postgresql", "host", "db.example.com", "database", "crm", "user", "me");
    Engines engines = new Engines(folder);
    engines.offline = true;
    try (Session session =
        engines
            .catalog()
            .open(new ConnectionProfile("db", "jdbc", "user", far), Map.of("password", "pw"))) {
      assertThatThrownBy(() -> session.test(Progress.NONE)).hasMessageContaining("offline");
    }
    try (Session session =
        engines
            .catalog()
            .open(
                new ConnectionProfile(
                    "db",
                    "jdbc",
                    "user",
                    Map.of("kind", "h2", "database", file.toString(), "user", "sa")),
                Map.of("password", "pw"))) {
      assertThat(session.objects(Progress.NONE)).isNotEmpty();
    }
  }

  @Test
  void addressesOfTheOtherDatabases() {
    assertThat(Dialect.POSTGRESQL.url("db.example.com", 5432, "crm"))
        .isEqualTo("jdbc:postgresql://db.example.com:5432/crm");
    assertThat(Dialect.MYSQL.url("db.example.com", 3306, "crm"))
        .isEqualTo("jdbc:mysql://db.example.com:3306/crm");
    java.util.Properties mysql = new java.util.Properties();
    Dialect.MYSQL.properties(mysql);
    assertThat(mysql).containsEntry("allowLoadLocalInfile", "false");
    assertThat(Dialect.POSTGRESQL.first()).singleElement().asString().contains("READ ONLY");
  }
}
