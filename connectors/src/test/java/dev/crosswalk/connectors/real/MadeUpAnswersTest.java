package dev.crosswalk.connectors.real;

import static dev.crosswalk.connectors.guide.FakeServer.Reply.ok;
import static dev.crosswalk.connectors.guide.FakeServer.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shipped definitions without real answers, on answers made up from the vendors' documentation: the
 * expressions hold together. This proves nothing about the vendors, so the marks do not count it.
 */
final class MadeUpAnswersTest {
  @TempDir Path folder;

  private static Function<Seen, Reply> paths(Map<String, Object> answers) {
    return s ->
        answers.containsKey(s.path())
            ? ok(answers.get(s.path()))
            : Reply.status(404, Map.of("message", s.path()));
  }

  private static SchemaObject discovered(Session session, String name) {
    Discovery discovery = session.discover(List.of(name), Progress.NONE);
    assertThat(discovery.problems()).filteredOn(p -> p.isError()).isEmpty();
    return discovery.schema().object(name).orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static Object odoo(Map<String, Object> call) {
    Map<String, Object> params = (Map<String, Object>) call.get("params");
    List<Object> args = (List<Object>) params.get("args");
    if (params.get("service").equals("common")) {
      return args.get(2).equals("good") ? 7 : false;
    }
    assertThat(args.subList(0, 3)).containsExactly("db", 7, "good");
    Map<String, Object> kwargs = (Map<String, Object>) args.get(6);
    if (args.get(4).equals("fields_get")) {
      return Map.of(
          "id",
              Map.of(
                  "type",
                  "integer",
                  "string",
                  "ID",
                  "required",
                  false,
                  "readonly",
                  true,
                  "manual",
                  false,
                  "store",
                  true),
          "name",
              Map.of(
                  "type",
                  "char",
                  "string",
                  "Name",
                  "required",
                  true,
                  "readonly",
                  false,
                  "manual",
                  false,
                  "store",
                  true,
                  "size",
                  64),
          "x_level",
              Map.of(
                  "type",
                  "selection",
                  "string",
                  "Level",
                  "required",
                  false,
                  "readonly",
                  false,
                  "manual",
                  true,
                  "store",
                  true,
                  "selection",
                  List.of(List.of("a", "First"), List.of("b", "Second"))),
          "parent_id",
              Map.of(
                  "type",
                  "many2one",
                  "string",
                  "Parent",
                  "required",
                  false,
                  "readonly",
                  false,
                  "manual",
                  false,
                  "store",
                  true,
                  "relation",
                  "res.partner"),
          "credit",
              Map.of(
                  "type",
                  "float",
                  "string",
                  "Credit",
                  "required",
                  false,
                  "readonly",
                  true,
                  "manual",
                  false,
                  "store",
                  false,
                  "digits",
                  List.of(16, 2)));
    }
    int offset = ((Number) kwargs.getOrDefault("offset", 0)).intValue();
    if (args.get(3).equals("ir.model")) {
      return offset > 0
          ? List.of()
          : List.of(
              Map.of("id", 1, "model", "res.partner", "name", "Contact", "state", "base"),
              Map.of("id", 2, "model", "x_boat", "name", "Boat", "state", "manual"),
              Map.of("id", 3, "model", "ir.cron", "name", "Cron", "state", "base"),
              Map.of("id", 4, "model", "image.mixin", "name", "Image Mixin", "state", "base"));
    }
    if (args.get(3).equals("ir.model.access")) {
      return offset > 0
          ? List.of()
          : List.of(
              Map.of("id", 7, "model_id", List.of(1, "Contact")),
              Map.of("id", 8, "model_id", List.of(3, "Cron")));
    }
    return offset > 0
        ? List.of()
        : List.of(
            Map.of(
                "id",
                41,
                "name",
                "Müller",
                "x_level",
                false,
                "parent_id",
                List.of(9, "Holding"),
                "credit",
                1.5));
  }

  private FakeServer odooServer() throws IOException {
    return new FakeServer(
        folder, s -> ok(Map.of("jsonrpc", "2.0", "id", 1, "result", odoo(s.json()))));
  }

  private static Session odooSession(FakeServer fake, String password) {
    return fake.shipped(
        "odoo",
        "key",
        Map.of("host", "acme.odoo.com", "database", "db", "user", "u"),
        Map.of("password", password));
  }

  @Test
  void odooByJsonRpc() throws IOException {
    try (FakeServer fake = odooServer();
        Session session = odooSession(fake, "good")) {
      assertThat(session.objects(Progress.NONE))
          .filteredOn(o -> !o.hidden())
          .extracting(o -> o.name(), o -> o.custom())
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("res.partner", false),
              org.assertj.core.groups.Tuple.tuple("x_boat", true));
      SchemaObject partner = discovered(session, "res.partner");
      assertThat(field(partner, "id").type()).isEqualTo(FieldType.ID);
      assertThat(field(partner, "name").required()).isTrue();
      assertThat(field(partner, "name").length()).isEqualTo(64);
      assertThat(field(partner, "x_level").custom()).isTrue();
      assertThat(field(partner, "x_level").values())
          .extracting(PicklistValue::label)
          .containsExactly("First", "Second");
      assertThat(field(partner, "parent_id").references()).containsExactly("res.partner");
      assertThat(field(partner, "credit").calculated()).isTrue();
      assertThat(field(partner, "credit").scale()).isEqualTo(2);
      Map<String, Object> record = session.sample(partner, List.of(), 5, Progress.NONE).get(0);
      assertThat(record).containsEntry("parent_id", 9).containsEntry("x_level", null);
    }
  }

