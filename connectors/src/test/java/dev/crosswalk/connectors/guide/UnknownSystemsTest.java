package dev.crosswalk.connectors.guide;

import static dev.crosswalk.connectors.guide.FakeServer.Reply.ok;
import static dev.crosswalk.connectors.guide.FakeServer.discovered;
import static dev.crosswalk.connectors.guide.FakeServer.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.discovery.ObjectSummary;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.connectors.guide.FakeServer.Seen;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Systems of kinds that nobody has heard of are discovered and read with a definition that says
 * only what the author's guide teaches.
 */
final class UnknownSystemsTest {
  @TempDir Path folder;

  private static final String GRAPHQL =
      """
      connector: 1
      id: graphly
      name: Graphly
      inputs: {key: {label: API key, secret: true}}
      auth: [{id: key, type: header, label: API key, headers: {X-Api-Key: '${key}'}}]
      http: {base: ORIGIN, allowHosts: ['127.0.0.1']}
      errors:
        rules:
          - {when: "body.errors[0].extensions.code='UNAUTHENTICATED'", as: unauthenticated}
          - {when: "status=200 and $exists(body.errors)", as: invalid-request}
        message: "body.errors[0].message"
      objects:
        request: {post: /graphql, body: {query: '{ models { key title isCustom } }'}}
        items: data.models
        map: {name: key, label: title, custom: isCustom}
      fields:
        request:
          post: /graphql
          body:
            query: 'query ($model: String!, $after: String) { attributes(model: $model, after: $after) { nodes { key title kind mandatory custom choices { id text } target } cursor } }'
            variables: {model: '${object.name}', after: null}
        items: data.attributes.nodes
        page: {cursor: {path: data.attributes.cursor, param: variables.after, in: body}}
        map:
          name: key
          label: title
          native: kind
          required: mandatory
          custom: custom
          references: target
          values: "choices.{'value': id, 'label': text}"
      types: {TEXT: string, MONEY: money, CHOICE: enum, LINK: reference, WHEN: datetime, "*": {as: any, warn: true}}
      values:
        money: {divideBy: 1000000}
        datetime: {formats: [epoch-seconds]}
      records:
        sample:
          post: /graphql
          body:
            query: 'query ($model: String!, $fields: [String!], $first: Int, $after: String) { records(model: $model, fields: $fields, first: $first, after: $after) { nodes cursor } }'
            variables: {model: '${object.name}', fields: '${fields|names}'}
        items: data.records.nodes
        page: {cursor: {path: data.records.cursor, param: variables.after, in: body}}
        size: {param: variables.first, in: body, max: 2}
        max: 5
      """;

  private static Reply graphql(Seen request) {
    if (!"k".equals(request.headers().get("x-api-key"))) {
      return ok(
          Map.of(
              "errors",
              List.of(
                  Map.of(
                      "message",
                      "Who are you?",
                      "extensions",
                      Map.of("code", "UNAUTHENTICATED")))));
    }
    String query = String.valueOf(request.json().get("query"));
    if (query.contains("models")) {
      return ok(
          Map.of(
              "data",
              Map.of(
                  "models",
                  List.of(
                      Map.of("key", "deal", "title", "Deal", "isCustom", false),
                      Map.of("key", "boat_c", "title", "Boat", "isCustom", true)))));
    }
    @SuppressWarnings("unchecked")
    Map<String, Object> variables = (Map<String, Object>) request.json().get("variables");
    if (query.contains("attributes")) {
      return variables.get("after") == null
          ? ok(
              nodes(
                  "attributes",
                  List.of(
                      Map.of(
                          "key",
                          "name",
                          "title",
                          "Name",
                          "kind",
                          "TEXT",
                          "mandatory",
                          true,
                          "custom",
                          false),
                      Map.of(
                          "key",
                          "price",
                          "title",
                          "Price",
                          "kind",
                          "MONEY",
                          "mandatory",
                          false,
                          "custom",
                          false)),
                  "p2"))
          : ok(
              nodes(
                  "attributes",
                  List.of(
                      Map.of(
                          "key",
                          "stage_c",
                          "title",
                          "Stage",
                          "kind",
                          "CHOICE",
                          "mandatory",
                          false,
                          "custom",
                          true,
                          "choices",
                          List.of(
                              Map.of("id", "1", "text", "Open"), Map.of("id", "2", "text", "Won"))),
                      Map.of(
                          "key",
                          "owner",
                          "title",
                          "Owner",
                          "kind",
                          "LINK",
                          "mandatory",
                          false,
                          "custom",
                          false,
                          "target",
                          "boat_c"),
                      Map.of(
                          "key",
                          "made",
                          "title",
                          "Made",
                          "kind",
                          "WHEN",
                          "mandatory",
                          false,
                          "custom",
                          false)),
                  null));
    }
    int after =
        variables.get("after") == null
            ? 0
            : Integer.parseInt(String.valueOf(variables.get("after")));
    List<Object> nodes = new ArrayList<>();
    for (int i = after; i < Math.min(7, after + 2); i++) {
      nodes.add(
          Map.of("name", "D" + i, "price", 1_500_000L * i, "stage_c", "1", "made", 1_795_230_000));
    }
    return ok(nodes("records", nodes, after + 2 < 7 ? String.valueOf(after + 2) : null));
  }

