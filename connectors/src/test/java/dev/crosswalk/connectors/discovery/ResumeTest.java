package dev.crosswalk.connectors.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Servers;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.cache.H2SchemaCache;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.engine.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cut discovery goes on where it stopped; the next one reads only what changed. Counted. */
final class ResumeTest {
  private int objects = 120;
  @TempDir Path folder;
  private MockWebServer server = new MockWebServer();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final Map<String, String> etags = new ConcurrentHashMap<>();
  private final AtomicInteger unchanged = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private Instant now = Instant.parse("2026-11-25T10:00:00Z");
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };
  private Engines engines;
  private H2SchemaCache cache;

  @BeforeEach
  void start() throws IOException {
    server =
        Servers.start(
            new Dispatcher() {
              @Override
              public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
              }
            });
    engines = new Engines(folder);
    cache = H2SchemaCache.open(folder.resolve("cache"), clock);
  }

  private MockResponse answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    int after = left.decrementAndGet();
    if (after < 0) {
      return new MockResponse.Builder().code(403).body("{\"gone\": true}").build();
    }
    asked.merge(path, 1, Integer::sum);
    String etag = etags.computeIfAbsent(path, p -> "\"1\"");
    if (etag.equals(request.getHeaders().get("If-None-Match"))) {
      unchanged.incrementAndGet();
      return new MockResponse.Builder().code(304).build();
    }
    String body =
        path.equals("/objects")
            ? IntStream.range(0, objects)
                .mapToObj(i -> "{\"name\": \"o" + i + "\"}")
                .collect(Collectors.joining(",", "{\"objects\": [", "]}"))
            : "{\"fields\": [{\"name\": \"f" + etag.replace("\"", "") + "\", \"type\": \"text\"}]}";
    MockResponse.Builder response = new MockResponse.Builder().setHeader("ETag", etag).body(body);
    // The last answers before a cut come after the refusal of others: they count, too.
    return (after < 4 ? response.headersDelay(200, TimeUnit.MILLISECONDS) : response).build();
  }

  @AfterEach
  void stop() {
    cache.close();
    server.close();
  }

  private Session open(boolean listCovers) throws IOException {
    return engines
        .catalog(
            """
            connector: 1
            id: acme
            name: Acme
            auth: [{id: none, type: none, label: None}]
            http: {base: 'http://127.0.0.1:%d', allowHosts: ['127.0.0.1'], conditional: {by: [etag], listCoversFields: %s}}
            limits: {concurrency: 8, retry: {statuses: [429], max: 0}}
            errors: {rules: [{when: "body.gone", as: quota, retry: false}]}
            objects: {request: {get: /objects}, items: objects, map: {name: name}}
            fields: {request: {get: '/fields/${object.name}'}, items: fields, map: {name: name, native: type}}
            types: {text: string, "*": {as: any, warn: true}}
            """
                .formatted(server.getPort(), listCovers))
        .open(new ConnectionProfile("acme", "acme", "none", Map.of()), Map.of());
  }

  private Schema discover(Session session) {
    Discovery found = session.discover(cache.answers("acme"), Progress.NONE);
    assertThat(found.complete()).isTrue();
    assertThat(found.schema().objects()).hasSize(objects);
    return found.schema();
  }

  private int requests() {
    return asked.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  void aCutAtObject700GoesOnAt701() throws IOException {
    objects = 1041;
    try (Session session = open(false)) {
      left.set(701);
      assertThatThrownBy(() -> discover(session)).isInstanceOf(ApiFailure.class);
      assertThat(requests()).isEqualTo(701);
      left.set(Integer.MAX_VALUE);
    }
    now = now.plus(Duration.ofHours(3));
    try (Session session = open(false)) {
      Discovery found = session.discover(cache.answers("acme"), Progress.NONE);
      assertThat(found.schema().objects()).hasSize(objects);
      assertThat(found.problems())
          .as("hours old answers beside new ones are told of")
          .singleElement()
          .satisfies(p -> {
            assertThat(p.code()).isEqualTo("discovery-resumed");
            assertThat(p.what()).contains("701 of its answers", "2026-11-25T10:00:00Z");
          });
    }
    assertThat(asked.values()).as("nothing is asked twice").containsOnly(1);
    assertThat(requests()).isEqualTo(1 + objects);
  }

  @Test
  void aCancelledOneGoesOnToo() throws IOException {
    try (Session session = open(false)) {
      Progress impatient =
          new Progress() {
            private volatile boolean enough;

            @Override
            public void update(long done, long total, String unit) {
              enough = done >= 60;
            }

            @Override
            public boolean cancelled() {
              return enough;
            }
          };
      assertThatThrownBy(() -> session.discover(cache.answers("acme"), impatient))
          .isInstanceOf(CancellationException.class);
      int before = requests();
      assertThat(before).isBetween(60, 90);
      assertThat(session.discover(cache.answers("acme"), Progress.NONE).problems())
          .as("a moment ago is nothing to tell")
          .isEmpty();
    }
    assertThat(requests()).as("but for those under way").isBetween(objects + 1, objects + 20);
  }

  @Test
  void aDayLaterACutOneStartsAgainSoThatDaysAreNotMixed() throws IOException {
    try (Session session = open(false)) {
      left.set(51);
      assertThatThrownBy(() -> discover(session)).isInstanceOf(ApiFailure.class);
      left.set(Integer.MAX_VALUE);
      now = now.plus(Duration.ofHours(25));
      etags.replaceAll((path, etag) -> "\"2\"");
      assertThat(discover(session).objects())
          .filteredOn(o -> o.fields().getFirst().name().equals("f2"))
          .hasSize(50);
    }
    assertThat(unchanged).hasValue(0);
  }

  @Test
  void theSecondReadsOnlyWhatChanged() throws IOException {
    try (Session session = open(false)) {
      discover(session);
      etags.put("/fields/o7", "\"2\"");
      Schema second = discover(session);
      assertThat(unchanged).hasValue(objects);
      assertThat(second.object("o7").orElseThrow().fields().getFirst().name()).isEqualTo("f2");
      cache.forgetAnswers("acme");
      discover(session);
      assertThat(unchanged).as("fresh asks for everything").hasValue(objects);
    }
  }

  @Test
  void anUnchangedListMayCoverTheFields() throws IOException {
    try (Session session = open(true)) {
      Schema first = discover(session);
      int before = requests();
      assertThat(discover(session)).isEqualTo(first);
      assertThat(requests() - before).as("one question").isEqualTo(1);
      etags.put("/objects", "\"2\"");
      etags.put("/fields/o9", "\"2\"");
      Schema third = discover(session);
      assertThat(third.object("o9").orElseThrow().fields().getFirst().name()).isEqualTo("f2");
      now = now.plus(Duration.ofDays(8));
      before = unchanged.get();
      discover(session);
      assertThat(unchanged).as("after a week everything is read again").hasValue(before);
    }
  }
}