  @Test
  void odooByJson2() throws IOException {
    Map<String, Object> answers = new HashMap<>();
    answers.put(
        "/json/2/ir.model/search_read",
        List.of(Map.of("model", "res.partner", "name", "Contact", "state", "base")));
    answers.put(
        "/json/2/res.partner/fields_get",
        Map.of("name", Map.of("type", "char", "string", "Name", "required", true)));
    answers.put("/json/2/res.partner/search_read", List.of(Map.of("name", false)));
    try (FakeServer fake = new FakeServer(folder, paths(answers));
        Session session =
            fake.shipped(
                "odoo-json2", "key", Map.of("host", "acme.odoo.com"), Map.of("key", "k"))) {
      SchemaObject partner = discovered(session, "res.partner");
      assertThat(field(partner, "name").required()).isTrue();
      assertThat(session.sample(partner, List.of(), 1, Progress.NONE).get(0))
          .containsEntry("name", null);
      assertThat(fake.seen)
          .allSatisfy(s -> assertThat(s.headers()).containsEntry("authorization", "bearer k"));
    }
  }

  @Test
  void zendeskSupport() throws IOException {
    Map<String, Object> answers = new HashMap<>();
    answers.put(
        "/api/v2/custom_objects",
        Map.of(
            "custom_objects",
            List.of(Map.of("key", "boat", "title", "Boat", "title_pluralized", "Boats"))));
    answers.put(
        "/api/v2/ticket_fields",
        Map.of(
            "ticket_fields",
            List.of(
                Map.of(
                    "id",
                    1,
                    "type",
                    "subject",
                    "title",
                    "Subject",
                    "removable",
                    false,
                    "required",
                    true,
                    "active",
                    true),
                Map.of(
                    "id",
                    2,
                    "type",
                    "assignee",
                    "title",
                    "Assignee",
                    "removable",
                    false,
                    "required",
                    false,
                    "active",
                    true),
                Map.of(
                    "id",
                    99,
                    "type",
                    "tagger",
                    "title",
                    "Colour",
                    "removable",
                    true,
                    "required",
                    false,
                    "active",
                    true,
                    "custom_field_options",
                    List.of(Map.of("id", 5, "name", "Red", "value", "red", "default", true))))));
    answers.put(
        "/api/v2/custom_objects/boat/fields",
        Map.of(
            "custom_object_fields",
            List.of(
                Map.of(
                    "id",
                    3,
                    "key",
                    "standard::name",
                    "type",
                    "text",
                    "title",
                    "Name",
                    "required",
                    true,
                    "active",
                    true),
                Map.of(
                    "id",
                    4,
                    "key",
                    "sails",
                    "type",
                    "integer",
                    "title",
                    "Sails",
                    "required",
                    false,
                    "active",
                    true))));
    answers.put(
        "/api/v2/tickets",
        Map.of(
            "meta",
            Map.of("has_more", false),
            "tickets",
            List.of(
                Map.of(
                    "id",
                    1,
                    "subject",
                    "Help",
                    "custom_fields",
                    List.of(Map.of("id", 99, "value", "red"))))));
    answers.put(
        "/api/v2/custom_objects/boat/records",
        Map.of(
            "meta",
            Map.of("has_more", false),
            "custom_object_records",
            List.of(Map.of("id", "a", "name", "Ada", "custom_object_fields", Map.of("sails", 2)))));
    try (FakeServer fake = new FakeServer(folder, paths(answers));
        Session session =
            fake.shipped(
                "zendesk",
                "token",
                Map.of("subdomain", "acme", "email", "a@b.example"),
                Map.of("token", "t"))) {
      SchemaObject tickets = discovered(session, "tickets");
      assertThat(field(tickets, "subject").custom()).isFalse();
      assertThat(field(tickets, "assignee_id").references()).containsExactly("users");
      assertThat(field(tickets, "99").label()).isEqualTo("Colour");
      assertThat(field(tickets, "99").custom()).isTrue();
      assertThat(field(tickets, "99").values())
          .extracting(PicklistValue::value)
          .containsExactly("red");
      assertThat(session.sample(tickets, List.of(), 1, Progress.NONE).get(0))
          .containsEntry("99", "red");
      SchemaObject boat = discovered(session, "boat");
      assertThat(field(boat, "name").custom()).isFalse();
      assertThat(field(boat, "sails").type()).isEqualTo(FieldType.INTEGER);
      assertThat(session.sample(boat, List.of(), 1, Progress.NONE).get(0))
          .containsEntry("sails", 2);
    }
  }

