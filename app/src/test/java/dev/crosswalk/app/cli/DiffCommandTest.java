package dev.crosswalk.app.cli;

import static dev.crosswalk.app.cli.MadeWorkspace.MAPPING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.WrittenWorkspace;
import dev.crosswalk.app.cli.CliRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects what a review reads: every change in words, whom it reaches, and the exit statuses. */
class DiffCommandTest {
  private static final String EMAIL = "email now comes from Work_Email__c (before: Email).";

  @TempDir Path folder;
  WrittenWorkspace workspace;
  CliRunner cli;

  @BeforeEach
  void make() throws IOException {
    workspace = MadeWorkspace.in(folder);
    Files.writeString(folder.resolve(".gitignore"), "home/\n");
    cli = new CliRunner(folder);
  }

  private void commit(String message) throws GitAPIException {
    try (Git git =
        Files.exists(folder.resolve(".git"))
            ? Git.open(folder.toFile())
            : Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage(message)
          .setAuthor("Ada", "ada@example.com")
          .setCommitter("Ada", "ada@example.com")
          .setSign(false)
          .call();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void edit() throws IOException {
    workspace.write(
        MAPPING,
        workspace
            .read(MAPPING)
            .replace("from: Email", "from: Work_Email__c")
            .replace("[date]", "[trim, date]"));
  }

  @Test
  void what_is_not_committed_is_said_with_whom_it_reaches() throws Exception {
    commit("first");
    assertThat(cli.run("diff")).isEqualTo(new Result(Exit.FINE, "", ""));
    edit();
    Result result = cli.run("diff");
    assertThat(result.status()).isEqualTo(Exit.FINDINGS);
    assertThat(result.out())
        .isEqualTo(
            MAPPING
                + "\n  "
                + EMAIL
                + "\n  joined: the step trim was added before date.\n"
                + "  → contoso inherits this.\n"
                + "  → For northwind, email stays as it is: its overlay has it differently.\n");
  }

  @Test
  void revisions_ranges_and_files_are_named_as_git_names_them() throws Exception {
    commit("first");
    edit();
    commit("second");
    workspace.write(
        "customers/contoso/customer.yaml",
        workspace
            .read("customers/contoso/customer.yaml")
            .replace("name: contoso", "name: Contoso"));
    assertThat(cli.run("diff", "HEAD~1").out()).contains(EMAIL).contains("Contoso");
    assertThat(cli.run("diff", "HEAD~1", "HEAD").out()).contains(EMAIL).doesNotContain("Contoso");
    assertThat(cli.run("diff", "HEAD~1..HEAD").out()).contains(EMAIL).doesNotContain("Contoso");
    assertThat(cli.run("diff", "main...HEAD").status()).isEqualTo(Exit.FINE);
    assertThat(cli.run("diff", "HEAD~1", "--", "customers").out())
        .doesNotContain(EMAIL)
        .contains("For contoso: the name is now Contoso (before: contoso).");
    assertThat(cli.run("diff", "--staged").status()).isEqualTo(Exit.FINE);
    assertThat(cli.run("diff", MAPPING).status()).isEqualTo(Exit.FINE);
    assertThat(cli.run("diff", "nowhere").status()).isEqualTo(Exit.INPUT);
    assertThat(cli.run("diff", "nowhere").err()).contains("Git knows no revision nowhere here");
  }

  @Test
  void two_files_and_two_folders_are_compared_without_git() throws Exception {
    Path other = Files.createDirectory(folder.resolve("home"));
    Path before = other.resolve("before.yaml");
    Files.writeString(before, workspace.read(MAPPING));
    edit();
    Result result = cli.run("diff", before.toString(), MAPPING);
    assertThat(result.status()).isEqualTo(Exit.FINDINGS);
    assertThat(result.out()).contains(EMAIL).contains("contoso inherits this.");
    assertThat(cli.run("diff", MAPPING, MAPPING).status()).isEqualTo(Exit.FINE);
    Path copy = Files.createDirectory(other.resolve("copy"));
    WrittenWorkspace same = MadeWorkspace.in(copy);
    same.write("notes.txt", "one\n");
    assertThat(cli.run("diff", copy.toString(), ".").out())
        .contains(MAPPING)
        .contains("notes.txt (gone)")
        .contains("For northwind, email stays as it is");
  }

  @Test
  void an_overlay_and_its_base_are_said_together() throws Exception {
    commit("first");
    workspace.write(
        MadeWorkspace.OVERLAY,
        workspace.read(MadeWorkspace.OVERLAY) + "  joined:\n    default: none\n");
    assertThat(cli.run("diff").out())
        .isEqualTo(
            MadeWorkspace.OVERLAY
                + "\n  For northwind: joined is now \"none\" where nothing is there.\n");
  }

  @Test
  void comments_alone_are_told_to_be_no_change_to_records() throws Exception {
    commit("first");
    workspace.write(MAPPING, workspace.read(MAPPING).replace("how we reach", "where to find"));
    Result result = cli.run("diff");
    assertThat(result.status()).isEqualTo(Exit.FINDINGS);
    assertThat(result.out()).contains("Nothing that matters to records");
  }

  @Test
  void golden_acceptances_and_the_workspace_have_sentences_too() throws Exception {
    String golden = "customers/northwind/golden/contact--person.yaml";
    String text =
        """
        format: crosswalk/v1
        kind: Golden
        mapping: salesforce-contact-to-person
        records:
          - name: Ada
            source: { Email: a@example.com }
            target: { email: a@example.com }
        """;
    commit("before");
    workspace.write(golden, text);
    assertThat(cli.run("diff").out())
        .contains("For northwind: Golden record of salesforce-contact-to-person is new: Ada.");
    commit("first");
    workspace.write(golden, text.replace("email: a@", "email: b@"));
    workspace.write(
        "accepted.yaml",
        "format: crosswalk/v1\nkind: Accepted\nfindings:\n  - code: FM113\n    reason: later\n"
            + "    until: \"2027-01-31\"\n");
    workspace.write(
        "crosswalk.yaml", workspace.read("crosswalk.yaml").replace("name: w", "name: W"));
    assertThat(cli.run("diff").out())
        .contains(
            "For northwind: records.Ada.target.email is now b@example.com (before: a@example.com).")
        .contains("accepted.yaml (new)")
        .doesNotContain("kind is new")
        .contains("name is now W (before: w).");
  }

  @Test
  void json_and_markdown_are_for_programs_and_pull_requests() throws Exception {
    commit("first");
    edit();
    Result json = cli.run("diff", "--format", "json");
    assertThat(json.json().at("/same").asBoolean()).isFalse();
    assertThat(json.json().at("/files/0/words/0").asString()).isEqualTo(EMAIL);
    assertThat(json.json().at("/files/0/customers/1/keeps/0").asString()).isEqualTo("email");
    assertThat(cli.run("diff", "--format", "markdown").out())
        .startsWith("**`" + MAPPING + "`**\n\n- email now comes from Work\\_Email\\_\\_c")
        .contains("  - contoso inherits this.");
  }

  @Test
  void what_cannot_be_read_is_no_difference_but_a_failure() throws Exception {
    commit("first");
    workspace.write(MAPPING, "format: crosswalk/v1\nkind: Mapping\nfields: [\n");
    Result result = cli.run("diff");
    assertThat(result.status()).isEqualTo(Exit.INPUT);
    assertThat(result.err()).contains(MAPPING + ":4");
    assertThat(result.out()).doesNotContain("is gone");
    assertThat(cli.run("diff", "nowhere.yaml", MAPPING).status()).isEqualTo(Exit.INPUT);
  }

  @Test
  void git_calls_it_as_external_diff_and_as_textconv() throws Exception {
    Path before = folder.resolve("home-before.yaml");
    Files.writeString(before, workspace.read(MAPPING));
    edit();
    String hash = "a".repeat(40);
    Result result =
        cli.run("diff", MAPPING, before.toString(), hash, "100644", MAPPING, hash, "100644");
    assertThat(result.status()).isEqualTo(Exit.FINE);
    assertThat(result.out()).contains(EMAIL);
    assertThat(cli.run("diff", "--textconv", MAPPING).out())
        .contains("fields.email.from: Work_Email__c\n")
        .contains("fields.joined.use - trim\n");
  }
}
