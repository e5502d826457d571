package dev.crosswalk.app.studio;

import dev.crosswalk.app.workspace.FileChange;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceGit;
import dev.crosswalk.connectors.ConnectionProfile;
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
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A workspace of two customers on {@link FakeSystem}: contoso, whose tier lost a value since the
 * review and who has an e-mail address of its own, and northwind, who takes the tier from elsewhere
 * and lacks the e-mail address.
 */
public final class FilledWorkspace implements AutoCloseable {
  public final Workspace workspace;
  public final MappingEntry entry;
  private final StudioFixture studio;

  public FilledWorkspace(StudioFixture studio, Path folder) {
    this.studio = studio;
    workspace = Workspace.create(folder, "Acme", "acme");
    workspace.saveTargetObject(
        SchemaObject.of(
            "person",
            List.of(
                Field.builder("email", FieldType.EMAIL).required(true).build(),
                Field.builder("last_name", FieldType.STRING).build(),
                Field.builder("tier", FieldType.ENUM).build())));
    entry =
        workspace.createMapping(
            new Endpoint("salesforce", null, "Contact", null),
            new Endpoint("acme", null, "person", null),
            "Contact → person");
    set("tier", "Acct_Tier__c");
    customer("contoso", true);
    customer("northwind", false);
    workspace.saveReviewedSchema(
        "contoso", "salesforce", FakeSystem.crm(false).object("Contact").orElseThrow());
    overlay("northwind", "tier", "Region__c");
    overlay("contoso", "email", "Work_Email__c");
  }

  /** Sets a target of the base mapping. */
  public void set(String target, String source) {
    var before = workspace.load(entry.file());
    workspace.save(
        entry.file(),
        new MappingEdit.SetField(target, FieldMapping.of(From.of(source))).apply(before).text(),
        before.text());
  }

  private void overlay(String customer, String target, String source) {
    workspace.save(
        workspace.overlayFile(customer, entry.file()),
        workspace
            .editableOverlay(customer, entry)
            .apply(new MappingEdit.SetField(target, FieldMapping.of(From.of(source))))
            .text(),
        null);
  }

  private void customer(String id, boolean later) {
    studio.connections.save(
        new ConnectionProfile(id, "salesforce", "cc", Map.of("clientId", "3MVG9")));
    studio.cache.store(
        id, List.of(), new Discovery(FakeSystem.crm(later), List.of(), true), StudioFixture.NOW);
    studio.cache.storeRecords(
        id,
        "Contact",
        List.of(
            Map.of("Id", "003A", "LastName", "Adams", "Email", "a@example.org"),
            Map.of("Id", "003B", "LastName", "Bauer", "Acct_Tier__c", "Gold")),
        StudioFixture.NOW,
        Duration.ofDays(1));
    workspace.saveCustomer(new CustomerFile(id, id, Map.of("salesforce", id), List.of(entry.id())));
  }

  /** Puts all of it into a first commit. */
  public WorkspaceGit committed() {
    WorkspaceGit git = workspace.git(Clock.fixed(StudioFixture.NOW, ZoneOffset.UTC));
    git.init();
    git.setIdentity(new WorkspaceGit.Identity("Ada", "ada@example.org"));
    git.commit("Start", git.changes().stream().map(FileChange::path).toList());
    return git;
  }

  @Override
  public void close() {
    workspace.close();
  }
}
