package dev.crosswalk.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The list of requests is bounded; the totals are not lost with what it drops. */
final class RequestLogTest {
  private static RequestEntry entry(String connection, int status, int attempt, String path) {
    return new RequestEntry(
        Instant.EPOCH,
        connection,
        "describe Account",
        "GET",
        "https://acme.example" + path,
        List.of(),
        status,
        Duration.ofMillis(5),
        status == 0 ? -1 : 100,
        attempt,
        Map.of(),
        null);
  }

  @Test
  void totalsCountWhatTheListNoLongerHolds() {
    RequestLog log = new RequestLog(3);
    for (int i = 0; i < 10; i++) {
      log.add(entry("a", 200, 1, "/x"));
    }
    log.add(entry("a", 429, 1, "/y"));
    log.add(entry("a", 200, 2, "/y"));
    log.add(entry("b", 0, 1, "/z"));
    assertThat(log.entries()).hasSize(3);
    assertThat(log.totals())
        .containsOnly(
            Map.entry("a", new RequestLog.Totals(12, 1, 1, 1200, Duration.ofMillis(60))),
            Map.entry("b", new RequestLog.Totals(1, 0, 1, 0, Duration.ofMillis(5))));
  }

  @Test
  void whatWasGivenUpDidNotFail() {
    RequestLog log = new RequestLog(3);
    RequestEntry e = entry("a", 0, 1, "/x");
    RequestEntry givenUp =
        new RequestEntry(
            e.at(),
            e.connection(),
            e.why(),
            e.method(),
            e.url(),
            e.headers(),
            0,
            e.took(),
            -1,
            1,
            Map.of(),
            RequestEntry.CANCELLED);
    log.add(givenUp);
    assertThat(log.totals().get("a").failed()).isZero();
    assertThat(log.totals().get("a").requests()).isEqualTo(1);
    assertThat(log.entries(new RequestFilter(Optional.empty(), true, ""))).isEmpty();
  }

  @Test
  void filters() {
    RequestLog log = new RequestLog(100);
    log.add(entry("a", 200, 1, "/contacts"));
    log.add(entry("a", 500, 1, "/deals"));
    log.add(entry("b", 200, 1, "/Contacts"));
    assertThat(log.entries(RequestFilter.ALL)).hasSize(3);
    assertThat(log.entries(new RequestFilter(Optional.of("a"), false, "CONTACTS"))).hasSize(1);
    assertThat(log.entries(new RequestFilter(Optional.empty(), true, ""))).hasSize(1);
    assertThat(log.entries(new RequestFilter(Optional.empty(), false, "500"))).hasSize(1);
    assertThat(log.entries(new RequestFilter(Optional.empty(), false, "describe"))).hasSize(3);
  }
}
