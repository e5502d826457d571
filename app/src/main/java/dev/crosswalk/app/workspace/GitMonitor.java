package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.Progress;
import java.time.Duration;
import org.eclipse.jgit.lib.BatchingProgressMonitor;

/** Tells a task how far the built-in git is. */
final class GitMonitor extends BatchingProgressMonitor {
  private final Progress progress;

  GitMonitor(Progress progress) {
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
