package dev.crosswalk.connectors.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GraphQL wants what is inside a field named inside it; a definition gives dotted names. */
final class NestedSelectionTest {
  private static final String DESK =
      """
      connector: 1
      id: graph
      name: Graph
      inputs: {key: {label: Key, secret: true}}
      auth: [{id: key, type: header, label: Key, headers: {X-Key: '${key}'}}]
      http: {base: ORIGIN, allowHosts: [127.0.0.1]}
      objects: {static: [{name: people}]}
      fields:
        add:
          - {name: id, native: id, primaryKey: true}
          - {name: address, native: object}
          - {name: address.city, native: text, partOf: address}
          - {name: address.place.lat, native: number, partOf: address}
          - {name: name, native: text}
      types: {object: compound, number: decimal, "*": string}
      records:
        sample: {post: /graphql, body: {query: '{ ${object.name} { ${fields|names|nest} } }'}}
        items: "$lookup(data, $object.name)"
      """;

  @TempDir Path folder;

  @Test
  void partsAreAskedForInsideTheirWholes() throws IOException {
    Map<String, Object> ada =
        Map.of(
            "id", "7", "name", "Ada", "address", Map.of("city", "Rome", "place", Map.of("lat", 1)));
    try (FakeServer server =
            new FakeServer(folder, _ -> Reply.ok(Map.of("data", Map.of("people", List.of(ada)))));
        Session session = server.own(DESK, "key", Map.of("key", "k3y-of-graph"))) {
      SchemaObject people = FakeServer.discovered(session, "people");
      var records = session.sample(people, List.of(), 10, Progress.NONE);
      assertThat(server.seen.getLast().json())
          .containsEntry("query", "{ people { id address { city place { lat } } name } }");
      assertThat(records)
          .singleElement()
          .satisfies(r -> {
            assertThat(r).containsEntry("name", "Ada");
            assertThat(String.valueOf(r.get("address"))).contains("Rome");
          });
    }
  }
}
