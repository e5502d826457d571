package dev.crosswalk.connectors.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.connectors.guide.FakeServer.Seen;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A made-up desk for tickets, like some that ran by hand: fields are searched with a list in the
 * body, choices come page by page, flags are 0 and 1, and values in records are texts and objects.
 */
final class ChoicesByPageTest {
  private static final int CHOICES = 45;

  private static final String DESK =
      """
      connector: 1
      id: desk
      name: Desk
      inputs: {key: {label: Key, secret: true}}
      auth: [{id: key, type: header, label: Key, headers: {X-Key: '${key}'}}]
      http: {base: ORIGIN, allowHosts: [127.0.0.1]}
      load:
        own: {request: {post: /search, body: [{field: id, operator: '>', value: 0}]}, items: items}
      objects: {static: [{name: tickets}]}
      fields:
        from: own
        items: $
        map: {name: key, label: title, native: kind, required: must, values: choices}
        enrich:
          - id: choices
            forEach: "fields[native in ['one', 'many']].{ITEM}"
            request: {get: '/choices/${item.name}'}
            items: items
            page: {page: {param: page, first: 1, total: total}}
            size: {param: size, max: 20}
            set: "{'values': $enrich.{'value': CHOICE, 'label': text}}"
      types: {one: enum, many: multi-enum, yes: boolean, count: integer, links: reference-list, "*": any}
      values:
        boolean: {trueValues: ['1'], falseValues: ['0']}
        integer: {from: text}
        multi-enum: {expr: "[$]"}
        reference-list: {expr: "$.id"}
      records:
        sample: {get: /tickets}
        items: $
      """;

  @TempDir Path folder;

  private static Reply answer(Seen seen) {
    return switch (seen.path()) {
      case "/search" ->
          Reply.ok(
              Map.of(
                  "items",
                  List.of(
                      Map.of("key", "hull", "title", "Hull", "kind", "one", "must", 1),
                      Map.of("key", "services", "title", "Services", "kind", "many", "must", "0"),
                      Map.of("key", "insured", "title", "Insured", "kind", "yes", "must", 0),
                      Map.of("key", "berths", "title", "Berths", "kind", "count", "must", 0),
                      Map.of("key", "people", "title", "People", "kind", "links", "must", 0))));
      case "/choices/hull", "/choices/services" -> {
        int from = (Integer.parseInt(seen.query().get("page")) - 1) * 20;
        yield Reply.ok(
            Map.of(
                "total",
                CHOICES,
                "items",
                IntStream.range(from, Math.min(CHOICES, from + 20))
                    .mapToObj(i -> Map.of("key", choice(seen.path(), i), "text", "Choice " + i))
                    .toList()));
      }
      case "/tickets" ->
          Reply.ok(
              List.of(
                  Map.of("insured", "1", "berths", "7", "services", "s1", "people", List.of()),
                  Map.of(
                      "insured", 0,
                      "services", List.of("s1", "s2"),
                      "people", List.of(Map.of("id", 4)))));
      default -> Reply.status(404, Map.of());
    };
  }

  private static String choice(String path, int i) {
    return path.charAt("/choices/".length()) + String.valueOf(i);
  }

  private static Session open(FakeServer server, String item, String choice) throws IOException {
    return server.own(
        DESK.replace("ITEM", item).replace("CHOICE", choice), "key", Map.of("key", "k3y-of-desk"));
  }

  @Test
  void allPagesOfChoicesAreReadAndFlagsMayBeNumbers() throws IOException {
    try (FakeServer server = new FakeServer(folder, ChoicesByPageTest::answer);
        Session session = open(server, "'name': name", "key")) {
      SchemaObject tickets = FakeServer.discovered(session, "tickets");
      for (String name : List.of("hull", "services")) {
        assertThat(FakeServer.field(tickets, name).values())
            .extracting(PicklistValue::value)
            .containsExactlyElementsOf(
                IntStream.range(0, CHOICES).mapToObj(i -> choice("/choices/" + name, i)).toList());
      }
      assertThat(FakeServer.field(tickets, "hull").required()).isTrue();
      assertThat(FakeServer.field(tickets, "services").required()).isFalse();
      assertThat(tickets.fields()).allSatisfy(f -> assertThat(f.warnings()).isEmpty());
      assertThat(server.seen).as("one search, three pages for each of two fields").hasSize(7);
      assertThat(server.seen.getFirst().body())
          .isEqualTo(List.of(Map.of("field", "id", "operator", ">", "value", 0)));
    }
  }

  @Test
  void listsStayListsAndTextsBecomeWhatTheirTypeSays() throws IOException {
    try (FakeServer server = new FakeServer(folder, ChoicesByPageTest::answer);
        Session session = open(server, "'name': name", "key")) {
      SchemaObject tickets = FakeServer.discovered(session, "tickets");
      var records = session.sample(tickets, List.of(), 10, Progress.NONE);
      assertThat(records.get(0))
          .containsEntry("insured", true)
          .containsEntry("services", List.of("s1"))
          .containsEntry("people", List.of());
      assertThat(String.valueOf(records.get(0).get("berths"))).isEqualTo("7");
      assertThat(records.get(1))
          .containsEntry("insured", false)
          .containsEntry("services", List.of("s1", "s2"))
          .containsEntry("people", List.of(4));
    }
  }

  /** Otherwise every field quietly has the choices of the last one. */
  @Test
  void itemsWithoutANameThatContradictEachOtherAreTold() throws IOException {
    try (FakeServer server = new FakeServer(folder, ChoicesByPageTest::answer);
        Session session =
            server.own(
                DESK.replace("{ITEM}", "{'of': name}")
                    .replace("item.name", "item.of")
                    .replace("CHOICE", "key"),
                "key",
                Map.of("key", "k3y-of-desk"))) {
      Field hull = FakeServer.field(FakeServer.discovered(session, "tickets"), "hull");
      assertThat(hull.warnings()).singleElement().asString().contains("'choices'", "'name'");
    }
  }

  /** Otherwise a broken answer takes the choices out of the schema, and nothing tells. */
  @Test
  void anAnswerWithoutTheListIsAnError() throws IOException {
    for (String broken : List.of("/search", "/choices/hull")) {
      try (FakeServer server =
              new FakeServer(
                  folder, seen -> seen.path().equals(broken) ? Reply.ok(Map.of()) : answer(seen));
          Session session = open(server, "'name': name", "key")) {
        assertThat(session.discover(List.of("tickets"), Progress.NONE).problems())
            .singleElement()
            .satisfies(p -> assertThat(p.what()).contains("answered without the list"));
      }
    }
  }

  @Test
  void choicesWithoutAValueAreTold() throws IOException {
    try (FakeServer server = new FakeServer(folder, ChoicesByPageTest::answer);
        Session session = open(server, "'name': name", "Key")) {
      Field hull = FakeServer.field(FakeServer.discovered(session, "tickets"), "hull");
      assertThat(hull.values()).isEmpty();
      assertThat(hull.warnings())
          .singleElement()
          .asString()
          .contains("No 'value' in the choices", String.valueOf(CHOICES));
    }
  }
}
