package dev.crosswalk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.MaskKeys;
import dev.crosswalk.app.WrittenWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects that golden records are saved masked, replayed by check, and without the key. */
class GoldenCommandTest {
  private static final String KEY = "a-secret-mask-key-for-tests";
  private static final Path GOLDEN = Path.of("customers/north/golden/contact--person.yaml");

  @TempDir private Path folder;
  private WrittenWorkspace workspace;
  private CliRunner cli;

  @BeforeEach
  void makeWorkspace() throws IOException {
    cli = new CliRunner(folder).with(MaskKeys.VARIABLE, KEY);
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
              name: { type: string }
        """);
    mapping("trim");
    workspace.write(
        "customers/north/sf/contact--person.yaml",
        """
        format: crosswalk/v1
        kind: Overlay
        extends: m
        customer: north
        fields:
          mail: { from: Mail__c }
        """);
    workspace.write(
        "in.ndjson",
        "{\"Name\":\" Ada \",\"Mail__c\":\"ada@lovelace.org\"}\n{\"Name\":\"Bob\",\"Mail__c\":\"no\"}\n");
  }

  private void mapping(String step) throws IOException {
    workspace.write(
        "mappings/sf/contact--person.yaml",
        """
        format: crosswalk/v1
        kind: Mapping
        id: m
        source: { system: sf, object: Contact }
        target: { system: acme, object: person }
        fields:
          mail: { from: Email, use: [email] }
          name: { from: Name, use: [%s] }
        """
            .formatted(step));
  }

  private CliRunner.Result save() {
    return cli.run(
        "preview", "m", "--customer", "north", "--records", "in.ndjson", "--save-golden");
  }

  @Test
  void savedMaskedAndReplayed() throws IOException {
    CliRunner.Result saved = save();
    assertThat(saved.err()).contains("2 golden records, masked, are kept in " + GOLDEN);
    String text = Files.readString(folder.resolve(GOLDEN));
    assertThat(text).doesNotContain("Ada", "lovelace").contains(".example", "rejected: true");
    save();
    assertThat(folder.resolve(GOLDEN)).hasContent(text);
    assertThat(cli.run("check").out()).doesNotContain("FM131", "FM140", "golden");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(KEY));
    }

    mapping("upper");
    CliRunner.Result changed = cli.run("check");
    assertThat(changed.status()).isEqualTo(Exit.FINDINGS);
    assertThat(changed.out()).contains(GOLDEN + ":", "FM131", "name was");
  }

  @Test
  void whatIsNotMaskedIsFound() throws IOException {
    save();
    String text = Files.readString(folder.resolve(GOLDEN));
    Files.writeString(
        folder.resolve(GOLDEN), text.replaceFirst("Mail__c: .*", "Mail__c: ada@lovelace.org"));
    assertThat(cli.run("check").out()).contains("FM140", GOLDEN + ":");
    Files.writeString(folder.resolve(GOLDEN), text.replace("mapping: m", "mapping: other"));
    assertThat(cli.run("check").out()).contains("no mapping other");
    assertThat(save().status()).isEqualTo(Exit.INPUT);
    Files.writeString(folder.resolve(GOLDEN), "kind: [");
    assertThat(cli.run("check").out()).contains(GOLDEN.toString());
  }

  @Test
  void aShortKeyIsRefusedAndAMissingOneMade() {
    CliRunner.Result refused =
        new CliRunner(folder)
            .with(MaskKeys.VARIABLE, "short")
            .run("preview", "m", "--records", "in.ndjson", "--save-golden");
    assertThat(refused.status()).isEqualTo(Exit.INPUT);
    assertThat(refused.err()).contains(MaskKeys.VARIABLE).doesNotContain("Exception");
    CliRunner.Result made =
        new CliRunner(folder).run("preview", "m", "--records", "in.ndjson", "--save-golden");
    assertThat(made.err()).contains("golden/contact--person.yaml");
  }
}
