package dev.crosswalk.app.cli;

import dev.crosswalk.connectors.Progress;
import java.io.PrintWriter;
import java.time.Clock;

/** One line on a terminal that is drawn over itself, at most ten times a second. */
final class TerminalProgress implements Progress {
  private static final int WIDTH = 24;
  private static final long PAUSE_MILLIS = 100;

  private final PrintWriter err;
  private final String title;
  private final Clock clock;
  private long drawn = Long.MIN_VALUE;

  TerminalProgress(PrintWriter err, String title, Clock clock) {
    this.err = err;
    this.title = title;
    this.clock = clock;
  }

  @Override
  public synchronized void update(long done, long total, String unit) {
    boolean finished = total >= 0 && done >= total;
    long now = clock.millis();
    if (!finished && drawn != Long.MIN_VALUE && now - drawn < PAUSE_MILLIS) {
      return;
    }
    drawn = now;
    err.print("\r\u001b[K");
    if (!finished) {
      err.print(line(done, total, unit));
    }
    err.flush();
  }

  private String line(long done, long total, String unit) {
    if (total <= 0) {
      return title + "  " + done + " " + unit;
    }
    int filled = (int) (WIDTH * done / total);
    String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
    return title + "  [" + bar + "] " + done + "/" + total + " " + unit;
  }

  @Override
  public boolean cancelled() {
    return Thread.currentThread().isInterrupted();
  }
}
