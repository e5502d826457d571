package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many requests may be under way: as many as the definition says while all goes well, half as
 * many when the system pushes back, and slowly more again (additive increase, multiplicative
 * decrease, as TCP does it). Thread-safe.
 */
final class Gate {
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  private double allowed;
  private int busy;
  private int cuts;

  Gate(int most) {
    this.most = most;
    this.allowed = most;
  }

  /**
   * Waits for a place.
   *
   * @return to be given back to {@link #leave}
   * @throws CancellationException as soon as the progress is cancelled
   */
  int enter(Progress progress) {
    lock.lock();
    try {
      while (busy >= (int) allowed) {
        progress.check();
        boolean _ = free.await(50, TimeUnit.MILLISECONDS);
      }
      busy++;
      return cuts;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Cancelled.");
    } finally {
      lock.unlock();
    }
  }

  /**
   * @param entered what {@link #enter} gave
   * @param pushedBack the system said that it is too much
   */
  void leave(int entered, boolean pushedBack) {
    lock.lock();
    try {
      busy--;
      if (!pushedBack) {
        allowed = Math.min(most, allowed + 1 / allowed);
      } else if (entered == cuts) {
        // Those that were under way together are pushed back together; that is one sign, not many.
        allowed = Math.max(1, allowed / 2);
        cuts++;
      }
      free.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int allowed() {
    lock.lock();
    try {
      return (int) allowed;
    } finally {
      lock.unlock();
    }
  }
}
