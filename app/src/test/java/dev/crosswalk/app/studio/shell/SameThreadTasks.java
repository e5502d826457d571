package dev.crosswalk.app.studio.shell;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.problem.Problem;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Runs work at once, where it is asked for, so that view models are tested without waiting. */
public class SameThreadTasks implements Tasks {
  private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();

  @Override
  public <T> Handle run(
      String title, Work<T> work, Consumer<T> onDone, Consumer<Problem> onFailed) {
    T result;
    try {
      result = work.run(Progress.NONE);
    } catch (CancellationException e) {
      return () -> {};
    } catch (Exception e) {
      onFailed.accept(FxTasks.problemOf(title, e));
      return () -> {};
    }
    onDone.accept(result);
    return () -> {};
  }

  @Override
  public <T> Handle latest(
      String key, Work<T> work, Consumer<T> onDone, Consumer<Problem> onFailed) {
    return run(key, work, onDone, onFailed);
  }

  /** Keeps it for {@link #runPosted}, since it may come from a thread that is not the test's. */
  @Override
  public void later(Runnable action) {
    posted.add(action);
  }

  /** Runs what was left for later; true if there was something. */
  public boolean runPosted() {
    boolean any = false;
    for (Runnable next = posted.poll(); next != null; next = posted.poll()) {
      next.run();
      any = true;
    }
    return any;
  }
}
