package dev.crosswalk.connectors.real;

import static dev.crosswalk.connectors.guide.FakeServer.discovered;
import static dev.crosswalk.connectors.guide.FakeServer.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.guide.FakeServer;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.connectors.guide.FakeServer.Seen;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What recorded answers of real systems showed to be other than documented (docs/decisions/0047):
 * their forms, with made-up values.
 */
final class RecordedFormsTest {
  @TempDir Path folder;

  /** Answers by the end of the path. */
  private static Function<Seen, Reply> ends(Map<String, String> answers) {
    return s ->
        answers.entrySet().stream()
            .filter(
                a -> (s.path() + "?" + s.query().getOrDefault("query", "")).contains(a.getKey()))
            .findFirst()
            .map(a -> Reply.text(a.getValue(), "application/json"))
            .orElse(Reply.status(404, Map.of("message", s.path())));
  }

  @Test
  void zendeskFieldsHaveNullForAKeyAndRemovableSaysNothing() throws IOException {
    Map<String, String> answers =
        Map.of(
            "/ticket_fields",
            """
            {"ticket_fields": [
              {"id": 1, "type": "priority", "title": "Priority", "removable": true, "key": null,
               "system_field_options": [{"name": "Low", "value": "low"}]},
              {"id": 2, "type": "custom_status", "title": "Status", "removable": false, "key": null,
               "custom_statuses": [{"id": 26363596805011, "agent_label": "New", "active": true}]},
              {"id": 26363655924371, "type": "lookup", "title": "Manager", "removable": true,
               "key": null, "relationship_target_type": "zen:user"}]}
            """,
            "/tickets",
            """
            {"tickets": [{"id": 5, "url": "https://x", "priority": "low",
              "custom_fields": [{"id": 26363655924371, "value": 7}],
              "fields": [{"id": 26363655924371, "value": 7}]}]}
            """);
    try (FakeServer fake = new FakeServer(folder, ends(answers));
        Session session =
            fake.shipped(
                "zendesk",
                "token",
                Map.of("subdomain", "acme", "email", "a@b.example"),
                Map.of("token", "t"))) {
      SchemaObject tickets =
          session
              .discover(List.of("tickets"), Progress.NONE)
              .schema()
              .object("tickets")
              .orElseThrow();
      assertThat(field(tickets, "priority").custom()).isFalse();
      assertThat(field(tickets, "custom_status_id").values())
          .extracting(PicklistValue::value)
          .containsExactly("26363596805011");
      assertThat(field(tickets, "26363655924371").custom()).isTrue();
      assertThat(field(tickets, "26363655924371").references()).containsExactly("users");
      assertThat(session.sample(tickets, List.of(), 1, Progress.NONE).get(0))
          .containsEntry("26363655924371", 7)
          .containsEntry("priority", "low")
          .doesNotContainKeys("url", "fields", "custom_fields");
    }
  }

  @Test
  void sellCallsChoicesOptionsAndNamesMayHaveDots() throws IOException {
    Map<String, String> answers =
        Map.of(
            "/deal/custom_fields",
            """
            {"items": [
              {"data": {"id": 1, "name": "Size (approx.) in m.", "type": "string"}},
              {"data": {"id": 2, "name": "Industry", "type": "list",
                "options": [{"id": 1, "name": "TypeA"}]}}]}
            """,
            "/deals",
            """
            {"items": [{"data": {"id": 1, "custom_fields": {"Size (approx.) in m.": "7"}}},
                       {"data": {"id": 2, "custom_fields": {}}}]}
            """);
    try (FakeServer fake = new FakeServer(folder, ends(answers));
        Session session = fake.shipped("zendesk-sell", "token", Map.of(), Map.of("token", "t"))) {
      Discovery found = session.discover(List.of("deals"), Progress.NONE);
      assertThat(found.problems())
          .as("the end that Zendesk has announced")
          .singleElement()
          .satisfies(p -> assertThat(p.code()).isEqualTo("remote-api-version-ends"));
      SchemaObject deals = found.schema().object("deals").orElseThrow();
      assertThat(field(deals, "custom_fields.Industry").values())
          .extracting(PicklistValue::value)
          .containsExactly("TypeA");
      assertThat(session.sample(deals, List.of(), 1, Progress.NONE).get(0))
          .containsEntry("custom_fields.Size (approx.) in m.", "7");
    }
  }

