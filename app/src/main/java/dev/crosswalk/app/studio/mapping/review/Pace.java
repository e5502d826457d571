package dev.crosswalk.app.studio.mapping.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How fast a person decides, and how long the rest will take at that pace. */
final class Pace {
  /** A longer time between two decisions was a break, not thought. */
  private static final Duration BREAK = Duration.ofMinutes(2);

  private static final int LAST = 12;
  private static final int ENOUGH = 3;

  private final InstantSource clock;
  private final Deque<Duration> taken = new ArrayDeque<>();
  private @Nullable Instant before;

  Pace(InstantSource clock) {
    this.clock = clock;
  }

  void reset() {
    taken.clear();
    before = clock.instant();
  }

  /** A decision was made now. */
  void decided() {
    Instant now = clock.instant();
    Instant was = before;
    before = now;
    if (was != null) {
      Duration took = Duration.between(was, now);
      if (took.compareTo(BREAK) <= 0) {
        taken.addLast(took);
        if (taken.size() > LAST) {
          taken.removeFirst();
        }
      }
    }
  }

  /** The time that so many more decisions take; empty before the pace is known. */
  Optional<Duration> left(int decisions) {
    if (taken.size() < ENOUGH || decisions == 0) {
      return Optional.empty();
    }
    Duration sum = taken.stream().reduce(Duration.ZERO, Duration::plus);
    return Optional.of(sum.dividedBy(taken.size()).multipliedBy(decisions));
  }
}
