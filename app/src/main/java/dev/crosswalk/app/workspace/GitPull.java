package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.RebaseCommand;
import org.eclipse.jgit.api.RebaseResult;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Fetches the remote's commits and puts the branch's own after them; files that both changed are
 * merged by what they say. Where that does not go without a person's judgement, everything stays as
 * it was.
 */
final class GitPull {
  private static final String CODE = "git-pull";

  private final Git git;

  GitPull(Git git) {
    this.git = git;
  }

  /** Gives whether anything came. */
  boolean pull(Optional<GitCredentials> as, Progress progress) throws IOException, GitAPIException {
    Repository repository = git.getRepository();
    String branch = repository.getBranch();
    String remote = GitPush.remoteFor(repository, branch);
    fetch(repository, remote, as, progress);
    progress.check();
    ObjectId theirs = repository.resolve(Constants.R_REMOTES + remote + "/" + branch);
    if (theirs == null) {
      throw problem(
          CODE,
          "The remote " + remote + " has no branch " + branch + " yet.",
          "Push the branch first.");
    }
    ObjectId before = repository.resolve(Constants.HEAD);
    RebaseResult result = RebaseByFields.goOn(git, git.rebase().setUpstream(theirs).call());
    switch (result.getStatus()) {
      case OK, UP_TO_DATE, FAST_FORWARD, NOTHING_TO_COMMIT -> {}
      case UNCOMMITTED_CHANGES ->
          throw problem(
              "git-uncommitted",
              "Files are changed and not committed, so the remote's commits were not put below"
                  + " them.",
              "Commit them, then pull again.");
      default -> {
        List<String> files = git.status().call().getConflicting().stream().sorted().toList();
        git.rebase().setOperation(RebaseCommand.Operation.ABORT).call();
        throw problem(
            "git-conflict",
            "The remote changed the same lines"
                + (files.isEmpty() ? "" : " of " + String.join(", ", files))
                + "; nothing was changed here.",
            "Run git pull --rebase in a terminal and choose what holds.");
      }
    }
    GitRemotes.track(repository, remote, branch);
    return !String.valueOf(before).equals(String.valueOf(repository.resolve(Constants.HEAD)));
  }

  private void fetch(
      Repository repository, String remote, Optional<GitCredentials> as, Progress progress)
      throws GitAPIException {
    String url = GitRemotes.url(repository, remote);
    progress.update(0, -1, "objects");
    if (as.isEmpty() || GitUrl.tokenHost(url).isEmpty()) {
      Optional<GitProgram.Result> byProgram =
          GitProgram.run(
              repository.getWorkTree().toPath(), List.of("fetch", "--progress", remote), progress);
      if (byProgram.isPresent()) {
        if (!byProgram.get().good()) {
          throw failed(remote, byProgram.get().said());
        }
        return;
      }
    }
    GitRemotes.refuseSsh(CODE, url);
    try {
      GitRemotes.with(git.fetch(), as)
          .setRemote(remote)
          .setProgressMonitor(new GitMonitor(progress))
          .call();
    } catch (org.eclipse.jgit.api.errors.TransportException e) {
      progress.check();
      throw failed(remote, GitRemotes.reason(e));
    }
  }

  private static ProblemException failed(String remote, String why) {
    return GitFailure.of(CODE, "The remote " + remote + " did not answer the pull", why);
  }

  private static ProblemException problem(String code, String what, String next) {
    return new ProblemException(Problem.error(code, null, what, next));
  }
}