  @Test
  void quickBooksTellsCustomFieldsInTheRecords() throws IOException {
    Map<String, String> answers =
        Map.of(
            "/tokens/bearer",
            "{\"access_token\": \"a\", \"refresh_token\": \"r\", \"expires_in\": 3600}",
            "from Customer",
            """
            {"QueryResponse": {"Customer": [
              {"Id": "1", "DisplayName": "Ada", "CustomField": [
                {"DefinitionId": "540346", "Name": "Budget", "Type": "NumberType", "NumberValue": 50000.5},
                {"DefinitionId": "540347", "Name": "Start", "Type": "DateType", "DateValue": "2024-01-15"}]},
              {"Id": "2", "DisplayName": "Bob"}]}}
            """);
    String yaml =
        """
        connector: 1
        id: books
        extends: quickbooks
        inputs: {realmId: {label: Company, default: "1"}}
        auth: [{id: none, type: none, label: None}]
        http:
          base: ORIGIN/v3/company/${realmId}
          allowHosts: [127.0.0.1]
        """;
    try (FakeServer fake = new FakeServer(folder, ends(answers));
        Session session =
            fake.own(
                yaml,
                "none",
                Map.of("clientSecret", "s"),
                Map.of("clientId", "c", "realmId", "1"))) {
      SchemaObject customer =
          session
              .discover(List.of("Customer"), Progress.NONE)
              .schema()
              .object("Customer")
              .orElseThrow();
      assertThat(field(customer, "CustomField.540346").label()).isEqualTo("Budget");
      assertThat(field(customer, "CustomField.540346").type()).isEqualTo(FieldType.DECIMAL);
      assertThat(field(customer, "CustomField.540347").type()).isEqualTo(FieldType.DATE);
      assertThat(session.sample(customer, List.of(), 1, Progress.NONE).get(0))
          .containsEntry(
              "CustomField", Map.of("540346", new BigDecimal("50000.5"), "540347", "2024-01-15"));
      assertThat(fake.seen)
          .filteredOn(s -> s.query().getOrDefault("query", "").contains("Customer"))
          .allSatisfy(
              s -> assertThat(s.query()).containsEntry("include", "enhancedAllCustomFields"))
          .extracting(Seen::query)
          .as("the fields are in the answer that is read anyway, which a discovery remembers")
          .satisfies(queries -> assertThat(queries.stream().distinct()).hasSize(2));
    }
  }

  @Test
  void sageHasOneNameForAnObjectAndAnEmptyListForNone() throws IOException {
    Function<Seen, Reply> server =
        s -> {
          if (s.path().endsWith("/oauth2/token")) {
            return Reply.ok(Map.of("access_token", "a", "expires_in", 100));
          }
          String name = s.query().get("name");
          return Reply.text(
              name == null
                  ? "{\"ia::result\": [{\"apiObject\": \"objects/company/user\", \"type\": \"rootObject\"},"
                      + " {\"apiObject\": \"objects/company/gone\", \"type\": \"rootObject\"}]}"
                  : name.endsWith("user")
                      ? "{\"ia::result\": {\"fields\": {\"email\": {\"type\": \"string\", \"deprecated\": true}},"
                          + " \"refs\": {\"boss\": {\"apiObject\": \"company/user\", \"fields\": {}}}}}"
                      : "{\"ia::result\": [], \"ia::meta\": {\"totalCount\": 0}}",
              "application/json");
        };
    try (FakeServer fake = new FakeServer(folder, server);
        Session session =
            fake.shipped(
                "sage-intacct",
                "app",
                Map.of("clientId", "c", "username", "u@c"),
                Map.of("clientSecret", "s"))) {
      assertThat(session.discover(List.of(), Progress.NONE).schema().objects())
          .extracting(SchemaObject::name)
          .containsExactly("company/user");
      SchemaObject user = discovered(session, "company/user");
      assertThat(field(user, "boss.id").references()).containsExactly("company/user");
      assertThat(field(user, "email").deprecated()).isTrue();
    }
  }
}
