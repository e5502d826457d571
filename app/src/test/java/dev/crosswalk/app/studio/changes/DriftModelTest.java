package dev.crosswalk.app.studio.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FakeSystem;
import dev.crosswalk.app.studio.FilledWorkspace;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.workspace.DriftFinding;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.drift.DriftCode;
import dev.crosswalk.engine.drift.DriftJudge.Verdict;
import dev.crosswalk.engine.problem.Severity;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what a mapping uses drifts; what is gone is mended for that customer alone, and back. */
class DriftModelTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private FilledWorkspace filled;
  private StudioContext context;
  private DriftModel model;
  private final FakeDialogs dialogs = new FakeDialogs();

  @BeforeEach
  void open() {
    studio = new StudioFixture(folder.resolve("person"));
    filled = new FilledWorkspace(studio, folder.resolve("w"));
    context = studio.context(dialogs);
    model = new DriftModel(context);
    context.opened(filled.workspace, "Acme", List.of("contoso", "northwind"));
  }

  @AfterEach
  void close() {
    filled.close();
    studio.close();
  }

  @Test
  void nothing_is_claimed_before_it_was_looked_for() {
    StudioContext other = studio.context(dialogs);
    DriftModel fresh = new DriftModel(other);
    assertThat(fresh.looked().get()).isFalse();
    other.opened(filled.workspace, "Acme", List.of("contoso", "northwind"));
    assertThat(fresh.looked().get()).isTrue();
  }

  @Test
  void a_change_of_a_used_field_is_told_and_a_new_field_is_not() {
    assertThat(model.findings()).extracting(DriftFinding::target).containsExactly("tier");
    DriftFinding tier = model.findings().getFirst();
    assertThat(tier.verdict()).isEqualTo(new Verdict(DriftCode.FM121, Severity.INFO));
    assertThat(tier.mend()).isNull();
    model.open(tier);
    assertThat(context.customer().get()).isEqualTo("contoso");
  }

  @Test
  void a_field_that_is_gone_is_mended_by_what_fits_best_and_the_mend_is_undone() throws Exception {
    filled.workspace.saveReviewedSchema(
        "contoso", "salesforce", FakeSystem.crm(true).object("Contact").orElseThrow());
    studio.cache.store(
        "contoso",
        List.of(),
        new Discovery(FakeSystem.crm(false), List.of(), true),
        StudioFixture.NOW.plusSeconds(60));
    context.reportDiscovery();
    DriftFinding gone = model.findings().getFirst();
    assertThat(gone.target()).isEqualTo("email");
    assertThat(gone.verdict()).isEqualTo(new Verdict(DriftCode.FM103, Severity.ERROR));
    assertThat(gone.mend().sources()).containsExactly("Email");
    Path file =
        filled
            .workspace
            .root()
            .resolve(filled.workspace.overlayFile("contoso", filled.entry.file()));
    String before = Files.readString(file);
    String base = filled.workspace.text(filled.entry.file());
    model.mend(gone);
    assertThat(dialogs.errors).isEmpty();
    assertThat(Files.readString(file)).contains("from: Email").doesNotContain("Work_Email__c");
    assertThat(filled.workspace.text(filled.entry.file())).isEqualTo(base);
    assertThat(model.findings()).extracting(DriftFinding::target).doesNotContain("email");
    context.undo().undo();
    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(model.findings()).extracting(DriftFinding::target).contains("email");
  }

  @Test
  void what_is_taken_as_reviewed_is_no_drift_any_more_until_that_is_undone() {
    model.review(model.findings().getFirst());
    assertThat(dialogs.errors).isEmpty();
    assertThat(model.findings()).isEmpty();
    context.undo().undo();
    assertThat(model.findings()).extracting(DriftFinding::target).containsExactly("tier");
    context.undo().redo();
    assertThat(model.findings()).isEmpty();
  }

  @Test
  void a_field_that_became_required_is_told_until_somebody_looked_at_it() {
    Field tier = Field.builder("Acct_Tier__c", FieldType.STRING).length(20).build();
    Field free = Field.builder("Territory__c", FieldType.STRING).required(false).build();
    Field fresh = Field.builder("Ward__c", FieldType.STRING).required(true).build();
    SchemaObject contact =
        SchemaObject.of(
            "Contact",
            List.of(tier, free, Field.builder("Work_Email__c", FieldType.EMAIL).build()));
    filled.set("tier", "Acct_Tier__c");
    filled.workspace.saveReviewedSchema("contoso", "salesforce", contact);
    discover(
        contact.withFields(
            List.of(
                tier.toBuilder().length(10).build(),
                free.toBuilder().required(true).build(),
                contact.fields().getLast(),
                fresh)));
    assertThat(model.findings())
        .extracting(f -> f.change().field())
        .containsExactlyInAnyOrder("Acct_Tier__c", "Territory__c", "Ward__c");
    model.review(found("Acct_Tier__c"));
    assertThat(model.findings())
        .extracting(f -> f.change().field())
        .containsExactlyInAnyOrder("Territory__c", "Ward__c");
    model.review(found("Ward__c"));
    model.review(found("Territory__c"));
    assertThat(dialogs.errors).isEmpty();
    assertThat(model.findings()).isEmpty();
  }

  private DriftFinding found(String field) {
    return model.findings().stream()
        .filter(f -> f.change().field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_mapping_without_a_review_is_told_apart_and_can_be_taken_as_it_is() {
    assertThat(model.unreviewed())
        .singleElement()
        .satisfies(u -> {
          assertThat(u.customer()).isEqualTo("northwind");
          assertThat(u.known()).isTrue();
        });
    model.review(model.unreviewed().getFirst());
    assertThat(dialogs.errors).isEmpty();
    assertThat(model.unreviewed()).isEmpty();
    context.undo().undo();
    assertThat(model.unreviewed()).hasSize(1);
  }

  @Test
  void a_path_across_a_reference_drifts_with_the_reference_and_with_nothing_else() {
    Field owner =
        Field.builder("OwnerId", FieldType.REFERENCE)
            .references(List.of("User"))
            .relationship("Owner")
            .build();
    SchemaObject contact =
        SchemaObject.of(
            "Contact", List.of(owner, Field.builder("Work_Email__c", FieldType.EMAIL).build()));
    filled.set("tier", "Owner.Email");
    filled.workspace.saveReviewedSchema("contoso", "salesforce", contact);
    discover(contact, SchemaObject.of("User", List.of()));
    assertThat(model.findings()).isEmpty();
    discover(contact.withFields(contact.fields().subList(1, 2)));
    assertThat(model.findings())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.target()).isEqualTo("tier");
          assertThat(f.change().field()).isEqualTo("OwnerId");
          assertThat(f.verdict().severity()).isEqualTo(Severity.ERROR);
        });
    discover(SchemaObject.of("User", List.of()));
    assertThat(model.findings())
        .as("the object is gone, which is said once")
        .singleElement()
        .satisfies(
            f -> assertThat(f.verdict()).isEqualTo(new Verdict(DriftCode.FM101, Severity.ERROR)));
  }

  @Test
  void what_is_accepted_is_told_apart_with_its_reason_until_that_is_undone() throws Exception {
    model.accept(model.findings().getFirst(), "Known to the deal desk", model.today());
    assertThat(dialogs.errors).isEmpty();
    assertThat(model.findings()).isEmpty();
    assertThat(model.accepted())
        .singleElement()
        .satisfies(f -> assertThat(f.accepted().reason()).isEqualTo("Known to the deal desk"));
    assertThat(Files.readString(filled.workspace.root().resolve("accepted.yaml")))
        .contains("code: FM121", "customer: contoso", "target: tier");
    context.undo().undo();
    assertThat(model.findings()).hasSize(1);
    assertThat(model.accepted()).isEmpty();
  }

  private void discover(SchemaObject... objects) {
    studio.cache.store(
        "contoso",
        List.of(),
        new Discovery(Schema.of("salesforce", List.of(objects)), List.of(), true),
        StudioFixture.NOW.plusSeconds(60));
    context.reportDiscovery();
  }
}