  private static Map<String, Object> nodes(String name, List<?> nodes, String cursor) {
    Map<String, Object> inner = new java.util.HashMap<>(Map.of("nodes", nodes));
    inner.put("cursor", cursor);
    return Map.of("data", Map.of(name, inner));
  }

  @Test
  void aGraphQlSystem() throws IOException {
    try (FakeServer server = new FakeServer(folder, UnknownSystemsTest::graphql);
        Session session = server.own(GRAPHQL, "key", Map.of("key", "k"))) {
      assertThat(session.objects(Progress.NONE))
          .extracting(ObjectSummary::name, ObjectSummary::custom)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("deal", false),
              org.assertj.core.groups.Tuple.tuple("boat_c", true));
      SchemaObject deal = discovered(session, "deal");
      assertThat(deal.fields())
          .extracting(Field::name)
          .containsExactly("name", "price", "stage_c", "owner", "made");
      assertThat(field(deal, "name").required()).isTrue();
      assertThat(field(deal, "stage_c").custom()).isTrue();
      assertThat(field(deal, "stage_c").values())
          .extracting(PicklistValue::value, PicklistValue::label)
          .contains(org.assertj.core.groups.Tuple.tuple("2", "Won"));
      assertThat(field(deal, "owner").references()).containsExactly("boat_c");
      List<Map<String, Object>> records = session.sample(deal, List.of(), 5, Progress.NONE);
      assertThat(records).hasSize(5);
      assertThat(records.get(1).get("price")).isEqualTo(new java.math.BigDecimal("1.5"));
      assertThat(records.get(1).get("made")).isEqualTo("2026-11-21T03:00:00Z");
    }
  }

  @Test
  void anErrorWithStatus200IsNamed() throws IOException {
    try (FakeServer server = new FakeServer(folder, UnknownSystemsTest::graphql);
        Session session = server.own(GRAPHQL, "key", Map.of("key", "wrong"))) {
      assertThatThrownBy(() -> session.objects(Progress.NONE))
          .hasMessageContaining("refused the login")
          .hasMessageContaining("Who are you?");
    }
  }

  @Test
  void anOperationThatWritesIsRefused() {
    assertThatThrownBy(
            () -> {
              try (FakeServer server = new FakeServer(folder, UnknownSystemsTest::graphql)) {
                server.own(
                    GRAPHQL.replace("'{ models {", "'mutation { models {"),
                    "key",
                    Map.of("key", "k"));
              }
            })
        .hasMessageContaining("a definition only reads");
  }

  /** Page tokens; fields in groups; picklists and labels at other addresses; ids only in lists. */
  private static final String NESTED =
      """
      connector: 1
      id: nesty
      name: Nesty
      inputs: {user: {label: User}, password: {label: Password, secret: true}}
      auth: [{id: user, type: basic, label: User and password, username: '${user}', password: '${password}'}]
      http: {base: 'ORIGIN/api', allowHosts: ['127.0.0.1'], headers: {Accept: application/json}}
      load:
        labels: {request: {get: /labels}, optional: true}
      objects:
        static: [{name: notes, label: Note, custom: false, vars: {group: text, path: notes}}]
        request: {get: /modules}
        items: modules
        map: {name: slug, label: "$lookup($labels, slug)", custom: "kind='user'", primaryKey: "'id'", requiredFields: must}
        vars: {group: family, path: slug & 's'}
        hide: internal
        page: {cursor: {path: nextPageToken, param: pageToken}}
      fields:
        request: {get: '/schema/${object.group}', query: {version: 2}}
        items: "sections.attributes"
        map:
          name: api
          label: "$lookup($labels, api)"
          native: t.name
          custom: "$exists(t.custom) and t.custom"
          polymorphic: "$count(t.to) > 1"
          references: t.to
          length: t.max
          dependsOn: t.under
        more:
          - when: "object.name != 'notes'"
            request: {get: '/custom/${object.name}', emptyStatuses: [404]}
            items: "$each(extra, function($v, $k) {$merge([$v, {'key': $k}])})"
            map: {name: "'extra.' & key", native: type, label: title, custom: true, partOf: "'extra'"}
            optional: true
        add: [{name: id, native: key, label: ID}]
        enrich:
          - id: choices
            forEach: "fields[native='pick'].{'name': name}"
            request: {get: '/choices/${object.name}/${item.name}'}
            set: "{'values': $enrich.choices.{'value': code, 'label': text, 'active': $not(old), 'validFor': when}}"
      types: {s: "length ? (length > 255 ? 'text' : 'string') : 'string'", pick: enum, ref: reference, n: decimal, day: date, key: id, "*": {as: any, warn: true}}
      values: {decimal: {from: text}, date: {formats: [dd.MM.yyyy]}}
      records:
        sample: {get: '/${object.path}'}
        items: ids
        page: {offset: {param: from, end: empty-page}}
        perId: {request: {get: '/${object.path}/${record.id}'}, answer: record}
        max: 4
      """;

  private static Reply nested(Seen request) {
    return switch (request.path().substring("/api".length())) {
      case "/labels" -> ok(Map.of("boat", "Boot", "name", "Name"));
      case "/modules" ->
          "t2".equals(request.query().get("pageToken"))
              ? ok(
                  Map.of(
                      "modules",
                      List.of(
                          Map.of(
                              "slug",
                              "log",
                              "family",
                              "text",
                              "internal",
                              true,
                              "kind",
                              "system"))))
              : ok(
                  Map.of(
                      "nextPageToken",
                      "t2",
                      "modules",
                      List.of(
                          Map.of(
                              "slug",
                              "boat",
                              "family",
                              "things",
                              "kind",
                              "user",
                              "internal",
                              false,
                              "must",
                              List.of("name")))));
      case "/schema/things" ->
          ok(
              Map.of(
                  "sections",
                  List.of(
                      Map.of(
                          "attributes",
                          List.of(
                              Map.of("api", "name", "t", Map.of("name", "s", "max", 300)),
                              Map.of("api", "shape", "t", Map.of("name", "pick", "custom", true)))),
                      Map.of(
                          "attributes",
                          List.of(
                              Map.of(
                                  "api", "colour", "t", Map.of("name", "pick", "under", "shape")),
                              Map.of(
                                  "api",
                                  "about",
                                  "t",
                                  Map.of("name", "ref", "to", List.of("boat", "notes"))))))));
      case "/schema/text" ->
          ok(
              Map.of(
                  "sections",
                  List.of(
                      Map.of(
                          "attributes",
                          List.of(Map.of("api", "body", "t", Map.of("name", "s")))))));
      case "/custom/boat" ->
          ok(
              Map.of(
                  "extra",
                  Map.of(
                      "sails",
                      Map.of("type", "n", "title", "Sails"),
                      "launched",
                      Map.of("type", "day", "title", "Launched"))));
      case "/choices/boat/shape" ->
          ok(
              Map.of(
                  "choices",
                  List.of(
                      Map.of("code", "r", "text", "Round", "old", false),
                      Map.of("code", "f", "text", "Flat", "old", true))));
      case "/choices/boat/colour" ->
          ok(
              Map.of(
                  "choices",
                  List.of(
                      Map.of("code", "red", "text", "Red", "old", false, "when", List.of("r")))));
      case "/boats" -> {
        int from = Integer.parseInt(request.query().getOrDefault("from", "0"));
        // The server cuts pages as it likes; only an empty one is the end.
        yield ok(Map.of("ids", IntStream.range(from, Math.min(5, from + 3)).boxed().toList()));
      }
      default ->
          request.path().matches("/api/boats/\\d")
              ? ok(
                  Map.of(
                      "record",
                      Map.of(
                          "id",
                          request.path().substring(11),
                          "name",
                          "B",
                          "extra",
                          Map.of("sails", "2.5", "launched", "09.04.2019"))))
              : Reply.status(404, Map.of("message", "nothing here"));
    };
  }

  @Test
  void aSystemWithEverythingSomewhereElse() throws IOException {
    try (FakeServer server = new FakeServer(folder, UnknownSystemsTest::nested);
        Session session =
            server.own(NESTED, "user", Map.of("password", "p"), Map.of("user", "u"))) {
      assertThat(session.objects(Progress.NONE))
          .extracting(ObjectSummary::name, ObjectSummary::hidden)
          .contains(
              org.assertj.core.groups.Tuple.tuple("boat", false),
              org.assertj.core.groups.Tuple.tuple("log", true));
      Discovery discovery = session.discover(List.of(), Progress.NONE);
      assertThat(discovery.problems()).isEmpty();
      assertThat(discovery.schema().objects())
          .extracting(SchemaObject::name)
          .containsExactly("notes", "boat");
      SchemaObject boat = discovery.schema().object("boat").orElseThrow();
      assertThat(boat.label()).isEqualTo("Boot");
      assertThat(boat.custom()).isTrue();
      assertThat(field(boat, "id").type()).isEqualTo(FieldType.ID);
      assertThat(field(boat, "name").type()).isEqualTo(FieldType.TEXT);
      assertThat(field(boat, "name").required()).isTrue();
      assertThat(field(boat, "shape").required()).isFalse();
      assertThat(field(boat, "shape").values())
          .extracting(PicklistValue::active)
          .containsExactly(true, false);
      assertThat(field(boat, "colour").dependsOn()).isEqualTo("shape");
      assertThat(field(boat, "colour").values().get(0).validFor()).containsExactly("r");
      assertThat(field(boat, "about").type()).isEqualTo(FieldType.REFERENCE_ANY);
      assertThat(field(boat, "extra.sails").custom()).isTrue();
      List<Map<String, Object>> records = session.sample(boat, List.of(), 4, Progress.NONE);
      assertThat(records).hasSize(4);
      assertThat(records.get(0).get("extra"))
          .isEqualTo(Map.of("sails", new java.math.BigDecimal("2.5"), "launched", "2019-04-09"));
      assertThat(server.seen).filteredOn(s -> s.path().equals("/api/labels")).hasSizeLessThan(4);
    }
  }
}
