package dev.crosswalk.connectors.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Databases and files are left at once, whatever their drivers wait for. */
final class WorkTest {

  @Test
  @Timeout(60)
  void whatNobodyWaitsForIsLeftAndTold() throws InterruptedException {
    AtomicBoolean cancelled = new AtomicBoolean();
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Progress progress =
        new Progress() {
          @Override
          public void update(long done, long total, String unit) {
            cancelled.set(true);
          }

          @Override
          public boolean cancelled() {
            return cancelled.get();
          }
        };
    assertThatThrownBy(() ->
            Work.run(
                progress,
                work -> {
                  work.onCancel(told::countDown);
                  work.update(1, 2, "rows");
                  try {
                    // As a driver does that waits for its server.
                    return new CountDownLatch(1).await(10, TimeUnit.MINUTES);
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                    assertThatThrownBy(work::check).isInstanceOf(CancellationException.class);
                    throw new IllegalStateException(e);
                  }
                }))
        .isInstanceOf(CancellationException.class);
    assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void resultsAndFailuresComeAsTheyAre() {
    assertThat(Work.<String>run(Progress.NONE, work -> "done")).isEqualTo("done");
    assertThatThrownBy(() ->
            Work.run(
                Progress.NONE,
                work -> {
                  throw new IllegalArgumentException("mine");
                }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mine");
  }
}
