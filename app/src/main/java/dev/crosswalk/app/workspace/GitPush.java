package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.BatchingProgressMonitor;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/**
 * Sends the branch to its remote. Uses the person's own {@code git} where there is one, because
 * that has their keys, agents and password helpers, and the built-in one otherwise.
 */
final class GitPush {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final Git git;

  GitPush(Git git) {
    this.git = git;
  }

  void push(Progress progress) throws IOException, GitAPIException {
    Repository repository = git.getRepository();
    String branch = repository.getBranch();
    String remote = remote(repository, branch);
    progress.update(0, -1, "objects");
    if (!byProgram(repository, remote, branch, progress)) {
      builtIn(remote, branch, progress);
    }
  }

  private static String remote(Repository repository, String branch) {
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
                ? "Run git remote add origin URL in the workspace's folder."
                : "Run git push --set-upstream REMOTE " + branch + " once in a terminal."));
  }

  /** False where there is no such program. */
  private static boolean byProgram(
      Repository repository, String remote, String branch, Progress progress) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "git", "push", "--set-upstream", remote, branch + ":refs/heads/" + branch)
            .directory(repository.getWorkTree())
            .redirectErrorStream(true);
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return false;
    }
    process.getOutputStream().close();
    List<String> output = new CopyOnWriteArrayList<>();
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(output::add);
              } catch (IOException | java.io.UncheckedIOException e) {
                output.add("its output broke off");
              }
            });
    long end = System.nanoTime() + TIMEOUT.toNanos();
    try {
      while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
        if (progress.cancelled()) {
          throw new CancellationException("Cancelled.");
        }
        if (System.nanoTime() > end) {
          throw refused(remote, "it took longer than " + TIMEOUT.toMinutes() + " minutes");
        }
      }
      reader.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Cancelled.");
    } finally {
      process.destroy();
    }
    if (process.exitValue() != 0) {
      throw refused(remote, said(output));
    }
    return true;
  }

  private static String said(List<String> output) {
    return String.join(
        "; ",
        output.stream()
            .map(String::strip)
            .filter(l -> !l.isEmpty() && !l.startsWith("hint:"))
            .limit(3)
            .toList());
  }

  private void builtIn(String remote, String branch, Progress progress) throws GitAPIException {
    Iterable<PushResult> results =
        git.push()
            .setRemote(remote)
            .setRefSpecs(new RefSpec("refs/heads/" + branch + ":refs/heads/" + branch))
            .setTimeout((int) TIMEOUT.toSeconds())
            .setProgressMonitor(new Monitor(progress))
            .call();
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
  }

  private static ProblemException refused(String remote, String why) {
    return new ProblemException(
        Problem.error(
            "git-push",
            null,
            "The remote " + remote + " did not take the push: " + why + ".",
            "Run git pull --rebase and push again; the commit is safe in the workspace."));
  }

  private static final class Monitor extends BatchingProgressMonitor {
    private final Progress progress;

    Monitor(Progress progress) {
      this.progress = progress;
    }

    @Override
    public boolean isCancelled() {
      return progress.cancelled();
    }

    @Override
    protected void onUpdate(String task, int done, Duration took) {
      progress.update(done, -1, "objects");
    }

    @Override
    protected void onEndTask(String task, int done, Duration took) {
      progress.update(done, -1, "objects");
    }

    @Override
    protected void onUpdate(String task, int done, int total, int percent, Duration took) {
      progress.update(done, total, "objects");
    }

    @Override
    protected void onEndTask(String task, int done, int total, int percent, Duration took) {
      progress.update(done, total, "objects");
    }
  }
}
