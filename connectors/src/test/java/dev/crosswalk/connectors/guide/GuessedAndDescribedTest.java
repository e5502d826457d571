package dev.crosswalk.connectors.guide;

import static dev.crosswalk.connectors.guide.FakeServer.Reply.ok;
import static dev.crosswalk.connectors.guide.FakeServer.discovered;
import static dev.crosswalk.connectors.guide.FakeServer.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.connectors.guide.FakeServer.Seen;
import dev.crosswalk.engine.problem.Problem;
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
 * Some systems, Dolibarr for one, describe only the fields that people added. The others are
 * guessed from records, and each field says truly which of both it is.
 */
final class GuessedAndDescribedTest {
  @TempDir Path folder;

  private static final String YAML =
      """
      connector: 1
      id: halves
      name: Halves
      auth: [{id: none, type: none, label: None}]
      http: {base: ORIGIN, allowHosts: ['127.0.0.1']}
      load: {extra: {request: {get: /extra}}}
      objects: {static: [{name: deals}, {name: boats}]}
      metadata: {parser: sample, max: 10}
      fields:
        from: extra
        items: "$lookup($, $object.name).$each(function($v, $k) {$merge([$v, {'key': $k}])})"
        map: {name: key, native: type, label: label, custom: "true", length: size}
      types: {select: enum, varchar: string, "*": any}
      records:
        sample: {get: '/${object.name}', emptyStatuses: [404]}
        items: $
        flatten: "$merge([$, more])"
        strip: [more]
      """;

  private static Reply answer(Seen seen) {
    return switch (seen.path()) {
      case "/extra" ->
          ok(
              Map.of(
                  "deals",
                  Map.of(
                      "tier",
                      Map.of("type", "select", "label", "Tier", "size", ""),
                      "code",
                      Map.of("type", "varchar", "label", "Code", "size", "20"))));
      case "/deals" ->
          ok(List.of(Map.of("id", 1, "name", "Ada", "more", Map.of("tier", "g", "code", "K1"))));
      default -> Reply.status(404, Map.of("error", "none found"));
    };
  }

  @Test
  void onlyWhatIsNotDescribedIsCalledAGuess() throws IOException {
    try (FakeServer server = new FakeServer(folder, GuessedAndDescribedTest::answer);
        Session session = server.own(YAML, "none", Map.of())) {
      SchemaObject deals = discovered(session, "deals");
      Field tier = field(deals, "tier");
      assertThat(tier.type()).isEqualTo(FieldType.ENUM);
      assertThat(tier.warnings()).isEmpty();
      assertThat(field(deals, "code").length()).isEqualTo(20);
      assertThat(field(deals, "name").warnings()).singleElement().asString().contains("Guessed");
      assertThat(session.sample(deals, List.of(), 10, Progress.NONE))
          .containsExactly(Map.of("id", 1, "name", "Ada", "tier", "g", "code", "K1"));
    }
  }

  /** An empty object is told as what it is, and does not stop the records of the others. */
  @Test
  void anObjectWithoutRecordsHasNothingToGuessFrom() throws IOException {
    try (FakeServer server = new FakeServer(folder, GuessedAndDescribedTest::answer);
        Session session = server.own(YAML, "none", Map.of())) {
      Discovery discovery = session.discover(List.of(), Progress.NONE);
      assertThat(discovery.complete()).isTrue();
      assertThat(discovery.problems())
          .singleElement()
          .extracting(Problem::what)
          .isEqualTo("'boats' has no records, so its fields cannot be guessed.");
      SchemaObject boats = discovery.schema().object("boats").orElseThrow();
      assertThat(session.sample(boats, List.of(), 10, Progress.NONE)).isEmpty();
    }
  }

  /** The recipe of the guide for documents that say nothing of lists. */
  @Test
  void guessesAreAskedForAtTheAddressOfTheObject() throws IOException {
    String yaml =
        """
        connector: 1
        id: shop
        name: Shop
        extends: openapi
        metadata: {parser: sample, request: null, max: 100}
        objects:
          static:
            - {name: people, id: p1, label: Person, endpoint: /crm/people, vars: {itemsPath: payload.rows}}
        records:
          page: {page: {param: page, first: 1}}
          size: {param: limit, max: 100}
        """;
    try (FakeServer server =
            new FakeServer(
                folder,
                s ->
                    s.path().equals("/crm/people")
                        ? Reply.ok(
                            Map.of(
                                "payload", Map.of("rows", List.of(Map.of("id", 1, "name", "Ada")))))
                        : Reply.status(404, Map.of("message", s.path())));
        Session session =
            server.own(
                yaml,
                "none",
                Map.of(),
                Map.of("baseUrl", server.origin(), "specUrl", server.origin() + "/spec"))) {
      SchemaObject people = discovered(session, "people");
      assertThat(people.endpoint()).isEqualTo("/crm/people");
      assertThat(people.byName()).containsOnlyKeys("id", "name");
      assertThat(session.sample(people, List.of(), 10, Progress.NONE))
          .containsExactly(Map.of("id", 1, "name", "Ada"));
    }
  }
}
