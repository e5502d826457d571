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

/** Protects: the preview's JSON tells each value's way, and the workspace's tables are used. */
class PreviewCommandTest {
  @TempDir private Path folder;
  private WrittenWorkspace workspace;
  private CliRunner cli;

  @BeforeEach
  void makeWorkspace() throws IOException {
    cli = new CliRunner(folder);
    workspace = WrittenWorkspace.in(folder);
    workspace.write(
        "mappings/sf/contact--person.yaml",
        """
        format: crosswalk/v1
        kind: Mapping
        id: m
        source: { system: sf, object: Contact }
        target: { system: acme, object: person }
        fields:
          age: { from: Age, use: [number] }
          name: { from: Name, use: [trim, title] }
          owner: { from: OwnerId, use: [{ lookup: { table: owners, onInvalid: "null" } }] }
        """);
    workspace.write("lookups/owners.csv", "id,email\n005,ada@example.com\n");
    workspace.write(
        "in.ndjson",
        """
        {"Name":" ADA LOVELACE ","Age":"36","OwnerId":"005"}
        {"Name":"BOB","Age":"old","OwnerId":"009"}
        """);
  }

  private CliRunner.Result preview() {
    return cli.run("preview", "m", "--records", "in.ndjson", "--format", "json");
  }

  @Test
  void eachFieldTellsBeforeAfterAndTheWayBetween() {
    CliRunner.Result result = preview();
    assertThat(result.status()).as(result.err()).isEqualTo(Exit.FINDINGS);
    JsonNode json = result.json();

    assertThat(List.copyOf(json.get("fields").propertyNames()))
        .as("worst first")
        .containsExactly("age", "owner", "name");
    assertThat(json.at("/fields/age/firstFailing").asInt()).isEqualTo(2);
    assertThat(json.at("/fields/name").toString())
        .isEqualTo(
            "{\"records\":2,\"set\":2,\"omitted\":0,\"errors\":0,\"warnings\":0,\"nonEmpty\":2,"
                + "\"distinct\":2,\"changed\":2}");
    JsonNode first = json.at("/samples/0/fields");
    assertThat(first.at("/name").toString())
        .isEqualTo(
            "{\"status\":\"set\",\"before\":\" ADA LOVELACE \",\"after\":\"Ada Lovelace\",\"trace\":["
                + "{\"part\":\"input\",\"value\":\" ADA LOVELACE \"},"
                + "{\"part\":\"trim\",\"value\":\"ADA LOVELACE\"},"
                + "{\"part\":\"title\",\"value\":\"Ada Lovelace\"}]}");
    assertThat(first.at("/owner/after").asString()).isEqualTo("ada@example.com");
    JsonNode second = json.at("/samples/1");
    assertThat(second.at("/fields/age/status").asString()).isEqualTo("rejected");
    assertThat(second.get("messages").toString())
        .contains("'old' is not a number", "'009' is not in the lookup table owners.");
  }

  /** Each record's own: the first one's error beside another record's value misleads. */
  @Test
  void theTableShowsEachRecordsOwnError() throws IOException {
    workspace.write(
        "in.ndjson",
        """
        {"Name":"ADA","Age":"old","OwnerId":"005"}
        {"Name":"BOB","Age":"1.234,50","OwnerId":"005"}
        """);
    CliRunner.Result result = cli.run("preview", "m", "--records", "in.ndjson");
    assertThat(result.status()).isEqualTo(Exit.FINDINGS);
    String second = result.out().substring(result.out().indexOf("Record 2"));
    assertThat(second.substring(0, second.indexOf("\n\n")))
        .contains("! '1.234,50' is not a number", "decimal: \",\"")
        .doesNotContain("'old'");
    assertThat(result.out()).contains("! 'old' is not a number");
  }

  @Test
  void aLimitBelowOneIsRefused() {
    CliRunner.Result result = cli.run("preview", "m", "--records", "in.ndjson", "--limit", "0");
    assertThat(result.status()).isEqualTo(Exit.INPUT);
    assertThat(result.err()).contains("--limit must be at least 1.");
  }

  @Test
  void aTableThatIsNotThereOrBrokenSaysSo() throws IOException {
    Files.delete(folder.resolve("lookups/owners.csv"));
    workspace.write("lookups/owner.csv", "id,email\n005,ada@example.com\n");
    CliRunner.Result missing = preview();
    assertThat(missing.status()).isEqualTo(Exit.INPUT);
    assertThat(missing.err()).contains("no lookup table 'owners'", "Did you mean 'owner'?");

    workspace.write("lookups/owners.csv", "id,email\n005\n");
    CliRunner.Result broken = preview();
    assertThat(broken.status()).isEqualTo(Exit.INPUT);
    assertThat(broken.err()).contains("lookups/owners.csv:2", "the line has 1 values");
    assertThat(cli.run("check", ".").out()).contains("lookups/owners.csv");
  }
}
