package dev.crosswalk.app.cli;

import dev.crosswalk.app.run.Monitor;
import dev.crosswalk.engine.run.Counts;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** Tells a person at a terminal how far a run is, how fast it goes and how long it will take. */
final class ApplyProgress implements Monitor {
  private static final int WIDTH = 20;
  private static final long PAUSE_MILLIS = 200;

  private final CliContext context;
  private final Clock clock;
  private final Cancellation cancellation;
  private final long begun;
  private long drawn;
  private long recordsBefore = -1;
  private long bytesBefore;

  ApplyProgress(CliContext context, Cancellation cancellation) {
    this.context = context;
    this.clock = context.clock();
    this.cancellation = cancellation;
    this.begun = clock.millis();
    this.drawn = begun;
  }

  @Override
  public boolean cancelled() {
    return cancellation.requested();
  }

  @Override
  public void at(Counts counts, long read, long size) {
    if (recordsBefore < 0) {
      // What an earlier run has done says nothing about the speed of this one.
      recordsBefore = counts.in();
      bytesBefore = read;
    }
    long now = clock.millis();
    if (!context.terminal() || now - drawn < PAUSE_MILLIS) {
      return;
    }
    drawn = now;
    context.err().print("\r\u001b[K" + line(counts, read, size, Math.max(1, now - begun)));
    context.err().flush();
  }

  /** Takes the line away. */
  void clear() {
    if (context.terminal()) {
      context.err().print("\r\u001b[K");
      context.err().flush();
    }
  }

  Duration elapsed() {
    return Duration.ofMillis(clock.millis() - begun);
  }

  private String line(Counts counts, long read, long size, long millis) {
    double bytesPerMilli = (read - bytesBefore) / (double) millis;
    StringBuilder line = new StringBuilder();
    if (size > 0) {
      int filled = (int) Math.min(WIDTH, WIDTH * read / size);
      line.append('[').append("#".repeat(filled)).append("-".repeat(WIDTH - filled)).append("] ");
      line.append(Math.min(100, 100 * read / size)).append(" %  ");
    }
    line.append(number(counts.in())).append(" records  ");
    line.append(number((counts.in() - recordsBefore) * 1000 / millis)).append("/s  ");
    line.append(String.format(Locale.ROOT, "%.0f MB/s", bytesPerMilli / 1000));
    if (counts.rejected() > 0) {
      line.append("  ").append(number(counts.rejected())).append(" rejected");
    }
    if (size > 0 && bytesPerMilli > 0 && read < size) {
      line.append("  ").append(time((long) ((size - read) / bytesPerMilli / 1000))).append(" left");
    }
    return line.toString();
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Seconds as people say them. */
  static String time(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? seconds / 60 + " min " + seconds % 60 + " s"
            : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
