package dev.crosswalk.connectors.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.guide.FakeServer;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two fields that a definition makes one are told by both names; one listed twice is not. */
final class SameNamesTest {
  @TempDir Path folder;

  private Discovery discover(List<Map<String, Object>> fields) throws IOException {
    String yaml =
        """
        connector: 1
        id: harbour
        name: Harbour
        inputs: {key: {label: Key, secret: true}}
        auth: [{id: key, type: header, label: Key, headers: {X-Key: '${key}'}}]
        http: {base: ORIGIN/api, allowHosts: [127.0.0.1]}
        objects: {static: [{name: boat}]}
        fields:
          request: {get: /fields}
          items: fields
          map: {name: "kind='link' ? key & 'Id' : key", native: kind, label: title}
        types: {"*": string}
        """;
    try (FakeServer server = new FakeServer(folder, seen -> Reply.ok(Map.of("fields", fields)));
        Session session = server.own(yaml, "key", Map.of("key", "k3y"))) {
      return session.discover(List.of(), Progress.NONE);
    }
  }

  @Test
  void bothNamesAreTold() throws IOException {
    Discovery found =
        discover(
            List.of(
                Map.of("key", "ownerId", "kind", "text", "rank", 1),
                Map.of("key", "owner", "kind", "link", "rank", 2),
                Map.of("key", "name", "kind", "text", "rank", 3)));
    assertThat(found.schema().objects().getFirst().fields()).hasSize(2);
    assertThat(found.problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.code()).isEqualTo("fields-same-name");
          assertThat(p.what()).contains("'ownerId' and 'owner'", "'boat'");
        });
    assertThat(found.complete()).isTrue();
  }

  @Test
  void aFieldThatIsListedTwiceIsOne() throws IOException {
    assertThat(
            discover(
                    List.of(
                        Map.of("key", "name", "kind", "text", "rank", 1),
                        Map.of("key", "name", "kind", "text", "rank", 2)))
                .problems())
        .isEmpty();
  }
}
