package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new mapping is proposed with reasons, and target models of all kinds come in. */
@ExtendWith(FxToolkitExtension.class)
class NewMappingTest {
  @TempDir Path folder;
  private final FakeDialogs dialogs = new FakeDialogs();
  private final List<String> made = new ArrayList<>();
  private final List<String> customers = new ArrayList<>();
  private DeskFixture fixture;

  @BeforeEach
  void open() {
    fixture = new DeskFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private NewMappingModel model(String customer) {
    return model(customer, "");
  }

  private NewMappingModel model(String customer, String used) {
    return new NewMappingModel(
        fixture.desk,
        customer,
        used,
        new SameThreadTasks(),
        MappingFixture.TEXTS,
        dialogs::error,
        m -> {
          made.add(m.file());
          customers.addAll(m.customers());
        });
  }

  @Test
  void theChosenCustomersConnectionIsProposed() {
    NewMappingModel model = model("northwind");
    model.load();
    assertThat(model.connection()).isEqualTo("sandbox-northwind");
    assertThat(model.connections()).containsExactly("sandbox-northwind", "sandbox-contoso");
  }

  @Test
  void withoutACustomerTheConnectionInUseIsProposed() {
    NewMappingModel model = model("", "sandbox-northwind");
    model.load();
    assertThat(model.connection()).isEqualTo("sandbox-northwind");
    NewMappingModel gone = model("", "deleted-since");
    gone.load();
    assertThat(gone.connection()).isEqualTo(gone.connections().getFirst());
  }

  @Test
  void aRankedPairSaysWhyAndStartsAMapping() throws Exception {
    fixture.workspace.saveTargetObject(
        dev.crosswalk.engine.schema.SchemaObject.of("Contact", MappingFixture.person().fields()));
    FxToolkitExtension.onFx(() -> {
      NewMappingModel model = model("");
      NewMappingView view =
          new NewMappingView(model, dialogs, MappingFixture.TEXTS, () -> {}, () -> {});
      Scene scene = new Scene(view, 900, 700);
      model.load();
      scene.snapshot(null);
      @SuppressWarnings("unchecked")
      ListView<ObjectPair> pairs = (ListView<ObjectPair>) view.lookup("#object-pairs");
      assertThat(pairs.getItems()).isNotEmpty().allMatch(p -> !p.why().isBlank());
      assertThat(pairs.getItems().getFirst().target()).isEqualTo("Contact");
      ((Button) view.lookup("#start-mapping")).fire();
      return 0;
    });
    assertThat(dialogs.errors).isEmpty();
    assertThat(made)
        .singleElement()
        .satisfies(f -> assertThat(fixture.desk.open(f, "")).isNotNull());
    assertThat(customers).containsExactly("contoso", "northwind");
    String id = fixture.workspace.mappings().getFirst().id();
    assertThat(fixture.workspace.customers()).allMatch(c -> c.mappings().equals(List.of(id)));
  }

  @Test
  void aTypedPathSaysAtOnceWhatItHolds() throws Exception {
    Path file = Files.writeString(folder.resolve("lead.csv"), "email,full_name\n");
    NewMappingModel model = model("");
    ImportForm form =
        FxToolkitExtension.onFx(() -> {
          model.load();
          ImportForm made = new ImportForm(model, dialogs, MappingFixture.TEXTS);
          ((TextField) made.lookup("#import-path")).setText(folder.resolve("none.csv").toString());
          return made;
        });
    StudioFixture.until(() -> form.lookup(".card-problem") != null);
    assertThat(form.valid().getValue()).isFalse();
    FxToolkitExtension.onFx(() -> {
      ((TextField) form.lookup("#import-path")).setText(file.toString());
      return 0;
    });
    StudioFixture.until(() -> form.valid().getValue());
    assertThat(((Label) form.lookup(".good-text")).getText()).isEqualTo("1 object, 2 fields: lead");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lead.csv|email,full_name",
        "lead.sql|create table lead (email varchar(80) not null, full_name text);",
        "lead.json|{\"title\":\"lead\",\"type\":\"object\",\"properties\":{"
            + "\"email\":{\"type\":\"string\"},\"full_name\":{\"type\":\"string\"}}}",
        "lead.yaml|openapi: 3.1.0~info: { title: t, version: '1' }~paths: {}~components:~  schemas:~"
            + "    lead:~      type: object~      properties:~        email: { type: string }~"
            + "        full_name: { type: string }~"
      })
  void aTargetModelIsImported(String name, String text) throws IOException {
    NewMappingModel model = model("");
    model.load();
    model.importTarget(Files.writeString(folder.resolve(name), text.replace('~', '\n')));
    assertThat(dialogs.errors).isEmpty();
    assertThat(model.target().object("lead"))
        .get()
        .satisfies(o -> assertThat(o.fields()).extracting("name").contains("email", "full_name"));
  }
}
