package dev.crosswalk.connectors.cache;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work in the database on a thread that nobody interrupts. Cancelled tasks are interrupted, and a
 * thread that is interrupted within a file's channel closes that channel for all (see {@link
 * java.nio.channels.ClosedByInterruptException}): H2 then takes its file for damaged.
 */
final class Uninterrupted {
  private Uninterrupted() {}

  /**
   * Waits for the work, which is short, also where the caller is interrupted meanwhile; the caller
   * stays interrupted.
   */
  static <T> T call(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread.ofVirtual().name("schema-cache").start(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException cause) {
            throw cause;
          }
          if (e.getCause() instanceof Error cause) {
            throw cause;
          }
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
