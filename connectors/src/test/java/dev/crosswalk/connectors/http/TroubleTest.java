package dev.crosswalk.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.discovery.Discovery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a server answers, the engine stays within bounds and names what is wrong. */
final class TroubleTest {
  private static final String KEY = "sesame-4711";
  @TempDir Path folder;
  private Engines engines;
  private MockWebServer server;
  private Session session;

  @BeforeEach
  void start() throws IOException {
    engines = new Engines(folder);
    server = new MockWebServer();
    server.start();
    session = open(server.getPort());
  }

  private Session open(int port) throws IOException {
    return engines
        .catalog(
            """
            connector: 1
            id: acme
            name: Acme
            inputs: {key: {label: Key, secret: true}}
            auth: [{id: key, type: header, label: Key, headers: {X-Key: '${key}'}}]
            http: {base: 'http://127.0.0.1:%d', allowHosts: ['127.0.0.1'], maxBytes: 1000000}
            limits: {retry: {statuses: [429, 503], max: 3, firstMs: 1000, maxMs: 8000}}
            objects: {request: {get: /objects}, items: objects, map: {name: name}}
            fields: {request: {get: '/fields/${object.name}'}, items: fields, map: {name: name, native: type}}
            types: {text: string, "*": {as: any, warn: true}}
            """
                .formatted(port))
        .open(new ConnectionProfile("acme", "acme", "key", Map.of()), Map.of("key", KEY));
  }

  @AfterEach
  void stop() {
    session.close();
    server.close();
    assertThat(engines.log.entries().toString()).doesNotContain(KEY);
  }

  private static MockResponse.Builder json(String body) {
    return new MockResponse.Builder().setHeader("Content-Type", "application/json").body(body);
  }

  private void answer(MockResponse.Builder response, int times) {
    for (int i = 0; i < times; i++) {
      server.enqueue(response.build());
    }
  }

  private ApiFailure failure() {
    return Objects.requireNonNull(
        catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE)));
  }

  @Test
  void aWebPageIsNamed() {
    answer(new MockResponse.Builder().body("<!doctype html><p>Welcome to the hotel"), 1);
    ApiFailure e = failure();
    assertThat(e.kind()).isEqualTo(FailureKind.NONSENSE);
    assertThat(e.problem().what()).contains("a web page instead of data");
    assertThat(e.problem().next()).contains("proxy");
  }

  /** Taken for a document, it would cost a schema its labels, and nobody would be told. */
  @Test
  void anEmptyAnswerIsNamed() {
    answer(json(""), 1);
    ApiFailure e = failure();
    assertThat(e.kind()).isEqualTo(FailureKind.NONSENSE);
    assertThat(e.problem().what()).contains("nothing instead of data");
  }

  @Test
  void anAnswerThatIsNotPackedAsItSaysIsNamed() {
    answer(json("{\"objects\": [], \"more\": null}").addHeader("Content-Encoding", "gzip"), 3);
    assertThat(failure().problem().what()).contains("it says gzip and is none");
  }

  @Test
  void anAnswerThatBreaksOffIsAskedForAgainAndThenNamed() {
    answer(
        json("{\"objects\": [")
            .setHeader("Content-Length", "5000")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE),
        3);
    assertThat(failure().problem().what()).contains("broke off");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void brokenJsonIsNamed() {
    answer(json("{\"objects\": [{\"name\": \"a\"}"), 1);
    assertThat(failure().problem().what()).contains("JSON that breaks off");
  }

  @Test
  void aGzipBombIsNotUnpacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 100; i++) {
        gzip.write(new byte[1_000_000]);
      }
    }
    answer(
        new MockResponse.Builder()
            .setHeader("Content-Encoding", "gzip")
            .body(new Buffer().write(bytes.toByteArray())),
        1);
    assertThat(failure().problem().what()).contains("sent too much");
  }

  @Test
  void aStormOf429EndsAfterTheTriesWithTheWaitsThatTheServerAsksFor() {
    answer(json("{}").code(429).setHeader("Retry-After", "7"), 10);
    ApiFailure e = failure();
    assertThat(e.kind()).isEqualTo(FailureKind.THROTTLED);
    assertThat(server.getRequestCount()).isEqualTo(4);
    assertThat(engines.waits)
        .hasSize(3)
        .allSatisfy(w -> assertThat(w).isGreaterThan(Duration.ofMillis(6900)));
  }

  @Test
  void nobodyWaitsForHours() {
    answer(json("{}").code(503).setHeader("Retry-After", "7200"), 1);
    assertThat(failure().kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(engines.waits).isEmpty();
  }

  @Test
  void aShortOutageGoesUnnoticed() {
    answer(json("{}").code(503), 2);
    answer(json("{\"objects\": [{\"name\": \"a\"}]}"), 1);
    assertThat(session.objects(Progress.NONE)).hasSize(1);
  }

  @Test
  void aRedirectToAHostThatIsNotAllowedIsNotFollowed() {
    answer(
        new MockResponse.Builder().code(302).setHeader("Location", "https://evil.example/objects"),
        1);
    ApiFailure e = failure();
    assertThat(e.kind()).isEqualTo(FailureKind.HOST_NOT_ALLOWED);
    assertThat(e.problem().what()).contains("evil.example");
  }

  @Test
  void aRedirectElsewhereCarriesNoCredentials() throws Exception {
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      other.enqueue(json("{\"objects\": [{\"name\": \"a\"}]}").build());
      answer(
          new MockResponse.Builder()
              .code(302)
              .setHeader("Location", "http://127.0.0.1:" + other.getPort() + "/objects"),
          1);
      assertThat(session.objects(Progress.NONE)).hasSize(1);
      assertThat(server.takeRequest().getHeaders().get("X-Key")).isEqualTo(KEY);
      assertThat(other.takeRequest().getHeaders().get("X-Key")).isNull();
    }
  }

  @Test
  void refusedLoginsAndMissingHostsAreTold() throws IOException {
    answer(json("{\"message\": \"bad key " + KEY + "\"}").code(401), 1);
    ApiFailure refused = failure();
    assertThat(refused.kind()).isEqualTo(FailureKind.UNAUTHENTICATED);
    assertThat(refused.problem().what()).contains("refused the login").doesNotContain(KEY);
    assertThat(engines.secrets).isEmpty();
    int port = server.getPort();
    server.close();
    try (Session none = open(port)) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> none.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.UNREACHABLE);
    }
  }

  @Test
  void oneForbiddenObjectDoesNotHideTheOthers() {
    answer(json("{\"objects\": [{\"name\": \"a\"}]}"), 1);
    answer(json("{}").code(403), 1);
    Discovery discovery = session.discover(List.of(), Progress.NONE);
    assertThat(discovery.complete()).isFalse();
    assertThat(discovery.schema().objects()).isEmpty();
    assertThat(discovery.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.what()).contains("The fields of 'a' could not be read"));
  }

  @Test
  void cancellingStopsAtOnce() {
    answer(json("{}").headersDelay(30, TimeUnit.SECONDS), 1);
    long start = System.nanoTime();
    Progress soon = Progress.until(() -> System.nanoTime() - start > 200_000_000L);
    assertThatThrownBy(() -> session.objects(soon)).isInstanceOf(CancellationException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("nobody waited for the answer")
        .isLessThan(Duration.ofSeconds(25));
    assertThat(engines.log.entries()).last().matches(RequestEntry::cancelled, "cancelled");
  }
}
