package dev.crosswalk.connectors.real;

import static dev.crosswalk.connectors.guide.FakeServer.discovered;
import static dev.crosswalk.connectors.guide.FakeServer.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/**
 * Shipped definitions on what REST systems really answered, compared with the answers' own facts.
 */
final class RestAnswersTest extends RealAnswers {

  private Session salesforce() {
    answer(
        "/services/oauth2/token",
        Map.of("access_token", "a", "instance_url", "https://x.my.salesforce.com"));
    answer("/services/data", List.of(Map.of("version", "67.0")));
    return server()
        .shipped("salesforce", "cc", Map.of("clientId", "c"), Map.of("clientSecret", "s"));
  }

  @Test
  @Tries(
      connector = "salesforce",
      what = {"fields", "records"})
  void salesforceDescribesAndPages() throws IOException {
    String base = "/services/data/v67.0";
    answerFile(base + "/sobjects", "salesforce/camel/global_sobjects.json");
    answerFile(base + "/sobjects/Account/describe", "salesforce/camel/account.json");
    try (Session session = salesforce()) {
      List<Map<String, Object>> listed =
          list(json("salesforce/camel/global_sobjects.json"), "sobjects");
      assertThat(session.objects(Progress.NONE))
          .extracting(o -> o.name(), o -> o.custom())
          .containsExactlyElementsOf(
              listed.stream().map(o -> Tuple.tuple(o.get("name"), o.get("custom"))).toList());
      answer(
          base + "/sobjects",
          Map.of("sobjects", List.of(Map.of("name", "Account", "queryable", true))));
      SchemaObject account = discovered(session, "Account");
      List<Map<String, Object>> fields = list(json("salesforce/camel/account.json"), "fields");
      assertThat(account.fields())
          .extracting(Field::name, Field::label, Field::nativeType, f -> f.values().size())
          .containsExactlyElementsOf(
              fields.stream()
                  .map(f ->
                      Tuple.tuple(
                          f.get("name"),
                          f.get("label"),
                          f.get("type"),
                          list(f, "picklistValues").size()))
                  .toList());
      answers.put(
          base + "/query",
          s -> Reply.ok(file("salesforce/restforce/query_paginated_first_page_response.json")));
      answerFile(
          "/services/data/v26.0/query/01gD",
          "salesforce/restforce/query_paginated_last_page_response.json");
      assertThat(session.sample(account, List.of("Name"), 10, Progress.NONE))
          .containsExactly(Map.of("Text_Label", "First Page"), Map.of("Text_Label", "Last Page"));
    }
  }

