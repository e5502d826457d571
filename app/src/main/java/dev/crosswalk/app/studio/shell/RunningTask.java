package dev.crosswalk.app.studio.shell;

import dev.crosswalk.connectors.Progress;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A piece of work under way, as the status bar shows it. Properties change on the UI thread. */
public final class RunningTask implements Tasks.Handle {
  private static final double SOON = 2;

  private final String title;
  private final Executor ui;
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyObjectWrapper<Told> counted = new ReadOnlyObjectWrapper<>(NOTHING);
  private final ReadOnlyLongWrapper secondsLeft = new ReadOnlyLongWrapper(-1);
  private final long started = System.nanoTime();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicBoolean pending = new AtomicBoolean();
  private volatile Told told = NOTHING;
  private volatile @Nullable Thread thread;

  private static final Told NOTHING = new Told(0, -1, "");

  /**
   * How far the work is.
   *
   * @param total negative while unknown
   * @param unit what is counted, such as {@code objects}; empty before anything was told
   */
  public record Told(long done, long total, String unit) {}

  RunningTask(String title, Executor ui) {
    this.title = title;
    this.ui = ui;
  }

  public String title() {
    return title;
  }

  /** 0 to 1; negative while unknown. */
  public ReadOnlyDoubleProperty fraction() {
    return fraction.getReadOnlyProperty();
  }

  /** How far, in the work's own units. */
  public ReadOnlyObjectProperty<Told> counted() {
    return counted.getReadOnlyProperty();
  }

  /** About how long it still takes; negative while that cannot be told. */
  public ReadOnlyLongProperty secondsLeft() {
    return secondsLeft.getReadOnlyProperty();
  }

  /**
   * How long work takes that went evenly so far; told only after a while, when that means
   * something.
   *
   * @return in seconds; negative while that cannot be told
   */
  static long secondsLeft(long done, long total, double elapsedSeconds) {
    return total <= 0 || done <= 0 || elapsedSeconds < SOON
        ? -1
        : Math.round(elapsedSeconds * Math.max(0, total - done) / done);
  }

  public boolean isCancelled() {
    return cancelled.get();
  }

  @Override
  public void cancel() {
    if (cancelled.compareAndSet(false, true)) {
      Thread runner = thread;
      if (runner != null) {
        runner.interrupt();
      }
    }
  }

  void runsOn(Thread runner) {
    thread = runner;
    if (cancelled.get()) {
      runner.interrupt();
    }
  }

  /** Takes thousands of updates a second; the UI thread sees the latest only. */
  Progress progress() {
    return new Progress() {
      @Override
      public void update(long done, long total, String unit) {
        told = new Told(done, total, unit);
        if (pending.compareAndSet(false, true)) {
          ui.execute(RunningTask.this::show);
        }
      }

      @Override
      public boolean cancelled() {
        return cancelled.get();
      }
    };
  }

  private void show() {
    pending.set(false);
    Told now = told;
    fraction.set(now.total() > 0 ? Math.min(1.0, (double) now.done() / now.total()) : -1);
    secondsLeft.set(secondsLeft(now.done(), now.total(), (System.nanoTime() - started) / 1e9));
    counted.set(now);
  }
}
