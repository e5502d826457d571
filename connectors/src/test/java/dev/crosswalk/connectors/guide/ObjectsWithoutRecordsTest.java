package dev.crosswalk.connectors.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Some systems list more than holds records, and only the description of fields tells. Such an
 * object is left out, while an answer that merely has no list stays an error.
 */
final class ObjectsWithoutRecordsTest {
  @TempDir Path folder;

  private static final String ONE_BY_ONE =
      """
      connector: 1
      id: mixed
      name: Mixed
      auth: [{id: none, type: none, label: None}]
      http: {base: ORIGIN, allowHosts: ['127.0.0.1']}
      objects: {request: {get: /objects}, items: objects, map: {name: $}}
      fields:
        request: {get: '/fields/${object.name}'}
        hide: "$exists(fields) and $not($exists(fields.*))"
        items: "$each(fields, function($v, $k) {{'key': $k, 'kind': $v}})"
        map: {name: key, native: kind}
      types: {text: string, "*": any}
      """;

  private static final String IN_BATCHES =
      ONE_BY_ONE.replace(
          "  items: \"$each",
          "  batch: {post: /batch, body: {}, into: calls, max: 10, item: {object: '${object.name}'},"
              + " items: answers}\n  items: \"$each");

  private static Map<String, Object> fields(String object) {
    return switch (object) {
      case "deal" -> Map.of("fields", Map.of("name", "text"));
      case "mixin" -> Map.of("fields", Map.of());
      default -> Map.of("hello", "world");
    };
  }

  private Discovery discovered(String yaml) throws IOException {
    try (FakeServer server =
            new FakeServer(
                folder,
                seen ->
                    switch (seen.path()) {
                      case "/objects" ->
                          Reply.ok(Map.of("objects", List.of("deal", "mixin", "broken")));
                      case "/batch" -> {
                        List<Object> answers = new ArrayList<>();
                        for (Object call : (List<?>) seen.json().get("calls")) {
                          answers.add(fields(String.valueOf(((Map<?, ?>) call).get("object"))));
                        }
                        yield Reply.ok(Map.of("answers", answers));
                      }
                      default -> Reply.ok(fields(seen.path().substring("/fields/".length())));
                    });
        Session session = server.own(yaml, "none", Map.of())) {
      return session.discover(List.of(), Progress.NONE);
    }
  }

  /**
   * Otherwise the cache would hold objects that nothing can be mapped from, and nobody was told.
   */
  @Test
  void anObjectOfWhichALoadedDocumentSaysNothingIsAnError() throws IOException {
    Discovery found =
        discovered(
            ONE_BY_ONE
                .replace("objects: {", "load: {all: {request: {get: /objects}}}\nobjects: {")
                .replace("  request: {get: '/fields/${object.name}'}", "  from: all")
                .replace("$each(fields,", "$each(elsewhere,")
                .replaceAll("  hide: .*\n", ""));
    assertThat(found.schema().objects()).isEmpty();
    assertThat(found.unread()).containsExactlyInAnyOrder("deal", "mixin", "broken");
    assertThat(found.problems().get(0).what()).contains("No field of 'deal' was found");
  }

  @Test
  void anObjectThatHoldsNoRecordsIsLeftOutAndABrokenAnswerIsNot() throws IOException {
    for (String yaml : List.of(ONE_BY_ONE, IN_BATCHES)) {
      Discovery found = discovered(yaml);
      assertThat(found.schema().objects()).extracting(SchemaObject::name).containsExactly("deal");
      assertThat(found.unread()).containsExactly("broken");
      assertThat(found.complete()).isFalse();
      assertThat(found.problems()).hasSize(1);
      assertThat(found.problems().get(0).what()).contains("broken", "list of fields");
    }
  }
}
