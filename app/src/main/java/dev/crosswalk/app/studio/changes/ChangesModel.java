package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.GitSignIn;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.CommitInfo;
import dev.crosswalk.app.workspace.FileChange;
import dev.crosswalk.app.workspace.TreeComparison;
import dev.crosswalk.app.workspace.WorkspaceGit;
import dev.crosswalk.app.workspace.WorkspaceRemote;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.text.ConflictMarks;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What differs from the last commit, and the ways to keep it: commit, branch, push. */
final class ChangesModel {
  private static final int HISTORY = 100;

  private final StudioContext context;
  private Function<FileChange, List<String>> words = file -> List.of();
  private final Consumer<Consumer<WorkspaceGit.Identity>> askIdentity;
  private final GitSignIn signIn;
  private final ObservableList<Change> changes = FXCollections.observableArrayList();
  private final ObservableList<CommitInfo> history = FXCollections.observableArrayList();
  private final ObservableList<String> branches = FXCollections.observableArrayList();
  private final StringProperty branch = new SimpleStringProperty("");
  private final StringProperty message = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper repository = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<WorkspaceRemote.@Nullable State> remote =
      new ReadOnlyObjectWrapper<>();
  private final Set<String> excluded = new HashSet<>();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private String proposed = "";
  private @Nullable WorkspaceGit git;

  private record State(
      boolean repository,
      List<Change> changes,
      List<CommitInfo> history,
      String branch,
      List<String> branches,
      WorkspaceRemote.@Nullable State remote) {}

  /**
   * @param askIdentity asks who commits, where git does not know
   */
  ChangesModel(
      StudioContext context,
      Consumer<Consumer<WorkspaceGit.Identity>> askIdentity,
      GitSignIn signIn) {
    this.signIn = signIn;
    this.context = context;
    this.askIdentity = askIdentity;
    context.filesChanged().addListener(o -> refreshIfShown());
  }

  private void refreshIfShown() {
    if (context.route().get().place().equals(PlaceIds.CHANGES)) {
      refresh();
    }
  }

  ObservableList<Change> changes() {
    return changes;
  }

  /** Newest first. */
  ObservableList<CommitInfo> history() {
    return history;
  }

  ObservableList<String> branches() {
    return branches;
  }

  StringProperty branch() {
    return branch;
  }

  StringProperty message() {
    return message;
  }

  /** False where the workspace is no git repository yet. */
  ReadOnlyBooleanProperty repository() {
    return repository.getReadOnlyProperty();
  }

  /** Why the state of git cannot be read; null if it can. */
  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Where the branch is pushed to; null where there is no remote. */
  ReadOnlyObjectProperty<WorkspaceRemote.@Nullable State> remote() {
    return remote.getReadOnlyProperty();
  }

  /** True while a commit is made, so that it is not made twice. */
  BooleanProperty busy() {
    return busy;
  }

  boolean isIncluded(Change change) {
    return !excluded.contains(change.file().path());
  }

  void include(Change change, boolean on) {
    if (on) {
      excluded.remove(change.file().path());
    } else {
      excluded.add(change.file().path());
    }
    propose();
  }

  /**
   * Looks at another workspace.
   *
   * @param now null = at none
   * @param say says what changed in a file, one sentence each
   */
  void use(@Nullable WorkspaceGit now, Function<FileChange, List<String>> say) {
    git = now;
    words = say;
    excluded.clear();
    message.set("");
    proposed = "";
    refresh();
  }

  /** Looks at git anew. */
  void refresh() {
    WorkspaceGit now = git;
    if (now == null) {
      changes.clear();
      history.clear();
      branches.clear();
      branch.set("");
      remote.set(null);
      return;
    }
    Function<FileChange, List<String>> say = words;
    context.tasks().latest("changes", progress -> state(now, say), this::show, problem::set);
  }

  private static State state(WorkspaceGit now, Function<FileChange, List<String>> say) {
    if (!now.isRepository()) {
      return new State(false, List.of(), List.of(), "", List.of(), null);
    }
    List<Change> found =
        now.changes().stream()
            .map(f -> Change.of(f, say))
            .sorted(Comparator.comparingInt(c -> TreeComparison.rank(c.file().path())))
            .toList();
    return new State(
        true,
        found,
        now.log(HISTORY),
        now.branch(),
        now.branches(),
        now.remote().state().orElse(null));
  }

  private void show(State state) {
    problem.set(null);
    repository.set(state.repository());
    if (!changes.equals(state.changes())) {
      changes.setAll(state.changes());
    }
    if (!history.equals(state.history())) {
      history.setAll(state.history());
    }
    branches.setAll(state.branches());
    branch.set(state.branch());
    remote.set(state.remote());
    propose();
  }

