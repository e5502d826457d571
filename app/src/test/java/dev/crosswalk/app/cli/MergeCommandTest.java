package dev.crosswalk.app.cli;

import static dev.crosswalk.app.cli.MadeWorkspace.MAPPING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.WrittenWorkspace;
import dev.crosswalk.app.cli.CliRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects the merge driver, alone and as the person's own git calls it. */
class MergeCommandTest {
  @TempDir Path folder;
  WrittenWorkspace workspace;
  CliRunner cli;

  @BeforeEach
  void make() throws IOException {
    workspace = MadeWorkspace.in(folder);
    cli = new CliRunner(folder);
  }

  private void three(String ours, String theirs) throws IOException {
    String base = workspace.read(MAPPING);
    workspace.write("home/base", base);
    workspace.write("home/ours", base.replace("from: Email", ours));
    workspace.write("home/theirs", base.replace("from: Email", theirs));
  }

  @Test
  void merges_into_ours_and_tells_conflicts_in_mapping_words() throws IOException {
    three("from: Work_Email__c", "from: Email\n    required: true");
    String[] arguments = {"merge", "home/base", "home/ours", "home/theirs", "--path", MAPPING};
    assertThat(cli.run(arguments)).isEqualTo(new Result(Exit.FINE, "", ""));
    assertThat(workspace.read("home/ours"))
        .contains("    from: Work_Email__c\n    required: true\n");
    three("from: Work_Email__c", "from: Mail");
    Result conflict = cli.run(arguments);
    assertThat(conflict.status()).isEqualTo(Exit.FINDINGS);
    assertThat(conflict.err())
        .contains(MAPPING + ": conflict in fields.email")
        .contains("ours:   email now comes from Work_Email__c (before: Email).")
        .contains("theirs: email now comes from Mail (before: Email).");
    assertThat(workspace.read("home/ours")).contains("<<<<<<< ours: email now comes from Work");
  }

  @Test
  void prints_instead_where_it_is_asked_to_and_refuses_what_is_not_there() throws IOException {
    three("from: A", "from: Email\n    required: true");
    String before = workspace.read("home/ours");
    Result printed = cli.run("merge", "home/base", "home/ours", "home/theirs", "--out", "-");
    assertThat(printed.status()).isEqualTo(Exit.FINE);
    assertThat(printed.out()).contains("from: A").contains("required: true");
    assertThat(workspace.read("home/ours")).isEqualTo(before);
    assertThat(cli.run("merge", "home/base", "home/nowhere", "home/theirs").status())
        .isEqualTo(Exit.INPUT);
    assertThat(cli.run("merge", "home/base").status()).isEqualTo(Exit.INPUT);
  }

  @Test
  void writes_over_what_an_earlier_run_wrote() throws IOException {
    String[] arguments = {"merge", "home/base", "home/ours", "home/theirs", "--out", "home/made"};
    three("from: A", "from: Email");
    assertThat(cli.run(arguments).status()).isEqualTo(Exit.FINE);
    three("from: B", "from: Email");
    assertThat(cli.run(arguments)).isEqualTo(new Result(Exit.FINE, "", ""));
    assertThat(workspace.read("home/made")).contains("from: B").doesNotContain("from: A");
  }

  @Test
  void lists_of_lines_and_broken_files_are_merged_by_lines() throws IOException {
    workspace.write("b", "a\nb\nc\nd\n");
    workspace.write("o", "A\nb\nc\nd\n");
    workspace.write("t", "a\nb\nc\nD\n");
    assertThat(cli.run("merge", "b", "o", "t", "--path", "lookups/x.csv").status())
        .isEqualTo(Exit.FINE);
    assertThat(workspace.read("o")).isEqualTo("A\nb\nc\nD\n");
    workspace.write("o", "a: [\nb\nc\n");
    assertThat(cli.run("merge", "b", "o", "t", "--path", "x.yaml").status())
        .isEqualTo(Exit.FINDINGS);
    assertThat(workspace.read("o")).contains("<<<<<<<").contains("a: [").contains("D\n");
  }