  @Test
  void freshsalesAsksForAViewFirst() throws IOException {
    Map<String, Object> answers = new HashMap<>();
    answers.put(
        "/crm/sales/api/settings/contacts/fields",
        Map.of(
            "fields",
            List.of(
                Map.of("name", "email", "label", "Email", "type", "email", "required", true),
                Map.of(
                    "name",
                    "cf_level",
                    "label",
                    "Level",
                    "type",
                    "dropdown",
                    "required",
                    false,
                    "choices",
                    List.of(Map.of("id", 1, "value", "High"))))));
    answers.put(
        "/crm/sales/api/contacts/filters",
        Map.of(
            "filters",
            List.of(
                Map.of("id", 12, "name", "All"),
                Map.of("id", 13, "name", "Mine", "is_default", true))));
    answers.put(
        "/crm/sales/api/contacts/view/13",
        Map.of(
            "contacts",
            List.of(
                Map.of(
                    "id", 1, "email", "a@b.example", "custom_field", Map.of("cf_level", "High"))),
            "meta",
            Map.of("total", 1)));
    try (FakeServer fake = new FakeServer(folder, paths(answers));
        Session session =
            fake.shipped(
                "freshsales",
                "token",
                Map.of("host", "acme.myfreshworks.com"),
                Map.of("token", "t"))) {
      SchemaObject contacts = discovered(session, "contacts");
      assertThat(field(contacts, "email").required()).isTrue();
      assertThat(field(contacts, "custom_field.cf_level").values())
          .extracting(PicklistValue::value)
          .containsExactly("High");
      assertThat(session.sample(contacts, List.of(), 1, Progress.NONE).get(0))
          .containsEntry("custom_field", Map.of("cf_level", "High"));
    }
  }

  @Test
  void sageIntacctFieldsGroupsAndReferences() throws IOException {
    Map<String, Object> model =
        Map.of(
            "ia::result",
            Map.of(
                "fields",
                    Map.of(
                        "id",
                        Map.of("type", "string", "required", true),
                        "status",
                        Map.of("type", "string", "enum", List.of("active", "inactive"))),
                "groups",
                    Map.of(
                        "contact",
                        Map.of(
                            "fields",
                            Map.of("email", Map.of("type", "string", "format", "email")))),
                "refs",
                    Map.of(
                        "parent",
                        Map.of("apiObject", "accounts-payable/vendor", "fields", Map.of()))));
    Function<Seen, Reply> server =
        s -> {
          if (s.path().endsWith("/oauth2/token")) {
            return ok(Map.of("access_token", "a", "expires_in", 100));
          }
          if (s.path().endsWith("/query")) {
            return ok(
                Map.of(
                    "ia::result",
                    List.of(Map.of("id", "V1", "status", "active")),
                    "ia::meta",
                    Map.of("totalCount", 1)));
          }
          return ok(
              s.query().containsKey("name")
                  ? model
                  : Map.of(
                      "ia::result",
                      List.of(Map.of("apiObject", "accounts-payable/vendor", "type", "object"))));
        };
    try (FakeServer fake = new FakeServer(folder, server);
        Session session =
            fake.shipped(
                "sage-intacct",
                "app",
                Map.of("clientId", "c", "username", "u@c"),
                Map.of("clientSecret", "s"))) {
      SchemaObject vendor = discovered(session, "accounts-payable/vendor");
      assertThat(field(vendor, "id").required()).isTrue();
      assertThat(field(vendor, "status").type()).isEqualTo(FieldType.ENUM);
      assertThat(field(vendor, "contact.email").type()).isEqualTo(FieldType.EMAIL);
      assertThat(field(vendor, "parent.id").references())
          .containsExactly("accounts-payable/vendor");
      assertThat(session.sample(vendor, List.of(), 1, Progress.NONE).get(0))
          .containsEntry("id", "V1");
    }
  }

  @Test
  void xeroGuessesAndTurnsItsDates() throws IOException {
    Map<String, Object> answers = new HashMap<>();
    answers.put("/connect/token", Map.of("access_token", "a", "expires_in", 100));
    answers.put(
        "/api.xro/2.0/Contacts",
        Map.of(
            "Contacts",
            List.of(
                Map.of(
                    "ContactID",
                    "c1",
                    "Name",
                    "Ada",
                    "Balance",
                    new BigDecimal("1.5"),
                    "IsSupplier",
                    true))));
    try (FakeServer fake = new FakeServer(folder, paths(answers));
        Session session =
            fake.shipped("xero", "app", Map.of("clientId", "c"), Map.of("clientSecret", "s"))) {
      SchemaObject contacts = discovered(session, "Contacts");
      assertThat(field(contacts, "Balance").type()).isEqualTo(FieldType.DECIMAL);
      assertThat(field(contacts, "IsSupplier").type()).isEqualTo(FieldType.BOOLEAN);
      assertThat(field(contacts, "Name").warnings()).isNotEmpty();
    }
  }

  @Test
  void aLoginThatOdooRefusesIsNamed() throws IOException {
    try (FakeServer fake = odooServer();
        Session session = odooSession(fake, "bad")) {
      assertThatThrownBy(() -> session.objects(Progress.NONE)).hasMessageContaining("refused");
    }
  }
}
