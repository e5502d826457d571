package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.ConflictMarks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.api.CommitCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.StatusCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The git side of a workspace, which is a repository or a folder of one. Every method looks at the
 * repository anew, so what other programs do to it is seen. Throws {@code ProblemException} with
 * code {@code git-none} where there is no repository and {@code git-failed} where git refuses.
 */
public final class WorkspaceGit {
  private static final int MAX_DIFF_BYTES = 4 * 1024 * 1024;

  /** Who commits. */
  public record Identity(String name, String email) {}

  private final Path root;
  private final Clock clock;

  /**
   * @param clock gives the time and zone of commits
   */
  public WorkspaceGit(Path root, Clock clock) {
    this.root = real(root);
    this.clock = clock;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  public boolean isRepository() {
    return builder().getGitDir() != null;
  }

  private FileRepositoryBuilder builder() {
    return new FileRepositoryBuilder().findGitDir(root.toFile());
  }

  /** Makes the workspace a repository with branch {@code main}; nothing happens if it is one. */
  public void init() {
    if (isRepository()) {
      return;
    }
    try (Git git = Git.init().setDirectory(root.toFile()).setInitialBranch("main").call()) {
      git.getRepository().getDirectory();
    } catch (GitAPIException e) {
      throw failed("The folder cannot be made a git repository", e);
    }
  }

  @FunctionalInterface
  interface Work<T> {
    T run(Git git, String prefix) throws GitAPIException, IOException;
  }

  <T> T with(String what, Work<T> work) {
    FileRepositoryBuilder found = builder();
    if (found.getGitDir() == null) {
      throw new ProblemException(
          Problem.error(
              "git-none",
              null,
              "The workspace " + root + " is not in a git repository.",
              "Initialise one (in the studio: Changes; or run git init there)."));
    }
    try (Repository repository = found.build();
        Git git = new Git(repository)) {
      Path top = real(repository.getWorkTree().toPath());
      String prefix = WorkspaceFiles.shown(top.relativize(root));
      return work.run(git, prefix.isEmpty() ? "" : prefix + "/");
    } catch (GitAPIException | IOException | JGitInternalException e) {
      throw failed(what, e);
    }
  }

  static ProblemException failed(String what, Exception e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new ProblemException(
        Problem.error(
            "git-failed",
            null,
            what + ": " + reason.strip() + (reason.strip().endsWith(".") ? "" : "."),
            "See what `git status` says in the workspace's folder; no file was changed."),
        e);
  }

  /** The files of the workspace that differ from the last commit, sorted by path. */
  public List<FileChange> changes() {
    return with(
        "The changes cannot be listed",
        (git, prefix) -> {
          List<FileChange> changes = new ArrayList<>();
          for (String path : changed(git, prefix)) {
            change(git.getRepository(), prefix + path, path).ifPresent(changes::add);
          }
          return List.copyOf(changes);
        });
  }

  private static Set<String> changed(Git git, String prefix) throws GitAPIException {
    StatusCommand command = git.status();
    if (!prefix.isEmpty()) {
      command.addPath(prefix.substring(0, prefix.length() - 1));
    }
    Status status = command.call();
    return Stream.of(
            status.getAdded(),
            status.getChanged(),
            status.getRemoved(),
            status.getMissing(),
            status.getModified(),
            status.getUntracked(),
            status.getConflicting())
        .flatMap(Set::stream)
        .filter(p -> p.startsWith(prefix))
        .map(p -> p.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<FileChange> change(Repository repository, String path, String shown)
      throws IOException {
    Optional<String> old = committed(repository, path);
    Path file = root.resolve(shown);
    Optional<String> now = Optional.empty();
    if (Files.isRegularFile(file)) {
      now =
          Files.size(file) > MAX_DIFF_BYTES
              ? Optional.of("(too large to show)\n")
              : Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
    if (old.equals(now)) {
      return Optional.empty();
    }
    FileChange.Kind kind =
        old.isEmpty()
            ? FileChange.Kind.ADDED
            : now.isEmpty() ? FileChange.Kind.DELETED : FileChange.Kind.MODIFIED;
    return Optional.of(new FileChange(shown, kind, old.orElse(""), now.orElse("")));
  }

  private static Optional<String> committed(Repository repository, String path) throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(repository)) {
      RevTree tree = walk.parseCommit(head).getTree();
      try (TreeWalk file = TreeWalk.forPath(repository, path, tree)) {
        if (file == null) {
          return Optional.empty();
        }
        byte[] bytes = repository.open(file.getObjectId(0)).getCachedBytes(MAX_DIFF_BYTES);
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
      }
    }
  }

  /** The text of a file in the last commit; empty where it is not in it. */
  public Optional<String> committed(String path) {
    return with(
        "The committed text of " + path + " cannot be read",
        (git, prefix) -> committed(git.getRepository(), prefix + path));
  }

  /** Who git's configuration says commits here; empty where it does not say. */
  public Optional<Identity> identity() {
    return with(
        "The git configuration cannot be read",
        (git, _) -> {
          UserConfig user = git.getRepository().getConfig().get(UserConfig.KEY);
          return user.isAuthorNameImplicit() || user.isAuthorEmailImplicit()
              ? Optional.empty()
              : Optional.of(new Identity(user.getAuthorName(), user.getAuthorEmail()));
        });
  }

  /** Says in this repository's own configuration who commits. */
  public void setIdentity(Identity identity) {
    with(
        "The git configuration cannot be written",
        (git, _) -> {
          StoredConfig config = git.getRepository().getConfig();
          config.setString("user", null, "name", identity.name());
          config.setString("user", null, "email", identity.email());
          config.save();
          return identity;
        });
  }

  /**
   * Commits the given files as they are on disk, and no others; what else is staged stays so.
   *
   * @param paths relative to the workspace; a path that is gone from disk is committed as deleted
   * @throws ProblemException {@code git-identity} where git does not know who commits, {@code
   *     git-nothing} where there is nothing to commit, {@code git-merging} where a merge left files
   *     to be settled; a merge that is settled is committed whole
   */
  public CommitInfo commit(String message, Collection<String> paths) {
    if (message.isBlank()) {
      throw new ProblemException(
          Problem.error(
              "git-message", null, "The commit has no message.", "Say in one line what changed."));
    }
    if (paths.isEmpty()) {
      throw new ProblemException(
          Problem.error(
              "git-nothing", null, "There is nothing to commit.", "Choose at least one file."));
    }
    Identity who = identity().orElseThrow(WorkspaceGit::noIdentity);
    return with(
        "The commit was not made",
        (git, prefix) -> {
          if (changed(git, prefix).stream().noneMatch(paths::contains)) {
            throw new ProblemException(
                Problem.error(
                    "git-nothing",
                    null,
                    "The chosen files are as they were committed.",
                    "There is nothing to do."));
          }
          boolean merging = isMerging(git);
          CommitCommand commit = git.commit();
          for (String path : paths) {
            if (Files.exists(root.resolve(path))) {
              git.add().addFilepattern(prefix + path).call();
            } else {
              git.rm().setCached(true).addFilepattern(prefix + path).call();
            }
            if (!merging) {
              commit.setOnly(prefix + path);
            }
          }
          PersonIdent person =
              new PersonIdent(who.name(), who.email(), clock.instant(), clock.getZone());
          return info(commit.setAuthor(person).setCommitter(person).setMessage(message).call());
        });
  }

  /**
   * Takes one side of a place that a merge left open in a file. A file without marks is settled for
   * git as well.
   *
   * @param text what the file holds
   * @param conflict one of those in the text
   * @throws ProblemException {@code file-changed} where it holds something else by now
   */
  public void settle(
      String path, String text, ConflictMarks.Conflict conflict, ConflictMarks.Side side) {
    String settled = ConflictMarks.settled(text, conflict, side);
    new WorkspaceFiles(root).write(Path.of(path), settled, text);
    if (ConflictMarks.in(settled).isEmpty()) {
      with(
          "Git was not told that " + path + " is settled",
          (git, prefix) -> git.add().addFilepattern(prefix + path).call().getEntryCount());
    }
  }

  /** A merge is committed whole, with what it brought to other files, or not at all. */
  private static boolean isMerging(Git git) {
    RepositoryState state = git.getRepository().getRepositoryState();
    if (state == RepositoryState.MERGING) {
      throw new ProblemException(
          Problem.error(
              "git-merging",
              null,
              "A merge is not finished: some files still hold conflicts.",
              "Settle each of them here or in a text editor, then commit."));
    }
    return state == RepositoryState.MERGING_RESOLVED;
  }

  private static ProblemException noIdentity() {
    return new ProblemException(
        Problem.error(
            "git-identity",
            null,
            "Git does not know who you are, so it cannot commit.",
            "Run git config --global user.name \"Your Name\" and git config --global user.email"
                + " you@example.com."));
  }

  private static CommitInfo info(RevCommit commit) {
    return new CommitInfo(
        commit.getName(),
        commit.getAuthorIdent().getName(),
        commit.getAuthorIdent().getWhenAsInstant(),
        commit.getFullMessage());
  }

  /** The latest commits that touch the workspace, newest first. */
  public List<CommitInfo> log(int n) {
    return with(
        "The history cannot be read",
        (git, prefix) -> {
          if (git.getRepository().resolve(Constants.HEAD) == null) {
            return List.<CommitInfo>of();
          }
          var command = git.log().setMaxCount(n);
          if (!prefix.isEmpty()) {
            command.addPath(prefix.substring(0, prefix.length() - 1));
          }
          return StreamSupport.stream(command.call().spliterator(), false)
              .map(WorkspaceGit::info)
              .toList();
        });
  }

  /** The branch that is checked out; a commit's hash where none is. */
  public String branch() {
    return with(
        "The branch cannot be told",
        (git, _) -> Optional.ofNullable(git.getRepository().getBranch()).orElse(""));
  }

  /** The local branches, sorted. */
  public List<String> branches() {
    return with(
        "The branches cannot be listed",
        (git, _) ->
            git.branchList().call().stream()
                .map(r -> Repository.shortenRefName(r.getName()))
                .sorted()
                .toList());
  }

  /** Makes a branch where the work stands now and switches to it; changes on disk go along. */
  public void createBranch(String name) {
    with(
        "The branch " + name + " was not made",
        (git, _) -> {
          if (git.getRepository().resolve(Constants.HEAD) == null) {
            throw new ProblemException(
                Problem.error(
                    "git-no-commit",
                    null,
                    "A branch needs a commit to start from, and there is none yet.",
                    "Commit first."));
          }
          return git.checkout().setCreateBranch(true).setName(name).call().getName();
        });
  }

  /** Switches to a branch; refused by git where that would lose changes on disk. */
  public void switchTo(String name) {
    with(
        "The branch " + name + " was not switched to",
        (git, _) -> git.checkout().setName(name).call().getName());
  }

  /** Where the branch is pushed to and pulled from. */
  public WorkspaceRemote remote() {
    return new WorkspaceRemote(this);
  }
}
