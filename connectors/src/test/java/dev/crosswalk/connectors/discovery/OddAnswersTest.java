package dev.crosswalk.connectors.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped definitions on what real systems also send: nulls, missing keys, types of tomorrow,
 * odd bodies. No field is lost, the object does not fail, what is unknown is named.
 */
final class OddAnswersTest {
  @TempDir Path folder;
  private final Map<String, MockResponse> answers = new HashMap<>();
  private MockWebServer server;
  private Engines engines;

  @BeforeEach
  void start() throws IOException {
    engines = new Engines(folder);
    server = new MockWebServer();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answers.getOrDefault(
                request.getUrl().encodedPath(),
                new MockResponse.Builder().code(404).body("[]").build());
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static MockResponse.Builder json(String body) {
    return new MockResponse.Builder()
        .addHeader("content-type", "application/json;charset=UTF-8")
        .body(body);
  }

  private Session hubspot() {
    return open("hubspot", "token", Map.of(), Map.of("token", "t0p-secret"));
  }

  private Session salesforce() {
    answers.put(
        "/services/oauth2/token",
        json("{'access_token': 'a', 'instance_url': 'https://x.my.salesforce.com'}"
                .replace('\'', '"'))
            .build());
    answers.put("/services/data", json("[{\"version\": \"67.0\"}]").build());
    answers.put(
        "/services/data/v67.0/sobjects",
        json("{\"sobjects\": [{\"name\": \"Odd__c\", \"queryable\": true, \"extra\": {\"a\": []}}]}")
            .build());
    return open("salesforce", "cc", Map.of("clientId", "c"), Map.of("clientSecret", "t0p-secret"));
  }

  private Session open(
      String connector, String auth, Map<String, String> settings, Map<String, String> secrets) {
    Map<String, String> all = new HashMap<>(settings);
    all.put(ConnectionProfile.LOOPBACK, "http://127.0.0.1:" + server.getPort());
    return engines.catalog().open(new ConnectionProfile("odd", connector, auth, all), secrets);
  }

  private static SchemaObject object(Session session, String name) {
    Discovery discovery = session.discover(List.of(name), Progress.NONE);
    assertThat(discovery.problems()).filteredOn(p -> p.isError()).isEmpty();
    return discovery.schema().object(name).orElseThrow();
  }

  private static Field field(SchemaObject object, String name) {
    return object.field(name).orElseThrow();
  }

  /** Field by field, where the system says so; where it does not, nothing is made up. */
  @Test
  void aFieldThatThisUserMayNotReadIsMarked() throws IOException {
    answers.put("/objects", json("{\"objects\": [{\"name\": \"a\"}]}").build());
    answers.put(
        "/fields/a",
        json("""
        {"fields": [{"name": "open", "may": true}, {"name": "shut", "may": false},
          {"name": "guarded", "may": true, "lock": true}, {"name": "unsaid"}]}
        """)
            .build());
    String yaml =
        """
        connector: 1
        id: rights
        name: Rights
        auth: [{id: none, type: none, label: None}]
        http: {base: 'http://127.0.0.1:%d', allowHosts: ['127.0.0.1']}
        objects: {request: {get: /objects}, items: objects, map: {name: name}}
        fields: {request: {get: '/fields/${object.name}'}, items: fields, map: {name: name, native: "'text'", readable: may, secured: lock}}
        types: {text: string, "*": any}
        """
            .formatted(server.getPort());
    try (Session session =
        engines
            .catalog(yaml)
            .open(new ConnectionProfile("r", "rights", "none", Map.of()), Map.of())) {
      SchemaObject object = object(session, "a");
      assertThat(field(object, "open").warnings()).isEmpty();
      assertThat(field(object, "unsaid").warnings()).isEmpty();
      assertThat(field(object, "shut").warnings()).singleElement().asString().contains("readable");
      assertThat(field(object, "guarded").warnings())
          .singleElement()
          .asString()
          .contains("permission");
    }
  }

  @Test
  void salesforceFieldsWithNullsMissingKeysAndTypesOfTomorrow() {
    answers.put(
        "/services/data/v67.0/sobjects/Odd__c/describe",
        json("""
        {"name": "Odd__c", "fields": [
          {"name": "Id", "type": "id", "length": 18, "picklistValues": null, "referenceTo": null},
          {"name": "Bare"},
          {"name": "Memo", "type": "textarea", "length": null},
          {"name": "Nulls", "type": "string", "label": null, "length": null, "precision": null,
           "scale": null, "nillable": null, "createable": null, "updateable": null, "unique": null,
           "custom": null, "picklistValues": null, "referenceTo": null, "inlineHelpText": null,
           "defaultValue": null, "calculated": null, "compoundFieldName": null},
          {"name": "Texts__c", "type": "string", "length": "80", "custom": "true"},
          {"name": "Quantum__c", "type": "quantumstate", "custom": true, "shape": {"of": [1]}},
          {"name": "Pick__c", "type": "picklist", "picklistValues": [
            {"value": 1, "label": 1, "active": true}, {"value": "", "label": "empty"},
            {"value": null, "label": "none"}, {"label": "nothing"}, {"value": "A"}]},
          {"name": "Empty__c", "type": "picklist", "picklistValues": []},
          {"name": "Any__c", "type": "reference", "referenceTo": []},
          {"name": "Two__c", "type": "reference", "referenceTo": ["A", "B"]},
          {"name": "Default__c", "type": "boolean", "defaultValue": false},
          {"name": "Odd__c", "type": "string", "label": ["a"], "inlineHelpText": {"x": 1}},
          {"type": "string"}, null, "text"
        ]}
        """)
            .build());
    try (Session session = salesforce()) {
      SchemaObject object = object(session, "Odd__c");
      assertThat(object.fields()).hasSize(12);
      assertThat(field(object, "Memo").type()).isEqualTo(FieldType.TEXT);
      assertThat(field(object, "Memo").warnings()).isEmpty();
      assertThat(field(object, "Id").type()).isEqualTo(FieldType.ID);
      assertThat(field(object, "Bare").type()).isEqualTo(FieldType.ANY);
      Field nulls = field(object, "Nulls");
      assertThat(nulls.type()).isEqualTo(FieldType.STRING);
      assertThat(nulls.required()).isNotEqualTo(true);
      assertThat(nulls.warnings()).isEmpty();
      assertThat(field(object, "Texts__c").length()).isEqualTo(80);
      assertThat(field(object, "Texts__c").custom()).isTrue();
      Field unknown = field(object, "Quantum__c");
      assertThat(unknown.type()).isEqualTo(FieldType.ANY);
      assertThat(unknown.nativeType()).isEqualTo("quantumstate");
      assertThat(unknown.warnings()).singleElement().asString().contains("quantumstate");
      assertThat(field(object, "Pick__c").values()).extracting(v -> v.value()).contains("1", "A");
      assertThat(field(object, "Empty__c").values()).isEmpty();
      assertThat(field(object, "Any__c").type()).isEqualTo(FieldType.REFERENCE);
      assertThat(field(object, "Two__c").type()).isEqualTo(FieldType.REFERENCE_ANY);
      assertThat(field(object, "Default__c").defaultValue()).isEqualTo("false");
    }
  }

  @Test
  void hubspotPropertiesWithNullsMissingKeysAndTypesOfTomorrow() {
    answers.put("/crm-object-schemas/2026-09/schemas", json("{\"results\": []}").build());
    answers.put(
        "/crm/properties/2026-09/0-1",
        json("""
        {"results": [
          {"name": "bare"},
          {"name": "rollup", "type": "number", "fieldType": "calculation_rollup", "calculated": true,
           "displayOrder": -1, "archived": false, "options": []},
          {"name": "score", "type": "number", "fieldType": "calculation_score"},
          {"name": "choice", "type": "enumeration", "fieldType": "radio", "options": [
            {"label": "One", "value": 1, "displayOrder": -1, "hidden": false},
            {"label": null, "value": "two"}, {"value": "three", "hidden": true}]},
          {"name": "nullish", "type": "string", "fieldType": "text", "options": null, "label": null,
           "description": null, "groupName": null, "modificationMetadata": null,
           "hubspotDefined": null, "hidden": null, "referencedObjectType": null},
          {"name": "hologram", "type": "hologram", "fieldType": "projector"},
          {"name": "hs_object_id", "type": "number", "fieldType": "number", "hubspotDefined": true}
        ], "paging": null}
        """)
            .build());
    answers.put("/crm-object-schemas/2026-09/schemas/0-1", json("{\"labels\": {}}").build());
    try (Session session = hubspot()) {
      SchemaObject contacts = object(session, "contacts");
      assertThat(contacts.fields()).hasSize(7);
      assertThat(field(contacts, "bare").type()).isEqualTo(FieldType.ANY);
      assertThat(field(contacts, "rollup").type()).isEqualTo(FieldType.DECIMAL);
      assertThat(field(contacts, "rollup").calculated()).isTrue();
      assertThat(field(contacts, "choice").values())
          .extracting(v -> v.value())
          .containsExactly("1", "two", "three");
      assertThat(field(contacts, "nullish").warnings()).isEmpty();
      assertThat(field(contacts, "nullish").required()).isNull();
      assertThat(field(contacts, "hologram").type()).isEqualTo(FieldType.ANY);
      assertThat(field(contacts, "hologram").warnings()).isNotEmpty();
      assertThat(field(contacts, "hs_object_id").type()).isEqualTo(FieldType.ID);
    }
  }

  @Test
  void withoutTheScopeForCustomObjectsTheStandardOnesStay() {
    answers.put(
        "/crm-object-schemas/2026-09/schemas",
        json("""
        {"status": "error", "message": "This app hasn't been granted all required scopes.",
         "category": "MISSING_SCOPES", "correlationId": "c-1",
         "context": {"requiredGranularScopes": ["crm.schemas.custom.read"]}}
        """)
            .code(403)
            .build());
    answers.put(
        "/crm/properties/2026-09/0-1",
        json("{\"results\": [{\"name\": \"email\", \"type\": \"string\", \"fieldType\": \"text\"}]}")
            .build());
    try (Session session = hubspot()) {
      assertThat(session.objects(Progress.NONE))
          .extracting(ObjectSummary::name)
          .contains("contacts", "deals");
      Discovery discovery = session.discover(List.of("contacts"), Progress.NONE);
      assertThat(discovery.schema().objects()).hasSize(1);
      assertThat(discovery.problems())
          .anySatisfy(p -> assertThat(p.what()).contains("crm.schemas.custom.read"));
    }
  }

  @Test
  void byteOrderMarkOtherCharsetsAndGzipAreRead() throws IOException {
    String text = "{\"results\": [{\"name\": \"p_x\", \"labels\": {\"singular\": \"Größe\"}}]}";
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(text.replace("p_x", "fullyQualified").getBytes(StandardCharsets.UTF_8));
    }
    String named = text.replace("\"name\"", "\"fullyQualifiedName\"");
    for (MockResponse.Builder each :
        List.of(
            json("\uFEFF " + named),
            json("")
                .body(new Buffer().writeString(named, StandardCharsets.ISO_8859_1))
                .setHeader("Content-Type", "application/json; charset=ISO-8859-1"),
            json("").chunkedBody(named, 3))) {
      answers.put("/crm-object-schemas/2026-09/schemas", each.build());
      try (Session session = hubspot()) {
        assertThat(session.objects(Progress.NONE))
            .filteredOn(o -> o.name().equals("p_x"))
            .singleElement()
            .satisfies(o -> assertThat(o.label()).isEqualTo("Größe"));
      }
    }
    answers.put(
        "/crm-object-schemas/2026-09/schemas",
        json("")
            .body(new Buffer().write(zipped.toByteArray()))
            .addHeader("content-encoding", "gzip")
            .build());
    try (Session session = hubspot()) {
      assertThat(session.objects(Progress.NONE)).hasSize(8);
    }
  }

