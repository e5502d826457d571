package dev.crosswalk.connectors.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.http.AnswerMemory;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache of every version that was ever released opens with all that is in it. */
final class CacheUpgradeTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  @TempDir Path folder;

  /** Version 1, as it was before answers were remembered. */
  @Test
  void fromVersion1() throws SQLException {
    SchemaObject account =
        new SchemaObject(
            "Account",
            "Account",
            "Accounts",
            null,
            false,
            null,
            null,
            List.of(Field.builder("Name", FieldType.STRING).nativeType("string").build()));
    String url = "jdbc:h2:file:" + folder.resolve("schemas").toAbsolutePath();
    Flyway.configure()
        .dataSource(url, "crosswalk", "")
        .locations("classpath:dev/crosswalk/connectors/cache/migration")
        .target("1")
        .load()
        .migrate();
    byte[] json = new CacheCodec().json(account);
    try (Connection connection = DriverManager.getConnection(url, "crosswalk", "");
        Statement statement = connection.createStatement();
        PreparedStatement content =
            connection.prepareStatement("insert into content (hash, body) values (?, ?)")) {
      content.setBytes(1, CacheCodec.sha256(json));
      content.setBytes(2, CacheCodec.deflate(json));
      content.executeUpdate();
      statement.executeUpdate(
          "insert into snapshot (connection, system_id, taken_at, objects, fields, complete)"
              + " values ('northwind', 'salesforce', timestamp with time zone"
              + " '2026-11-20 12:00:00+00:00', 1, 1, true)");
      statement.executeUpdate(
          "insert into snapshot_object (snapshot_id, ordinal, content_id, fields, name)"
              + " values (1, 0, 1, 1, 'Account')");
    }
    try (H2SchemaCache cache = H2SchemaCache.open(folder, Clock.fixed(NOON, ZoneOffset.UTC))) {
      assertThat(cache.notices()).as("nothing was set aside").isEmpty();
      SnapshotInfo before = cache.latest("northwind").orElseThrow();
      assertThat(cache.schema(before.id()))
          .contains(new Schema("salesforce", null, List.of(account)));
      cache.store(
          "northwind",
          List.of(),
          new Discovery(Schema.of("salesforce", List.of(account)), List.of(), true),
          NOON);
      assertThat(cache.snapshots("northwind")).hasSize(2);
      assertThat(cache.schema(cache.latest("northwind").orElseThrow().id()))
          .contains(new Schema("salesforce", null, List.of(account)));
      AnswerMemory.Run run = cache.answers("northwind").begin("now");
      run.keep("key", new AnswerMemory.Remembered(200, "https://acme", Map.of(), List.of(1), true));
      run.flush();
      assertThat(cache.answers("northwind").begin("now").find("key")).isPresent();
    }
  }
}
