package dev.crosswalk.connectors.definition;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How hard a system may be asked.
 *
 * @param concurrency requests at once
 */
public record LimitSpec(
    int concurrency,
    List<Rate> rates,
    @Nullable Quota quota,
    @Nullable Throttle throttle,
    Retry retry) {

  public LimitSpec {
    rates = List.copyOf(rates);
  }

  /**
   * At most so many requests in any stretch of that length.
   *
   * @param paths patterns with {@code *} of paths; empty = all
   */
  public record Rate(int requests, Duration per, List<String> paths) {
    public Rate {
      paths = List.copyOf(paths);
    }
  }

  /**
   * The calls left in the system's own period, from answers: either one header with a pattern that
   * has groups {@code used} and {@code limit}, or a header each for what remains and the limit.
   *
   * @param stopAtPercent of the limit, beyond which nothing more is asked; 100 = all may be used
   */
  public record Quota(
      @Nullable String header,
      @Nullable Pattern pattern,
      @Nullable String remainingHeader,
      @Nullable String limitHeader,
      int stopAtPercent) {}

  /** Headers that tell when to slow down. */
  public record Throttle(String remainingHeader, String windowMsHeader) {}

  /**
   * @param max tries after the first
   */
  public record Retry(Set<Integer> statuses, int max, Duration first, Duration most) {
    public Retry {
      statuses = Set.copyOf(statuses);
    }
  }

  /** For a definition that says nothing. */
  public static LimitSpec usual() {
    return new LimitSpec(4, List.of(), null, null, usualRetry());
  }

  static Retry usualRetry() {
    return new Retry(Set.of(429, 503), 4, Duration.ofSeconds(1), Duration.ofSeconds(30));
  }
}
