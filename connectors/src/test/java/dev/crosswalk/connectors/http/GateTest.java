package dev.crosswalk.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.LimitSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** How many at once, and how long to wait. */
final class GateTest {
  private static final LimitSpec.Retry RETRY =
      new LimitSpec.Retry(
          Set.of(429),
          5,
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          List.of(
              new LimitSpec.After("X-Reset-Ms", LimitSpec.AfterUnit.MILLIS),
              new LimitSpec.After("X-Reset-At", LimitSpec.AfterUnit.EPOCH_SECONDS)));

  @Test
  void aStormHalvesOnceARoundAndGoodAnswersBringItBack() {
    Gate gate = new Gate(8);
    List<Integer> entered = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      entered.add(gate.enter(Progress.NONE));
    }
    entered.forEach(e -> gate.leave(e, true));
    assertThat(gate.allowed()).as("eight refusals of one round are one sign").isEqualTo(4);
    gate.leave(gate.enter(Progress.NONE), true);
    gate.leave(gate.enter(Progress.NONE), true);
    gate.leave(gate.enter(Progress.NONE), true);
    gate.leave(gate.enter(Progress.NONE), true);
    assertThat(gate.allowed()).as("never none").isEqualTo(1);
    for (int i = 0; i < 100; i++) {
      gate.leave(gate.enter(Progress.NONE), false);
    }
    assertThat(gate.allowed()).isEqualTo(8);
  }

  @Property
  void waitsGrowWithinBoundsAndAreNeverShorterThanAsked(
      @ForAll @IntRange(min = 1, max = 40) int attempt,
      @ForAll @LongRange(min = 0, max = 100_000) long asked,
      @ForAll long seed) {
    Duration wait = Backoff.wait(RETRY, attempt, null, new Random(seed));
    long most = Math.min(30_000, 1000L << Math.min(attempt - 1, 20));
    assertThat(wait.toMillis()).isBetween(most / 2, most);
    Duration given = Duration.ofMillis(asked);
    assertThat(Backoff.wait(RETRY, attempt, given, new Random(seed)))
        .isGreaterThanOrEqualTo(given)
        .isGreaterThanOrEqualTo(Duration.ofMillis(most / 2));
  }

  @Property
  void anythingInAHeaderIsReadOrIgnored(@ForAll String text) {
    Instant now = Instant.ofEpochSecond(1_800_000_000);
    Duration wait = Backoff.asked(RETRY, answer(Map.of("retry-after", text)), now);
    assertThat(wait == null || !wait.isNegative()).isTrue();
    wait = Backoff.asked(RETRY, answer(Map.of("x-reset-at", text)), now);
    assertThat(wait == null || !wait.isNegative()).isTrue();
  }

  private static Answer answer(Map<String, String> headers) {
    return new Answer(429, "https://acme.example", headers, null, true);
  }

  @Test
  void vendorsOwnHeaders() {
    Instant now = Instant.ofEpochSecond(1_800_000_000);
    assertThat(Backoff.asked(RETRY, answer(Map.of("x-reset-ms", "2500")), now))
        .isEqualTo(Duration.ofMillis(2500));
    assertThat(Backoff.asked(RETRY, answer(Map.of("x-reset-at", "1800000007")), now))
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(
            Backoff.asked(
                RETRY, answer(Map.of("retry-after", "3", "x-reset-at", "1800000007")), now))
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(
            Backoff.asked(
                RETRY, answer(Map.of("retry-after", "Fri, 15 Jan 2027 08:00:09 GMT")), now))
        .isEqualTo(Duration.ofSeconds(9));
  }
}
