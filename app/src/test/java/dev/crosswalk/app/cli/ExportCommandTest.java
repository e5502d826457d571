package dev.crosswalk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.WrittenWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Protects that exports are run on golden records, and that a table comes back to the byte. */
class ExportCommandTest {
  private static final String MAPPING = "mappings/sf/contact--person.yaml";

  @TempDir private Path folder;
  private WrittenWorkspace workspace;
  private CliRunner cli;

  @BeforeEach
  void makeWorkspace() throws IOException {
    cli = new CliRunner(folder);
    workspace = WrittenWorkspace.in(folder);
    workspace.write(
        "schemas/acme/person.yaml",
        """
        format: crosswalk/v1
        kind: Schema
        system: acme
        objects:
          person:
            fields:
              mail: { type: email }
              name: { type: string, label: Name }
              tags: { type: string-list }
        """);
    workspace.write(
        MAPPING,
        """
        format: crosswalk/v1
        kind: Mapping
        id: m
        source: { system: sf, object: Contact }
        target: { system: acme, object: person }
        # Kept by hand.
        fields:
          mail: { from: Email, use: [email] }   # as it was agreed
          name:
            from: Name
            use: [trim]
          tags: { from: Items.Name }
        """);
    workspace.write(
        "golden/contact--person.yaml",
        """
        format: crosswalk/v1
        kind: Golden
        mapping: m
        records:
          - name: Record 1
            source: { Email: a@b.example, Name: " Ada ", Items: [{ Name: x }, { Name: y }] }
            target: { mail: a@b.example, name: Ada, tags: [x, y] }
          - name: Record 2
            source: { Name: Bob, Items: [{ Name: x }] }
            target: { name: Bob, tags: [x] }
        """);
  }

  @Test
  void whatAnExportGivesOtherwiseIsTold() {
    CliRunner.Result text = cli.run("export", "m", "--to", "jsonata");
    assertThat(text.out()).contains("exports/jsonata/m.jsonata");
    assertThat(text.err())
        .contains("m: mail: it is left out, because JSONata cannot say email.")
        .contains("m differs on golden record 2: tags, ours [x], theirs x.");
    assertThat(text.status()).isEqualTo(Exit.FINDINGS);
    CliRunner.Result json = cli.run("export", "m", "--to", "jsonata", "--format", "json");
    assertThat(json.json().get("replayed").asInt()).isEqualTo(2);
    JsonNode difference = json.json().get("differences").get(0);
    assertThat(difference.get("record").asInt()).isEqualTo(2);
    assertThat(difference.get("target").asString()).isEqualTo("tags");
    assertThat(difference.get("theirs").asString()).isEqualTo("x");
  }

  @Test
  void aTableComesBackAndChangesOnlyWhatWasEdited() throws IOException {
    String before = Files.readString(folder.resolve(MAPPING));
    assertThat(cli.run("export", "m", "--to", "csv", "--set", "separator=;").status())
        .isEqualTo(Exit.FINE);
    Path table = folder.resolve("exports/csv/m.csv");
    CliRunner.Result same = cli.run("import-mapping", table.toString(), "--into", "m");
    assertThat(same.err()).contains("says already");
    assertThat(folder.resolve(MAPPING)).hasContent(before);

    String edited = Files.readString(table).replace(";trim;", ";\"trim, upper\";");
    Files.writeString(table, edited);
    CliRunner.Result dry =
        cli.run("import-mapping", "exports/csv/m.csv", "--into", "m", "--dry-run");
    assertThat(dry.out()).contains("name").contains("upper");
    assertThat(dry.err()).contains("not written");
    assertThat(folder.resolve(MAPPING)).hasContent(before);

    assertThat(cli.run("import-mapping", "exports/csv/m.csv", "--into", "m").status())
        .isEqualTo(Exit.FINE);
    assertThat(folder.resolve(MAPPING))
        .hasContent(before.replace("use: [trim]", "use: [trim, upper]"));
  }

  @Test
  void aCustomersTableGoesIntoTheOverlay() throws IOException {
    String before = Files.readString(folder.resolve(MAPPING));
    customer("north", "m");
    Files.writeString(folder.resolve("t.csv"), "target,source\nname,FullName\n");
    CliRunner.Result result =
        cli.run("import-mapping", "t.csv", "--into", "m", "--customer", "north");
    assertThat(result.status()).as(result.err()).isEqualTo(Exit.FINE);
    assertThat(folder.resolve(MAPPING)).hasContent(before);
    assertThat(Files.readString(folder.resolve("customers/north/sf/contact--person.yaml")))
        .contains("from: FullName")
        .doesNotContain("trim");
  }

  @Test
  void aCustomersTableThatNobodyEditedMakesNoOverlay() throws IOException {
    customer("north", "m");
    cli.run("export", "m", "--to", "csv", "--customer", "north");
    CliRunner.Result same =
        cli.run("import-mapping", "exports/csv/north/m.csv", "--into", "m", "--customer", "north");
    assertThat(same.err()).contains("says already");
    assertThat(folder.resolve("customers/north/sf")).doesNotExist();
  }

