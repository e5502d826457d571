package dev.crosswalk.connectors.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.guide.FakeServer;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.connectors.guide.FakeServer.Seen;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One record by its id: exactly that one is asked for, and what cannot be had is named. */
final class RecordByIdTest {
  @TempDir Path folder;

  private static final SchemaObject BOAT =
      new SchemaObject(
          "boat",
          null,
          null,
          null,
          null,
          null,
          null,
          List.of(
              Field.builder("id", FieldType.ID).build(),
              Field.builder("name", FieldType.STRING).build(),
              Field.builder("length_over_all", FieldType.INTEGER).build()));

  private static String definition(String records) {
    return """
    connector: 1
    id: harbour
    name: Harbour
    inputs: {key: {label: Key, secret: true}}
    auth: [{id: key, type: header, label: Key, headers: {X-Key: '${key}'}}]
    http: {base: ORIGIN/api, allowHosts: [127.0.0.1]}
    objects: {static: [{name: boat}, {name: crew}]}
    fields: {add: [{name: id, native: text}]}
    types: {"*": string}
    values: {integer: {from: text}}
    records:
      sample: {get: '/${object.name}'}
      items: list
    """
        + records.indent(2);
  }

  private Optional<Map<String, @Nullable Object>> read(
      FakeServer server, String records, String object, String id) throws IOException {
    try (Session session = server.own(definition(records), "key", Map.of("key", "k3y"))) {
      SchemaObject of = new SchemaObject(object, null, null, null, null, null, null, BOAT.fields());
      return session.record(of, id, Progress.NONE);
    }
  }

  private FakeServer server(Function<Seen, Reply> answer) throws IOException {
    return new FakeServer(folder, answer);
  }

  private static final String PLAIN =
      "one: {request: {get: '/${object.name}/${record.id}'}, record: boat}";

  @ParameterizedTest
  @ValueSource(strings = {"7", "a/b?c=d#e", "ä ö", "100%", "x+y", "..a", "https://evil.example"})
  void theIdIsOnePartOfTheAddressWhateverIsInIt(String id) throws IOException {
    try (FakeServer server =
        server(s -> Reply.ok(Map.of("boat", Map.of("id", id, "length_over_all", "12"))))) {
      Map<String, @Nullable Object> boat =
          read(server, PLAIN, "boat", " " + id + " ").orElseThrow();
      assertThat(boat).containsEntry("id", id).containsEntry("length_over_all", 12L);
      assertThat(server.seen)
          .singleElement()
          .satisfies(seen -> {
            assertThat(seen.path()).startsWith("/api/boat/");
            String last = seen.path().substring("/api/boat/".length());
            assertThat(last).doesNotContain("/");
            assertThat(
                    java.net.URLDecoder.decode(
                        last.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(id);
            assertThat(seen.query()).isEmpty();
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "a\nb", "7'"})
  void whatCanBeNoIdIsNeverSent(String id) throws IOException {
    String checked = PLAIN.replace("one: {", "one: {id: '$contains(id, /[^0-9a]/) ? null : id', ");
    try (FakeServer server = server(s -> Reply.ok(Map.of()))) {
      assertThatThrownBy(() -> read(server, checked, "boat", id))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo(RecordById.NO_ID));
      assertThat(server.seen).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"boat\": null}", "{\"boat\": []}", "{}"})
  void anAnswerWithoutTheRecordSaysThatThereIsNone(String answer) throws IOException {
    try (FakeServer server = server(s -> Reply.text(answer, "application/json"))) {
      assertThatThrownBy(() -> read(server, PLAIN, "boat", "7"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.problem().code()).isEqualTo(RecordById.UNKNOWN);
                assertThat(e.problem().what()).contains("boat", "'7'");
              });
    }
  }

  @Test
  void aStatusSaysItToo() throws IOException {
    try (FakeServer server = server(s -> Reply.status(404, Map.of("error", "no such boat")))) {
      assertThatThrownBy(() -> read(server, PLAIN, "boat", "7"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo(RecordById.UNKNOWN));
    }
    try (FakeServer server = server(s -> Reply.status(403, Map.of("error", "not yours")))) {
      assertThatThrownBy(() -> read(server, PLAIN, "boat", "7"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo("remote-forbidden"));
    }
  }

  @Test
  void whereItIsNotSaidHowNothingIsAsked() throws IOException {
    try (FakeServer server = server(s -> Reply.ok(Map.of("boat", Map.of("id", "7"))))) {
      assertThat(read(server, "max: 10", "boat", "7")).isEmpty();
      String some = PLAIN.replace("one: {", "one: {when: \"object.name='boat'\", ");
      assertThat(read(server, some, "crew", "7")).isEmpty();
      assertThat(server.seen).isEmpty();
      assertThat(read(server, some, "boat", "7")).isPresent();
    }
  }

  @Test
  void aListThatGivesIdsOnlySaysHow() throws IOException {
    String perId = "perId: {request: {get: '/${object.name}/${record.id}'}, answer: boat}";
    try (FakeServer server = server(s -> Reply.ok(Map.of("boat", Map.of("id", "7"))))) {
      assertThat(read(server, perId, "boat", "7")).isPresent();
    }
  }

  @Test
  void aLongListOfFieldsIsReadInPartsThatAreJoined() throws IOException {
    String parts =
        """
        maxFields: 2
        splitOn: id
        one: {request: {get: '/${object.name}/${record.id}', query: {only: '${fields|names|join:","}'}}, record: boat}
        """;
    try (FakeServer server =
        server(s -> {
          Map<String, Object> boat = new HashMap<>();
          for (String name : s.query().get("only").split(",", -1)) {
            boat.put(name, name.equals("length_over_all") ? "12" : "of " + name);
          }
          return Reply.ok(Map.of("boat", boat));
        })) {
      assertThat(read(server, parts, "boat", "7").orElseThrow())
          .containsEntry("name", "of name")
          .containsEntry("length_over_all", 12L);
      assertThat(server.seen).hasSize(2);
    }
  }

  @Test
  void theAddressOfANextPageMayDependOnTheObject() throws IOException {
    String paged =
        "page: {cursor: {path: \"$lookup($, $object.name & '_next')\", param: after}}\nmax: 10";
    try (FakeServer server =
            server(s ->
                Reply.ok(
                    s.query().containsKey("after")
                        ? Map.of("list", List.of(Map.of("id", "2")))
                        : Map.of("list", List.of(Map.of("id", "1")), "boat_next", "x")));
        Session session = server.own(definition(paged), "key", Map.of("key", "k3y"))) {
      assertThat(session.sample(BOAT, List.of(), 10, Progress.NONE)).hasSize(2);
    }
  }

  @Test
  void aRequestThatDoesNotNameTheIdIsAMistake() {
    assertThatThrownBy(
            () -> {
              try (FakeServer server = server(s -> Reply.ok(Map.of()))) {
                read(server, "one: {request: {get: '/${object.name}'}}", "boat", "7");
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("${record.id}");
  }
}
