package dev.crosswalk.connectors.real;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generic definitions and SAP's on metadata and records that real servers sent. */
final class OdataAnswersTest extends RealAnswers {

  private Session odata() {
    return server()
        .shipped("odata", "none", Map.of("serviceUrl", "https://odata.example.com/crm/"), Map.of());
  }

  private static Discovery whole(Session session) {
    Discovery discovery = session.discover(List.of(), Progress.NONE);
    assertThat(discovery.problems()).isEmpty();
    return discovery;
  }

  private static SchemaObject object(Discovery discovery, String name) {
    return discovery.schema().object(name).orElseThrow();
  }

  /** Names of the properties of a type, read off the XML without an XML parser. */
  private static List<String> properties(String xml, String type) {
    int start = xml.indexOf("<EntityType Name=\"" + type + "\"");
    String part = xml.substring(start, xml.indexOf("</EntityType>", start));
    Matcher matcher = Pattern.compile("<Property Name=\"([^\"]+)\"").matcher(part);
    List<String> names = new ArrayList<>();
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  @ParameterizedTest
  @CsvSource({"xml, application/xml", "json, application/json"})
  @Tries(
      connector = "odata",
      what = {"fields"})
  void version4(String form, String type) throws IOException {
    String document = text("odata/bookshop-like/metadata." + form);
    answers.put("/crm/$metadata", s -> Reply.text(document, type));
    String xml = text("odata/bookshop-like/metadata.xml");
    try (Session session = odata()) {
      Discovery discovery = whole(session);
      assertThat(discovery.schema().objects())
          .extracting(SchemaObject::name)
          .containsExactly("Accounts", "Contacts", "Opportunities");
      SchemaObject accounts = object(discovery, "Accounts");
      assertThat(accounts.label()).isEqualTo("Account");
      assertThat(accounts.fields())
          .extracting(Field::name)
          .containsAll(properties(xml, "Accounts"))
          .contains("contacts", "opportunities")
          .doesNotContain("parent");
      assertThat(field(accounts, "ID").type()).isEqualTo(FieldType.ID);
      assertThat(field(accounts, "ID").required()).isFalse();
      Field name = field(accounts, "name");
      assertThat(name.label()).isEqualTo("Account Name");
      assertThat(name.required()).isTrue();
      assertThat(name.length()).isEqualTo(120);
      assertThat(field(accounts, "createdAt").readOnly()).isTrue();
      assertThat(field(accounts, "sapCustomerNo").description()).contains("leading zeros");
      assertThat(field(accounts, "creditLimit").type()).isEqualTo(FieldType.MONEY);
      assertThat(field(accounts, "creditLimit").scale()).isEqualTo(2);
      assertThat(field(accounts, "firstOrder").type()).isEqualTo(FieldType.DATE);
      assertThat(field(accounts, "opensAt").type()).isEqualTo(FieldType.TIME);
      assertThat(field(accounts, "tags").type()).isEqualTo(FieldType.STRING_LIST);
      assertThat(field(accounts, "tier").type()).isEqualTo(FieldType.ENUM);
      assertThat(field(accounts, "tier").values())
          .extracting(PicklistValue::value)
          .containsExactly("G", "S", "B");
      Field parent = field(accounts, "parent_ID");
      assertThat(parent.type()).isEqualTo(FieldType.REFERENCE);
      assertThat(parent.references()).containsExactly("Accounts");
      assertThat(parent.relationship()).isEqualTo("parent");
      assertThat(field(accounts, "contacts").type()).isEqualTo(FieldType.REFERENCE_LIST);
      assertThat(field(object(discovery, "Contacts"), "optOut").defaultValue()).isEqualTo("false");
    }
  }

  @Test
  @Tries(
      connector = "odata",
      what = {"records", "errors"})
  void version4RecordsAndErrors() throws IOException {
    answers.put(
        "/crm/$metadata",
        s -> Reply.text(file("odata/bookshop-like/metadata.xml"), "application/xml"));
    // As the real server: the next link is relative to the service and its parameter is encoded.
    answers.put(
        "/crm/Accounts",
        s -> {
          Map<String, Object> page = read("odata/bookshop-like/accounts.top2.json");
          if (!s.query().containsKey("$skiptoken")) {
            page.put("@odata.nextLink", "Accounts?%24skiptoken=2");
          }
          return Reply.ok(page);
        });
    try (Session session = odata()) {
      SchemaObject accounts = object(whole(session), "Accounts");
      List<Map<String, Object>> records = session.sample(accounts, List.of(), 4, Progress.NONE);
      assertThat(records).hasSize(4);
      assertThat(records.get(0))
          .containsEntry("creditLimit", new BigDecimal("960.25"))
          .containsEntry("sapCustomerNo", "0000200096")
          .containsEntry("gdprConsentAt", "2026-01-13T12:00:00Z")
          .containsEntry("firstOrder", "2020-01-13")
          .containsEntry("opensAt", "09:00:00");
      String error = text("odata/bookshop-like/error.401.txt");
      answers.put(
          "/crm/$metadata",
          s -> new Reply(401, error.substring(error.lastIndexOf('\n') + 1), "text/plain"));
      fails(session, FailureKind.TOKEN_EXPIRED, "401");
      answer("/crm/$metadata", 404, lastLine("odata/bookshop-like/error.404.txt"));
      fails(session, FailureKind.NOT_FOUND, "Invalid resource path");
    }
  }

  private String lastLine(String fixture) throws IOException {
    String all = text(fixture).strip();
    return all.substring(all.lastIndexOf('\n') + 1);
  }

  private String file(String fixture) {
    try {
      return text(fixture);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Map<String, Object> read(String fixture) {
    try {
      return json(fixture);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  @Tries(
      connector = "sap",
      what = {"fields", "records", "errors"})
  void version2OfSap() throws IOException {
    String xml = text("odata/bookshop-like-v2/metadata.xml");
    answers.put("/sap/crm/$metadata", s -> Reply.text(xml, "application/xml"));
    answers.put(
        "/sap/crm/Accounts", s -> Reply.ok(read("odata/bookshop-like-v2/accounts.top2.json")));
    try (Session session =
        server()
            .shipped(
                "sap",
                "basic",
                Map.of("host", "my1.crm.ondemand.com", "service", "/sap/crm", "user", "u"),
                Map.of("password", "p"))) {
      Discovery discovery = whole(session);
      SchemaObject accounts = object(discovery, "Accounts");
      assertThat(accounts.fields())
          .extracting(Field::name)
          .containsAll(properties(xml, "Accounts"));
      assertThat(field(accounts, "firstOrder").type()).isEqualTo(FieldType.DATE);
      assertThat(field(accounts, "opensAt").type()).isEqualTo(FieldType.TIME);
      assertThat(field(accounts, "contacts").references()).containsExactly("Contacts");
      assertThat(field(accounts, "contacts").type()).isEqualTo(FieldType.REFERENCE_LIST);
      assertThat(field(object(discovery, "Opportunities"), "YY1_ERPQuote_OPP").custom()).isTrue();
      assertThat(field(accounts, "name").custom()).isFalse();
      Map<String, Object> record = session.sample(accounts, List.of(), 2, Progress.NONE).get(0);
      assertThat(record)
          .containsEntry("creditLimit", new BigDecimal("960.25"))
          .containsEntry("revenue", 96000L)
          .containsEntry("firstOrder", "2020-01-13")
          .containsEntry("opensAt", "09:00:00")
          .containsEntry("lastContact", "2026-01-01T00:00:00Z")
          .doesNotContainKey("__metadata");
      answer("/sap/crm/$metadata", 404, text("odata/bookshop-like-v2/error.404.json"));
      fails(session, FailureKind.NOT_FOUND, "Invalid resource path");
    }
  }

  @Test
  void inheritanceComplexTypesAndEnumerations() throws IOException {
    answers.put("/crm/$metadata", s -> Reply.text(file("odata/trippin.xml"), "application/xml"));
    try (Session session = odata()) {
      Discovery discovery = whole(session);
      assertThat(discovery.schema().objects())
          .extracting(SchemaObject::name)
          .containsExactly("People", "Airlines", "Airports");
      SchemaObject people = object(discovery, "People");
      assertThat(field(people, "Gender").values())
          .extracting(PicklistValue::value)
          .containsExactly("Male", "Female", "Unknown");
      assertThat(field(people, "Features").type()).isEqualTo(FieldType.MULTI_ENUM);
      assertThat(field(people, "HomeAddress").type()).isEqualTo(FieldType.COMPOUND);
      assertThat(field(people, "HomeAddress.City.Region").partOf()).isEqualTo("HomeAddress.City");
      assertThat(field(people, "BestFriend").references()).containsExactly("People");
      SchemaObject airports = object(discovery, "Airports");
      // Inherited by the complex type.
      assertThat(field(airports, "Location.Address").type()).isEqualTo(FieldType.STRING);
      assertThat(field(airports, "Location.Loc").type()).isEqualTo(FieldType.GEO);
    }
  }

  @Test
  void associationsOfVersion2() throws IOException {
    answers.put("/crm/$metadata", s -> Reply.text(file("odata/odata-v2.xml"), "application/xml"));
    try (Session session = odata()) {
      Discovery discovery = whole(session);
      SchemaObject products = object(discovery, "Products");
      assertThat(field(products, "ID").type()).isEqualTo(FieldType.ID);
      assertThat(field(products, "Category").type()).isEqualTo(FieldType.REFERENCE);
      assertThat(field(products, "Category").references()).containsExactly("Categories");
      assertThat(field(products, "ReleaseDate").required()).isTrue();
      assertThat(field(object(discovery, "Suppliers"), "Address.City").partOf())
          .isEqualTo("Address");
    }
  }

  @Test
  @Tries(connector = "openapi", what = "fields")
  void openApi() throws IOException {
    answerFile("/spec.json", "odata/bookshop-like/openapi3.json");
    answerFile("/odata/v4/crm/Accounts", "odata/bookshop-like/accounts.top2.json");
    try (Session session =
        server()
            .shipped(
                "openapi",
                "none",
                Map.of(
                    "specUrl",
                    "https://api.example.com/spec.json",
                    "baseUrl",
                    "https://api.example.com/odata/v4/crm"),
                Map.of())) {
      Discovery discovery = whole(session);
      assertThat(discovery.schema().objects())
          .extracting(SchemaObject::name)
          .containsExactly("Accounts", "Contacts", "Opportunities");
      SchemaObject accounts = object(discovery, "Accounts");
      Map<?, ?> said =
          (Map<?, ?>)
              at(
                  json("odata/bookshop-like/openapi3.json"),
                  "components",
                  "schemas",
                  "CrmService.Accounts",
                  "properties");
      for (String name : List.of("name", "tier", "creditLimit", "vip", "firstOrder")) {
        assertThat(said.containsKey(name)).isTrue();
        field(accounts, name);
      }
      assertThat(field(accounts, "tier").values())
          .extracting(PicklistValue::value)
          .containsExactly("G", "S", "B");
      assertThat(field(accounts, "creditLimit").type()).isEqualTo(FieldType.DECIMAL);
      assertThat(field(accounts, "name").length()).isEqualTo(120);
      assertThat(session.sample(accounts, List.of(), 2, Progress.NONE)).hasSize(2);
    }
  }
}
