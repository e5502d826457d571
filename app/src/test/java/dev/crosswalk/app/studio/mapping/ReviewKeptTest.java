package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.app.studio.FakeSystem;
import dev.crosswalk.app.studio.FilledWorkspace;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.mapping.MappingDesk.Opened;
import dev.crosswalk.app.workspace.OverlayEdits;
import dev.crosswalk.app.workspace.Reviewed;
import dev.crosswalk.app.workspace.Reviews;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: a save keeps the schema that was looked at, and clears no drift that nobody saw. */
class ReviewKeptTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private FilledWorkspace filled;
  private WorkspaceDesk desk;
  private String file;

  @BeforeEach
  void open() {
    studio = new StudioFixture(folder.resolve("person"));
    filled = new FilledWorkspace(studio, folder.resolve("w"));
    desk = new WorkspaceDesk(studio.services, filled.workspace, studio.texts);
    file = WorkspaceFiles.shown(filled.entry.file());
  }

  @AfterEach
  void close() {
    filled.close();
    studio.close();
  }

  private void save(String customer, String target, String source) {
    Opened opened = desk.open(file, customer);
    opened
        .editor()
        .apply("Map", List.of(new MappingDraft.SetField(target, FieldMapping.of(From.of(source)))));
    assertThat(desk.save(opened.context().file(), opened.editor().text(), opened.saved()))
        .isEmpty();
  }

  private List<String> drift(String customer) {
    var live =
        studio.cache.latest(customer).flatMap(s -> studio.cache.schema(s.id())).orElseThrow();
    return filled
        .workspace
        .customer(customer)
        .flatMap(c -> Reviewed.of(filled.workspace, c, live))
        .map(r -> r.drifted().stream().map(d -> d.field()).toList())
        .orElse(List.of("not reviewed"));
  }

  @Test
  void saving_the_base_keeps_the_schema_for_each_customer_and_leaves_drift_that_nobody_touched() {
    assertThat(drift("northwind")).containsExactly("not reviewed");
    save("", "last_name", "LastName");
    assertThat(filled.workspace.reviewedSchema("northwind", "salesforce", "Contact"))
        .hasValueSatisfying(o -> assertThat(o.fields()).hasSize(8));
    assertThat(drift("northwind")).isEmpty();
    assertThat(drift("contoso")).as("the tier was not looked at").containsExactly("Acct_Tier__c");
  }

  @Test
  void deciding_on_the_target_that_drifted_settles_it_for_that_customer() {
    save("contoso", "tier", "Region__c");
    assertThat(drift("contoso")).isEmpty();
    assertThat(
            filled
                .workspace
                .reviewedSchema("contoso", "salesforce", "Contact")
                .flatMap(o -> o.field("Acct_Tier__c"))
                .orElseThrow()
                .values())
        .as("nothing reads it any more")
        .hasSize(2);
  }

  @Test
  void a_field_that_another_target_reads_too_stays_drifted() {
    filled.set("last_name", "Acct_Tier__c");
    save("contoso", "tier", "Region__c");
    assertThat(drift("contoso")).containsExactly("Acct_Tier__c");
    save("contoso", "last_name", "LastName");
    assertThat(drift("contoso")).isEmpty();
  }

  @Test
  void nothing_is_written_where_nothing_differs() throws Exception {
    save("contoso", "last_name", "LastName");
    Path kept =
        filled.workspace.root().resolve("customers/contoso/schemas/salesforce/contact.yaml");
    String byHand = "# looked at by Ada\n" + Files.readString(kept);
    Files.writeString(kept, byHand);
    save("contoso", "email", "Email");
    assertThat(Files.readString(kept)).isEqualTo(byHand);
    String text = filled.workspace.text(filled.entry.file());
    assertThat(
            new Reviews(filled.workspace, studio.services.live())
                .saved(filled.entry.file(), text, text))
        .extracting(w -> WorkspaceFiles.shown(w.file()))
        .containsExactly("customers/northwind/schemas/salesforce/contact.yaml");
    assertThat(
            new Reviews(
                    filled.workspace, (connection, system, object) -> java.util.Optional.empty())
                .saved(filled.entry.file(), text, text))
        .isEmpty();
  }

  @Test
  void what_cannot_be_kept_is_said_and_the_mapping_is_saved_all_the_same() throws Exception {
    Path kept =
        filled.workspace.root().resolve("customers/contoso/schemas/salesforce/contact.yaml");
    Files.writeString(kept, "no schema: [");
    Opened opened = desk.open(file, "");
    opened
        .editor()
        .apply(
            "Map", List.of(new MappingDraft.SetField("email", FieldMapping.of(From.of("Email")))));
    assertThat(desk.save(file, opened.editor().text(), opened.saved())).isNotEmpty();
    assertThat(desk.text(file)).contains("from: Email");
    assertThat(Files.readString(kept)).isEqualTo("no schema: [");
  }

  @Test
  void a_mend_whose_review_cannot_be_kept_changes_nothing() throws Exception {
    Path kept =
        filled.workspace.root().resolve("customers/contoso/schemas/salesforce/contact.yaml");
    Files.writeString(kept, "no schema: [");
    Path overlay = filled.workspace.overlayFile("contoso", filled.entry.file());
    Opened before = desk.open(file, "contoso");
    OverlayEdits edits = new OverlayEdits(filled.workspace, studio.services.live());
    assertThatThrownBy(
            () -> edits.set("contoso", filled.entry, "email", FieldMapping.of(From.of("Email"))))
        .isInstanceOf(ProblemException.class);
    assertThat(Files.exists(filled.workspace.root().resolve(overlay)))
        .isEqualTo(before.saved() != null);
    assertThat(desk.open(file, "contoso").saved()).isEqualTo(before.saved());
  }

  @Test
  void the_fixture_drifts() {
    assertThat(FakeSystem.crm(true)).isNotEqualTo(FakeSystem.crm(false));
    assertThat(drift("contoso")).containsExactly("Acct_Tier__c");
  }
}
