package dev.crosswalk.app.studio;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static dev.crosswalk.app.studio.StudioFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.Theme;
import dev.crosswalk.app.workspace.CommitInfo;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceGit;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A person's ways through the whole window; each ends at what is on the screen and in the file. */
@ExtendWith(FxToolkitExtension.class)
@Timeout(300)
class JourneysTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private StudioFixture.Window window;
  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void open() throws Exception {
    studio = new StudioFixture(folder.resolve("person"));
    window = onFx(() -> studio.window(1000, 760, Theme.LIGHT));
    onFx(() -> {
      window.show(FxToolkit.toolkitContext().getRegisteredStage());
      window.context().go(PlaceIds.HOME);
      return 0;
    });
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.hideStage();
    studio.close();
  }

  private boolean there(String query) {
    Node node = window.scene().lookup(query);
    return node != null && node.isVisible() && node.getScene() != null;
  }

  private <T extends Node> T node(String query, Class<T> type) {
    return type.cast(window.scene().lookup(query));
  }

  private void go(KeyCode digit) {
    robot.press(KeyCode.CONTROL, digit).release(digit, KeyCode.CONTROL);
  }

  private void openWorkspace(Workspace workspace, List<String> customers) throws Exception {
    onFx(() -> {
      window.context().opened(workspace, "Acme", customers);
      return 0;
    });
  }

  @Test
  void from_a_login_to_a_committed_mapping() throws Exception {
    Workspace workspace = Workspace.create(folder.resolve("w"), "Acme", "acme");
    workspace.saveTargetObject(
        SchemaObject.of(
            "contact",
            List.of(
                Field.builder("email", FieldType.EMAIL).label("Email").required(true).build(),
                Field.builder("last_name", FieldType.STRING).label("Last Name").build())));
    openWorkspace(workspace, List.of());
    go(KeyCode.DIGIT2);
    until(() -> there("#connector-salesforce"));
    robot.clickOn("#connector-salesforce");
    until(() -> there("#connection-auth"));
    robot.interact(() -> node("#connection-auth", ComboBox.class).getSelectionModel().select(1));
    until(() -> there("#input-clientSecret"));
    robot.clickOn("#input-clientId").write("3MVG9");
    robot.clickOn("#input-clientSecret").write("right");
    robot.clickOn("#connection-discover");
    until(() -> there("#schemas-objects"));
    go(KeyCode.DIGIT4);
    until(() -> there("#new-mapping"));
    robot.clickOn("#new-mapping");
    until(() -> there("#object-pairs") && size("#object-pairs") > 0);
    robot.interact(() -> selectPair("Contact"));
    robot.clickOn("#start-mapping");
    until(() -> there("#review") && size("#review") > 0);
    // Where nothing waits any more, the list is folded away and found no longer.
    ListView<?> review = node("#review", ListView.class);
    int waiting = review.getItems().size();
    robot.clickOn("#review");
    robot.type(KeyCode.A);
    until(() -> review.getItems().size() != waiting || progress().startsWith("1 "));
    robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
    Path file = workspace.root().resolve(workspace.mappings().getFirst().file());
    until(() -> read(file).contains("from: "));
    go(KeyCode.DIGIT7);
    until(() -> there("#changes-init"));
    robot.clickOn("#changes-init");
    until(() -> there("#changes-files") && size("#changes-files") > 0);
    WorkspaceGit git = workspace.git(Clock.systemUTC());
    git.setIdentity(new WorkspaceGit.Identity("Ada", "ada@example.org"));
    robot.interact(() -> node("#commit-message", TextArea.class).setText("Map the first field"));
    robot.clickOn("#commit");
    until(() -> !git.log(5).isEmpty());
    assertThat(git.log(5)).extracting(CommitInfo::subject).containsExactly("Map the first field");
    assertThat(git.committed(workspace.root().relativize(file).toString().replace('\\', '/')))
        .hasValueSatisfying(text -> assertThat(text).contains("from: ").contains("origin"));
    until(() -> size("#changes-history") == 1);
    workspace.close();
  }

  @Test
  void from_a_drift_badge_to_a_mended_overlay() throws Exception {
    try (FilledWorkspace filled = new FilledWorkspace(studio, folder.resolve("w"))) {
      filled.committed();
      openWorkspace(filled.workspace, List.of("contoso", "northwind"));
      until(() -> !robot.lookup("1 change since review").queryAll().isEmpty());
      robot.clickOn("1 change since review");
      until(() ->
          there("#drift") && drifted().contains("contoso: tier comes from Contact.Acct_Tier__c"));
      robot.clickOn("Open");
      until(() -> there("#yaml") && node("#yaml", CodeArea.class).getText().contains("extends"));
      robot.interact(
          () -> node("#yaml", CodeArea.class).appendText("  tier:\n    from: Region__c\n"));
      Path overlay =
          filled
              .workspace
              .root()
              .resolve(filled.workspace.overlayFile("contoso", filled.entry.file()));
      until(() -> {
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        return read(overlay).contains("from: Region__c");
      });
      go(KeyCode.DIGIT6);
      until(() -> matrixRow().contains("contoso=Cell[state=OVERRIDDEN, from=Region__c"));
    }
  }

  @Test
  void from_a_new_customer_to_a_drift_that_is_mended() throws Exception {
    Workspace workspace = Workspace.create(folder.resolve("w"), "Acme", "acme");
    workspace.saveTargetObject(
        SchemaObject.of(
            "contact",
            List.of(
                Field.builder("email", FieldType.EMAIL).label("Email").required(true).build(),
                Field.builder("last_name", FieldType.STRING).label("Last Name").build(),
                Field.builder("acct_tier", FieldType.ENUM).label("Account tier").build())));
    studio.connections.save(
        new ConnectionProfile("northwind-crm", "salesforce", "cc", Map.of("clientId", "3MVG9")));
    discover(studio.system.schema);
    openWorkspace(workspace, List.of());
    until(() -> there("#home-new-customer"));
    robot.clickOn("#home-new-customer");
    until(() -> there("#customer-name"));
    robot.interact(() -> node("#customer-name", TextField.class).setText("Northwind Traders"));
    assertThat(node("#customer-id", TextField.class).getText()).isEqualTo("northwind-traders");
    robot.clickOn("#dialog-ok");
    Path customer = workspace.root().resolve("customers/northwind-traders/customer.yaml");
    until(() -> read(customer).contains("salesforce: northwind-crm"));
    until(() -> window.context().customers().contains("northwind-traders"));

    go(KeyCode.DIGIT4);
    until(() -> there("#new-mapping"));
    robot.clickOn("#new-mapping");
    until(() -> there("#object-pairs") && size("#object-pairs") > 0);
    robot.interact(() -> selectPair("Contact"));
    robot.clickOn("#start-mapping");
    until(() -> there("#review") && there("#yaml"));
    assertThat(read(customer)).contains("salesforce-contact-to-contact");
    robot.interact(() ->
        node("#yaml", CodeArea.class)
            .replaceText(
                node("#yaml", CodeArea.class)
                    .getText()
                    .replace("fields: {}", "fields:\n  acct_tier:\n    from: Acct_Tier__c")));
    Path reviewed =
        workspace.root().resolve("customers/northwind-traders/schemas/salesforce/contact.yaml");
    until(() -> {
      robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
      return read(reviewed).contains("Platin");
    });
    assertThat(read(workspace.root().resolve(workspace.mappings().getFirst().file())))
        .contains("from: Acct_Tier__c");
    go(KeyCode.DIGIT1);
    until(() -> !robot.lookup("no drift").queryAll().isEmpty());

    discover(renamed(studio.system.schema));
    onFx(() -> {
      window.context().reportDiscovery();
      return 0;
    });
    until(() -> !robot.lookup("1 change since review").queryAll().isEmpty());
    robot.clickOn("1 change since review");
    until(() -> there("#drift") && drifted().contains("acct_tier comes from Contact.Acct_Tier__c"));
    Button mend =
        window.scene().lookup("#drift").lookupAll(".button").stream()
            .filter(n -> n instanceof Button b && b.getText().contains("Account_Tier__c"))
            .map(Button.class::cast)
            .findFirst()
            .orElseThrow();
    robot.interact(mend::fire);
    until(() -> drifted().isEmpty());
    assertThat(read(reviewed)).contains("Account_Tier__c:").doesNotContain("Acct_Tier__c:");
    go(KeyCode.DIGIT1);
    until(() -> !robot.lookup("no drift").queryAll().isEmpty());
    workspace.close();
  }

  private void discover(Schema schema) {
    studio.cache.store(
        "northwind-crm", List.of(), new Discovery(schema, List.of(), true), StudioFixture.NOW);
  }

  /** The tier of contacts has another name. */
  private static Schema renamed(Schema schema) {
    return Schema.of(
        schema.system(),
        schema.objects().stream()
            .map(o ->
                o.withFields(
                    o.fields().stream()
                        .map(f -> f.name().equals("Acct_Tier__c") ? named(f, "Account_Tier__c") : f)
                        .toList()))
            .toList());
  }

  private static Field named(Field field, String name) {
    return Field.builder(name, field.type())
        .label(field.label())
        .custom(true)
        .values(field.values())
        .build();
  }

  @Test
  void a_customers_card_leads_to_its_mappings() throws Exception {
    try (FilledWorkspace filled = new FilledWorkspace(studio, folder.resolve("w"))) {
      openWorkspace(filled.workspace, List.of("contoso", "northwind"));
      until(() -> !robot.lookup("1 change since review").queryAll().isEmpty());
      Node name =
          window.scene().lookup("#home-customers").lookupAll(".row-title").stream()
              .filter(n -> n instanceof Labeled l && l.getText().equalsIgnoreCase("contoso"))
              .findFirst()
              .orElseThrow();
      robot.clickOn(name);
      until(() -> there("#mappings") && window.context().customer().get().equals("contoso"));
    }
  }

  @Test
  void the_palette_finds_a_field_by_the_first_letters_of_its_words() throws Exception {
    try (FilledWorkspace filled = new FilledWorkspace(studio, folder.resolve("w"))) {
      openWorkspace(filled.workspace, List.of("contoso", "northwind"));
      robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
      until(() -> there("#palette-query"));
      robot.write("wem");
      until(() -> firstHit().contains("Work_Email__c"));
      robot.type(KeyCode.ENTER);
      until(() -> there("#schemas-fields") && selected().contains("Work_Email__c"));
      assertThat(node("#schemas-connection", ComboBox.class).getValue()).isEqualTo("contoso");
      assertThat(there("#palette-query")).isFalse();
    }
  }

  private String progress() {
    return node("#review-progress", Label.class).getText();
  }

  private String firstHit() {
    Node found = window.scene().lookup("#palette-list");
    return found instanceof ListView<?> list && !list.getItems().isEmpty()
        ? String.valueOf(list.getItems().getFirst())
        : "";
  }

  private String drifted() {
    return window.scene().lookup("#drift").lookupAll(".row-title").stream()
        .map(n -> ((Label) n).getText())
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  @Test
  void a_cell_of_the_matrix_opens_by_the_keyboard_as_that_customer_has_it() throws Exception {
    try (FilledWorkspace filled = new FilledWorkspace(studio, folder.resolve("w"))) {
      openWorkspace(filled.workspace, List.of("contoso", "northwind"));
      go(KeyCode.DIGIT6);
      until(() -> there("#customers-matrix") && matrixRow().contains("DRIFTED"));
      TableView<?> matrix = node("#customers-matrix", TableView.class);
      robot.interact(() -> {
        select(matrix, rowOf("tier"), 3);
        matrix.requestFocus();
        window.context().notifications().warn("A message that asks for nothing.");
      });
      assertThat(window.scene().getFocusOwner()).as("a message takes no focus").isEqualTo(matrix);
      robot.type(KeyCode.ENTER);
      until(() -> there("#yaml") && node("#yaml", CodeArea.class).getText().contains("Region__c"));
      assertThat(window.context().customer().get()).isEqualTo("northwind");
    }
  }

  private static void select(TableView<?> table, int row, int column) {
    selectCell(table, row, column);
  }

  private static <S> void selectCell(TableView<S> table, int row, int column) {
    table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
  }

  private void selectPair(String source) {
    ListView<?> pairs = node("#object-pairs", ListView.class);
    for (int i = 0; i < pairs.getItems().size(); i++) {
      if (String.valueOf(pairs.getItems().get(i)).contains(source)) {
        pairs.getSelectionModel().select(i);
        return;
      }
    }
  }

  private int size(String query) {
    Node found = window.scene().lookup(query);
    return found instanceof ListView<?> list ? list.getItems().size() : 0;
  }

  private int rowOf(String target) {
    TableView<?> matrix = node("#customers-matrix", TableView.class);
    for (int i = 0; i < matrix.getItems().size(); i++) {
      if (String.valueOf(matrix.getItems().get(i)).contains("target=" + target)) {
        return i;
      }
    }
    return -1;
  }

  private String matrixRow() {
    Node found = window.scene().lookup("#customers-matrix");
    return found instanceof TableView<?> matrix && rowOf("tier") >= 0
        ? String.valueOf(matrix.getItems().get(rowOf("tier")))
        : "";
  }

  private String selected() {
    return String.valueOf(
        node("#schemas-fields", TableView.class).getSelectionModel().getSelectedItem());
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (java.io.IOException e) {
      return "";
    }
  }
}
