package dev.crosswalk.connectors.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: nothing discovered is lost or mixed up, and a broken cache never stops anybody. */
class H2SchemaCacheTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path folder;

  private H2SchemaCache open() {
    return H2SchemaCache.open(folder, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @Test
  void aSchemaComesBackWithEveryAttribute() {
    Field full =
        Field.builder("Tier__c", FieldType.ENUM)
            .nativeType("picklist")
            .label("Account tier")
            .description("Set by the deal desk")
            .custom(true)
            .required(false)
            .readOnly(false)
            .unique(true)
            .length(255)
            .precision(18)
            .scale(2)
            .restricted(true)
            .dependsOn("Region__c")
            .values(List.of(new PicklistValue("Gold", "Gold", true, false, List.of("EMEA"))))
            .references(List.of("User", "Group"))
            .defaultValue("Gold")
            .warnings(List.of("the default could not be read"))
            .build();
    Schema schema =
        schema(
            new SchemaObject(
                "Account",
                "Account",
                "Accounts",
                null,
                false,
                "001",
                "accounts",
                List.of(full, field("Name"))));
    try (H2SchemaCache cache = open()) {
      SnapshotInfo info = cache.store("northwind", List.of(), whole(schema), NOON);
      assertThat(info.objects()).isEqualTo(1);
      assertThat(info.fields()).isEqualTo(2);
    }
    try (H2SchemaCache again = open()) {
      SnapshotInfo latest = again.latest("northwind").orElseThrow();
      assertThat(again.schema(latest.id())).contains(schema);
      assertThat(latest.takenAt()).isEqualTo(NOON);
      assertThat(again.connections()).containsExactly("northwind");
      assertThat(again.notices()).isEmpty();
    }
  }

  @Test
  void discoveringSomeObjectsKeepsTheOthers() {
    try (H2SchemaCache cache = open()) {
      cache.store("n", List.of(), whole(schema(object("A", "x"), object("B", "y"))), NOON);
      cache.store("n", List.of("B"), whole(schema(object("B", "y", "z"))), NOON);
      Schema now = cache.schema(cache.latest("n").orElseThrow().id()).orElseThrow();
      assertThat(now.objects()).extracting(SchemaObject::name).containsExactly("A", "B");
      assertThat(now.object("B").orElseThrow().fields()).hasSize(2);
      assertThat(cache.snapshots("n")).hasSize(2);
      assertThat(
              cache
                  .schema(cache.snapshots("n").get(1).id())
                  .orElseThrow()
                  .object("B")
                  .orElseThrow()
                  .fields())
          .hasSize(1);
    }
  }

  @Test
  void aGoneObjectGoesButAnUnreadOneStays() {
    try (H2SchemaCache cache = open()) {
      cache.store(
          "n",
          List.of(),
          whole(schema(object("A", "x"), object("B", "y"), object("C", "z"))),
          NOON);
      Discovery partial =
          new Discovery(
              schema(object("A", "x")),
              List.of(Problem.error("forbidden", null, "B cannot be read.", "Ask the admin.")),
              false,
              List.of("B"));
      SnapshotInfo info = cache.store("n", List.of(), partial, NOON);
      assertThat(info.complete()).isFalse();
      assertThat(cache.schema(info.id()).orElseThrow().objects())
          .extracting(SchemaObject::name)
          .containsExactlyInAnyOrder("A", "B");
    }
  }

  @Test
  void anUnchangedObjectIsNotStoredAgain() throws SQLException {
    List<SchemaObject> objects =
        IntStream.range(0, 40).mapToObj(i -> object("O" + i, "a" + i, "b" + i)).toList();
    try (H2SchemaCache cache = open()) {
      for (int i = 0; i < 20; i++) {
        cache.store("n", List.of(), whole(Schema.of("s", objects)), NOON);
      }
      cache.store("other", List.of(), whole(Schema.of("s", objects)), NOON);
      assertThat(contents()).isEqualTo(40);
      List<SchemaObject> changed = new ArrayList<>(objects);
      changed.set(7, object("O7", "a7", "b7", "c7"));
      cache.store("n", List.of(), whole(Schema.of("s", changed)), NOON);
      assertThat(contents()).isEqualTo(41);
    }
  }

  /** How many different objects the file holds, seen by a second reader. */
  private int contents() throws SQLException {
    try (CacheFile file = new CacheFile(folder, Clock.systemUTC())) {
      return CacheFile.with(
          file.pool(),
          connection -> {
            try (Statement select = connection.createStatement();
                ResultSet count = select.executeQuery("select count(*) from content")) {
              count.next();
              return count.getInt(1);
            }
          });
    }
  }

  @Test
  void sampleRecordsRunOutAndCanBePurged() {
    Map<String, Object> record = new HashMap<>();
    record.put("Name", "Müller & Söhne");
    record.put("Amount", new BigDecimal("12.50"));
    record.put("Empty", null);
    record.put("Tags", List.of("a", "b"));
    try (H2SchemaCache cache = open()) {
      cache.storeRecords("n", "Account", List.of(record), NOON, Duration.ofHours(1));
      assertThat(cache.records("n", "Account", NOON.plusSeconds(3599))).containsExactly(record);
      assertThat(cache.records("n", "Account", NOON.plusSeconds(3600))).isEmpty();
      cache.storeRecords("n", "Account", List.of(record), NOON, Duration.ofHours(1));
      cache.storeRecords("m", "Account", List.of(record), NOON, Duration.ofHours(1));
      assertThat(cache.purgeRecords("n")).isEqualTo(1);
      assertThat(cache.records("n", "Account", NOON)).isEmpty();
      assertThat(cache.records("m", "Account", NOON)).hasSize(1);
      assertThat(cache.purgeRecords(null)).isEqualTo(1);
    }
  }

  @Test
  void aForgottenConnectionLeavesNothing() {
    try (H2SchemaCache cache = open()) {
      cache.store("n", List.of(), whole(schema(object("A", "x"))), NOON);
      cache.forget("n");
      assertThat(cache.connections()).isEmpty();
      assertThat(cache.snapshots("n")).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsSetAsideWithAMessage() throws IOException {
    try (H2SchemaCache cache = open()) {
      cache.store("n", List.of(), whole(schema(object("A", "x"))), NOON);
    }
    Path file = folder.resolve("schemas.mv.db");
    byte[] garbage = "this is not a database ".repeat(2000).getBytes();
    Files.write(file, garbage);
    try (H2SchemaCache cache = open()) {
      assertThat(cache.notices())
          .singleElement()
          .satisfies(p -> {
            assertThat(p.code()).isEqualTo("cache-damaged");
            assertThat(p.next()).contains("Discover");
          });
      assertThat(cache.connections()).isEmpty();
      cache.store("n", List.of(), whole(schema(object("A", "x"))), NOON);
      assertThat(cache.connections()).containsExactly("n");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(f -> f.getFileName().toString().contains("damaged")))
          .singleElement()
          .satisfies(f -> assertThat(Files.readAllBytes(f)).isEqualTo(garbage));
    }
  }

  @Test
  void aFileCutInHalfIsRebuiltAtTheLatestWhenItIsRead() throws IOException {
    List<SchemaObject> objects =
        IntStream.range(0, 300).mapToObj(i -> object("O" + i, "a" + i, "b" + i)).toList();
    try (H2SchemaCache cache = open()) {
      cache.store("n", List.of(), whole(Schema.of("s", objects)), NOON);
    }
    Path file = folder.resolve("schemas.mv.db");
    byte[] all = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(all, all.length / 2));
    try (H2SchemaCache cache = open()) {
      cache.latest("n").ifPresent(info -> cache.schema(info.id()));
      cache.store("n", List.of(), whole(Schema.of("s", objects)), NOON);
      assertThat(cache.schema(cache.latest("n").orElseThrow().id()).orElseThrow().objects())
          .hasSize(300);
    }
  }

  @Test
  void aFolderThatCannotBeMadeGivesACacheInMemory() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file");
    try (H2SchemaCache cache = H2SchemaCache.open(blocked.resolve("cache"), Clock.systemUTC())) {
      assertThat(cache.notices())
          .singleElement()
          .satisfies(p -> assertThat(p.code()).isEqualTo("cache-in-memory"));
      cache.store("n", List.of(), whole(schema(object("A", "x"))), NOON);
      assertThat(cache.connections()).containsExactly("n");
    }
  }

  @Test
  void aCancelledTaskDoesNoHarmToTheFile() throws Exception {
    List<SchemaObject> objects =
        IntStream.range(0, 60)
            .mapToObj(i -> object("A" + i, "x".repeat(200) + i, "y".repeat(200) + i))
            .toList();
    try (H2SchemaCache cache = open()) {
      for (int round = 0; round < 5; round++) {
        String name = "c" + round;
        cache.store(name, List.of(), whole(Schema.of("s", objects)), NOON);
        List<Thread> cancelled =
            IntStream.range(0, 4)
                .mapToObj(n ->
                    Thread.ofVirtual()
                        .start(() -> {
                          for (int i = 0; i < 10; i++) {
                            cache.schema(cache.latest(name).orElseThrow().id());
                            cache.storeRecords(
                                name, "A" + n, List.of(Map.of("a", i)), NOON, Duration.ofDays(1));
                          }
                        }))
                .toList();
        while (cancelled.stream().anyMatch(Thread::isAlive)) {
          cancelled.forEach(Thread::interrupt);
          Thread.sleep(1);
        }
      }
      assertThat(cache.notices()).isEmpty();
      assertThat(cache.connections()).hasSize(5);
    }
    try (H2SchemaCache again = open()) {
      assertThat(again.notices()).isEmpty();
      assertThat(again.connections()).hasSize(5);
    }
  }

  @Test
  void anotherProcessSharesTheOpenCache() throws Exception {
    try (H2SchemaCache cache = open()) {
      cache.store("mine", List.of(), whole(schema(object("A", "x"))), NOON);
      Process other = otherProcess();
      other.getOutputStream().close();
      String output = new String(other.getInputStream().readAllBytes());
      assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(output).contains("sees [mine]");
      assertThat(cache.connections()).containsExactly("mine", "theirs");
    }
  }

  @Test
  void theCacheGoesOnWhenTheProcessThatServedItIsKilled() throws Exception {
    Process server = otherProcess();
    try {
      assertThat(server.inputReader().readLine()).contains("sees []");
      assertThat(server.inputReader().readLine()).contains("stored");
      try (H2SchemaCache cache = open()) {
        assertThat(cache.connections()).containsExactly("theirs");
        server.destroyForcibly().waitFor();
        cache.store("mine", List.of(), whole(schema(object("A", "x"))), NOON);
        assertThat(cache.connections()).containsExactly("mine", "theirs");
        assertThat(cache.notices()).isEmpty();
      }
    } finally {
      server.destroyForcibly();
    }
  }

  private Process otherProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            OtherProcess.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** Opens the same cache, says what it sees, stores a snapshot, and stays until told to go. */
  static final class OtherProcess {
    public static void main(String[] args) throws IOException {
      try (H2SchemaCache cache = H2SchemaCache.open(Path.of(args[0]), Clock.systemUTC())) {
        System.out.println("sees " + cache.connections() + " " + cache.notices());
        cache.store("theirs", List.of(), whole(schema(object("A", "x"))), NOON);
        System.out.println("stored");
        while (System.in.read() >= 0) {
          continue;
        }
      }
    }
  }

  private static Discovery whole(Schema schema) {
    return new Discovery(schema, List.of(), true);
  }

  private static Schema schema(SchemaObject... objects) {
    return Schema.of("salesforce", List.of(objects));
  }

  private static SchemaObject object(String name, String... fields) {
    return SchemaObject.of(name, Stream.of(fields).map(H2SchemaCacheTest::field).toList());
  }

  private static Field field(String name) {
    return Field.builder(name, FieldType.STRING).build();
  }
}
