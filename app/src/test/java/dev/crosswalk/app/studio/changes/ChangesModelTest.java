package dev.crosswalk.app.studio.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.GitSignIn;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.workspace.ChangeWords;
import dev.crosswalk.app.workspace.CommitInfo;
import dev.crosswalk.app.workspace.GitClone;
import dev.crosswalk.app.workspace.WorkspaceGit;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.text.ConflictMarks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a changed file to a commit. */
class ChangesModelTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private ChangesModel model;
  private WorkspaceGit git;
  private final FakeDialogs dialogs = new FakeDialogs();

  @BeforeEach
  void open() throws Exception {
    studio = new StudioFixture(folder.resolve("studio"));
    Path workspace = Files.createDirectory(folder.resolve("workspace"));
    Files.writeString(workspace.resolve("crosswalk.yaml"), "name: Acme\n");
    git = new WorkspaceGit(workspace, Clock.fixed(StudioFixture.NOW, ZoneOffset.UTC));
    StudioContext context = studio.context(dialogs);
    model =
        new ChangesModel(
            context,
            onAnswer -> onAnswer.accept(new WorkspaceGit.Identity("Ada", "ada@example.org")),
            new GitSignIn(context, (url, why, onAnswer) -> {}));
  }

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void a_folder_becomes_a_repository_and_its_first_commit_is_in_the_history() {
    model.use(git, file -> List.of());
    assertThat(model.repository().get()).isFalse();
    model.init();
    assertThat(model.repository().get()).isTrue();
    assertThat(model.changes()).hasSize(1);
    assertThat(model.message().get()).isEqualTo("Change crosswalk");
    model.message().set("Start the workspace");
    model.commit();
    assertThat(dialogs.errors).isEmpty();
    assertThat(model.history())
        .extracting(CommitInfo::subject)
        .containsExactly("Start the workspace");
    assertThat(model.changes()).isEmpty();
    assertThat(model.message().get()).isEmpty();
  }

  @Test
  void a_conflict_that_git_left_is_told_settled_and_committed_as_a_merge() throws Exception {
    Path file = folder.resolve("workspace/person.yaml");
    String mapping =
        "format: crosswalk/v1\nkind: Mapping\nid: a\nsource: { system: s, object: A }\n"
            + "target: { system: t, object: B }\nfields:\n  email:\n    from: Email\n";
    git.init();
    git.setIdentity(new WorkspaceGit.Identity("Ada", "ada@example.org"));
    Files.writeString(file, mapping);
    git.commit("first", List.of("person.yaml", "crosswalk.yaml"));
    git.createBranch("other");
    Files.writeString(file, mapping.replace("Email", "Mail"));
    git.commit("theirs", List.of("person.yaml"));
    git.switchTo("main");
    Files.writeString(file, mapping.replace("Email", "Work"));
    git.commit("ours", List.of("person.yaml"));
    try (Git jgit = Git.open(folder.resolve("workspace").toFile())) {
      jgit.merge().include(jgit.getRepository().resolve("other")).call();
    }
    model.use(git, new ChangeWords(id -> Optional.empty())::of);
    Change change = model.changes().getFirst();
    assertThat(change.words()).containsExactly("A merge left 1 conflict to be settled.");
    model.message().set("merge");
    model.commit();
    assertThat(dialogs.errors).extracting(p -> p.code()).containsExactly("git-merging");
    dialogs.errors.clear();
    model.settle(
        change.file(),
        ConflictMarks.in(change.file().newText()).getFirst(),
        ConflictMarks.Side.THEIRS);
    assertThat(file).hasContent(mapping.replace("Email", "Mail"));
    assertThat(model.changes().getFirst().words())
        .containsExactly("email now comes from Mail (before: Work).");
    model.message().set("merge");
    model.commit();
    assertThat(dialogs.errors).isEmpty();
    assertThat(model.changes()).isEmpty();
    try (Git jgit = Git.open(folder.resolve("workspace").toFile())) {
      assertThat(jgit.log().setMaxCount(1).call().iterator().next().getParentCount()).isEqualTo(2);
    }
  }

  @Test
  void what_a_person_decided_comes_before_what_is_kept_beside_it() throws Exception {
    for (String file :
        List.of(
            "customers/a/schemas/crm/contact.yaml",
            "customers/a/crm/contact--person.yaml",
            "mappings/crm/contact--person.yaml")) {
      Path path = folder.resolve("workspace").resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "name: x\n");
    }
    model.use(git, file -> List.of());
    model.init();
    assertThat(model.changes())
        .extracting(c -> c.file().path())
        .containsExactly(
            "mappings/crm/contact--person.yaml",
            "customers/a/crm/contact--person.yaml",
            "crosswalk.yaml",
            "customers/a/schemas/crm/contact.yaml");
  }

  @Test
  void a_branch_is_made_and_switched_to_and_a_push_without_remote_says_what_is_missing() {
    model.use(git, file -> List.of());
    model.init();
    model.commit();
    model.createBranch("northwind");
    assertThat(model.branch().get()).isEqualTo("northwind");
    model.switchTo("main");
    assertThat(model.branch().get()).isEqualTo("main");
    model.push();
    assertThat(dialogs.errors).hasSize(1);
    assertThat(dialogs.errors.getFirst().next()).isNotEmpty();
  }

  @Test
  void a_remote_is_added_pushed_to_and_pulled_from_when_it_is_ahead() throws Exception {
    model.use(git, file -> List.of());
    model.init();
    model.commit();
    model.setRemote("no address at all", () -> {});
    assertThat(dialogs.errors).hasSize(1);
    Path bare = folder.resolve("acme.git");
    Git.init().setBare(true).setInitialBranch("main").setDirectory(bare.toFile()).call().close();
    model.setRemote(bare.toString(), model::push);
    assertThat(dialogs.errors).hasSize(1);
    assertThat(model.remote().get().ahead()).isZero();

    Path other = folder.resolve("other");
    GitClone.into(other, bare.toString(), Optional.empty(), Progress.NONE);
    WorkspaceGit theirs = new WorkspaceGit(other, Clock.systemUTC());
    theirs.setIdentity(new WorkspaceGit.Identity("Bo", "bo@example.org"));
    Files.writeString(other.resolve("b.yaml"), "x: 1\n");
    theirs.commit("Theirs", List.of("b.yaml"));
    theirs.remote().push(Optional.empty(), Progress.NONE);
    Files.writeString(folder.resolve("workspace/a.yaml"), "x: 1\n");
    model.refresh();
    model.commit();
    model.push();
    assertThat(dialogs.questions).hasSize(1);
    assertThat(dialogs.errors).hasSize(1);
    assertThat(model.history()).extracting(CommitInfo::subject).startsWith("Change a", "Theirs");
    assertThat(model.remote().get().ahead()).isZero();
  }

  @Test
  void a_file_that_is_unticked_stays_out_of_the_commit() {
    model.use(git, file -> List.of());
    model.init();
    model.include(model.changes().getFirst(), false);
    model.message().set("Nothing");
    model.commit();
    assertThat(model.history()).isEmpty();
  }
}
