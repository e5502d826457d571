package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/** Sends the branch to its remote; see {@link GitRemotes} for who does it. */
final class GitPush {
  private static final String CODE = "git-push";

  private final Git git;

  GitPush(Git git) {
    this.git = git;
  }

  void push(Optional<GitCredentials> as, Progress progress) throws IOException, GitAPIException {
    Repository repository = git.getRepository();
    if (repository.resolve(Constants.HEAD) == null) {
      throw new ProblemException(
          Problem.error(
              "git-no-commit", null, "There is no commit to push yet.", "Commit something first."));
    }
    String branch = repository.getBranch();
    String remote = remoteFor(repository, branch);
    String url = GitRemotes.url(repository, remote);
    progress.update(0, -1, "objects");
    if (as.isEmpty() || GitUrl.tokenHost(url).isEmpty()) {
      Optional<GitProgram.Result> byProgram =
          GitProgram.run(
              repository.getWorkTree().toPath(),
              List.of(
                  "push", "--progress", "--set-upstream", remote, branch + ":refs/heads/" + branch),
              progress);
      if (byProgram.isPresent()) {
        if (!byProgram.get().good()) {
          throw refused(remote, byProgram.get().said());
        }
        return;
      }
    }
    builtIn(remote, url, branch, as, progress);
  }

  /** The remote that the branch tracks, else {@code origin}, else the only one. */
  static String remoteFor(Repository repository, String branch) {
    StoredConfig config = repository.getConfig();
    String tracked = new BranchConfig(config, branch).getRemote();
    Set<String> remotes = repository.getRemoteNames();
    if (tracked != null && remotes.contains(tracked)) {
      return tracked;
    }
    if (remotes.contains("origin")) {
      return "origin";
    }
    if (remotes.size() == 1) {
      return remotes.iterator().next();
    }
    throw new ProblemException(
        Problem.error(
            "git-remote",
            null,
            remotes.isEmpty()
                ? "The repository has no remote to push to."
                : "The repository has several remotes and the branch tracks none of them.",
            remotes.isEmpty()
                ? "Add one (in the studio: Changes, Remote; or run git remote add origin URL)."
                : "Run git push --set-upstream REMOTE " + branch + " once in a terminal."));
  }

  private void builtIn(
      String remote, String url, String branch, Optional<GitCredentials> as, Progress progress)
      throws GitAPIException, IOException {
    GitRemotes.refuseSsh(CODE, url);
    Iterable<PushResult> results;
    try {
      results =
          GitRemotes.with(git.push(), as)
              .setRemote(remote)
              .setRefSpecs(new RefSpec("refs/heads/" + branch + ":refs/heads/" + branch))
              .setProgressMonitor(new GitMonitor(progress))
              .call();
    } catch (org.eclipse.jgit.api.errors.TransportException e) {
      progress.check();
      throw refused(remote, GitRemotes.reason(e));
    }
    progress.check();
    for (PushResult result : results) {
      for (RemoteRefUpdate update : result.getRemoteUpdates()) {
        switch (update.getStatus()) {
          case OK, UP_TO_DATE -> {}
          default ->
              throw refused(
                  remote,
                  update.getMessage() == null ? update.getStatus().name() : update.getMessage());
        }
      }
    }
    GitRemotes.track(git.getRepository(), remote, branch);
  }

  private static ProblemException refused(String remote, String why) {
    return GitFailure.of(CODE, "The remote " + remote + " did not take the push", why);
  }
}
