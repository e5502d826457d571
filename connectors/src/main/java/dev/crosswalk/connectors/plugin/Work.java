package dev.crosswalk.connectors.plugin;

import dev.crosswalk.connectors.Progress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The progress of work that is left at once when it is cancelled, whatever it waits for: drivers
 * and disks do not ask whether anybody still wants the answer. The work goes on in a thread of its
 * own, which is interrupted; what was registered with {@link #onCancel} runs before.
 */
public final class Work implements Progress {
  private static final long LOOK_MILLIS = 25;

  private final Progress outer;
  private final List<Runnable> hooks = new CopyOnWriteArrayList<>();
  private volatile boolean left;

  private Work(Progress outer) {
    this.outer = outer;
  }

  /**
   * @throws CancellationException within a moment of the cancelling
   */
  public static <T> T run(Progress progress, Function<Work, T> task) {
    progress.check();
    Work work = new Work(progress);
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        Thread.ofVirtual()
            .name("plugin-session")
            .start(() -> {
              try {
                result.complete(task.apply(work));
              } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
              }
            });
    while (true) {
      try {
        return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (progress.cancelled()) {
          work.leave(thread);
          throw new CancellationException("Cancelled.");
        }
      } catch (InterruptedException e) {
        work.leave(thread);
        Thread.currentThread().interrupt();
        throw new CancellationException("Cancelled.");
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
  }

  /** Hooks may wait for a server as well, so that they run apart. */
  private void leave(Thread thread) {
    left = true;
    Thread.ofVirtual()
        .name("plugin-session-end")
        .start(() -> {
          try {
            hooks.forEach(Runnable::run);
          } finally {
            thread.interrupt();
          }
        });
  }

  /** Tells a server that nobody waits any more; must not throw. */
  public void onCancel(Runnable hook) {
    hooks.add(hook);
  }

  @Override
  public void update(long done, long total, String unit) {
    if (!left) {
      outer.update(done, total, unit);
    }
  }

  @Override
  public boolean cancelled() {
    return left || outer.cancelled();
  }
}