  /** Proposes a message anew, unless a person wrote one. */
  private void propose() {
    if (message.get().equals(proposed) || message.get().isBlank()) {
      proposed = CommitMessages.propose(changes.stream().filter(this::isIncluded).toList());
      message.set(proposed);
    }
  }

  /** Makes the workspace a git repository. */
  void init() {
    WorkspaceGit now = git;
    if (now != null) {
      run("changes.initialising", () -> now.init());
    }
  }

  /** Commits the files that are ticked, asking who commits where git does not know. */
  void commit() {
    WorkspaceGit now = git;
    List<String> paths =
        changes.stream().filter(this::isIncluded).map(Change::file).map(FileChange::path).toList();
    String text = message.get().strip();
    if (now == null || busy.get() || paths.isEmpty() || text.isEmpty()) {
      return;
    }
    busy.set(true);
    context
        .tasks()
        .run(
            texts().of("changes.committing"),
            progress -> now.commit(text, paths),
            commit -> {
              busy.set(false);
              message.set("");
              context
                  .notifications()
                  .info(texts().of("changes.committed", commit.shortId(), commit.subject()));
              refresh();
            },
            problem -> {
              busy.set(false);
              if (problem.code().equals("git-identity")) {
                askIdentity.accept(identity -> identify(now, identity));
              } else {
                context.dialogs().error(problem);
              }
            });
  }

  /** Takes one side of a place that a merge left open. */
  void settle(FileChange file, ConflictMarks.Conflict conflict, ConflictMarks.Side side) {
    WorkspaceGit now = git;
    if (now != null) {
      run("changes.settling", () -> now.settle(file.path(), file.newText(), conflict, side));
    }
  }

  private void identify(WorkspaceGit now, WorkspaceGit.Identity identity) {
    context
        .tasks()
        .latest(
            "changes-identity",
            progress -> {
              now.setIdentity(identity);
              return identity;
            },
            done -> commit(),
            context.dialogs()::error);
  }

  void createBranch(String name) {
    WorkspaceGit now = git;
    if (now != null) {
      run("changes.branching", () -> now.createBranch(name));
    }
  }

  void switchTo(String name) {
    WorkspaceGit now = git;
    if (now != null && !name.equals(branch.get())) {
      run("changes.switching", () -> now.switchTo(name));
    }
  }

  /**
   * Says where the repository is pushed to.
   *
   * @param then runs when it is set
   */
  void setRemote(String address, Runnable then) {
    WorkspaceGit now = git;
    if (now != null) {
      context
          .tasks()
          .run(
              texts().of("changes.settingRemote"),
              progress -> {
                now.remote().set(address);
                return now.remote().state();
              },
              state -> {
                remote.set(state.orElse(null));
                then.run();
              },
              context.dialogs()::error);
    }
  }

  /** Sends the branch; where there is no remote yet, the view asks for one first. */
  void push() {
    WorkspaceGit now = git;
    if (now == null) {
      return;
    }
    signIn.run(
        texts().of("changes.pushing", branch.get()),
        url(),
        (as, progress) -> {
          now.remote().push(as, progress);
          return now;
        },
        done -> {
          context.notifications().info(texts().of("changes.pushed", branch.get()));
          refresh();
        },
        this::notPushed);
  }

  private void notPushed(Problem problem) {
    // What the remote has is known by now, even where nothing was pushed.
    refresh();
    if (!problem.code().equals("git-behind")) {
      context.dialogs().error(problem);
      return;
    }
    context
        .dialogs()
        .confirm(
            new Dialogs.Question(
                texts().of("changes.behindTitle"),
                texts().of(problem).words(),
                texts().of("changes.behindYes"),
                false),
            () -> pull(this::push));
  }

  void pull() {
    pull(() -> {});
  }

  private void pull(Runnable then) {
    WorkspaceGit now = git;
    if (now == null) {
      return;
    }
    signIn.run(
        texts().of("changes.pulling", branch.get()),
        url(),
        (as, progress) -> now.remote().pull(as, progress),
        came -> {
          context
              .notifications()
              .info(texts().of(came ? "changes.pulled" : "changes.pulledNothing"));
          refresh();
          then.run();
        },
        problem -> {
          refresh();
          context.dialogs().error(problem);
        });
  }

  private String url() {
    WorkspaceRemote.State state = remote.get();
    return state == null ? "" : state.url();
  }

  private void run(String titleKey, Runnable work) {
    context
        .tasks()
        .run(
            texts().of(titleKey),
            progress -> {
              work.run();
              return titleKey;
            },
            done -> refresh(),
            context.dialogs()::error);
  }

  private Texts texts() {
    return context.texts();
  }
}
