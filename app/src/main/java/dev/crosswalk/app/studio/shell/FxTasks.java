package dev.crosswalk.app.studio.shell;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work on virtual threads and comes back on the JavaFX thread. */
public final class FxTasks implements Tasks {
  private static final Logger LOG = LoggerFactory.getLogger(FxTasks.class);

  private final Executor ui;
  private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
  private final Map<String, RunningTask> latest = new HashMap<>();

  /**
   * @param ui runs on the JavaFX thread, {@code Platform::runLater}
   */
  public FxTasks(Executor ui) {
    this.ui = ui;
  }

  /** What the status bar shows, oldest first. */
  public ObservableList<RunningTask> running() {
    return running;
  }

  @Override
  public <T> Handle run(
      String title, Work<T> work, Consumer<T> onDone, Consumer<Problem> onFailed) {
    RunningTask task = new RunningTask(title, ui);
    running.add(task);
    start(task, work, onDone, onFailed, () -> running.remove(task));
    return () -> {
      task.cancel();
      ui.execute(() -> running.remove(task));
    };
  }

  @Override
  public <T> Handle latest(
      String key, Work<T> work, Consumer<T> onDone, Consumer<Problem> onFailed) {
    RunningTask task = new RunningTask(key, ui);
    RunningTask before = latest.put(key, task);
    if (before != null) {
      before.cancel();
    }
    start(task, work, onDone, onFailed, () -> latest.remove(key, task));
    return task;
  }

  @Override
  public void later(Runnable action) {
    ui.execute(action);
  }

  private <T> void start(
      RunningTask task,
      Work<T> work,
      Consumer<T> onDone,
      Consumer<Problem> onFailed,
      Runnable atEnd) {
    Thread thread =
        Thread.ofVirtual()
            .name("task " + task.title())
            .unstarted(() -> finish(task, work, onDone, onFailed, atEnd));
    task.runsOn(thread);
    thread.start();
  }

  private <T> void finish(
      RunningTask task,
      Work<T> work,
      Consumer<T> onDone,
      Consumer<Problem> onFailed,
      Runnable atEnd) {
    Runnable callback;
    try {
      T result = work.run(task.progress());
      callback = () -> onDone.accept(result);
    } catch (CancellationException e) {
      callback = () -> {};
    } catch (Exception | Error e) {
      // An error too ends the work: who waits for it must hear so, or the place stays busy for
      // good.
      Problem problem = problemOf(task.title(), e);
      if (!task.isCancelled() && !(e instanceof ProblemException)) {
        LOG.error("{} failed", task.title(), e);
      }
      callback = () -> onFailed.accept(problem);
    }
    Runnable then = callback;
    ui.execute(() -> {
      atEnd.run();
      if (!task.isCancelled()) {
        then.run();
      }
    });
  }

  /** What a person is told about what came out of work. */
  static Problem problemOf(String title, Throwable e) {
    if (e instanceof ProblemException known) {
      return known.problems().getFirst();
    }
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return Problem.error(
        "unexpected",
        null,
        title + " failed in a way that was not foreseen: " + reason + ".",
        "Try again; if it fails again, send the log with what you did.");
  }
}
