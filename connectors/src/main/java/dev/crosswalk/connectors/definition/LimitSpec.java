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
   * has groups {@code used} and {@code limit}, or a header for what remains and one for the limit,
   * or the limit as it is. Where nothing tells the limit, it is the most that ever remained.
   *
   * @param limit where it is always the same; null otherwise
   * @param stopAtPercent of the limit, beyond which nothing more is asked, so that the account's
   *     other tools have the rest; 100 = all may be used
   */
  public record Quota(
      @Nullable String header,
      @Nullable Pattern pattern,
      @Nullable String remainingHeader,
      @Nullable String limitHeader,
      @Nullable Integer limit,
      int stopAtPercent) {
    Quota stoppingAt(int percent) {
      return new Quota(header, pattern, remainingHeader, limitHeader, limit, percent);
    }
  }

  /** The same, only that a person wants another share of the quota used. */
  public LimitSpec stoppingAt(int percent) {
    return quota == null
        ? this
        : new LimitSpec(concurrency, rates, quota.stoppingAt(percent), throttle, retry);
  }

  /** Headers that tell when to slow down. */
  public record Throttle(String remainingHeader, String windowMsHeader) {}

  /**
   * @param max tries after the first
   * @param after headers that say when to come back, besides {@code Retry-After}
   */
  public record Retry(
      Set<Integer> statuses, int max, Duration first, Duration most, List<After> after) {
    public Retry {
      statuses = Set.copyOf(statuses);
      after = List.copyOf(after);
    }
  }

  /** A vendor's own header that says when to come back. */
  public record After(String header, AfterUnit unit) {}

  /** What the number in such a header means. */
  public enum AfterUnit {
    SECONDS,
    MILLIS,
    EPOCH_SECONDS,
    EPOCH_MILLIS,
    DATE;

    static AfterUnit ofWord(String word) {
      for (AfterUnit unit : values()) {
        if (unit.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-').equals(word)) {
          return unit;
        }
      }
      return SECONDS;
    }
  }

  /** For a definition that says nothing. */
  public static LimitSpec usual() {
    return new LimitSpec(4, List.of(), null, null, usualRetry());
  }

  static Retry usualRetry() {
    return new Retry(
        Set.of(429, 502, 503, 504), 4, Duration.ofSeconds(1), Duration.ofSeconds(30), List.of());
  }
}
