package dev.crosswalk.app.studio.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FakeSystem;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.schemas.SchemaIndex.Found;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.mapping.MappingEdit;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found over all connections, and what changed since a customer's review. */
class SchemaSearchTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private StudioContext context;
  private Workspace workspace;
  private final FakeDialogs dialogs = new FakeDialogs();

  @BeforeEach
  void open() {
    studio = new StudioFixture(folder.resolve("person"));
    store("northwind", false);
    store("contoso", true);
    context = studio.context(dialogs);
    workspace = Workspace.create(folder.resolve("w"), "Acme", "acme");
    workspace.saveTargetObject(
        SchemaObject.of(
            "person", List.of(Field.builder("work_email", FieldType.EMAIL).label("Mail").build())));
  }

  private void store(String connection, boolean later) {
    studio.cache.store(
        connection,
        List.of(),
        new Discovery(FakeSystem.crm(later), List.of(), true),
        StudioFixture.NOW);
  }

  @AfterEach
  void close() {
    workspace.close();
    studio.close();
  }

  @Test
  void a_field_is_found_in_whichever_connection_or_target_has_it() {
    SchemaSearch search = new SchemaSearch(context);
    context.opened(workspace, "Acme", List.of());
    search.typed().set("work email");
    assertThat(search.hits())
        .extracting(Found::connection, Found::object, Found::field)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("contoso", "Contact", "Work_Email__c"),
            org.assertj.core.groups.Tuple.tuple("", "person", "work_email"));
    search.typed().set("shipment");
    assertThat(search.hits()).extracting(Found::connection).contains("northwind", "contoso");
    search.typed().set(" ");
    assertThat(search.hits()).isEmpty();
    store("fabrikam", true);
    context.reportDiscovery();
    search.typed().set("work email");
    assertThat(search.hits()).extracting(Found::connection).contains("fabrikam");
  }

  @Test
  void since_the_review_only_reviewed_objects_count_and_mapped_fields_are_marked() {
    MappingEntry entry =
        workspace.createMapping(
            new Endpoint("salesforce", null, "Contact", null),
            new Endpoint("acme", null, "person", null),
            null);
    var before = workspace.load(entry.file());
    workspace.save(
        entry.file(),
        new MappingEdit.SetField("work_email", FieldMapping.of(From.of("Acct_Tier__c")))
            .apply(before)
            .text(),
        before.text());
    workspace.saveCustomer(
        new CustomerFile(
            "contoso", "Contoso", Map.of("salesforce", "contoso"), List.of(entry.id())));
    Comparisons comparisons = new Comparisons(context, () -> studio.cache);
    comparisons.sinceReview("contoso", "");
    assertThat(dialogs.errors).as("no workspace").hasSize(1);
    context.opened(workspace, "Acme", List.of("contoso"));
    comparisons.sinceReview("contoso", "");
    assertThat(dialogs.errors).as("no review").hasSize(2);
    workspace.saveReviewedSchema(
        "contoso", "salesforce", FakeSystem.crm(false).object("Contact").orElseThrow());
    comparisons.sinceReview("contoso", "contoso");
    Comparison shown = comparisons.shown().get();
    assertThat(shown.before().name()).isEqualTo("Contoso");
    assertThat(shown.diff().addedObjects()).isEmpty();
    assertThat(shown.diff().fields())
        .extracting(c -> c.object() + "." + c.field())
        .containsExactly("Contact.Acct_Tier__c", "Contact.Work_Email__c");
    assertThat(shown.used()).containsExactly("Contact.Acct_Tier__c");
  }
}
