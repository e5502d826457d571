package dev.crosswalk.app.studio.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FakeSystem;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.FxTasks;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at what was discovered. */
class SchemasModelTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private SchemasModel model;
  private final FakeDialogs dialogs = new FakeDialogs();

  @BeforeEach
  void open() {
    studio = new StudioFixture(folder);
    studio.cache.store(
        "northwind",
        List.of(),
        new Discovery(FakeSystem.crm(false), List.of(), true),
        StudioFixture.NOW.minusSeconds(3600));
    StudioContext context = studio.context(dialogs);
    context.go("schemas");
    model = new SchemasModel(context, SchemasPlace.source(studio.services, context.texts()));
    model.load();
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private SchemaObject object(String name) {
    return model.objects().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void a_snapshot_is_shown_without_any_connection() {
    assertThat(model.connection().get()).isEqualTo("northwind");
    assertThat(model.objects()).extracting(SchemaObject::name).contains("Account", "Contact");
    model.customOnly().set(true);
    assertThat(model.objects()).extracting(SchemaObject::name).containsExactly("Shipment__c");
    assertThat(studio.log.entries()).isEmpty();
  }

  @Test
  void what_arrives_for_a_connection_that_was_left_meanwhile_is_not_shown() throws Exception {
    BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    StudioContext context = studio.context(dialogs, new FxTasks(ui::add));
    SchemasModel slow =
        new SchemasModel(context, SchemasPlace.source(studio.services, context.texts()));
    slow.connection().set("northwind");
    slow.connection().set(null);
    Runnable late = ui.poll(60, TimeUnit.SECONDS);
    assertThat(late).as("the list that was asked for").isNotNull();
    late.run();
    assertThat(slow.snapshots()).isEmpty();
  }

  @Test
  void filtering_fields_looks_at_names_labels_types_and_values() {
    model.object().set(object("Contact"));
    model.fieldFilter().set("platinum");
    assertThat(model.fields()).extracting(r -> r.field().name()).containsExactly("Acct_Tier__c");
    model.fieldFilter().set("last name");
    assertThat(model.fields()).extracting(r -> r.field().name()).containsExactly("LastName");
  }

  @Test
  void a_refresh_shows_what_changed_since_the_last_snapshot() {
    studio.connections.save(new ConnectionProfile("northwind", "salesforce", "cc", Map.of()));
    studio.system.schema = FakeSystem.crm(true);
    model.refresh();
    assertThat(model.snapshots()).hasSize(2);
    assertThat(model.comparisons().shown().get().diff().fields())
        .extracting(FieldChange::field)
        .contains("Work_Email__c", "Acct_Tier__c");
    model.comparisons().compare(model.snapshots().get(0), model.snapshots().get(0));
    assertThat(model.comparisons().shown().get().diff().isEmpty()).isTrue();
  }

  @Test
  void samples_give_fill_rates_and_values() {
    studio.connections.save(new ConnectionProfile("northwind", "salesforce", "cc", Map.of()));
    model.object().set(object("Contact"));
    model.sample();
    FieldRow email =
        model.fields().stream()
            .filter(r -> r.field().name().equals("Email"))
            .findFirst()
            .orElseThrow();
    assertThat(email.fillPercent()).isEqualTo(50);
    assertThat(email.samples()).containsExactly("a@example.org");
  }

  @Test
  void refreshing_a_connection_that_is_not_set_up_says_what_to_do() {
    model.refresh();
    assertThat(dialogs.errors).hasSize(1);
    assertThat(dialogs.errors.getFirst().next()).contains("Connections");
    assertThat(model.objects()).isNotEmpty();
  }
}
