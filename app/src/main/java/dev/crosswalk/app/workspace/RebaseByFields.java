package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.merge.FileMerge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.RebaseCommand;
import org.eclipse.jgit.api.RebaseResult;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.IndexDiff.StageState;
import org.eclipse.jgit.lib.Repository;

/**
 * Goes on with a rebase that stopped at a conflict of lines, where what both sides did can be
 * merged by what the files say: JGit knows no merge drivers.
 */
final class RebaseByFields {
  private static final int MOST_BYTES = 32_000_000;

  private RebaseByFields() {}

  /**
   * @param stopped how the rebase ended
   * @return how it ended now; the same where a person has to choose
   */
  static RebaseResult goOn(Git git, RebaseResult stopped) throws IOException, GitAPIException {
    RebaseResult result = stopped;
    while (result.getStatus() == RebaseResult.Status.STOPPED && settle(git)) {
      result = git.rebase().setOperation(RebaseCommand.Operation.CONTINUE).call();
      if (result.getStatus() == RebaseResult.Status.NOTHING_TO_COMMIT) {
        result = git.rebase().setOperation(RebaseCommand.Operation.SKIP).call();
      }
    }
    return result;
  }

  /** Whether every conflict was merged; where one cannot be, the caller takes all back. */
  private static boolean settle(Git git) throws IOException, GitAPIException {
    Repository repository = git.getRepository();
    Map<String, StageState> conflicts = git.status().call().getConflictingStageState();
    for (Map.Entry<String, StageState> each : conflicts.entrySet()) {
      String path = each.getKey();
      boolean both =
          each.getValue() == StageState.BOTH_MODIFIED || each.getValue() == StageState.BOTH_ADDED;
      if (!both) {
        return false;
      }
      DirCache index = repository.readDirCache();
      FileMerge.Merged merged =
          GitMerge.merge(
              text(repository, index, path, DirCacheEntry.STAGE_1),
              text(repository, index, path, DirCacheEntry.STAGE_2),
              text(repository, index, path, DirCacheEntry.STAGE_3),
              path);
      if (!merged.conflicts().isEmpty()) {
        return false;
      }
      Path file = repository.getWorkTree().toPath().resolve(path);
      Files.writeString(file, merged.text());
      git.add().addFilepattern(path).call();
    }
    return !conflicts.isEmpty();
  }

  private static String text(Repository repository, DirCache index, String path, int stage)
      throws IOException {
    Optional<DirCacheEntry> entry = Optional.empty();
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry at = index.getEntry(i);
      if (at.getStage() == stage && at.getPathString().equals(path)) {
        entry = Optional.of(at);
      }
    }
    return entry.isEmpty()
        ? ""
        : new String(
            repository.open(entry.get().getObjectId()).getCachedBytes(MOST_BYTES),
            StandardCharsets.UTF_8);
  }
}
