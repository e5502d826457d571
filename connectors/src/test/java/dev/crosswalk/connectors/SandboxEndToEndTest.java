package dev.crosswalk.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.cache.H2SchemaCache;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.sandbox.Sandbox;
import dev.crosswalk.connectors.sandbox.SandboxConnection;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped definitions, unchanged, against the sandbox: connect, discover, read samples. */
final class SandboxEndToEndTest {
  /** As in real orgs, these cannot be queried without a filter. */
  private static final List<String> NEED_A_FILTER =
      List.of("ContentDocumentLink", "FieldDefinition", "EntityParticle");

  private static Sandbox sandbox;
  @TempDir Path folder;
  private Engines engines;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.of(Clock.systemUTC()).approving().rotating());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void engine() {
    engines = new Engines(folder);
  }

  private Session open(String account) {
    ConnectorCatalog catalog = engines.catalog();
    SandboxConnection connection = SandboxConnection.of(account, sandbox.account(account), catalog);
    return catalog.open(connection.profile(), connection.secrets());
  }

  @ParameterizedTest
  @ValueSource(strings = {"northwind", "contoso"})
  void discoversEverythingInAHandfulOfRequests(String account) {
    try (Session session = open(account)) {
      Identity identity = session.test(Progress.NONE);
      assertThat(identity.user()).isNotBlank();
      assertThat(identity.organisation()).isNotBlank();
      assertThat(identity.apiVersion()).isEqualTo("67.0");
      assertThat(identity.production()).isFalse();
      int before = engines.log.entries().size();
      Discovery discovery = session.discover(List.of(), Progress.NONE);
      int objects = discovery.schema().objects().size();
      assertThat(engines.log.entries().size() - before)
          .as("the list, and batches of 25")
          .isLessThanOrEqualTo(1 + (objects + 24) / 25);
      assertThat(discovery.problems()).isEmpty();
      assertThat(discovery.complete()).isTrue();
      assertThat(discovery.schema().objects()).filteredOn(SchemaObject::isCustom).isNotEmpty();
      for (SchemaObject object : discovery.schema().objects()) {
        assertThat(object.fields()).as(object.name()).isNotEmpty();
        assertThat(object.fields())
            .allSatisfy(f -> assertThat(f.warnings()).as(object.name() + "." + f.name()).isEmpty());
      }
      assertThat(session.budget()).isPresent();
    }
  }

  @Test
  void theSecondDiscoveryIsOneQuestionWhileNothingHasChanged() {
    try (Session session = open("contoso");
        H2SchemaCache cache = H2SchemaCache.open(folder.resolve("cache"), Clock.systemUTC())) {
      Discovery first = session.discover(cache.answers("contoso"), Progress.NONE);
      int before = engines.log.entries().size();
      Discovery second = session.discover(cache.answers("contoso"), Progress.NONE);
      assertThat(second.schema()).isEqualTo(first.schema());
      assertThat(engines.log.entries().size() - before).isEqualTo(1);
      sandbox.faults("contoso").drift(true);
      try {
        Discovery third = session.discover(cache.answers("contoso"), Progress.NONE);
        assertThat(third.schema()).isNotEqualTo(first.schema());
      } finally {
        sandbox.faults("contoso").reset();
      }
    }
  }

  @Test
  void readsSamplesOfEveryObject() {
    try (Session session = open("northwind")) {
      for (SchemaObject object : session.discover(List.of(), Progress.NONE).schema().objects()) {
        List<Map<String, @Nullable Object>> records;
        try {
          records = session.sample(object, List.of(), 25, Progress.NONE);
        } catch (ApiFailure e) {
          assertThat(NEED_A_FILTER).contains(object.name());
          assertThat(e.problem().what()).contains("filter");
          continue;
        }
        Records.oneByOne(session, object, records);
        for (Map<String, @Nullable Object> record : records) {
          assertThat(record.keySet()).as(object.name()).isSubsetOf(object.byName().keySet());
          for (Field field : object.fields()) {
            Object value = record.get(field.name());
            if (value != null && field.type() == FieldType.MULTI_ENUM) {
              assertThat(value).isInstanceOf(List.class);
            }
            if (value != null && field.type() == FieldType.DATETIME) {
              assertThat(value.toString())
                  .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
            }
          }
        }
      }
      SchemaObject account =
          session.discover(List.of("Account"), Progress.NONE).schema().objects().getFirst();
      assertThat(session.sample(account, List.of("Id", "Name"), 3, Progress.NONE))
          .hasSize(3)
          .allSatisfy(r -> assertThat(r).containsOnlyKeys("Id", "Name"));
    }
  }

  @Test
  void samplesBringWhatLiesBehindReferences() {
    try (Session session = open("northwind")) {
      SchemaObject contact =
          session.discover(List.of("Contact"), Progress.NONE).schema().objects().getFirst();
      List<FieldPath> paths =
          List.of(
              FieldPath.of("Owner", "Email"),
              FieldPath.of("Account", "Name"),
              FieldPath.of("Account", "Industry"),
              FieldPath.of("Nobody", "Name"),
              FieldPath.of("Account", "Owner", "Name"));
      assertThat(session.readsBehind()).isTrue();
      List<Map<String, @Nullable Object>> records =
          session.sample(contact, List.of(), paths, 25, Progress.NONE);
      assertThat(records)
          .hasSize(25)
          .allSatisfy(r -> {
            assertThat(r).containsKeys("Owner", "Account", "LastName").doesNotContainKey("Nobody");
            if (r.get("Account") instanceof Map<?, ?> account) {
              assertThat(account.keySet().stream().map(String::valueOf))
                  .containsExactlyInAnyOrder("Name", "Industry");
            }
          })
          .anySatisfy(r -> assertThat(String.valueOf(r.get("Owner"))).contains("Email=", "@"));
      Map<String, @Nullable Object> first = records.getFirst();
      assertThat(session.record(contact, String.valueOf(first.get("Id")), paths, Progress.NONE))
          .contains(first);

      List<Map<String, @Nullable Object>> without =
          session.sample(
              contact, List.of(), List.of(FieldPath.of("Owner", "NoSuchField")), 5, Progress.NONE);
      assertThat(without)
          .as("what is refused is left out, not the records")
          .hasSize(5)
          .allSatisfy(r -> assertThat(r).containsKey("Email").doesNotContainKey("Owner"));
    }
  }

  @Test
  void secretsAreKeptOnlyAfterTheSystemAcceptedThemAndAreInNoLog() {
    ConnectorCatalog catalog = engines.catalog();
    SandboxConnection connection =
        SandboxConnection.of("nw", sandbox.account("northwind"), catalog);
    String secret = connection.secrets().get("clientSecret");
    try (Session session = catalog.open(connection.profile(), connection.secrets())) {
      assertThat(engines.secrets).isEmpty();
      session.test(Progress.NONE);
    }
    assertThat(engines.secrets).containsEntry("nw/clientSecret", secret);
    assertThat(engines.log.entries().toString()).doesNotContain(secret).doesNotContain("Bearer");
    try (Session again = catalog.open(connection.profile(), Map.of())) {
      assertThat(again.objects(Progress.NONE)).isNotEmpty();
    }
  }

  @Test
  void anExpiredTokenIsRenewedOnceWithoutAWord() {
    try (Session session = open("northwind")) {
      session.objects(Progress.NONE);
      sandbox.faults("northwind").expireTokens();
      assertThat(session.discover(List.of("Account"), Progress.NONE).complete()).isTrue();
    }
  }

  @Test
  void aFieldHiddenSinceDiscoveryIsLeftOutOfSamples() {
    try (Session session = open("contoso")) {
      SchemaObject contact =
          session.discover(List.of("Contact"), Progress.NONE).schema().objects().getFirst();
      sandbox.faults("contoso").hideField("Contact", "Email");
      try {
        List<Map<String, @Nullable Object>> records =
            session.sample(contact, List.of("Id", "Email", "LastName"), 5, Progress.NONE);
        assertThat(records)
            .hasSize(5)
            .allSatisfy(r -> assertThat(r).containsOnlyKeys("Id", "LastName"));
      } finally {
        sandbox.faults("contoso").reset();
      }
    }
  }
}
