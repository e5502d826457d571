package dev.crosswalk.connectors;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** How long work tells where it is, and learns that nobody wants it any more. Thread-safe. */
public interface Progress {

  /** Takes no notice and never cancels. */
  Progress NONE = until(() -> false);

  /** Takes no notice, and is cancelled as soon as this says so. */
  static Progress until(BooleanSupplier cancelled) {
    return new Progress() {
      @Override
      public void update(long done, long total, String unit) {}

      @Override
      public boolean cancelled() {
        return cancelled.getAsBoolean();
      }
    };
  }

  /**
   * @param done how many are done
   * @param total how many there are; negative while unknown
   * @param unit what is counted, plural, such as {@code objects}
   */
  void update(long done, long total, String unit);

  /** True once the person or program has cancelled. */
  boolean cancelled();

  /**
   * Stops here if cancelled.
   *
   * @throws CancellationException if cancelled
   */
  default void check() {
    if (cancelled() || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Cancelled.");
    }
  }
}
