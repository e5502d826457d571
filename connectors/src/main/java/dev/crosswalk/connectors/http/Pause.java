package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.Progress;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Waits; tests put in one that does not. */
@FunctionalInterface
public interface Pause {

  /**
   * @throws CancellationException as soon as the progress is cancelled
   */
  void sleep(Duration time, Progress progress);

  /** Really waits, and looks at the progress every few moments. */
  Pause REAL =
      (time, progress) -> {
        long end = System.nanoTime() + time.toNanos();
        long left = time.toNanos();
        while (left > 0) {
          progress.check();
          try {
            Thread.sleep(Duration.ofNanos(Math.min(left, 50_000_000L)));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Cancelled.");
          }
          left = end - System.nanoTime();
        }
        progress.check();
      };
}
