package dev.crosswalk.app.cli;

import static dev.crosswalk.app.cli.MadeWorkspace.MAPPING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.Services;
import dev.crosswalk.app.WrittenWorkspace;
import dev.crosswalk.app.cli.CliRunner.Result;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.schema.SchemaFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects that a changed schema is told with the mappings that it hits, and no others. */
class SchemaDiffCommandTest {
  private static final String SOURCE =
      """
      format: crosswalk/v1
      kind: Schema
      system: salesforce
      objects:
        Contact:
          fields:
            CreatedDate: { type: datetime }
            Email: { type: email }
            Mail__c: { type: email }
            Unused__c: { type: string }
      """;
  private static final String TARGET =
      """
      format: crosswalk/v1
      kind: Schema
      system: acme
      objects:
        person:
          fields:
            email: { type: email }
            joined: { type: date }
      """;

  @TempDir Path folder;
  WrittenWorkspace workspace;
  CliRunner cli;

  @BeforeEach
  void make() throws IOException {
    workspace = MadeWorkspace.in(folder);
    workspace.write("schemas/acme/person.yaml", TARGET);
    workspace.write("before.yaml", SOURCE);
    workspace.write(
        "after.yaml",
        SOURCE
            .replace("      Email: { type: email }\n", "")
            .replace("Unused__c: { type: string }", "Unused__c: { type: decimal }"));
    cli = new CliRunner(folder);
  }

  @Test
  void a_field_that_went_is_told_to_those_whose_mapping_reads_it() {
    Result result = cli.run("schema", "diff", "before.yaml", "after.yaml");
    assertThat(result.status()).isEqualTo(Exit.FINDINGS);
    assertThat(result.out())
        .contains("Contact.Email is gone.\n  " + MAPPING + ":9:11: error FM103: For contoso: ")
        .doesNotContain("For northwind: 'email'")
        .contains("Contact.Unused__c changed: type from string to decimal.");
    assertThat(cli.run("schema", "diff", "before.yaml", "before.yaml"))
        .isEqualTo(new Result(Exit.FINE, "", ""));
    assertThat(cli.run("schema", "diff", "before.yaml", "nowhere.yaml").status())
        .isEqualTo(Exit.INPUT);
  }

  @Test
  void json_and_markdown_have_codes_and_places() {
    Result json = cli.run("schema", "diff", "before.yaml", "after.yaml", "--format", "json");
    assertThat(json.json().at("/changes/0/hits/0/code").asString()).isEqualTo("FM103");
    assertThat(json.json().at("/changes/0/hits/0/customer").asString()).isEqualTo("contoso");
    assertThat(json.json().at("/changes/0/hits/0/target").asString()).isEqualTo("email");
    assertThat(cli.run("schema", "diff", "before.yaml", "after.yaml", "--format", "markdown").out())
        .startsWith("- Contact.Email is gone.\n  - mappings/")
        .contains("Contact.Unused\\_\\_c");
  }

  @Test
  void the_own_models_changes_name_the_mappings_that_fill_them() throws IOException {
    workspace.write("new.yaml", TARGET.replace("      joined: { type: date }\n", ""));
    Result result = cli.run("schema", "diff", "schemas/acme", "new.yaml");
    assertThat(result.status()).isEqualTo(Exit.FINDINGS);
    assertThat(result.out())
        .contains("person.joined is gone.\n")
        .contains("error: salesforce-contact-to-person fills joined.");
  }

  @Test
  void snapshots_of_the_cache_are_named_by_age_id_and_day() {
    try (Services services = cli.context().services()) {
      Instant first = Instant.parse("2026-11-01T10:00:00Z");
      store(services, "before.yaml", first);
      store(services, "after.yaml", first.plusSeconds(86_400));
    }
    Result list = cli.run("schemas", "contoso", "--snapshots", "--format", "json");
    String old = list.json().at("/1/id").asString();
    for (List<String> sides :
        List.of(
            List.of("contoso@previous", "contoso@latest"),
            List.of("contoso"),
            List.of("contoso@" + old, "contoso"),
            List.of("contoso@2026-11-01", "contoso@2026-11-02"))) {
      List<String> arguments = new java.util.ArrayList<>(List.of("schema", "diff"));
      arguments.addAll(sides);
      Result result = cli.run(arguments.toArray(String[]::new));
      assertThat(result.status()).as(sides + result.err()).isEqualTo(Exit.FINDINGS);
      assertThat(result.out()).contains("FM103: For contoso: ").doesNotContain("northwind");
    }
    assertThat(cli.run("schema", "diff", "contoso@2020-01-01", "contoso").err())
        .contains("no such snapshot of contoso");
    assertThat(cli.run("schema", "diff", "nobody").err()).contains("discover nobody");
  }

  private void store(Services services, String file, Instant at) {
    try {
      services
          .cache()
          .store(
              "contoso",
              List.of(),
              new Discovery(SchemaFile.read(workspace.read(file), file), List.of(), true),
              at);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
