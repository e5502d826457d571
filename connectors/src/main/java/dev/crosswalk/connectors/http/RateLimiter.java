package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.LimitSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps the requests of one connection below the definition's rates and the system's own pace. */
final class RateLimiter {
  private final LimitSpec limits;
  private final Clock clock;
  private final Pause pause;
  private final List<Window> windows = new ArrayList<>();
  private Instant notBefore = Instant.MIN;

  /** Waits that the clock did not show: in tests, and where a clock is set back. */
  private Duration ahead = Duration.ZERO;

  private record Window(LimitSpec.Rate rate, List<Pattern> paths, Deque<Instant> sent) {}

  RateLimiter(LimitSpec limits, Clock clock, Pause pause) {
    this.limits = limits;
    this.clock = clock;
    this.pause = pause;
    for (LimitSpec.Rate rate : limits.rates()) {
      List<Pattern> paths =
          rate.paths().stream()
              .map(p -> Pattern.compile(Pattern.quote(p).replace("*", "\\E.*\\Q")))
              .toList();
      windows.add(new Window(rate, paths, new ArrayDeque<>()));
    }
  }

  /** Waits until a request to this path may go out. */
  void await(String path, Progress progress) {
    while (true) {
      Duration wait = reserve(path);
      if (wait == null) {
        return;
      }
      Instant before = clock.instant();
      pause.sleep(wait, progress);
      passed(wait.minus(Duration.between(before, clock.instant())));
    }
  }

  private synchronized void passed(Duration unseen) {
    if (unseen.isPositive()) {
      ahead = ahead.plus(unseen);
    }
  }

  private Instant now() {
    return clock.instant().plus(ahead);
  }

  /** Nothing goes out for so long: the system wants a break from all, not from one request. */
  synchronized void hold(Duration time) {
    Instant until = now().plus(time);
    if (until.isAfter(notBefore)) {
      notBefore = until;
    }
  }

  private synchronized @Nullable Duration reserve(String path) {
    Instant now = now();
    if (now.isBefore(notBefore)) {
      return Duration.between(now, notBefore);
    }
    List<Window> hit =
        windows.stream()
            .filter(w ->
                w.paths().isEmpty() || w.paths().stream().anyMatch(p -> p.matcher(path).matches()))
            .toList();
    for (Window window : hit) {
      Instant start = now.minus(window.rate().per());
      while (!window.sent().isEmpty() && !window.sent().getFirst().isAfter(start)) {
        window.sent().removeFirst();
      }
      if (window.sent().size() >= window.rate().requests()) {
        return Duration.between(start, window.sent().getFirst());
      }
    }
    hit.forEach(w -> w.sent().addLast(now));
    return null;
  }

  /** Learns from an answer whether the system wants a break. */
  synchronized void learn(Answer answer) {
    LimitSpec.Throttle throttle = limits.throttle();
    if (throttle == null
        || !"0".equals(answer.header(throttle.remainingHeader()))
        || answer.header(throttle.windowMsHeader()) == null) {
      return;
    }
    String window = java.util.Objects.requireNonNull(answer.header(throttle.windowMsHeader()));
    if (window.matches("\\d{1,6}")) {
      hold(Duration.ofMillis(Math.min(Long.parseLong(window), 60_000) / 4));
    }
  }
}
