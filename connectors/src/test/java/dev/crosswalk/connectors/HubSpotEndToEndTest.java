package dev.crosswalk.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.sandbox.Sandbox;
import dev.crosswalk.connectors.sandbox.SandboxConnection;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped HubSpot definition against the sandbox's portal: discover, read, trouble. */
final class HubSpotEndToEndTest {
  private static Sandbox sandbox;
  @TempDir Path folder;
  private Engines engines;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.of(Clock.systemUTC()).only("hubspot").approving());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void engine() {
    engines = new Engines(folder);
  }

  @AfterEach
  void allWorksAgain() {
    sandbox.faults("fabrikam").reset();
  }

  private Session open() {
    ConnectorCatalog catalog = engines.catalog();
    SandboxConnection connection =
        SandboxConnection.of("fab", sandbox.account("fabrikam"), catalog);
    return catalog.open(connection.profile(), connection.secrets());
  }

  private SchemaObject object(Session session, String name) {
    return session.discover(List.of(name), Progress.NONE).schema().objects().getFirst();
  }

  @Test
  void discoversStandardAndCustomObjectsWithoutAWarning() {
    try (Session session = open()) {
      assertThat(session.test(Progress.NONE).organisation()).contains("portal");
      Discovery discovery = session.discover(List.of(), Progress.NONE);
      assertThat(discovery.problems()).isEmpty();
      assertThat(discovery.complete()).isTrue();
      assertThat(discovery.schema().objects())
          .extracting(SchemaObject::name)
          .contains("contacts", "companies", "deals", "tickets");
      assertThat(discovery.schema().objects()).filteredOn(SchemaObject::isCustom).isNotEmpty();
      for (SchemaObject object : discovery.schema().objects()) {
        assertThat(object.field("hs_object_id"))
            .as(object.name())
            .get()
            .satisfies(f -> assertThat(f.type()).isEqualTo(FieldType.ID))
            .satisfies(f -> assertThat(f.readOnly()).isTrue());
        assertThat(object.fields())
            .allSatisfy(f -> assertThat(f.warnings()).as(object.name() + "." + f.name()).isEmpty());
      }
      Field stage =
          discovery.schema().object("deals").orElseThrow().field("dealstage").orElseThrow();
      assertThat(stage.values()).isNotEmpty();
    }
  }

  @Test
  void readsMoreThanAPageAndTurnsTextIntoValues() {
    try (Session session = open()) {
      SchemaObject contacts = object(session, "contacts");
      List<Map<String, @Nullable Object>> records =
          session.sample(contacts, List.of(), 250, Progress.NONE);
      assertThat(records).hasSize(250);
      Records.oneByOne(session, contacts, records);
      Set<@Nullable Object> ids = new HashSet<>();
      records.forEach(r -> ids.add(r.get("hs_object_id")));
      assertThat(ids).hasSize(250).doesNotContainNull();
      for (Map<String, @Nullable Object> record : records) {
        for (Field field : contacts.fields()) {
          Object value = record.get(field.name());
          if (value == null) {
            continue;
          }
          if (field.type() == FieldType.MULTI_ENUM) {
            assertThat(value).as(field.name()).isInstanceOf(List.class);
          }
          if (field.type() == FieldType.DATETIME) {
            assertThat(value.toString()).as(field.name()).contains("T").endsWith("Z");
          }
          assertThat(value).as(field.name()).isNotEqualTo("");
        }
      }
      assertThat(records)
          .anySatisfy(r -> assertThat(r.values()).hasAtLeastOneElementOfType(BigDecimal.class))
          .anySatisfy(r -> assertThat(r.values()).hasAtLeastOneElementOfType(Boolean.class));
    }
  }

  @Test
  void whatIsTooLongForAnAddressIsReadByIds() {
    try (Session session = open()) {
      SchemaObject contacts = object(session, "contacts");
      List<Field> many = new java.util.ArrayList<>(contacts.fields());
      for (int i = 0; i < 300; i++) {
        many.add(
            Field.builder("a_property_that_only_makes_the_list_long_" + i, FieldType.STRING)
                .build());
      }
      List<Map<String, @Nullable Object>> records =
          session.sample(contacts.withFields(many), List.of(), 120, Progress.NONE);
      assertThat(records).hasSize(120);
      assertThat(records).allSatisfy(r -> assertThat(r).containsKeys("hs_object_id", "createdate"));
      assertThat(engines.log.entries())
          .filteredOn(e -> e.method().equals("POST") && e.url().contains("/batch/read"))
          .hasSize(2);
      Records.oneByOne(session, contacts.withFields(many), records);
      assertThat(engines.log.entries()).allSatisfy(e -> assertThat(e.url()).hasSizeLessThan(7100));
    }
  }

  @Test
  void aStormOfTooManyRequestsIsWaitedOutOrNamed() {
    try (Session session = open()) {
      SchemaObject contacts = object(session, "contacts");
      sandbox.faults("fabrikam").throttle(4, Duration.ofSeconds(1));
      assertThat(session.sample(contacts, List.of(), 5, Progress.NONE)).hasSize(5);
      assertThat(engines.waits).hasSizeGreaterThanOrEqualTo(4);
      sandbox.faults("fabrikam").throttle(1000, Duration.ofSeconds(1));
      ApiFailure e =
          Objects.requireNonNull(
              catchThrowableOfType(
                  ApiFailure.class, () -> session.sample(contacts, List.of(), 5, Progress.NONE)));
      assertThat(e.kind()).isEqualTo(FailureKind.THROTTLED);
      assertThat(e.problem().what()).contains("too many requests");
    }
  }

  @Test
  void aWrongTokenIsRefusedAndNotKept() {
    ConnectorCatalog catalog = engines.catalog();
    SandboxConnection connection =
        SandboxConnection.of("fab", sandbox.account("fabrikam"), catalog);
    try (Session session =
        catalog.open(connection.profile(), Map.of("token", "pat-na1-not-this-one"))) {
      ApiFailure e =
          Objects.requireNonNull(
              catchThrowableOfType(ApiFailure.class, () -> session.test(Progress.NONE)));
      assertThat(e.kind()).isEqualTo(FailureKind.UNAUTHENTICATED);
      assertThat(e.problem().what()).contains("'fab'").doesNotContain("not-this-one");
    }
    assertThat(engines.secrets).isEmpty();
  }
}
