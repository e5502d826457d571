package dev.crosswalk.app.studio.shell;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.problem.Problem;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Runs work at once, where it is asked for, so that view models are tested without waiting. */
public final class SameThreadTasks implements Tasks {

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
}
