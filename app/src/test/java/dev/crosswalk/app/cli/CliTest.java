package dev.crosswalk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.WrittenWorkspace;
import dev.crosswalk.app.cli.CliRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Protects what scripts rely on: exit statuses, JSON, and results alone on standard output. */
class CliTest {
  private static final String SOURCE =
      """
      format: crosswalk/v1
      kind: Schema
      system: salesforce
      objects:
        Contact:
          label: Contact
          fields:
            Acct_Tier__c:
              label: Account tier
              type: enum
              custom: true
              values: [{ value: Gold }, { value: Silver }]
            Email: { label: Email, type: email }
            FirstName: { label: First name, type: string }
            LastName: { label: Last name, type: string }
      """;
  private static final String TARGET =
      """
      format: crosswalk/v1
      kind: Schema
      system: acme
      objects:
        person:
          fields:
            email: { label: E-mail, type: email, required: true }
            full_name: { label: Full name, type: string }
            tier: { label: Tier, type: enum, values: [{ value: gold }, { value: silver }] }
      """;

  @TempDir Path folder;
  CliRunner cli;

  @BeforeEach
  void start() throws IOException {
    cli = new CliRunner(folder);
    Files.writeString(folder.resolve("source.yaml"), SOURCE);
    Files.writeString(folder.resolve("target.yaml"), TARGET);
  }

  private Result suggest(String... more) {
    List<String> all =
        new java.util.ArrayList<>(
            List.of("suggest", "--source", "source.yaml", "--target", "target.yaml"));
    all.addAll(List.of(more));
    return cli.run(all.toArray(String[]::new));
  }

  @Test
  void everyCommandHelpsWithAnExample() {
    CommandLine line = Cli.create(cli.context());
    line.getSubcommands()
        .keySet()
        .forEach(name -> {
          Result result = cli.run(name, "--help");
          assertThat(result.status()).as(name).isZero();
          assertThat(result.out()).as(name).contains("Usage:");
          if (!List.of("generate-completion", "help").contains(name)) {
            assertThat(result.out()).as(name).contains("Example: ");
          }
        });
    assertThat(cli.run("generate-completion").out()).contains("complete -F");
    assertThat(cli.run("--version").out()).startsWith("crosswalk ");
  }

  @Test
  void helpIsACommandToo() {
    Result all = cli.run("help");
    assertThat(all.status()).isZero();
    assertThat(all.out()).contains("Usage: crosswalk", "suggest");
    Result one = cli.run("help", "suggest");
    assertThat(one.status()).isZero();
    assertThat(one.out()).contains("Usage: crosswalk suggest", "Example: ");
    assertThat(cli.run("help", "sugest").status()).isEqualTo(Exit.INPUT);
  }

