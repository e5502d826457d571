package dev.crosswalk.connectors.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.http.AnswerMemory;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache of every version that was ever released opens with all that is in it. */
final class CacheUpgradeTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /** An object as versions 1 to 3 wrote it. */
  private static final String JSON =
      """
      {"custom":false,"fields":[\
      {"name":"Name","nativeType":"string","type":"STRING"},\
      {"calculated":false,"custom":true,"dependsOn":"Name","length":40,"name":"Tier__c",\
      "references":["Tier"],"type":"ENUM","values":[\
      {"active":true,"isDefault":false,"label":"Gold!","validFor":["a"],"value":"gold"},\
      {"value":"silver"}],"warnings":["was slow"]}],\
      "label":"Account","name":"Account","plural":"Accounts"}\
      """;

  private static final SchemaObject ACCOUNT =
      new SchemaObject(
          "Account",
          "Account",
          "Accounts",
          null,
          false,
          null,
          null,
          List.of(
              Field.builder("Name", FieldType.STRING).nativeType("string").build(),
              Field.builder("Tier__c", FieldType.ENUM)
                  .calculated(false)
                  .custom(true)
                  .dependsOn("Name")
                  .length(40)
                  .references(List.of("Tier"))
                  .values(
                      List.of(
                          new PicklistValue("gold", "Gold!", true, false, List.of("a")),
                          PicklistValue.of("silver")))
                  .warnings(List.of("was slow"))
                  .build()));

  @TempDir Path folder;

  /**
   * Version 1 knew no remembered answers, version 2 had a row for each object of a snapshot,
   * version 3 a list of them; all three kept objects as JSON.
   */
  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3"})
  void fromVersion(String version) throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("schemas").toAbsolutePath();
    Flyway.configure()
        .dataSource(url, "crosswalk", "")
        .locations("classpath:dev/crosswalk/connectors/cache/migration")
        .target(version)
        .load()
        .migrate();
    byte[] json = JSON.getBytes(StandardCharsets.UTF_8);
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
              + " '2026-11-20 12:00:00+00:00', 1, 2, true)");
      if (version.equals("3")) {
        try (PreparedStatement listing =
            connection.prepareStatement("update snapshot set listing = ?")) {
          listing.setBytes(1, CacheCodec.deflate("1 2 Account\n".getBytes(StandardCharsets.UTF_8)));
          listing.executeUpdate();
        }
      } else {
        statement.executeUpdate(
            "insert into snapshot_object (snapshot_id, ordinal, content_id, fields, name)"
                + " values (1, 0, 1, 2, 'Account')");
      }
    }
    try (H2SchemaCache cache = H2SchemaCache.open(folder, Clock.fixed(NOON, ZoneOffset.UTC))) {
      assertThat(cache.notices()).as("nothing was set aside").isEmpty();
      SnapshotInfo before = cache.latest("northwind").orElseThrow();
      Schema schema = new Schema("salesforce", null, List.of(ACCOUNT));
      assertThat(cache.schema(before.id())).contains(schema);
      assertThat(cache.object(before.id(), "Account")).contains(ACCOUNT);
      assertThat(before.whole()).as("whether all were asked for, nobody knows").isFalse();
      for (int i = 0; i < 2; i++) {
        cache.store("northwind", List.of(), new Discovery(schema, List.of(), true), NOON);
        assertThat(cache.schema(cache.latest("northwind").orElseThrow().id())).contains(schema);
      }
      assertThat(cache.snapshots("northwind")).hasSize(3);
      AnswerMemory.Run run = cache.answers("northwind").begin("now");
      run.keep("key", new AnswerMemory.Remembered(200, "https://acme", Map.of(), List.of(1), true));
      run.flush();
      assertThat(cache.answers("northwind").begin("now").find("key")).isPresent();
    }
  }

  /** An older Crosswalk says what it cannot read, at once, and a new discovery mends it. */
  @Test
  void whatANewerCrosswalkWroteIsTold() throws SQLException {
    List<SchemaObject> objects =
        IntStream.range(0, 40).mapToObj(i -> SchemaObject.of("o" + i, List.of())).toList();
    Discovery all = new Discovery(new Schema("salesforce", null, objects), List.of(), true);
    byte[] newer = {ObjectFormat.VERSION + 1, 1, 2, 3};
    try (H2SchemaCache cache = H2SchemaCache.open(folder, Clock.fixed(NOON, ZoneOffset.UTC))) {
      long id = cache.store("northwind", List.of(), all, NOON).id();
      cache.transaction(c -> {
        try (PreparedStatement update =
            c.prepareStatement(
                "update content set body = ?, hash = X'ff' || substring(hash from 2)")) {
          update.setBytes(1, CacheCodec.deflate(newer));
          return update.executeUpdate();
        }
      });
      for (ThrowingCallable read :
          List.<ThrowingCallable>of(() -> cache.schema(id), () -> cache.object(id, "o7"))) {
        assertThatThrownBy(read)
            .isInstanceOfSatisfying(
                ProblemException.class,
                e -> {
                  assertThat(e.problem().code()).isEqualTo("cache-other-version");
                  assertThat(e.problem().next()).contains("Discover again");
                });
      }
      long again = cache.store("northwind", List.of(), all, NOON).id();
      assertThat(cache.schema(again)).contains(all.schema());
    }
  }
}
