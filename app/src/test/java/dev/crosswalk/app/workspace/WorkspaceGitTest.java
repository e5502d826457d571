package dev.crosswalk.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.app.workspace.FileChange.Kind;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects that a commit holds just what was chosen, and that every refusal is told in words. */
class WorkspaceGitTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path temporary;
  Path root;
  WorkspaceGit git;

  @BeforeEach
  void open() throws IOException {
    root = Files.createDirectory(temporary.resolve("workspace"));
    git = new WorkspaceGit(root, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private void ready() {
    git.init();
    git.setIdentity(new WorkspaceGit.Identity("Ada", "ada@example.com"));
  }

  private void put(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String code(ThrowingCallable work) {
    return catchThrowableOfType(ProblemException.class, work).problem().code();
  }

  @Test
  void aFolderWithoutRepositoryIsAProblemWithANextStep() {
    assertThat(git.isRepository()).isFalse();
    assertThat(code(git::changes)).isEqualTo("git-none");
    git.init();
    git.init();
    assertThat(git.isRepository()).isTrue();
    assertThat(git.branch()).isEqualTo("main");
    assertThat(git.log(5)).isEmpty();
    assertThat(code(() -> git.createBranch("x"))).isEqualTo("git-no-commit");
  }

  @Test
  void commitsTheChosenFilesOnly() throws IOException {
    ready();
    put("a.yaml", "1\n");
    put("maps/b.yaml", "1\n");
    put("c.yaml", "1\n");
    CommitInfo first = git.commit("First\n\nBody.", List.of("a.yaml", "maps/b.yaml"));
    assertThat(first.subject()).isEqualTo("First");
    assertThat(first.at()).isEqualTo(NOW);
    assertThat(git.changes()).containsExactly(new FileChange("c.yaml", Kind.ADDED, "", "1\n"));

    put("a.yaml", "2\n");
    Files.delete(root.resolve("maps/b.yaml"));
    assertThat(git.changes())
        .containsExactly(
            new FileChange("a.yaml", Kind.MODIFIED, "1\n", "2\n"),
            new FileChange("c.yaml", Kind.ADDED, "", "1\n"),
            new FileChange("maps/b.yaml", Kind.DELETED, "1\n", ""));
    git.commit("Drop b", List.of("maps/b.yaml"));
    assertThat(git.changes()).extracting(FileChange::path).containsExactly("a.yaml", "c.yaml");
    assertThat(git.committed("a.yaml")).contains("1\n");
    assertThat(git.committed("maps/b.yaml")).isEmpty();
    assertThat(git.log(5)).extracting(CommitInfo::subject).containsExactly("Drop b", "First");
  }

  @Test
  void refusesEmptyMessagesAndEmptyCommits() throws IOException {
    ready();
    put("a.yaml", "1\n");
    assertThat(code(() -> git.commit(" ", List.of("a.yaml")))).isEqualTo("git-message");
    assertThat(code(() -> git.commit("x", List.of()))).isEqualTo("git-nothing");
    git.commit("First", List.of("a.yaml"));
    assertThat(code(() -> git.commit("Again", List.of("a.yaml")))).isEqualTo("git-nothing");
  }

  @Test
  void worksInAFolderOfARepository() throws IOException {
    ready();
    put("readme.md", "x\n");
    put("sub/a.yaml", "1\n");
    WorkspaceGit sub = new WorkspaceGit(root.resolve("sub"), Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(sub.changes()).extracting(FileChange::path).containsExactly("a.yaml");
    sub.commit("Add a", List.of("a.yaml"));
    git.commit("Add readme", List.of("readme.md"));
    assertThat(sub.log(5)).extracting(CommitInfo::subject).containsExactly("Add a");
  }

  @Test
  void switchesBranchesAndNeverLosesAnEdit() throws IOException {
    ready();
    put("a.yaml", "1\n");
    git.commit("First", List.of("a.yaml"));
    git.createBranch("draft");
    put("a.yaml", "2\n");
    git.commit("Second", List.of("a.yaml"));
    assertThat(git.branches()).containsExactly("draft", "main");
    put("a.yaml", "3\n");
    assertThat(code(() -> git.switchTo("main"))).isEqualTo("git-failed");
    assertThat(root.resolve("a.yaml")).hasContent("3");
    assertThat(git.branch()).isEqualTo("draft");
  }

  @Test
  void pushesToTheRemoteOrSaysThatThereIsNone() throws Exception {
    ready();
    put("a.yaml", "1\n");
    git.commit("First", List.of("a.yaml"));
    assertThat(code(() -> git.remote().push(Optional.empty(), Progress.NONE)))
        .isEqualTo("git-remote");
    Path remote = temporary.resolve("remote.git");
    addRemote(remote);
    assertThat(code(() -> git.remote().push(Optional.empty(), Progress.NONE)))
        .isEqualTo("git-push");
    try (Git bare = Git.init().setBare(true).setDirectory(remote.toFile()).call()) {
      git.remote().push(Optional.empty(), Progress.NONE);
      assertThat(bare.getRepository().resolve("refs/heads/main").getName())
          .isEqualTo(git.log(1).getFirst().id());
    }
  }

  private void addRemote(Path remote) throws IOException, GitAPIException {
    try (Git plain = Git.open(root.toFile())) {
      plain.remoteAdd().setName("origin").setUri(new URIish(remote.toUri().toURL())).call();
    }
  }

  @Test
  void writesUnifiedDiffs() {
    assertThat(
            UnifiedDiff.of(new FileChange("a.yaml", Kind.MODIFIED, "x: 1\ny: 2\n", "x: 1\ny: 3\n")))
        .isEqualTo("--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,2 @@\n x: 1\n-y: 2\n+y: 3\n");
    assertThat(UnifiedDiff.of(new FileChange("a.yaml", Kind.ADDED, "", "x\n")))
        .startsWith("--- /dev/null\n+++ b/a.yaml\n");
    assertThat(UnifiedDiff.of("same\n", "same\n")).isEmpty();
  }
}