  @Test
  void errorsInOtherShapesAreNamedToo() {
    Map<MockResponse, FailureKind> cases =
        Map.of(
            json("{\"errorCode\": \"REQUEST_LIMIT_EXCEEDED\", \"message\": \"none left\"}")
                .code(403)
                .build(),
            FailureKind.QUOTA,
            json("<html><body>Service Unavailable</body></html>").code(503).build(),
            FailureKind.UNAVAILABLE,
            json("").code(500).build(),
            FailureKind.VENDOR_ERROR,
            json("{\"sobjects\": null}").build(),
            FailureKind.NONSENSE,
            json("").build(),
            FailureKind.NONSENSE,
            json("[]").code(401).build(),
            FailureKind.TOKEN_EXPIRED);
    cases.forEach((answer, kind) -> {
      try (Session session = salesforce()) {
        answers.put("/services/data/v67.0/sobjects", answer);
        ApiFailure e =
            Objects.requireNonNull(
                catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE)));
        assertThat(e.kind()).as(answer.toString()).isEqualTo(kind);
        assertThat(e.problem().next()).isNotBlank();
        assertThat(e.problem().what()).doesNotContain("t0p-secret").doesNotContain("null");
      }
    });
  }

  @Test
  void anObjectWhoseAnswerHasNoFieldsIsNamedAndDoesNotCostTheOthers() {
    answers.put("/crm-object-schemas/2026-09/schemas", json("{\"results\": []}").build());
    answers.put("/crm/properties/2026-09/0-1", json("{\"status\": \"pending\"}").build());
    answers.put(
        "/crm/properties/2026-09/0-2",
        json("{\"results\": [{\"name\": \"domain\", \"type\": \"string\", \"fieldType\": \"text\"}]}")
            .build());
    try (Session session = hubspot()) {
      Discovery discovery = session.discover(List.of("contacts", "companies"), Progress.NONE);
      assertThat(discovery.schema().objects())
          .extracting(SchemaObject::name)
          .containsExactly("companies");
      assertThat(discovery.complete()).isFalse();
      assertThat(discovery.problems())
          .anySatisfy(p -> assertThat(p.what()).contains("'contacts'", "without a list of fields"));
    }
  }

  @Test
  void fieldsThatDoNotFitOneQueryAreJoinedOnTheId() {
    List<Field> fields =
        new java.util.ArrayList<>(List.of(Field.builder("Id", FieldType.ID).build()));
    for (int i = 0; i < 700; i++) {
      fields.add(Field.builder("A_rather_long_field_name_" + i + "__c", FieldType.STRING).build());
    }
    SchemaObject object = SchemaObject.of("Odd__c", fields);
    try (Session session = salesforce()) {
      server.setDispatcher(
          new Dispatcher() {
            private int parts;

            @Override
            public MockResponse dispatch(RecordedRequest request) {
              String q = request.getUrl().queryParameter("q");
              return q == null
                  ? answers.get(request.getUrl().encodedPath())
                  : json(records(q, ++parts)).build();
            }
          });
      List<Map<String, @Nullable Object>> records =
          session.sample(object, List.of(), 10, Progress.NONE);
      assertThat(records).hasSize(2);
      assertThat(records)
          .allSatisfy(r -> assertThat(r).hasSize(701).doesNotContainKey("attributes"));
    }
  }

  /** Ids 1 and 2 always, and one that only the first answer has. */
  private static String records(String query, int part) {
    String names = query.substring("SELECT ".length(), query.indexOf(" FROM "));
    StringBuilder all = new StringBuilder();
    for (String id : part == 1 ? List.of("1", "gone", "2") : List.of("2", "1")) {
      StringBuilder one = new StringBuilder("{\"attributes\": {\"type\": \"Odd__c\"}");
      for (String name : names.split(", ", -1)) {
        one.append(",\"").append(name).append("\":\"").append(id).append('"');
      }
      all.append(all.isEmpty() ? "" : ",").append(one).append('}');
    }
    return "{\"done\": true, \"records\": [" + all + "]}";
  }
}
