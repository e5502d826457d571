package dev.crosswalk.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.Sandbox;
import dev.crosswalk.connectors.sandbox.SandboxConnection;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.server.FaultControl;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped definitions of Dynamics, Pipedrive and Odoo, unchanged, against the sandbox. */
final class MoreDialectsEndToEndTest {
  private static Sandbox sandbox;
  @TempDir Path folder;
  private Engines engines;

  @BeforeAll
  static void start() {
    sandbox =
        Sandbox.start(
            SandboxOptions.of(Clock.systemUTC())
                .only("dynamics", "pipedrive", "odoo")
                .approving()
                .rotating());
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
  void mend() {
    sandbox.accounts().forEach(a -> sandbox.faults(a.id()).reset());
  }

  private Session open(String account) {
    ConnectorCatalog catalog = engines.catalog();
    SandboxConnection connection = SandboxConnection.of(account, sandbox.account(account), catalog);
    return catalog.open(connection.profile(), connection.secrets());
  }

  private static Field field(Schema schema, String object, String label) {
    return schema.object(object).orElseThrow().fields().stream()
        .filter(f -> label.equals(f.label()) || label.equals(f.name()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + label));
  }

  @ParameterizedTest
  @CsvSource({
    "adventure, account, Dealer Level, 4, creditlimit, MONEY",
    "tailspin, organizations, Shop type, 3, Credit limit, MONEY",
    "litware, res.partner, Papier, 3, Kunde seit, STRING"
  })
  void discoversWhatTheAccountHasAndReadsIt(
      String account, String object, String picklist, int picks, String other, FieldType type) {
    try (Session session = open(account)) {
      session.test(Progress.NONE);
      Discovery discovery = session.discover(List.of(), Progress.NONE);
      assertThat(discovery.problems()).isEmpty();
      assertThat(discovery.complete()).isTrue();
      Schema schema = discovery.schema();
      Field choice = field(schema, object, picklist);
      assertThat(choice.isCustom()).isTrue();
      assertThat(choice.values()).hasSize(picks);
      assertThat(field(schema, object, other).type()).isEqualTo(type);
      for (SchemaObject each : schema.objects()) {
        assertThat(each.fields())
            .as(each.name())
            .isNotEmpty()
            .filteredOn(f -> !f.name().equals("aw_taxid"))
            .allSatisfy(f -> assertThat(f.warnings()).as(each.name() + "." + f.name()).isEmpty());
        List<Map<String, @Nullable Object>> records =
            session.sample(each, List.of(), 30, Progress.NONE);
        for (Map<String, @Nullable Object> record : records) {
          assertThat(record.keySet()).as(each.name()).isSubsetOf(each.byName().keySet());
        }
        Records.oneByOne(session, each, records);
      }
      SchemaObject main = schema.object(object).orElseThrow();
      List<Map<String, @Nullable Object>> records =
          session.sample(main, List.of(), 50, Progress.NONE);
      assertThat(records).hasSize(50);
      assertThat(records)
          .as("values are of the picklist, or were once")
          .anySatisfy(r ->
              assertThat(choice.values())
                  .extracting(v -> (Object) v.value())
                  .contains(String.valueOf(r.get(choice.name()))));
      assertThat(engines.log.entries().toString())
          .doesNotContain(
              sandbox.account(account).credentials().values().stream()
                  .filter(v -> v.contains("sandb") && v.length() > 20)
                  .toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"adventure", "tailspin", "litware"})
  void troubleIsRepairedOrNamed(String account) {
    Faults faults = sandbox.faults(account);
    try (Session session = open(account)) {
      Schema whole = session.discover(List.of(), Progress.NONE).schema();
      faults.expireTokens();
      faults.throttle(3, Duration.ofSeconds(2));
      faults.cutConnections(1);
      assertThat(session.discover(List.of(), Progress.NONE).schema())
          .as("expired, throttled and cut in between")
          .isEqualTo(whole);
      assertThat(engines.waits).anyMatch(w -> w.compareTo(Duration.ofMillis(1900)) > 0);

      faults.html(1);
      try {
        Discovery page = session.discover(List.of(), Progress.NONE);
        assertThat(page.complete()).as("one object is missing, and named").isFalse();
        assertThat(page.problems()).isNotEmpty();
      } catch (ApiFailure e) {
        assertThat(e.kind()).as("where the list was hit").isEqualTo(FailureKind.NONSENSE);
      }
      faults.reset();

      String object = whole.objects().getLast().name();
      FaultControl.apply(faults, "forbid=" + object);
      Discovery half = session.discover(List.of(), Progress.NONE);
      assertThat(half.complete()).isFalse();
      assertThat(half.problems())
          .extracting(Problem::what)
          .anySatisfy(what -> assertThat(what).contains(object));
      assertThat(half.schema().objects()).hasSize(whole.objects().size() - 1);

      faults.maintenance(true);
      ApiFailure down =
          catchThrowableOfType(ApiFailure.class, () -> session.discover(List.of(), Progress.NONE));
      assertThat(Objects.requireNonNull(down).kind()).isEqualTo(FailureKind.UNAVAILABLE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "adventure, account, aw_discount",
    "tailspin, organizations, Shop type",
    "litware, res.partner, x_studio_rabatt"
  })
  void theSchemaDriftsBetweenTwoDiscoveries(String account, String object, String changed) {
    Faults faults = sandbox.faults(account);
    try (Session session = open(account)) {
      SchemaObject before =
          session.discover(List.of(), Progress.NONE).schema().object(object).orElseThrow();
      faults.drift(true);
      SchemaObject after =
          session.discover(List.of(), Progress.NONE).schema().object(object).orElseThrow();
      assertThat(after.byName().keySet()).isNotEqualTo(before.byName().keySet());
      assertThat(after).isNotEqualTo(before);
      assertThat(before.fields())
          .anyMatch(f -> changed.equals(f.name()) || changed.equals(f.label()));
    }
  }

  /** A value that is empty because of a permission says nothing about the record. */
  @Test
  void fieldsThatAPermissionGuardsAreMarkedOneByOne() {
    try (Session session = open("adventure")) {
      SchemaObject account =
          session
              .discover(List.of("account"), Progress.NONE)
              .schema()
              .object("account")
              .orElseThrow();
      assertThat(account.field("aw_taxid").orElseThrow().warnings())
          .singleElement()
          .asString()
          .contains("permission");
      assertThat(account.fields()).filteredOn(f -> !f.warnings().isEmpty()).hasSize(1);
    }
  }

  /** The same account by the ways that need a person. */
  @Test
  void signInByBrowserWithRotationAtDynamics() {
    engines.browser =
        page ->
            Thread.ofVirtual()
                .start(() -> {
                  try (var response =
                      new okhttp3.OkHttpClient()
                          .newCall(new okhttp3.Request.Builder().url(page.toString()).build())
                          .execute()) {
                    assertThat(response.code()).isEqualTo(200);
                  } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
    ConnectorCatalog catalog = engines.catalog();
    SandboxConnection connection =
        SandboxConnection.of(
            "adventure",
            sandbox.account("adventure"),
            catalog.find("dynamics").orElseThrow(),
            "web");
    try (Session session = catalog.open(connection.profile(), connection.secrets())) {
      session.test(Progress.NONE);
      String first = engines.secrets.get("adventure/refresh-token");
      sandbox.faults("adventure").expireTokens();
      assertThat(session.discover(List.of("contact"), Progress.NONE).complete()).isTrue();
      assertThat(engines.secrets.get("adventure/refresh-token")).isNotNull().isNotEqualTo(first);
    }
  }
}
