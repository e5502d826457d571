package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.Optional;
import org.eclipse.jgit.lib.BranchTrackingStatus;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;

/**
 * Where the branch of a workspace is pushed to and pulled from: the remote that it tracks, else
 * {@code origin}, else the only one. Looks at the repository anew at every call.
 */
public final class WorkspaceRemote {

  /**
   * The remote as git's configuration has it.
   *
   * @param ahead commits that it does not have; negative while nothing was pushed yet
   * @param behind commits of it that are not here, as of the latest pull or push
   */
  public record State(String name, String url, int ahead, int behind) {}

  private final WorkspaceGit git;

  WorkspaceRemote(WorkspaceGit git) {
    this.git = git;
  }

  /** Empty where there is no remote, or several and none to tell. */
  public Optional<State> state() {
    return git.with(
        "The remote cannot be told",
        (open, _) -> {
          Repository repository = open.getRepository();
          String branch = repository.getBranch();
          String name;
          try {
            name = GitPush.remoteFor(repository, branch);
          } catch (ProblemException e) {
            return Optional.empty();
          }
          BranchTrackingStatus status = BranchTrackingStatus.of(repository, branch);
          return Optional.of(
              new State(
                  name,
                  GitUrl.blanked(GitRemotes.url(repository, name)),
                  status == null ? -1 : status.getAheadCount(),
                  status == null ? 0 : status.getBehindCount()));
        });
  }

  /**
   * Changes the remote's address, or adds {@code origin} with it.
   *
   * @throws ProblemException {@code git-url} where the address is none
   */
  public void set(String address) {
    String url = GitUrl.check(address);
    String name = state().map(State::name).orElse("origin");
    git.with(
        "The remote was not set",
        (open, _) -> {
          StoredConfig config = open.getRepository().getConfig();
          config.setString("remote", name, "url", url);
          config.setString("remote", name, "fetch", "+refs/heads/*:refs/remotes/" + name + "/*");
          config.save();
          return name;
        });
  }

  /**
   * Sends the branch.
   *
   * @param as signs in; empty = as the person's own git does
   * @throws ProblemException {@code git-remote} where there is none, {@code git-auth} where it
   *     wants a sign-in, {@code git-behind} where it has commits that are not here, {@code
   *     git-push} where it refuses or cannot be reached
   */
  public void push(Optional<GitCredentials> as, Progress progress) {
    git.with(
        "The push did not happen",
        (open, _) -> {
          new GitPush(open).push(as, progress);
          return true;
        });
  }

  /**
   * Fetches the remote's commits and puts the branch's own after them.
   *
   * @return whether anything came
   * @throws ProblemException as for {@link #push}; {@code git-uncommitted} and {@code git-conflict}
   *     where it needs a person, and then nothing is changed
   */
  public boolean pull(Optional<GitCredentials> as, Progress progress) {
    return git.with("The pull did not happen", (open, _) -> new GitPull(open).pull(as, progress));
  }
}
