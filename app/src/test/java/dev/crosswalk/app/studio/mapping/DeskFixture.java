package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A workspace of two customers whose schemas and records are in a cache of its own. */
final class DeskFixture implements AutoCloseable {
  final StudioFixture studio;
  final Workspace workspace;
  final WorkspaceDesk desk;
  final String file;

  DeskFixture(Path folder) {
    studio = new StudioFixture(folder.resolve("person"));
    workspace = Workspace.create(folder.resolve("w"), "Acme onboarding", "acme");
    workspace.saveTargetObject(MappingFixture.person());
    List<Field> more = new ArrayList<>(MappingFixture.contact().fields());
    more.add(Field.builder("Nick__c", FieldType.STRING).label("Nickname").custom(true).build());
    customer("contoso", SchemaObject.of("Contact", more));
    customer("northwind", MappingFixture.contact());
    file =
        dev.crosswalk.app.workspace.WorkspaceFiles.shown(
            workspace
                .createMapping(
                    new Endpoint("salesforce", null, "Contact", null),
                    new Endpoint("acme", null, "person", null),
                    "Contact → Person")
                .file());
    desk = new WorkspaceDesk(studio.services, workspace, MappingFixture.TEXTS);
  }

  private void customer(String id, SchemaObject contact) {
    String connection = "sandbox-" + id;
    workspace.saveCustomer(new CustomerFile(id, id, Map.of("salesforce", connection), List.of()));
    discover(id, contact);
  }

  /** Puts a customer's objects into the cache, with 25 records of Contact. */
  void discover(String id, SchemaObject... objects) {
    String connection = "sandbox-" + id;
    studio.cache.store(
        connection,
        List.of(),
        new Discovery(Schema.of("salesforce", List.of(objects)), List.of(), true),
        StudioFixture.NOW);
    studio.cache.storeRecords(
        connection, "Contact", MappingFixture.records(), StudioFixture.NOW, Duration.ofDays(1));
  }

  @Override
  public void close() {
    workspace.close();
    studio.close();
  }
}
