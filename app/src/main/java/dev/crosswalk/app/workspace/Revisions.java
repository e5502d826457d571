package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** The states of a folder that git keeps, by the names that git gives them. To be closed. */
public final class Revisions implements AutoCloseable {
  private static final int MOST_BYTES = 64_000_000;

  private final Repository repository;
  private final String prefix;

  private Revisions(Repository repository, String prefix) {
    this.repository = repository;
    this.prefix = prefix;
  }

  /** Empty where the folder is in no repository. */
  public static Optional<Revisions> of(Path folder) {
    try {
      Path real = folder.toRealPath();
      FileRepositoryBuilder found = new FileRepositoryBuilder().findGitDir(real.toFile());
      if (found.getGitDir() == null) {
        return Optional.empty();
      }
      Repository repository = found.build();
      if (repository.isBare()) {
        repository.close();
        return Optional.empty();
      }
      Path top = repository.getWorkTree().toPath().toRealPath();
      String prefix = WorkspaceFiles.shown(top.relativize(real));
      return Optional.of(new Revisions(repository, prefix));
    } catch (IOException e) {
      throw WorkspaceGit.failed("The repository of " + folder + " cannot be read", e);
    }
  }

  /** Whether git knows a commit by this name. */
  public boolean isCommit(String revision) {
    return find(revision).isPresent();
  }

  private Optional<ObjectId> find(String revision) {
    try {
      return Optional.ofNullable(repository.resolve(revision + "^{commit}"));
    } catch (RevisionSyntaxException | AmbiguousObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw WorkspaceGit.failed("The revision " + revision + " cannot be read", e);
    }
  }

  private ObjectId commit(String revision) {
    return find(revision)
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "git-revision",
                    null,
                    "Git knows no revision " + revision + " here, and there is no such file.",
                    "Name a commit, branch or tag as git log shows it, or a file after --.")));
  }

  /**
   * The files of a commit; none where it is {@code HEAD} and there is no commit yet.
   *
   * @throws ProblemException {@code git-revision} where git does not know it
   */
  public FileTree tree(String revision) {
    if (revision.equals(Constants.HEAD) && find(revision).isEmpty()) {
      return new FileTree.Held(Map.of());
    }
    ObjectId commit = commit(revision);
    return read(
        "The revision " + revision + " cannot be read",
        walk -> {
          try (RevWalk commits = new RevWalk(repository)) {
            walk.addTree(commits.parseCommit(commit).getTree());
          }
        });
  }

  /** The files that the next commit would hold. */
  public FileTree staged() {
    return read(
        "The index cannot be read",
        walk -> walk.addTree(new DirCacheIterator(repository.readDirCache())));
  }

  /** The commit that two branches have in common, as {@code A...B} means it. */
  public String common(String one, String other) {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(commit(one)));
      walk.markStart(walk.parseCommit(commit(other)));
      RevCommit base = walk.next();
      if (base == null) {
        throw new ProblemException(
            Problem.error(
                "git-revision",
                null,
                "The revisions " + one + " and " + other + " have no commit in common.",
                "Compare them with two dots."));
      }
      return base.getName();
    } catch (IOException e) {
      throw WorkspaceGit.failed("The history cannot be read", e);
    }
  }

  @FunctionalInterface
  private interface Begin {
    void at(TreeWalk walk) throws IOException;
  }

  private FileTree read(String what, Begin begin) {
    Map<String, String> texts = new LinkedHashMap<>();
    try (TreeWalk walk = new TreeWalk(repository)) {
      begin.at(walk);
      walk.setRecursive(true);
      if (!prefix.isEmpty()) {
        walk.setFilter(PathFilter.create(prefix));
      }
      while (walk.next()) {
        String path = walk.getPathString().substring(prefix.isEmpty() ? 0 : prefix.length() + 1);
        if ((walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE && isOurs(path)) {
          byte[] bytes = repository.open(walk.getObjectId(0)).getCachedBytes(MOST_BYTES);
          texts.put(path, new String(bytes, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException | LargeObjectException e) {
      throw WorkspaceGit.failed(what, e);
    }
    return new FileTree.Held(texts);
  }

  private static boolean isOurs(String path) {
    return FileTree.ENDINGS.stream().anyMatch(path::endsWith)
        && path.split("/", -1).length <= FileTree.DEPTH
        && !path.startsWith(".")
        && !path.contains("/.");
  }

  @Override
  public void close() {
    repository.close();
  }
}