  /** What a script calls that stands in for the launcher: this very class path. */
  private String program() throws IOException {
    Path script = folder.resolve("home/crosswalk");
    String java = ProcessHandle.current().info().command().orElse("java");
    Files.createDirectories(script.getParent());
    Path classPath = folder.resolve("home/classpath");
    Files.writeString(
        classPath, "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"");
    Files.writeString(
        script,
        "#!/bin/sh\nexport HOME='"
            + folder.resolve("home")
            + "'\nexec '"
            + java
            + "' -Xshare:auto -XX:TieredStopAtLevel=1 '@"
            + classPath
            + "' dev.crosswalk.app.Main \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script.toString();
  }

  private String git(int wanted, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("HOME", folder.resolve("home").toString());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_EDITOR", "true");
    builder.environment().put("LC_ALL", "C");
    Path log = folder.resolve("home/git.log");
    Files.createDirectories(log.getParent());
    builder.redirectOutput(log.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(log);
    assertThat(process.exitValue()).as(command + "\n" + said).isEqualTo(wanted);
    return said;
  }

  private static boolean hasGit() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void edit(String what, String to) throws IOException {
    assertThat(workspace.read(MAPPING)).contains(what);
    workspace.write(MAPPING, workspace.read(MAPPING).replace(what, to));
  }

  private void commit(String message) throws IOException, InterruptedException {
    git(0, "add", "-A");
    git(0, "commit", "-q", "-m", message);
  }

  @Test
  void git_merges_and_rebases_with_it() throws Exception {
    Assumptions.assumeTrue(
        hasGit() && !System.getProperty("os.name").startsWith("Windows"), "needs git and sh");
    git(0, "init", "-q", "-b", "main");
    git(0, "config", "user.name", "Ada");
    git(0, "config", "user.email", "ada@example.com");
    workspace.write(".gitignore", "home/\n");
    workspace.write(".gitattributes", "*.yaml merge=crosswalk diff=crosswalk\n");
    Result installed = cli.run("merge", "--install", "--program", program());
    assertThat(installed.status()).isEqualTo(Exit.FINE);
    assertThat(installed.out()).contains("merge.crosswalk.driver = ").contains("%O %A %B");
    commit("first");
    git(0, "switch", "-q", "-c", "feature");
    edit("    from: Email\n", "    from: Email\n    use: [trim]\n");
    commit("trim");
    git(0, "switch", "-q", "main");
    edit("    from: Email\n", "    from: Work_Email__c\n");
    commit("work");
    // The same lines: git alone would give up.
    git(0, "merge", "-q", "--no-edit", "feature");
    assertThat(workspace.read(MAPPING))
        .contains("    from: Work_Email__c\n    use: [trim]\n")
        .contains("  # how we reach them\n");
    assertThat(git(0, "diff", "HEAD~1"))
        .contains(" fields.email.from: Work_Email__c")
        .contains("+fields.email.use - trim");
    git(0, "reset", "-q", "--hard", "HEAD~1");
    git(0, "switch", "-q", "feature");
    git(0, "rebase", "-q", "main");
    assertThat(workspace.read(MAPPING)).contains("    from: Work_Email__c\n    use: [trim]\n");
    edit("    from: Work_Email__c\n", "    from: Feature__c\n");
    commit("feature");
    git(0, "switch", "-q", "main");
    edit("    from: Work_Email__c\n", "    from: Main__c\n");
    commit("main");
    assertThat(git(1, "merge", "--no-edit", "feature"))
        .contains("conflict in fields.email")
        .contains("theirs: email now comes from Feature__c (before: Work_Email__c).");
    assertThat(workspace.read(MAPPING)).contains("<<<<<<< ours: email now comes from Main__c");
    Result check = cli.run("check");
    assertThat(check.status()).isEqualTo(Exit.FINDINGS);
    assertThat(check.out()).contains(MAPPING + ":8:1: error merge-conflict: A merge left lines 8");
  }
}