  /** Nobody can read the rest of what is cut in a file. */
  @Test
  void reasonsAreWholeWhereNoTerminalIsNarrow() {
    String table = suggest().out();
    assertThat(table).doesNotContain("…");
    assertThat(suggest("--format", "json").json().findValues("why"))
        .anySatisfy(why -> assertThat(table).contains(why.asString()));
    String reason = "because ".repeat(20).strip();
    assertThat(new Table("A", "WHY").row("a", reason)).hasToString("A  WHY\na  " + reason);
    String cut = new Table("A", "B").row("a", "b".repeat(100)).fitted(40);
    assertThat(cut.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    assertThat(cut).endsWith("…");
  }

  @Test
  void aDefinitionThatIsNotThereIsAnUnreadableFile() {
    Result result = cli.run("connectors", "check", "nope.yaml");
    assertThat(result.status()).isEqualTo(Exit.INPUT);
    assertThat(result.err()).contains("nope.yaml", "does not exist").doesNotContain("UTF-8");
  }

  @Test
  void wrongArgumentsAreStatusTwoWithTheNextStep() {
    for (String[] arguments :
        List.of(
            new String[] {"nonsense"},
            new String[] {},
            new String[] {"suggest"},
            new String[] {"preview", "none.yaml"},
            new String[] {"connect", "x", "--connector", "nonsense"},
            new String[] {"discover", "nobody"},
            new String[] {"check", "nowhere"},
            new String[] {"json-schema", "nonsense"})) {
      Result result = cli.run(arguments);
      assertThat(result.status()).as("%s: %s", List.of(arguments), result.err()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err().lines().count()).isGreaterThanOrEqualTo(2);
      assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ");
    }
  }

  @Test
  void suggestPrintsTheJsonOfTheDesign() {
    Result result = suggest("--pair", "Contact=person", "--format", "json", "--top", "2");
    assertThat(result.status()).as(result.err()).isZero();
    JsonNode suggestions = result.json().get("suggestions");
    assertThat(suggestions.size()).isEqualTo(3);
    JsonNode email = suggestions.get(0);
    assertThat(email.get("target").asString()).isEqualTo("person.email");
    assertThat(email.get("chosen").asString()).isEqualTo("Contact.Email");
    JsonNode best = email.get("candidates").get(0);
    assertThat(best.get("source").asString()).isEqualTo("Contact.Email");
    assertThat(best.get("score").asDouble()).isBetween(0.5, 1.0);
    assertThat(best.get("why").asString()).isNotEmpty();
    assertThat(best.get("evidence").isObject()).isTrue();
    suggestions.forEach(s -> assertThat(s.get("candidates").size()).isLessThanOrEqualTo(2));
  }

  @Test
  void suggestNamesTheObjectThatIsNotThere() {
    Result result = suggest("--pair", "Lead=person");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("source.yaml").contains("Lead").contains("Contact");
  }

  @Test
  void yamlWithATabNamesLineAndColumn() throws IOException {
    Files.writeString(folder.resolve("source.yaml"), "format: crosswalk/v1\n\tkind: Schema\n");
    Result result = suggest();
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("source.yaml:2:");
  }

  @Test
  void jsonSchemaPrintsJson() {
    Result result = cli.run("json-schema", "mapping");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.json().isObject()).isTrue();
  }

  @Test
  void initMakesAWorkspaceThatChecks() throws IOException {
    Result made = cli.run("init", "w", "--target", "acme");
    assertThat(made.status()).isZero();
    assertThat(made.err()).contains("crosswalk merge --install");
    assertThat(folder.resolve("w/.gitattributes"))
        .content()
        .contains("*.yaml merge=crosswalk diff=crosswalk\n");
    Result checked = cli.run("check", "w", "--format", "json");
    assertThat(checked.status()).as(checked.out() + checked.err()).isZero();
    assertThat(checked.json().get("errors").asInt()).isZero();
    assertThat(cli.run("init", "w").status()).isEqualTo(2);
    Files.writeString(folder.resolve("w/note.yaml"), "client_secret: 8Kx92mPqLz71TtRw5YbN3cVd\n");
    Result found = cli.run("check", "w", "--format", "json");
    assertThat(found.status()).isEqualTo(1);
    assertThat(found.json().get("findings").get(0).get("code").asString()).isEqualTo("FM140");
    assertThat(found.out()).doesNotContain("8Kx92mPqLz71");
  }

  @Test
  void aConnectionThatIsNotOnThisComputerCostsTheRestOfACheckNothing() throws IOException {
    WrittenWorkspace workspace = WrittenWorkspace.in(folder.resolve("w"));
    workspace.write("note.yaml", "client_secret: 8Kx92mPqLz71TtRw5YbN3cVd\n");
    workspace.write(
        "customers/hooli/customer.yaml",
        "format: crosswalk/v1\nkind: Customer\nid: hooli\nname: Hooli\n"
            + "connections: { crm: nowhere }\nmappings: [m]\n");
    workspace.write(
        "mappings/m.yaml",
        "format: crosswalk/v1\nkind: Mapping\nid: m\n"
            + "source: { system: crm, object: A }\ntarget: { system: acme, object: B }\n"
            + "fields: {}\n");
    Result result = cli.run("check", "w", "--live", "--format", "json");
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("There is no connection nowhere");
    assertThat(result.out()).contains("FM140");
  }

  @Test
  void initInThisFolderNamesIt() throws IOException {
    Files.createDirectory(folder.resolve("here"));
    Result result = new CliRunner(folder.resolve("here")).run("init", ".");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).contains("made in " + folder.resolve("here") + ".");
  }

  @Test
  void aSecretOnTheCommandLineIsRefused() {
    Result result = cli.run("connect", "x", "--connector", "hubspot", "--set", "token=abcdef");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("--secret-env").doesNotContain("abcdef");
  }
}
