package dev.crosswalk.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.ObjectSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: a request that reads by a form is sent as one, with the page among its values. */
final class FormRequestTest {
  @TempDir private Path folder;

  @Test
  void aFormIsEncodedAndHoldsThePage() throws Exception {
    Engines engines = new Engines(folder);
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(json("{\"list\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}"));
      server.enqueue(json("{\"list\": [{\"name\": \"c\"}]}"));
      try (Session session = open(engines, server.getPort())) {
        assertThat(session.objects(Progress.NONE))
            .extracting(ObjectSummary::name)
            .containsExactly("a", "b", "c");
      }
      RecordedRequest first = server.takeRequest();
      assertThat(first.getHeaders().get("Content-Type"))
          .startsWith("application/x-www-form-urlencoded");
      assertThat(body(first).split("&", -1))
          .containsExactlyInAnyOrder("q=type%3Dall+%26+more", "by=Crosswalk", "top=2", "skip=0");
      assertThat(body(server.takeRequest()).split("&", -1)).contains("skip=2");
    }
  }

  private static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private static Session open(Engines engines, int port) throws IOException {
    return engines
        .catalog(
            """
            connector: 1
            id: acme
            name: Acme
            auth:
              - {id: way, type: none, label: None}
            http: {base: 'http://127.0.0.1:PORT', allowHosts: ['127.0.0.1']}
            objects:
              request: {post: /list, form: {q: 'type=all & more', by: '${appName}'}}
              items: list
              map: {name: name}
              page: {offset: {param: skip, in: body}}
              size: {param: top, in: body, max: 2}
            fields: {request: {get: '/fields'}, items: fields, map: {name: name, native: type}}
            types: {"*": any}
            """
                .replace("PORT", String.valueOf(port)))
        .open(new ConnectionProfile("acme", "acme", "way", Map.of()), Map.of());
  }
}
