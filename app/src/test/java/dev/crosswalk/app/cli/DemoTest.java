package dev.crosswalk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.cli.CliRunner.Result;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects the main job from end to end: real servers, real files, a real commit. */
class DemoTest {
  @TempDir Path folder;

  @Test
  void theDemoEndsInAWorkspaceThatChecksWithACommitAndAnExport() throws IOException {
    CliRunner cli = new CliRunner(folder);
    Result demo = cli.run("demo", "d");
    assertThat(demo.status()).as(demo.out() + demo.err()).isZero();
    assertThat(demo.out()).contains("Committed").contains("Done in");

    Path root = folder.resolve("d");
    Result checked = cli.run("check", "d", "--format", "json");
    assertThat(checked.status()).as(checked.out()).isZero();
    Result live = cli.run("check", "d", "--live", "--format", "json");
    assertThat(live.status()).as(live.out() + live.err()).isZero();
    assertThat(live.json().get("unjudged").size()).as("%s", live.err()).isZero();
    assertThat(live.out()).doesNotContain("FM101", "FM102", "FM104");
    try (Workspace workspace = Workspace.open(root)) {
      assertThat(workspace.mappings()).hasSizeGreaterThanOrEqualTo(6);
      assertThat(workspace.mappings()).allMatch(m -> m.readable() && m.mapped() > 3);
      assertThat(workspace.customers()).hasSize(3);
      assertThat(workspace.history().accepted()).isNotEmpty();
      WorkspaceGit git = workspace.git(Clock.systemUTC());
      assertThat(git.changes()).isEmpty();
      assertThat(git.log(5)).hasSize(1);
      String mapping = Files.readString(root.resolve("mappings/salesforce/contact--person.yaml"));
      assertThat(mapping).contains("\nfields:\n  ").contains("\n    from: Email\n");
    }
    assertThat(root.resolve(".gitattributes")).content().contains("merge=crosswalk");
    assertThat(root.resolve("exports/ampersand/amp.yaml")).content().contains("specVersion");

    Result again = cli.run("demo", "d");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("overwrites nothing");
    Result preview =
        cli.run(
            "preview",
            "d/mappings/salesforce/opportunity--deal.yaml",
            "--customer",
            "contoso",
            "--format",
            "json");
    assertThat(preview.status()).as(preview.err()).isZero();
    assertThat(preview.json().get("records").asInt()).isEqualTo(25);
  }
}