  private String file(String fixture) {
    try {
      return text(fixture);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  @Tries(connector = "salesforce", what = "errors")
  void salesforceErrors() throws IOException {
    try (Session session = salesforce()) {
      answer(
          "/services/data/v67.0/sobjects",
          401,
          text("salesforce/restforce/expired_session_response.json"));
      fails(session, FailureKind.TOKEN_EXPIRED, "Session expired or invalid");
      answer(
          "/services/data/v67.0/sobjects",
          404,
          text("salesforce/restforce/sobject_describe_error_response.json"));
      fails(session, FailureKind.NOT_FOUND, "The requested resource does not exist");
      answer(
          "/services/data/v67.0/sobjects",
          400,
          text("salesforce/restforce/query_error_response.json"));
      fails(session, FailureKind.FIELD_HIDDEN_OR_MISSING, "error_message");
    }
  }

  @Test
  @Tries(
      connector = "hubspot",
      what = {"fields", "records", "errors"})
  void hubspot() throws IOException {
    answer(
        "/crm-object-schemas/2026-09/schemas",
        403,
        text("hubspot/amp-labs/metadata-err-schemas-scope.json"));
    answerFile(
        "/crm/properties/2026-09/0-3", "hubspot/amp-labs/metadata-deals-properties-sampled.json");
    answerFile(
        "/crm/pipelines/2026-09/deals", "hubspot/amp-labs/metadata-deals-external-pipelines.json");
    answerFile(
        "/crm/objects/2026-09/deals", "hubspot/amp-labs/read/objects-api/contacts-response.json");
    try (Session session = server().shipped("hubspot", "token", Map.of(), Map.of("token", "t"))) {
      Discovery discovery = session.discover(List.of("deals"), Progress.NONE);
      assertThat(discovery.problems())
          .anySatisfy(p -> assertThat(p.what()).contains("custom-object-read"));
      SchemaObject deals = discovery.schema().object("deals").orElseThrow();
      for (Map<String, Object> property :
          list(json("hubspot/amp-labs/metadata-deals-properties-sampled.json"), "results")) {
        Field field = field(deals, String.valueOf(property.get("name")));
        assertThat(field.label()).isEqualTo(property.get("label"));
        assertThat(field.nativeType())
            .isEqualTo(property.get("type") + "." + property.get("fieldType"));
      }
      List<Map<String, Object>> pipelines =
          list(json("hubspot/amp-labs/metadata-deals-external-pipelines.json"), "results");
      assertThat(field(deals, "pipeline").values())
          .extracting(PicklistValue::value, PicklistValue::label)
          .containsExactlyElementsOf(
              pipelines.stream().map(p -> Tuple.tuple(p.get("id"), p.get("label"))).toList());
      SchemaObject contacts =
          SchemaObject.of(
              "deals",
              List.of(
                  Field.builder("email", FieldType.EMAIL).build(),
                  Field.builder("createdate", FieldType.DATETIME).build()));
      assertThat(session.sample(contacts, List.of(), 3, Progress.NONE))
          .extracting(r -> r.get("email"))
          .containsExactly("a@example.com", "b@example.com", "c@example.com");
    }
  }

  @Test
  @Tries(
      connector = "pipedrive",
      what = {"fields", "records", "errors"})
  void pipedrive() throws IOException {
    answerFile("/api/v2/dealFields", "pipedrive/amp-labs/dealsFields.json");
    answerFile("/api/v2/deals", "pipedrive/amp-labs/deals.json");
    answerFile("/api/v1/leads", "pipedrive/amp-labs/leads.json");
    answerFile("/api/v2/activityFields", "pipedrive/amp-labs/activityFields.json");
    try (Session session =
        server().shipped("pipedrive", "token", Map.of("company", "acme"), Map.of("token", "t"))) {
      SchemaObject deals = discovered(session, "deals");
      List<Map<String, Object>> said = list(json("pipedrive/amp-labs/dealsFields.json"), "data");
      for (Map<String, Object> one : said) {
        Field field = field(deals, String.valueOf(one.get("field_code")));
        assertThat(field.label()).isEqualTo(one.get("field_name"));
        assertThat(field.custom()).isEqualTo(one.get("is_custom_field"));
      }
      assertThat(deals.fields()).hasSize(said.size() + 1);
      assertThat(field(deals, "status").type()).isEqualTo(FieldType.ENUM);
      assertThat(field(deals, "status").values())
          .extracting(PicklistValue::value, PicklistValue::label)
          .containsExactly(
              Tuple.tuple("open", "Open"), Tuple.tuple("lost", "Lost"),
              Tuple.tuple("won", "Won"), Tuple.tuple("deleted", "Deleted"));
      assertThat(field(deals, "archive_time").type()).isEqualTo(FieldType.DATE);
      assertThat(session.sample(deals, List.of(), 5, Progress.NONE))
          .containsExactly(Map.of("id", 1, "title", "Test Deal", "status", "open", "value", 1000));
      Field priority = field(discovered(session, "activities"), "priority");
      assertThat(priority.required()).isTrue();
      assertThat(priority.values())
          .extracting(PicklistValue::label)
          .containsExactly("Low", "Medium", "High");
      SchemaObject leads = discovered(session, "leads");
      // Leads have the custom fields of deals, of which there are none here, and their own.
      assertThat(leads.fields())
          .extracting(Field::name)
          .contains("title", "person_id")
          .doesNotContain("status");
      Map<String, Object> lead = session.sample(leads, List.of(), 5, Progress.NONE).get(0);
      assertThat(lead).containsEntry("title", "Ampersand lead").containsEntry("person_id", 2);
      answer("/api/v2/dealFields", 403, text("pipedrive/amp-labs/not-found.json"));
      Discovery refused = session.discover(List.of("deals"), Progress.NONE);
      assertThat(refused.problems())
          .singleElement()
          .satisfies(p -> assertThat(p.what()).contains("Scope and URL mismatch"));
      assertThat(refused.unread()).containsExactly("deals");
    }
  }

  @Test
  @Tries(connector = "attio", what = "records")
  void attio() throws IOException {
    answerFile("/v2/objects", "attio/amp-labs/objects.json");
    answer(
        "/v2/objects/companies/attributes",
        Map.of(
            "data",
            List.of(
                Map.of(
                    "api_slug",
                    "name",
                    "type",
                    "text",
                    "title",
                    "Name",
                    "is_system_attribute",
                    true),
                Map.of(
                    "api_slug",
                    "level",
                    "type",
                    "select",
                    "title",
                    "Level",
                    "is_system_attribute",
                    false,
                    "config",
                    Map.of()),
                Map.of(
                    "api_slug",
                    "staff",
                    "type",
                    "record-reference",
                    "title",
                    "Staff",
                    "is_system_attribute",
                    false,
                    "config",
                    Map.of(
                        "record_reference",
                        Map.of(
                            "allowed_object_ids",
                            List.of("0e80364d-70b1-44d3-b7ba-0a6a564a7152")))))));
    answerFile("/v2/objects/companies/attributes/level/options", "attio/amp-labs/options.json");
    answerFile("/v2/objects/companies/records/query", "attio/amp-labs/companies_read.json");
    try (Session session = server().shipped("attio", "token", Map.of(), Map.of("token", "t"))) {
      List<Map<String, Object>> objects = list(json("attio/amp-labs/objects.json"), "data");
      assertThat(session.objects(Progress.NONE))
          .extracting(o -> o.name(), o -> o.label(), o -> o.custom())
          .containsExactlyElementsOf(
              objects.stream()
                  .map(o -> Tuple.tuple(o.get("api_slug"), o.get("singular_noun"), false))
                  .toList());
      SchemaObject companies = discovered(session, "companies");
      assertThat(field(companies, "level").values())
          .extracting(PicklistValue::value)
          .containsExactlyElementsOf(
              list(json("attio/amp-labs/options.json"), "data").stream()
                  .map(o -> String.valueOf(o.get("title")))
                  .toList());
      // Ids of objects become their names.
      assertThat(field(companies, "staff").references()).containsExactly("people");
      assertThat(session.sample(companies, List.of(), 5, Progress.NONE).get(0))
          .containsEntry("name", "Attio")
          .containsEntry("record_id", "2db97cee-6c6b-4486-ae52-db8e4b6f44e9");
    }
  }

  private void zohoSignedIn() {
    server().engines.secrets.put("shipped/refreshToken", "r");
    answer(
        "/oauth/v2/token",
        Map.of("access_token", "a", "api_domain", "https://www.zohoapis.com", "expires_in", 3600));
  }

  @Test
  @Tries(connector = "netsuite", what = "fields")
  void netsuite() throws IOException {
    answer(
        "/services/rest/record/v1/metadata-catalog",
        Map.of("items", List.of(Map.of("name", "customer"))));
    answerFile(
        "/services/rest/record/v1/metadata-catalog/customer",
        "netsuite/excerpts/customer.schema.composed.json");
    try (Session session =
        server()
            .shipped(
                "netsuite",
                "tba",
                Map.of("account", "1234567_SB1", "consumerKey", "c", "tokenId", "t"),
                Map.of("consumerSecret", "s", "tokenSecret", "s"))) {
      SchemaObject customer = discovered(session, "customer");
      Map<?, ?> properties =
          (Map<?, ?>) at(json("netsuite/excerpts/customer.schema.composed.json"), "properties");
      assertThat(customer.fields()).hasSize(properties.size());
      properties.forEach((name, said) -> {
        Field field = field(customer, name.toString());
        assertThat(field.label()).isEqualTo(((Map<?, ?>) said).get("title"));
        assertThat(field.required()).isNull();
      });
      assertThat(field(customer, "id").type()).isEqualTo(FieldType.ID);
      assertThat(field(customer, "email").type()).isEqualTo(FieldType.EMAIL);
      assertThat(field(customer, "balance").type()).isEqualTo(FieldType.DECIMAL);
      assertThat(field(customer, "lastModifiedDate").type()).isEqualTo(FieldType.DATETIME);
      assertThat(field(customer, "custentity_lowvolt").custom()).isTrue();
      assertThat(field(customer, "subsidiary").type()).isEqualTo(FieldType.REFERENCE);
      assertThat(server().seen)
          .anySatisfy(
              s -> assertThat(s.headers()).containsEntry("accept", "application/schema+json"));
    }
  }

  @Test
  @Tries(
      connector = "close",
      what = {"records", "errors"})
  void close() throws IOException {
    answerFile("/api/v1/lead/", "close/amp-labs/leads.json");
    answer(
        "/api/v1/custom_field/lead/",
        Map.of(
            "data",
            List.of(
                Map.of(
                    "id",
                    "cf_x",
                    "name",
                    "Level",
                    "type",
                    "choices",
                    "choices",
                    List.of("A", "B")))));
    try (Session session = server().shipped("close", "key", Map.of(), Map.of("key", "k"))) {
      SchemaObject lead = discovered(session, "lead");
      Map<String, Object> first = list(json("close/amp-labs/leads.json"), "data").get(0);
      assertThat(lead.fields())
          .extracting(Field::name)
          .containsAll(first.keySet())
          .contains("custom.cf_x");
      assertThat(field(lead, "id").type()).isEqualTo(FieldType.ID);
      assertThat(field(lead, "date_created").type()).isEqualTo(FieldType.DATETIME);
      assertThat(field(lead, "html_url").type()).isEqualTo(FieldType.URL);
      assertThat(field(lead, "name").warnings())
          .singleElement()
          .asString()
          .contains("Guessed from");
      assertThat(field(lead, "custom.cf_x").values())
          .extracting(PicklistValue::value)
          .containsExactly("A", "B");
      assertThat(session.sample(lead, List.of(), 1, Progress.NONE).get(0))
          .containsEntry("id", first.get("id"));
      answer("/api/v1/lead/", 404, text("close/amp-labs/unsupported.json"));
      assertThat(session.discover(List.of("lead"), Progress.NONE).problems())
          .anySatisfy(p -> assertThat(p.what()).contains("was not found on the server"));
    }
  }

  @Test
  @Tries(
      connector = "marketo",
      what = {"records", "errors"})
  void marketo() throws IOException {
    answer("/identity/oauth/token", Map.of("access_token", "a", "expires_in", 3600));
    answerFile("/rest/v1/customobjects.json", "marketo/amp-labs/zero-records.json");
    answerFile("/rest/v1/leads.json", "marketo/amp-labs/leads.json");
    answerFile("/rest/v1/companies/describe.json", "marketo/amp-labs/not-found.json");
    try (Session session =
        server()
            .shipped(
                "marketo",
                "app",
                Map.of("munchkin", "123-ABC-456", "clientId", "c"),
                Map.of("clientSecret", "s"))) {
      assertThat(session.objects(Progress.NONE)).hasSize(5);
      SchemaObject leads =
          SchemaObject.of(
              "leads",
              List.of(
                  Field.builder("id", FieldType.INTEGER).build(),
                  Field.builder("email", FieldType.EMAIL).build(),
                  Field.builder("createdAt", FieldType.DATETIME).build()));
      assertThat(session.sample(leads, List.of(), 5, Progress.NONE))
          .containsExactly(
              (Map<String, Object>) list(json("marketo/amp-labs/leads.json"), "result").get(0));
      // Not found, and yet with status 200.
      assertThat(session.discover(List.of("companies"), Progress.NONE).problems())
          .singleElement()
          .satisfies(p -> {
            assertThat(p.code()).isEqualTo("remote-not-found");
            assertThat(p.what()).contains("Requested resource not found");
          });
    }
  }

  @Test
  @Tries(
      connector = "dynamics",
      what = {"fields", "records"})
  void dynamics() throws IOException {
    String base = "/api/data/v9.2";
    String attributes = base + "/EntityDefinitions(LogicalName='contact')/Attributes";
    String kinds = attributes + "/Microsoft.Dynamics.CRM.";
    answer("/organizations/oauth2/v2.0/token", Map.of("access_token", "a", "expires_in", 3600));
    Map<String, Object> contact =
        json("dynamics/amp-labs/metadata/contacts/entity-definition.json");
    contact.putAll(
        Map.of(
            "LogicalName",
            "contact",
            "EntitySetName",
            "contacts",
            "PrimaryIdAttribute",
            "contactid"));
    answer(base + "/EntityDefinitions", Map.of("value", List.of(contact)));
    answerFile(attributes, "dynamics/amp-labs/metadata/contacts/attributes.json");
    answerFile(
        kinds + "PicklistAttributeMetadata",
        "dynamics/amp-labs/metadata/contacts/options-picklists.json");
    answerFile(
        kinds + "StateAttributeMetadata",
        "dynamics/amp-labs/metadata/contacts/options-states.json");
    answerFile(
        kinds + "StatusAttributeMetadata",
        "dynamics/amp-labs/metadata/contacts/options-statuses.json");
    answerFile(base + "/contacts", "dynamics/amp-labs/contacts-read.json");
    try (Session session =
        server()
            .shipped(
                "dynamics",
                "app",
                Map.of("host", "acme.crm4.dynamics.com", "clientId", "c"),
                Map.of("clientSecret", "s"))) {
      SchemaObject object = discovered(session, "contact");
      assertThat(object.plural()).isEqualTo("Contacts");
      assertThat(object.endpoint()).isEqualTo("contacts");
      List<Map<String, Object>> said =
          list(json("dynamics/amp-labs/metadata/contacts/attributes.json"), "value");
      assertThat(object.fields()).hasSize(said.size());
      for (Map<String, Object> one : said) {
        boolean lookup = "LookupType".equals(at(one, "AttributeTypeName", "Value"));
        Field field =
            field(
                object,
                lookup
                    ? "_" + one.get("LogicalName") + "_value"
                    : String.valueOf(one.get("LogicalName")));
        List<Map<String, Object>> labels = list(one, "DisplayName", "LocalizedLabels");
        assertThat(field.label()).isEqualTo(labels.isEmpty() ? null : labels.get(0).get("Label"));
        assertThat(field.readOnly())
            .isEqualTo(
                one.get("IsValidForCreate").equals(false)
                    && one.get("IsValidForUpdate").equals(false));
        if (one.get("Targets") instanceof List<?> targets) {
          assertThat(field.references()).isEqualTo(targets);
        }
      }
      assertThat(field(object, "birthdate").type()).isEqualTo(FieldType.DATE);
      assertThat(field(object, "annualincome").type()).isEqualTo(FieldType.MONEY);
      assertThat(field(object, "createdon").type()).isEqualTo(FieldType.DATETIME);
      for (Map<String, Object> picklist :
          list(json("dynamics/amp-labs/metadata/contacts/options-picklists.json"), "value")) {
        assertThat(field(object, String.valueOf(picklist.get("LogicalName"))).values())
            .extracting(PicklistValue::value, PicklistValue::label)
            .containsExactlyElementsOf(
                list(picklist, "OptionSet", "Options").stream()
                    .map(o ->
                        Tuple.tuple(
                            String.valueOf(o.get("Value")),
                            at(o, "Label", "UserLocalizedLabel", "Label")))
                    .toList());
      }
      assertThat(field(object, "statuscode").values())
          .extracting(PicklistValue::value, PicklistValue::validFor)
          .containsExactlyElementsOf(
              list(
                      json("dynamics/amp-labs/metadata/contacts/options-statuses.json"),
                      "value",
                      0,
                      "OptionSet",
                      "Options")
                  .stream()
                  .map(o ->
                      Tuple.tuple(
                          String.valueOf(o.get("Value")),
                          o.get("State") == null
                              ? List.of()
                              : List.of(String.valueOf(o.get("State")))))
                  .toList());
      answers.put(
          base + "/contacts",
          s ->
              s.query().containsKey("$skiptoken")
                  ? Reply.ok(Map.of("value", List.of()))
                  : Reply.ok(file("dynamics/amp-labs/contacts-read.json")));
      List<Map<String, Object>> records = session.sample(object, List.of(), 5, Progress.NONE);
      assertThat(records)
          .extracting(r -> r.get("fullname"))
          .containsExactly("Heriberto Nathan", "Dwayne Elijah");
      assertThat(server().seen).anySatisfy(s -> assertThat(s.query()).containsKey("$skiptoken"));
    }
  }

  @Test
  @Tries(
      connector = "zoho",
      what = {"fields", "records", "errors"})
  void zoho() throws IOException {
    zohoSignedIn();
    answer(
        "/crm/v8/settings/modules",
        Map.of(
            "modules",
            List.of(
                Map.of(
                    "api_name",
                    "Deals",
                    "singular_label",
                    "Deal",
                    "api_supported",
                    true,
                    "generated_type",
                    "default"))));
    answerFile("/crm/v8/settings/fields", "zoho/amp-labs/deals.json");
    answer(
        "/crm/v8/settings/layouts",
        Map.of(
            "layouts",
            List.of(
                Map.of(
                    "sections",
                    List.of(
                        Map.of(
                            "fields", List.of(Map.of("api_name", "Owner", "required", true))))))));
    answerFile("/crm/v8/Deals", "zoho/amp-labs/contacts.json");
    server().engines.browser = page -> approve(page);
    try (Session session =
        server().shipped("zoho", "web", Map.of("clientId", "c"), Map.of("clientSecret", "s"))) {
      session.test(Progress.NONE);
      SchemaObject deals = discovered(session, "Deals");
      List<Map<String, Object>> said = list(json("zoho/amp-labs/deals.json"), "fields");
      assertThat(deals.fields()).hasSize(said.size() + 1);
      for (Map<String, Object> one : said) {
        Field field = field(deals, String.valueOf(one.get("api_name")));
        assertThat(field.label()).isEqualTo(one.get("display_label"));
        assertThat(field.custom()).isEqualTo(one.get("custom_field"));
        assertThat(field.readOnly()).isFalse();
        assertThat(field.values())
            .extracting(PicklistValue::value)
            .containsExactlyElementsOf(
                list(one, "pick_list_values").stream()
                    .map(v -> String.valueOf(v.get("actual_value")))
                    .toList());
      }
      assertThat(field(deals, "Stage").required()).isTrue();
      assertThat(field(deals, "Owner").required()).isTrue();
      assertThat(field(deals, "Owner").type()).isEqualTo(FieldType.REFERENCE);
      assertThat(session.sample(deals, List.of(), 5, Progress.NONE))
          .extracting(r -> r.get("Full_Name"))
          .containsExactly("Ryan Dahl2", "Jane Smith");
      answer("/crm/v8/settings/modules", 400, text("zoho/amp-labs/arsenal.json"));
      fails(session, FailureKind.NOT_FOUND, "the module name given seems to be invalid");
    }
  }

  /** What a person's browser does on the sign-in page. */
  private static void approve(java.net.URI page) {
    okhttp3.HttpUrl url = java.util.Objects.requireNonNull(okhttp3.HttpUrl.get(page));
    okhttp3.HttpUrl back =
        okhttp3.HttpUrl.get(java.util.Objects.requireNonNull(url.queryParameter("redirect_uri")))
            .newBuilder()
            .addQueryParameter("code", "c")
            .addQueryParameter("state", url.queryParameter("state"))
            .build();
    Thread.startVirtualThread(() -> {
      try (okhttp3.Response r =
          new okhttp3.OkHttpClient()
              .newCall(new okhttp3.Request.Builder().url(back).build())
              .execute()) {
        assertThat(r.code()).isLessThan(500);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }
}
