package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.definition.LimitSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next try: exponential with jitter, and what the system asks for. */
public final class Backoff {

  /** A system that asks for more than this is not waited for. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private Backoff() {}

  /**
   * @param attempt number of the try that failed, from 1
   * @param asked what the system asks for; null if it does not say
   */
  public static Duration wait(
      LimitSpec.Retry retry, int attempt, @Nullable Duration asked, RandomGenerator random) {
    long grown = retry.first().toMillis() << Math.min(attempt - 1, 20);
    long most = Math.min(grown, retry.most().toMillis());
    long jittered = most / 2 + (most > 1 ? random.nextLong(most / 2 + 1) : 0);
    return asked != null && asked.toMillis() > jittered ? asked : Duration.ofMillis(jittered);
  }

  /**
   * Reads a {@code Retry-After} header (RFC 9110, section 10.2.3): seconds or an HTTP date.
   *
   * @param now the system's time, by its own {@code Date} header where it has one
   * @return null where it is absent or neither
   */
  public static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String text = header.strip();
    if (text.matches("\\d{1,9}(\\.\\d+)?")) {
      return Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
    }
    Instant when = ServerTime.date(text);
    if (when == null) {
      return null;
    }
    Duration left = Duration.between(now, when);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
