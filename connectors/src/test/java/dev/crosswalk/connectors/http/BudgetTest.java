package dev.crosswalk.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a system's quota of calls, Crosswalk leaves the account's other tools their share. */
final class BudgetTest {
  @TempDir Path folder;
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Session open(String quota, Map<String, String> settings) throws IOException {
    return new Engines(folder)
        .catalog(
            """
            connector: 1
            id: acme
            name: Acme
            inputs: {key: {label: Key, secret: true}}
            auth: [{id: key, type: header, label: Key, headers: {X-Key: '${key}'}}]
            http: {base: 'http://127.0.0.1:%d', allowHosts: ['127.0.0.1']}
            limits: {quota: {%s, stopAtPercent: 80}}
            objects: {request: {get: /objects}, items: objects, map: {name: name}}
            fields: {request: {get: /fields}, items: fields, map: {name: name, native: type}}
            types: {"*": string}
            """
                .formatted(server.getPort(), quota))
        .open(new ConnectionProfile("acme", "acme", "key", settings), Map.of("key", "sesame-4711"));
  }

  private void answer(int left) {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("X-Left", left)
            .setHeader("X-All", 100)
            .setHeader("X-Used", (100 - left) + "/100")
            .body("{\"objects\": [{\"name\": \"a\"}]}")
            .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "header: X-Used, pattern: '(?P<used>\\d+)/(?P<limit>\\d+)'",
        "remainingHeader: X-Left, limitHeader: X-All",
        "remainingHeader: X-Left, limit: 100",
        "remainingHeader: X-Left",
      })
  void whatIsLeftToOthersIsNotUsed(String quota) throws IOException {
    answer(100);
    answer(21);
    answer(20);
    try (Session session = open(quota, Map.of())) {
      for (int i = 0; i < 3; i++) {
        assertThat(session.objects(Progress.NONE)).hasSize(1);
      }
      assertThat(session.budget()).contains(new Identity.Budget(80, 100, 80));
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.QUOTA);
      assertThat(e.getMessage()).contains("80 of 100 API calls are used", "20 % are left alone");
    }
    assertThat(server.getRequestCount()).as("no fourth was sent").isEqualTo(3);
  }

  @Test
  void aPersonMayLetItUseMore() throws IOException {
    answer(20);
    answer(10);
    try (Session session =
        open(
            "remainingHeader: X-Left, limitHeader: X-All",
            Map.of(ConnectionProfile.BUDGET_PERCENT, "95"))) {
      assertThat(session.objects(Progress.NONE)).hasSize(1);
      assertThat(session.objects(Progress.NONE)).hasSize(1);
    }
  }
}
