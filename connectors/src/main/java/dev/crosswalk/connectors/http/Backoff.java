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
   * What an answer asks for: {@code Retry-After}, else the first of the vendor's own headers.
   *
   * @param now the system's time
   * @return null where it asks for nothing that can be read
   */
  static @Nullable Duration asked(LimitSpec.Retry retry, Answer answer, Instant now) {
    Duration asked = retryAfter(answer.header("retry-after"), now);
    for (LimitSpec.After after : retry.after()) {
      if (asked != null) {
        break;
      }
      asked = after(after.unit(), answer.header(after.header()), now);
    }
    return asked;
  }

  private static @Nullable Duration after(
      LimitSpec.AfterUnit unit, @Nullable String header, Instant now) {
    if (header == null || unit == LimitSpec.AfterUnit.DATE) {
      return retryAfter(header, now);
    }
    if (!header.strip().matches("\\d{1,15}(\\.\\d{1,9})?")) {
      return null;
    }
    double number = Double.parseDouble(header.strip());
    Duration wait =
        switch (unit) {
          case SECONDS -> Duration.ofMillis((long) (number * 1000));
          case MILLIS -> Duration.ofMillis((long) number);
          case EPOCH_SECONDS -> Duration.between(now, Instant.ofEpochMilli((long) (number * 1000)));
          case EPOCH_MILLIS, DATE -> Duration.between(now, Instant.ofEpochMilli((long) number));
        };
    return wait.isNegative() ? Duration.ZERO : wait;
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
