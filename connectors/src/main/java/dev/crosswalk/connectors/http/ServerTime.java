package dev.crosswalk.connectors.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What time it is for the system: signatures and signed tokens are refused where this machine's
 * clock is off by minutes, as on laptops after a long sleep. Learnt from the {@code Date} header of
 * answers. Thread-safe.
 */
public final class ServerTime {
  /** Less than this is the way of the answer and rounding, not a wrong clock. */
  private static final Duration USUAL = Duration.ofSeconds(10);

  private final Clock clock;
  private volatile Duration ahead = Duration.ZERO;

  public ServerTime(Clock clock) {
    this.clock = clock;
  }

  /** The system's time as far as it is known. */
  public Instant now() {
    return clock.instant().plus(ahead);
  }

  /** How far the system's clock is ahead of ours; zero while they agree. */
  public Duration ahead() {
    return ahead;
  }

  void learn(Answer answer) {
    Instant date = date(answer.header("date"));
    if (date != null) {
      Duration difference = Duration.between(clock.instant(), date);
      ahead = difference.abs().compareTo(USUAL) < 0 ? Duration.ZERO : difference;
    }
  }

  /** Reads an HTTP date; null where it is absent or none. */
  static @Nullable Instant date(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
