package dev.crosswalk.connectors.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of an API is told, whether the vendor says it in its answers or only on a page. */
final class VersionEndTest {
  @TempDir Path folder;

  private Discovery discovered(MockResponse.Builder answer) throws IOException {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(answer.body("{\"fields\": [{\"name\": \"a\", \"type\": \"text\"}]}").build());
      String yaml =
          """
          connector: 1
          id: acme
          name: Acme
          auth: [{id: none, type: none, label: None}]
          apiVersion: {prefer: "2", end: "2027-08-31", endSource: https://acme.example/end}
          http: {base: 'http://127.0.0.1:%d', allowHosts: ['127.0.0.1']}
          objects: {static: [{name: boats}]}
          fields: {request: {get: /fields}, items: fields, map: {name: name, native: type}}
          types: {"*": string}
          """
              .formatted(server.getPort());
      try (Session session =
          new Engines(folder)
              .catalog(yaml)
              .open(new ConnectionProfile("acme", "acme", "none", Map.of()), Map.of())) {
        return session.discover(List.of(), Progress.NONE);
      }
    }
  }

  private static void told(Discovery found, String end) {
    assertThat(found.complete()).as("it works until then").isTrue();
    assertThat(found.problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.isError()).isFalse();
          assertThat(p.code()).isEqualTo("remote-api-version-ends");
          assertThat(p.what()).isEqualTo("Acme ends the API in use on " + end + ".");
          assertThat(p.next()).endsWith("See https://acme.example/end");
        });
  }

  @Test
  void theDefinitionTellsIt() throws IOException {
    told(discovered(new MockResponse.Builder()), "2027-08-31");
  }

  @Test
  void whatAnAnswerSaysIsNewer() throws IOException {
    told(
        discovered(new MockResponse.Builder().setHeader("Sunset", "Wed, 31 Mar 2027 00:00:00 GMT")),
        "Wed, 31 Mar 2027 00:00:00 GMT");
  }
}