  @Test
  void aCustomerWhoIsNobodyIsRefusedAndNothingIsWritten() throws IOException {
    customer("north", "m");
    customer("south", "");
    CliRunner.Result nobody = cli.run("export", "m", "--to", "csv", "--customer", "nroth");
    assertThat(nobody.err()).contains("There is no customer 'nroth'.", "Did you mean 'north'?");
    assertThat(nobody.status()).isEqualTo(Exit.INPUT);
    CliRunner.Result other = cli.run("export", "m", "--to", "csv", "--customer", "south");
    assertThat(other.err()).contains("'south' does not use the mapping m.");
    assertThat(other.status()).isEqualTo(Exit.INPUT);
    assertThat(folder.resolve("exports")).doesNotExist();

    Files.writeString(folder.resolve("t.csv"), "target,source\nname,FullName\n");
    CliRunner.Result into =
        cli.run("import-mapping", "t.csv", "--into", "m", "--customer", "nobody");
    assertThat(into.err()).contains("There is no customer 'nobody'.");
    assertThat(into.status()).isEqualTo(Exit.INPUT);
    assertThat(folder.resolve("customers/nobody")).doesNotExist();
  }

  @Test
  void everyCustomersFilesAreMadeOfTheCustomersOwnSchema() throws IOException {
    for (String customer : List.of("north", "south")) {
      customer(customer, "m");
      workspace.write(
          "customers/" + customer + "/schemas/sf/contact.yaml",
          """
          format: crosswalk/v1
          kind: Schema
          system: sf
          objects:
            Contact:
              fields:
                Email: { type: string }
                Name: { type: %s }
                Items: { type: json }
          """
              .formatted(customer.equals("north") ? "integer" : "string"));
    }
    cli.run("export", "m", "--to", "dbt");
    String model = "exports/dbt/models/staging/sf/%1$s/stg_%1$s_sf__contact.sql";
    String north = workspace.read(model.formatted("north"));
    String south = workspace.read(model.formatted("south"));
    assertThat(north).contains("cast(Name as numeric(38, 10))");
    assertThat(south).doesNotContain("cast(Name as numeric");
    cli.run("export", "m", "--to", "dbt", "--customer", "south");
    assertThat(workspace.read(model.formatted("south"))).isEqualTo(south);
  }

  @Test
  void aSettingOfTheCommandLineGoesBeforeTheMappings() throws IOException {
    workspace.write(
        MAPPING,
        workspace.read(MAPPING)
            + "export: { ampersand: { destination: mine, backfillDays: 1 } }\n");
    CliRunner.Result result =
        cli.run(
            "export",
            "m",
            "--to",
            "ampersand",
            "--set",
            "destination=yours",
            "--set",
            "backfillDays=30");
    assertThat(result.status()).as(result.err()).isEqualTo(Exit.FINE);
    assertThat(workspace.read("exports/ampersand/amp.yaml"))
        .contains("destination: yours", "days: 30")
        .doesNotContain("mine");
  }

  @Test
  void aSettingThatIsMistypedIsRefused() {
    CliRunner.Result key = cli.run("export", "m", "--to", "csv", "--set", "seperator=;");
    assertThat(key.err()).contains("csv has no setting 'seperator'.", "Did you mean 'separator'?");
    assertThat(key.status()).isEqualTo(Exit.INPUT);
    assertThat(cli.run("export", "m", "--to", "csv", "--set", "bom=nein").err())
        .contains("Write true or false.");
    assertThat(folder.resolve("exports")).doesNotExist();
  }

  @Test
  void aMappingThatIsNamedTwiceIsExportedOnce() {
    CliRunner.Result result = cli.run("export", "m", MAPPING, "--to", "csv", "--format", "json");
    assertThat(result.json().get("files").size()).isEqualTo(1);
  }

  @Test
  void modelsOfDbtAreRunOnTheGoldenRecords() {
    CliRunner.Result result =
        cli.run("export", "m", "--to", "dbt", "--set", "quoteColumns=true", "--format", "json");
    assertThat(result.json().get("replayed").asInt()).as(result.err()).isEqualTo(2);
    assertThat(folder.resolve("exports/dbt/models/staging/sf/stg_sf__contact.sql"))
        .content()
        .contains("cast(\"Name\" as varchar)");
  }

  private void customer(String id, String mappings) throws IOException {
    workspace.write(
        "customers/" + id + "/customer.yaml",
        "format: crosswalk/v1\nkind: Customer\nid: %1$s\nname: %1$s\nmappings: [%2$s]\n"
            .formatted(id, mappings));
  }

  @Test
  void whatIsNotKnownIsRefusedAndNothingIsWritten() throws IOException {
    String before = Files.readString(folder.resolve(MAPPING));
    Files.writeString(folder.resolve("t.csv"), "target,source,steps\nname,N,trim\nnmae,N,\n");
    CliRunner.Result result = cli.run("import-mapping", "t.csv", "--into", "m");
    assertThat(result.status()).isEqualTo(Exit.FINDINGS);
    assertThat(result.err()).contains("t.csv:3:1").contains("Did you mean 'name'?");
    assertThat(folder.resolve(MAPPING)).hasContent(before);
  }
}
