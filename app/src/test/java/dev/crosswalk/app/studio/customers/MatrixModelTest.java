package dev.crosswalk.app.studio.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FilledWorkspace;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.customers.Matrix.Cell;
import dev.crosswalk.app.studio.customers.Matrix.Row;
import dev.crosswalk.app.studio.customers.Matrix.State;
import dev.crosswalk.app.studio.customers.Spread.Proposal;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.MappingRef;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the matrix says of each customer, and taking a mapping over to the others and back. */
class MatrixModelTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private StudioContext context;
  private FilledWorkspace filled;
  private Workspace workspace;
  private MatrixModel model;
  private final FakeDialogs dialogs = new FakeDialogs();

  @BeforeEach
  void open() {
    studio = new StudioFixture(folder.resolve("person"));
    context = studio.context(dialogs);
    filled = new FilledWorkspace(studio, folder.resolve("w"));
    workspace = filled.workspace;
    model = new MatrixModel(context);
    context.opened(workspace, "Acme", List.of("contoso", "northwind"));
    model.refresh();
  }

  @AfterEach
  void close() {
    filled.close();
    studio.close();
  }

  private Row row(String target) {
    return model.rows().stream().filter(r -> r.target().equals(target)).findFirst().orElseThrow();
  }

  @Test
  void each_cell_says_whether_a_customer_follows_differs_lacks_or_drifted() {
    assertThat(model.object().get()).isEqualTo("person");
    assertThat(row("tier").cell("#salesforce"))
        .isEqualTo(new Cell(State.MAPPED, "Acct_Tier__c", ""));
    assertThat(row("tier").cell("contoso").state()).isEqualTo(State.DRIFTED);
    assertThat(row("tier").cell("contoso").why()).contains("Platin");
    assertThat(row("tier").cell("northwind"))
        .isEqualTo(new Cell(State.OVERRIDDEN, "Region__c", ""));
    assertThat(row("email").cell("contoso").state()).isEqualTo(State.OWN);
    assertThat(row("email").cell("northwind").state()).isEqualTo(State.MISSING);
    assertThat(model.matrix().get().count(State.MISSING)).isEqualTo(3);
    model.filter().set("region__c");
    assertThat(model.rows()).extracting(Row::target).containsExactly("tier");
  }

  @Test
  void a_cell_opens_its_mapping_as_that_customer_has_it() {
    model.open(row("email"), model.matrix().get().columns().get(2));
    assertThat(context.customer().get()).isEqualTo("northwind");
    assertThat(context.route().get().place()).isEqualTo(PlaceIds.MAPPING);
    assertThat(context.route().get().argument())
        .isEqualTo(new MappingRef("mappings/salesforce/contact--person.yaml", "email"));
  }

  @Test
  void a_mapping_goes_to_the_others_by_what_suits_them_and_comes_back_by_undo() throws Exception {
    List<Proposal> proposals = new ArrayList<>();
    model.propose(row("email"), model.matrix().get().columns().get(1), proposals::addAll);
    assertThat(proposals).hasSize(1);
    Proposal northwind = proposals.getFirst();
    assertThat(northwind.from()).as("northwind has no Work_Email__c").isEqualTo("Email");
    assertThat(northwind.score()).isBetween(0.3, 0.9999);
    assertThat(northwind.advised()).isTrue();
    Path file = workspace.root().resolve(workspace.overlayFile("northwind", filled.entry.file()));
    String before = Files.readString(file);
    model.apply(row("email"), proposals);
    assertThat(dialogs.errors).isEmpty();
    assertThat(Files.readString(file)).contains("email:").contains("from: Email");
    assertThat(row("email").cell("northwind").state()).isEqualTo(State.OWN);
    assertThat(context.undo().undoName()).isPresent();
    context.undo().undo();
    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(row("email").cell("northwind").state()).isEqualTo(State.MISSING);
    context.undo().redo();
    assertThat(Files.readString(file)).contains("from: Email");
    Files.writeString(file, Files.readString(file) + "# by hand\n");
    context.undo().undo();
    assertThat(dialogs.errors).as("what another wrote is not taken back").hasSize(1);
    assertThat(Files.readString(file)).endsWith("# by hand\n");
  }

  @Test
  void the_very_same_field_is_taken_where_the_customer_has_it() {
    List<Proposal> proposals = new ArrayList<>();
    model.propose(row("tier"), model.matrix().get().columns().getFirst(), proposals::addAll);
    assertThat(proposals).hasSize(2).allMatch(p -> p.from().equals("Acct_Tier__c"));
    assertThat(proposals).allMatch(p -> p.score() == 1).noneMatch(Proposal::advised);
  }
}
