package dev.crosswalk.connectors.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.guide.FakeServer;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A record by its id, where the address would be too long and only the other way has a variable.
 */
final class OneByFallbackTest {
  @TempDir Path folder;

  @Test
  void theVariablesOfTheFallbackAreAskedForToo() throws IOException {
    String yaml =
        """
        connector: 1
        id: odd
        name: Odd
        auth: [{id: none, type: none, label: None}]
        http: {base: ORIGIN, allowHosts: [127.0.0.1]}
        objects: {static: [{name: boats}]}
        fields: {request: {get: /fields}, items: fields, map: {name: name, native: type}}
        types: {"*": string}
        records:
          vars: {view: {request: {get: /views}, pick: id}}
          sample: {get: '/${object.name}', query: {fields: '${fields|names|join:","}'}}
          items: records
          id: id
          maxUrl: 200
          one: {request: {get: '/${object.name}/${record.id}', query: {fields: '${fields|names|join:","}'}}}
          fallback: {post: '/views/${view}', max: 10, body: {fields: '${fields|names}'}, into: ids, item: '${record.id}', items: records}
        """;
    try (FakeServer fake =
            new FakeServer(
                folder,
                s ->
                    switch (s.path()) {
                      case "/views" -> Reply.ok(Map.of("id", 7));
                      case "/views/7" ->
                          Reply.ok(Map.of("records", List.of(Map.of("id", "a", "name", "Ada"))));
                      default -> Reply.status(404, Map.of("message", s.path()));
                    });
        Session session = fake.own(yaml, "none", Map.of())) {
      SchemaObject boats =
          SchemaObject.of(
              "boats",
              List.of(
                  Field.builder("id", FieldType.ID).build(),
                  Field.builder("name", FieldType.STRING).build(),
                  Field.builder("a".repeat(200), FieldType.STRING).build()));
      assertThat(session.record(boats, "a", Progress.NONE).orElseThrow())
          .containsEntry("name", "Ada");
    }
  }
}
