package dev.crosswalk.connectors.http;

import com.google.re2j.Matcher;
import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.definition.LimitSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The calls left, as the answers tell. Thread-safe. */
final class Quota {
  private final LimitSpec.@Nullable Quota spec;
  private static final Duration STALE = Duration.ofMinutes(10);

  private final Clock clock;
  private volatile Identity.@Nullable Budget budget;
  private volatile Instant learnt = Instant.MIN;

  /** The most calls that were ever left: the limit as far as anyone knows where none is told. */
  private final AtomicLong most = new AtomicLong();

  Quota(LimitSpec.@Nullable Quota spec, Clock clock) {
    this.spec = spec;
    this.clock = clock;
  }

  void learn(Answer answer) {
    if (spec == null) {
      return;
    }
    String text = spec.header() == null ? null : answer.header(spec.header());
    if (text != null && spec.pattern() != null) {
      Matcher matcher = spec.pattern().matcher(text);
      if (matcher.find()) {
        String used = matcher.group("used");
        String limit = matcher.group("limit");
        if (isNumber(used) && isNumber(limit)) {
          set(Long.parseLong(used), Long.parseLong(limit));
        }
      }
    }
    String remaining =
        spec.remainingHeader() == null ? null : answer.header(spec.remainingHeader());
    String limit =
        spec.limit() != null
            ? String.valueOf(spec.limit())
            : spec.limitHeader() == null ? null : answer.header(spec.limitHeader());
    if (remaining != null && isNumber(remaining)) {
      long left = Long.parseLong(remaining);
      long known = most.accumulateAndGet(left, Math::max);
      long all = limit != null && isNumber(limit) ? Long.parseLong(limit) : known;
      set(Math.max(0, all - left), all);
    }
  }

  private void set(long used, long limit) {
    budget = new Identity.Budget(used, limit, stopAtPercent());
    learnt = clock.instant();
  }

  private static boolean isNumber(@Nullable String text) {
    return text != null && text.matches("\\d{1,15}");
  }

  Optional<Identity.Budget> budget() {
    return Optional.ofNullable(budget);
  }

  /**
   * Whether the share that may be used is used up. What is known for long may be over: then one
   * request may find out.
   */
  synchronized boolean spent() {
    Identity.Budget now = budget;
    if (now == null || now.limit() <= 0 || now.left() > 0) {
      return false;
    }
    Instant time = clock.instant();
    if (learnt.plus(STALE).isAfter(time)) {
      return true;
    }
    learnt = time;
    return false;
  }

  int stopAtPercent() {
    return spec == null ? 100 : spec.stopAtPercent();
  }
}
