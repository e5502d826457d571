package dev.crosswalk.app.run;

import dev.crosswalk.engine.run.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the journal. The order is what makes it safe: data are written, then forced to the disk,
 * and only then does a new journal take the old one's place. So whatever happens, the files hold at
 * least what the journal says, and what they hold beyond it is cut off on resuming. Forcing happens
 * on a thread of its own, so that a slow disk does not hold the mapping up.
 */
final class Checkpoints implements AutoCloseable {
  private static final long PAUSE_MILLIS = 1000;

  private final Path file;
  private final String identity;
  private final OutputFile out;
  private final @Nullable OutputFile rejects;
  private final Clock clock;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("checkpoint").factory());
  private @Nullable Future<?> pending;
  private long last;

  Checkpoints(
      Path file, String identity, OutputFile out, @Nullable OutputFile rejects, Clock clock) {
    this.file = file;
    this.identity = identity;
    this.out = out;
    this.rejects = rejects;
    this.clock = clock;
    this.last = clock.millis();
  }

  /** Notes that the outputs hold everything up to a state; makes a checkpoint now and then. */
  void reached(RunState state) throws IOException {
    long now = clock.millis();
    if (now - last < PAUSE_MILLIS || (pending != null && !pending.isDone())) {
      return;
    }
    last = now;
    settle();
    Journal journal = journal(state);
    pending =
        thread.submit(() -> {
          save(journal);
          return null;
        });
  }

  /** Makes the checkpoint of the place where the run stops. */
  void stop(RunState state) throws IOException {
    settle();
    save(journal(state));
  }

  /** The run is complete: once the outputs are safe the journal is not needed any more. */
  void finish() throws IOException {
    settle();
    force();
    Durable.delete(file);
  }

  private Journal journal(RunState state) {
    return new Journal(identity, state, out.sum(), rejects == null ? 0 : rejects.sum());
  }

  private void save(Journal journal) throws IOException {
    force();
    Durable.replace(file, journal.write());
  }

  private void force() throws IOException {
    out.force();
    if (rejects != null) {
      rejects.force();
    }
  }

  /** Waits for the checkpoint that is being made, and passes its failure on. */
  private void settle() throws IOException {
    Future<?> open = pending;
    pending = null;
    if (open == null) {
      return;
    }
    boolean interrupted = false;
    while (true) {
      try {
        open.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
