package dev.crosswalk.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects that remote work leaves nothing half done and that each refusal names its way out. */
class WorkspaceRemoteTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path temporary;
  private Path bare;
  private WorkspaceGit first;

  @BeforeEach
  void start() throws Exception {
    bare = temporary.resolve("acme.git");
    Git.init().setBare(true).setInitialBranch("main").setDirectory(bare.toFile()).call().close();
    Path folder = Files.createDirectory(temporary.resolve("first"));
    first = new WorkspaceGit(folder, CLOCK);
    first.init();
    commit(first, folder, "crosswalk.yaml", "name: Acme\n");
  }

  private static void commit(WorkspaceGit git, Path folder, String file, String text)
      throws IOException {
    git.setIdentity(new WorkspaceGit.Identity("Ada", "ada@example.com"));
    Files.writeString(folder.resolve(file), text);
    git.commit("Change " + file, List.of(file));
  }

  private static Problem problem(ThrowingCallable work) {
    return catchThrowableOfType(ProblemException.class, work).problem();
  }

  private void publish() {
    first.remote().set(bare.toString());
    first.remote().push(Optional.empty(), Progress.NONE);
  }

  private WorkspaceGit cloned(String name) {
    GitClone.into(temporary.resolve(name), bare.toString(), Optional.empty(), Progress.NONE);
    return new WorkspaceGit(temporary.resolve(name), CLOCK);
  }

  @Test
  void a_remote_is_added_pushed_to_and_counts_what_it_lacks() throws IOException {
    assertThat(first.remote().state()).isEmpty();
    first.remote().set(bare.toString());
    assertThat(first.remote().state().orElseThrow().ahead()).isNegative();
    first.remote().push(Optional.empty(), Progress.NONE);
    assertThat(first.remote().state().orElseThrow().ahead()).isZero();
    commit(first, temporary.resolve("first"), "a.yaml", "1\n");
    assertThat(first.remote().state())
        .contains(new WorkspaceRemote.State("origin", bare.toString(), 1, 0));
  }

  @Test
  void a_push_that_the_remote_has_overtaken_asks_for_a_pull_which_keeps_both() throws IOException {
    publish();
    WorkspaceGit second = cloned("second");
    commit(second, temporary.resolve("second"), "b.yaml", "theirs\n");
    second.remote().push(Optional.empty(), Progress.NONE);
    commit(first, temporary.resolve("first"), "a.yaml", "mine\n");
    assertThat(problem(() -> first.remote().push(Optional.empty(), Progress.NONE)).code())
        .isEqualTo("git-behind");
    assertThat(first.remote().pull(Optional.empty(), Progress.NONE)).isTrue();
    first.remote().push(Optional.empty(), Progress.NONE);
    assertThat(first.log(9))
        .extracting(CommitInfo::subject)
        .containsExactly("Change a.yaml", "Change b.yaml", "Change crosswalk.yaml");
    assertThat(first.remote().pull(Optional.empty(), Progress.NONE)).isFalse();
  }

  @Test
  void a_pull_merges_what_both_did_to_one_field() throws IOException {
    publish();
    String name = "person.yaml";
    String mapping = "kind: Mapping\nid: a\nfields:\n  email:\n    from: Email\n";
    commit(first, temporary.resolve("first"), name, mapping);
    first.remote().push(Optional.empty(), Progress.NONE);
    WorkspaceGit second = cloned("second");
    commit(second, temporary.resolve("second"), name, mapping.replace("Email", "Mail"));
    second.remote().push(Optional.empty(), Progress.NONE);
    commit(first, temporary.resolve("first"), name, mapping + "    required: true\n");
    assertThat(first.remote().pull(Optional.empty(), Progress.NONE)).isTrue();
    assertThat(temporary.resolve("first").resolve(name))
        .hasContent(mapping.replace("Email", "Mail") + "    required: true\n");
    assertThat(first.changes()).isEmpty();
    assertThat(first.log(1).getFirst().subject()).isEqualTo("Change " + name);
  }

  @Test
  void a_pull_that_needs_a_person_changes_nothing() throws IOException {
    publish();
    WorkspaceGit second = cloned("second");
    commit(second, temporary.resolve("second"), "crosswalk.yaml", "name: Theirs\n");
    second.remote().push(Optional.empty(), Progress.NONE);
    Path file = temporary.resolve("first/crosswalk.yaml");
    commit(first, temporary.resolve("first"), "crosswalk.yaml", "name: Mine\n");
    Problem conflict = problem(() -> first.remote().pull(Optional.empty(), Progress.NONE));
    assertThat(conflict.code()).isEqualTo("git-conflict");
    assertThat(conflict.what()).contains("crosswalk.yaml");
    assertThat(file).hasContent("name: Mine");
    assertThat(first.branch()).isEqualTo("main");
    Files.writeString(file, "name: Not committed\n");
    assertThat(problem(() -> first.remote().pull(Optional.empty(), Progress.NONE)).code())
        .isEqualTo("git-uncommitted");
    assertThat(file).hasContent("name: Not committed");
  }

  @Test
  void a_token_opens_what_is_closed_without_it_and_is_written_nowhere() throws Exception {
    publish();
    GitCredentials as = new GitCredentials("ada", "t0ken-of-ada");
    try (DumbGitServer server = new DumbGitServer(bare, as)) {
      Path folder = temporary.resolve("by-token");
      Problem closed =
          problem(() -> GitClone.into(folder, server.url(), Optional.empty(), Progress.NONE));
      assertThat(closed.code()).isEqualTo("git-auth");
      assertThat(folder).doesNotExist();
      assertThat(
              problem(() ->
                      GitClone.into(
                          folder,
                          server.url(),
                          Optional.of(new GitCredentials("ada", "wrong")),
                          Progress.NONE))
                  .code())
          .isEqualTo("git-auth");
      GitClone.into(folder, server.url(), Optional.of(as), Progress.NONE);
      assertThat(GitClone.workspacesIn(folder)).containsExactly(folder);
      assertThat(folder.resolve(".git/config")).content().doesNotContain("t0ken");
      assertThat(as.toString()).doesNotContain("t0ken");
    }
  }

  @Test
  void a_cancelled_or_failed_clone_leaves_nothing_behind() throws IOException {
    publish();
    Path parent = Files.createDirectory(temporary.resolve("clones"));
    Progress cancelled = Progress.until(() -> true);
    assertThatThrownBy(
            () -> GitClone.into(parent.resolve("a"), bare.toString(), Optional.empty(), cancelled))
        .isInstanceOf(CancellationException.class);
    Problem gone =
        problem(() ->
            GitClone.into(
                parent.resolve("b"),
                temporary.resolve("nowhere.git").toString(),
                Optional.empty(),
                Progress.NONE));
    assertThat(gone.code()).isEqualTo("git-clone");
    assertThat(gone.next()).contains("address");
    Files.writeString(parent.resolve("note.txt"), "kept");
    assertThat(
            problem(() -> GitClone.into(parent, bare.toString(), Optional.empty(), Progress.NONE))
                .what())
        .contains("holds something");
    try (Stream<Path> left = Files.list(parent)) {
      assertThat(left).containsExactly(parent.resolve("note.txt"));
    }
  }

  @Test
  void an_address_with_a_password_is_refused_and_never_repeated() {
    Problem refused = problem(() -> first.remote().set("https://ada:hunter2@example.org/a.git"));
    assertThat(refused.code()).isEqualTo("git-url");
    assertThat(refused.toString()).doesNotContain("hunter2");
    assertThat(first.remote().state()).isEmpty();
    assertThat(problem(() -> first.remote().set("not an address")).code()).isEqualTo("git-url");
    assertThat(GitUrl.folderName("git@github.com:acme/integrations.git")).isEqualTo("integrations");
    assertThat(GitUrl.isSsh("git@github.com:acme/integrations.git")).isTrue();
    assertThat(GitUrl.tokenHost("https://github.com/acme/x.git")).contains("github.com");
    assertThat(GitUrl.tokenHost("/srv/git/x.git")).isEmpty();
  }
}
