package dev.crosswalk.app.studio.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FilledWorkspace;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.workspace.OverlayEdits;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Protects: a customer is made from what there is, wrong ids are said, and files keep their words.
 */
class CustomerActsTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private FilledWorkspace filled;
  private StudioContext context;

  @BeforeEach
  void open() {
    studio = new StudioFixture(folder.resolve("person"));
    filled = new FilledWorkspace(studio, folder.resolve("w"));
    context = studio.context(new FakeDialogs());
    context.opened(filled.workspace, "Acme", List.of("contoso", "northwind"));
  }

  @AfterEach
  void close() {
    filled.close();
    studio.close();
  }

  private CustomerDraft draft(String id) {
    return new CustomerDraft(
        id.isEmpty() ? null : filled.workspace.customer(id).orElseThrow(),
        CustomerActs.choices(filled.workspace, studio.services),
        studio.texts);
  }

  @Test
  void the_id_follows_the_name_until_it_is_typed_and_is_checked() {
    CustomerDraft draft = draft("");
    assertThat(draft.valid().get()).isFalse();
    draft.name().set("Fabrikam GmbH & Co_KG");
    assertThat(draft.id().get()).isEqualTo("fabrikam-gmbh-co-kg");
    assertThat(draft.valid().get()).isTrue();
    draft.name().set("Contoso");
    assertThat(draft.idProblem()).contains("contoso");
    assertThat(draft.valid().get()).isFalse();
    for (String wrong : List.of("", "-a", "a-", "a b", "a/b", "..", "Ä", "a".repeat(65))) {
      draft.id().set(wrong);
      assertThat(draft.idProblem()).as(wrong).isNotEmpty();
    }
    draft.id().set("contoso-2");
    draft.name().set("Contoso again");
    assertThat(draft.id().get()).as("typed by a person").isEqualTo("contoso-2");
    assertThat(draft.valid().get()).isTrue();
  }

  @Test
  void the_connection_that_waits_is_proposed_with_the_mappings_of_its_system() {
    assertThat(draft("").connection("salesforce").get()).as("all are taken").isEmpty();
    studio.connections.save(
        new ConnectionProfile("fabrikam", "salesforce", "cc", Map.of("clientId", "3MVG9")));
    CustomerDraft draft = draft("");
    draft.name().set("Fabrikam");
    assertThat(draft.connectionsOf("salesforce"))
        .containsExactlyInAnyOrder("contoso", "fabrikam", "northwind");
    assertThat(draft.file())
        .isEqualTo(
            new CustomerFile(
                "fabrikam",
                "Fabrikam",
                Map.of("salesforce", "fabrikam"),
                List.of(filled.entry.id())));
    draft.connection("salesforce").set("");
    assertThat(draft.file().mappings()).isEmpty();
  }

  @Test
  void an_edit_keeps_comments_unknown_mappings_and_connections_of_other_computers()
      throws Exception {
    Path file = filled.workspace.root().resolve("customers/contoso/customer.yaml");
    String text =
        Files.readString(file)
            .replace("name: contoso", "name: contoso # VIP")
            .replace("salesforce: contoso", "salesforce: elsewhere")
            .replace("- " + filled.entry.id(), "- gone-mapping\n  - " + filled.entry.id());
    Files.writeString(file, text);
    CustomerFile old = filled.workspace.customer("contoso").orElseThrow();
    CustomerDraft draft = draft("contoso");
    assertThat(draft.connectionsOf("salesforce")).contains("elsewhere");
    assertThat(draft.file()).isEqualTo(old);
    draft.name().set("Contoso Ltd");
    OverlayEdits edits = new OverlayEdits(filled.workspace, (c, s, o) -> Optional.empty());
    edits.customer(old, draft.file());
    assertThat(Files.readString(file))
        .isEqualTo(text.replace("name: contoso # VIP", "name: Contoso Ltd # VIP"));
    Assertions.assertThatThrownBy(() -> edits.customer(old, draft.file()))
        .as("it says something else than it did when it was read")
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void a_new_customer_comes_with_its_file_and_goes_by_undo() {
    FakeDialogs dialogs = (FakeDialogs) context.dialogs();
    OverlayEdits edits = new OverlayEdits(filled.workspace, (c, s, o) -> Optional.empty());
    CustomerFile made = new CustomerFile("fabrikam", "Fabrikam", Map.of(), List.of());
    var written = edits.customer(null, made);
    assertThat(filled.workspace.customer("fabrikam")).contains(made);
    Assertions.assertThatThrownBy(() -> edits.customer(null, made))
        .isInstanceOf(ProblemException.class);
    edits.takeBack(written);
    assertThat(filled.workspace.customers()).extracting(CustomerFile::id).hasSize(2);
    assertThat(dialogs.errors).isEmpty();
  }
}
