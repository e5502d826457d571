package dev.crosswalk.engine.run;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.transform.CompiledMapping;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs a mapping over an input of any size in memory that does not grow with it, on several
 * threads, in the input's order.
 *
 * <p>All threads do the same: take the next batch (one at a time), map it, wait for its turn, write
 * it. So there are never more batches than threads, nothing piles up, and a slow disk slows the
 * reading down by itself. What is written does not depend on the number of threads or the size of
 * batches.
 */
public final class MappingRun {
  /** Raw bytes that may be in the works at once, unless one record alone has more. */
  private static final int BUDGET = 6 << 20;

  private final RecordSource source;
  private final BatchMapper mapper;
  private final Framing framing;
  private final OutputStream out;
  private final OutputStream rejects;
  private final Listener listener;

  private final ReentrantLock reading = new ReentrantLock();
  private final ReentrantLock writing = new ReentrantLock();
  private final Condition turn = writing.newCondition();
  private final Semaphore budget = new Semaphore(BUDGET, true);
  private long taken;
  private boolean exhausted;
  private long written;
  private RunState state;
  private @Nullable Problem failure;
  private @Nullable Throwable fault;
  private boolean cancelled;

  /** Hears of a run, on any of its threads but never on two at once. */
  public interface Listener {

    /** Takes no notice and never cancels. */
    Listener NONE =
        new Listener() {
          @Override
          public void written(RunState state) {}

          @Override
          public boolean cancelled() {
            return false;
          }
        };

    /** Everything before the state's mark has been given to the outputs. */
    void written(RunState state) throws IOException;

    /** Asked before each batch is taken; true ends the run behind what is in the works. */
    boolean cancelled();
  }

  /**
   * How a run ended.
   *
   * @param failure why it ended before the end of the input
   * @param cancelled whether it ended because somebody wished so
   */
  public record Result(RunState state, @Nullable Problem failure, boolean cancelled) {

    /** Whether the whole input has been worked through. */
    public boolean complete() {
      return failure == null && !cancelled;
    }
  }

  private MappingRun(
      RecordSource source,
      BatchMapper mapper,
      Framing framing,
      RunState from,
      OutputStream out,
      OutputStream rejects,
      Listener listener) {
    this.source = source;
    this.mapper = mapper;
    this.framing = framing;
    this.state = from;
    this.out = out;
    this.rejects = rejects;
    this.listener = listener;
  }

  /**
   * Runs to the end of the input, or until it breaks or somebody cancels.
   *
   * @param source opened at {@code from}'s mark
   * @param from where an earlier run stopped, or the start
   * @param threads how many work at once, at least 1
   * @param out gets the records; written by one thread at a time, flushed never
   * @param rejects gets one JSON object a line for each reason
   * @throws IOException where an output or the listener fails; everything up to the state that the
   *     listener heard of last is good
   */
  public static Result run(
      RecordSource source,
      CompiledMapping mapping,
      RecordFormat format,
      RunState from,
      int threads,
      OutputStream out,
      OutputStream rejects,
      Listener listener)
      throws IOException {
    MappingRun run =
        new MappingRun(
            source,
            new BatchMapper(mapping, source, format),
            Framing.of(format, mapping.targets()),
            from,
            out,
            rejects,
            listener);
    return run.go(threads);
  }

  private Result go(int threads) throws IOException {
    if (state.outBytes() == 0) {
      count(framing.head());
      listener.written(state);
    }
    List<Thread> workers = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      workers.add(Thread.ofPlatform().name("mapping-" + i).daemon().start(this::work));
    }
    work();
    join(workers);
    rethrow();
    Result result = new Result(state, failure, cancelled);
    if (result.complete()) {
      String tail = framing.tail();
      count(state.counts().out() == 0 ? tail.stripLeading() : tail);
      listener.written(state);
    }
    return new Result(state, failure, cancelled);
  }

  private void count(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    state =
        new RunState(
            state.mark(), state.counts(), state.outBytes() + bytes.length, state.rejectBytes());
  }

  private void join(List<Thread> workers) {
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
          stop(null);
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void rethrow() throws IOException {
    switch (fault) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(fault);
    }
  }

  private void work() {
    try {
      Taken batch = take();
      while (batch != null) {
        boolean more;
        try {
          more = write(batch.number(), mapper.map(batch.batch()));
        } finally {
          budget.release(batch.cost());
        }
        batch = more ? take() : null;
      }
    } catch (InterruptedException e) {
      stop(null);
    } catch (IOException | RuntimeException | Error e) {
      stop(e);
    }
  }

  private record Taken(long number, int cost, Batch batch) {}

  private @Nullable Taken take() throws InterruptedException {
    reading.lockInterruptibly();
    try {
      if (exhausted || isStopped()) {
        return null;
      }
      if (listener.cancelled()) {
        cancel();
        return null;
      }
      Batch batch = source.next();
      if (batch == null || batch.failure() != null) {
        exhausted = true;
      }
      if (batch == null) {
        return null;
      }
      int cost = Math.min(batch.bytes().length, BUDGET);
      budget.acquire(cost);
      return new Taken(taken++, cost, batch);
    } finally {
      reading.unlock();
    }
  }

  private void cancel() {
    exhausted = true;
    writing.lock();
    try {
      cancelled = true;
    } finally {
      writing.unlock();
    }
  }

  private boolean isStopped() {
    writing.lock();
    try {
      return fault != null || failure != null;
    } finally {
      writing.unlock();
    }
  }

  /** Waits for the turn and writes; false where the run has ended meanwhile. */
  private boolean write(long number, Mapped mapped) throws IOException, InterruptedException {
    writing.lockInterruptibly();
    try {
      while (written != number && fault == null && failure == null) {
        turn.await();
      }
      if (fault != null || failure != null) {
        return false;
      }
      boolean first = state.counts().out() == 0 && mapped.counts().out() > 0;
      int skip = first ? framing.skipped() : 0;
      mapped.out().writeTo(out, skip);
      mapped.rejects().writeTo(rejects, 0);
      state =
          new RunState(
              mapped.end(),
              state.counts().plus(mapped.counts()),
              state.outBytes() + mapped.out().size() - skip,
              state.rejectBytes() + mapped.rejects().size());
      written++;
      failure = mapped.failure();
      listener.written(state);
      turn.signalAll();
      return failure == null;
    } finally {
      writing.unlock();
    }
  }

  /** Ends the run for all threads; null for an interruption. */
  private void stop(@Nullable Throwable reason) {
    writing.lock();
    try {
      Throwable why =
          reason instanceof UncheckedIOException unchecked ? unchecked.getCause() : reason;
      if (fault == null) {
        fault = why == null ? new java.io.InterruptedIOException("The run was interrupted.") : why;
      }
      turn.signalAll();
    } finally {
      writing.unlock();
    }
  }
}
