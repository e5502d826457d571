package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;

/**
 * Copies a repository from a server. It is made beside its folder and moved there when it is whole,
 * so that a failure or a cancel leaves nothing behind.
 */
public final class GitClone {
  private static final String CODE = "git-clone";
  private static final int DEPTH = 4;

  private GitClone() {}

  /**
   * Clones into a folder that is not there yet or is empty.
   *
   * @param as signs in; empty = as the person's own git does
   * @throws ProblemException {@code git-url}, {@code git-auth}, or {@code git-clone} with the
   *     reason
   */
  public static void into(
      Path folder, String address, Optional<GitCredentials> as, Progress progress) {
    String url = GitUrl.check(address);
    Path made = partial(folder);
    try {
      progress.update(0, -1, "objects");
      fetch(made, url, as, progress);
      progress.check();
      Files.deleteIfExists(folder);
      Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(folder, e);
    } finally {
      delete(made);
    }
  }

  /** The workspaces in a clone: the folders with a {@code crosswalk.yaml}, the shallowest first. */
  public static List<Path> workspacesIn(Path clone) {
    try (Stream<Path> paths = Files.walk(clone, DEPTH)) {
      return paths
          .filter(p -> p.endsWith(Workspace.FILE) && Files.isRegularFile(p))
          .map(p -> Optional.ofNullable(p.getParent()).orElse(clone))
          .sorted(Comparator.comparing(Path::getNameCount).thenComparing(Path::toString))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static Path partial(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    try {
      if (parent == null || (Files.exists(whole) && !isEmptyFolder(whole))) {
        throw new ProblemException(
            Problem.error(
                CODE,
                Place.of(folder.toString()),
                "The folder is there already and holds something, so nothing was cloned into it.",
                "Choose a folder that is not there yet."));
      }
      Files.createDirectories(parent);
      return Files.createTempDirectory(parent, ".crosswalk-clone-");
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private static ProblemException unwritable(Path folder, IOException e) {
    return new ProblemException(
        Problem.error(
            CODE,
            Place.of(folder.toString()),
            "The clone cannot be written: " + WorkspaceFiles.reason(e) + ".",
            "Choose a folder that you may write to."),
        e);
  }

  private static void fetch(Path made, String url, Optional<GitCredentials> as, Progress progress) {
    if (as.isEmpty() || GitUrl.tokenHost(url).isEmpty()) {
      Optional<GitProgram.Result> byProgram =
          GitProgram.run(made, List.of("clone", "--progress", "--", url, "."), progress);
      if (byProgram.isPresent()) {
        if (!byProgram.get().good()) {
          throw failed(url, byProgram.get().said());
        }
        return;
      }
    }
    GitRemotes.refuseSsh(CODE, url);
    try (Git git =
        GitRemotes.with(Git.cloneRepository(), as)
            .setURI(url)
            .setDirectory(made.toFile())
            .setProgressMonitor(new GitMonitor(progress))
            .call()) {
      git.getRepository().getDirectory();
    } catch (GitAPIException | JGitInternalException e) {
      progress.check();
      throw failed(url, GitRemotes.reason(e));
    }
  }

  private static ProblemException failed(String url, String why) {
    return GitFailure.of(CODE, "The repository " + GitUrl.blanked(url) + " was not cloned", why);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      // What is left is a hidden folder that is no workspace; the reason was told already.
      return;
    }
  }
}
