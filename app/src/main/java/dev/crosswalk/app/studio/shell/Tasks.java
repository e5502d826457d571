package dev.crosswalk.app.studio.shell;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.problem.Problem;
import java.util.function.Consumer;

/**
 * The one way from the JavaFX thread to everything that may take time, and back. Work runs on a
 * virtual thread; the callbacks run on the JavaFX thread, and not at all after a cancel. A
 * same-thread implementation makes tests synchronous.
 */
public interface Tasks {

  /** Work with progress; may throw, {@code CancellationException} included. */
  @FunctionalInterface
  interface Work<T> {
    T run(Progress progress) throws Exception;
  }

  /** A running piece of work. */
  interface Handle {
    void cancel();
  }

  /**
   * Runs work that the status bar shows, with progress and Cancel.
   *
   * @param title what is done, such as {@code Discovering northwind}
   * @param onDone gets the result on the JavaFX thread
   * @param onFailed gets what went wrong on the JavaFX thread; an unforeseen exception comes as a
   *     problem that names the work and the log
   */
  <T> Handle run(String title, Work<T> work, Consumer<T> onDone, Consumer<Problem> onFailed);

  /**
   * Runs quick work quietly; a newer call with the same key cancels the one before (live preview
   * while typing).
   */
  <T> Handle latest(String key, Work<T> work, Consumer<T> onDone, Consumer<Problem> onFailed);

  /** Runs something on the JavaFX thread soon. May be called on any thread. */
  void later(Runnable action);
}
