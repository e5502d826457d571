package dev.crosswalk.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The answers of Dynamics, Pipedrive and Odoo have the shape of real ones. */
final class MoreContractTest {
  private static final String D = "/api/data/v9.2/";
  private static Sandbox sandbox;
  private static Client dynamics;
  private static SandboxAccount tailspin;

  @BeforeAll
  static void start() {
    sandbox =
        Sandbox.start(
            SandboxOptions.of(Clock.systemUTC()).only("dynamics", "pipedrive", "odoo").rotating());
    SandboxAccount adventure = sandbox.account("adventure");
    dynamics = new Client(adventure);
    dynamics.token(
        dynamics
            .form(
                "/organizations/oauth2/v2.0/token",
                Map.of(
                    "grant_type", "client_credentials",
                    "client_id", adventure.credential("clientId"),
                    "client_secret", adventure.credential("clientSecret")))
            .path("access_token")
            .asString(""));
    tailspin = sandbox.account("tailspin");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static JsonNode attributes(String cast) {
    return dynamics.json(D + "EntityDefinitions(LogicalName='contact')/Attributes" + cast);
  }

  @Test
  void dynamicsAttributesAndOptions() {
    String folder = "dynamics/amp-labs/metadata/contacts/";
    assertThat(Fixtures.lacks(Fixtures.json(folder + "attributes.json"), attributes(""))).isEmpty();
    Map<String, String> casts =
        Map.of(
            "options-picklists.json", "Picklist",
            "options-states.json", "State",
            "options-statuses.json", "Status");
    casts.forEach((file, kind) -> {
      JsonNode ours =
          attributes(
              "/Microsoft.Dynamics.CRM."
                  + kind
                  + "AttributeMetadata?$select=LogicalName&$expand=OptionSet,GlobalOptionSet");
      JsonNode real = Fixtures.json(folder + file);
      List<String> lacks = Fixtures.lacks(real, ours);
      // Which of the states there are is a matter of the entity.
      lacks.removeIf(l -> l.endsWith("InvariantName is missing") || l.contains("DefaultStatus"));
      lacks.removeIf(l -> l.endsWith("@odata.type is missing"));
      assertThat(lacks).as(file).isEmpty();
    });
    JsonNode entity = dynamics.json(D + "EntityDefinitions").path("value").get(2);
    JsonNode real = Fixtures.json(folder + "entity-definition.json");
    assertThat(Fixtures.lacks(real, entity)).containsOnly(".@odata.context is missing");
  }

  @Test
  void dynamicsRecordsWithAnnotations() {
    JsonNode ours =
        dynamics.json(
            D + "contacts?$select=fullname,emailaddress1,fax,familystatuscode&$top=200",
            "Prefer",
            "odata.include-annotations=\"*\",odata.maxpagesize=50");
    assertThat(ours.path("value").size()).isEqualTo(50);
    assertThat(ours.path("@odata.nextLink").asString("")).contains("$skiptoken=50");
    JsonNode real = Fixtures.json("dynamics/amp-labs/contacts-read.json");
    List<String> lacks = Fixtures.lacks(real, ours);
    // The first of ours may have no marital status.
    lacks.removeIf(l -> l.contains("FormattedValue"));
    assertThat(lacks).isEmpty();
    JsonNode refused = dynamics.json(D + "contacts?$select=nosuch");
    assertThat(refused.path("error").path("message").asString(""))
        .isEqualTo(
            "Could not find a property named 'nosuch' on type 'Microsoft.Dynamics.CRM.contact'.");
  }

  @Test
  void pipedriveFieldsRecordsAndErrors() {
    String token = tailspin.credential("token");
    Client client = new Client(tailspin);
    JsonNode fields = client.json("/api/v2/dealFields", "x-api-token", token);
    assertThat(Fixtures.lacks(Fixtures.json("pipedrive/amp-labs/dealsFields.json"), fields))
        .isEmpty();
    JsonNode deals = client.json("/api/v2/deals?limit=3", "x-api-token", token);
    assertThat(Fixtures.lacks(Fixtures.json("pipedrive/amp-labs/deals.json"), deals)).isEmpty();
    assertThat(deals.path("additional_data").path("next_cursor").asString("")).isNotEmpty();
    sandbox.faults("tailspin").forbid("deals");
    JsonNode refused = client.json("/api/v2/deals", "x-api-token", token);
    sandbox.faults("tailspin").reset();
    assertThat(Fixtures.lacks(Fixtures.json("pipedrive/amp-labs/not-found.json"), refused))
        .isEmpty();
  }

  /** As Odoo 17 answered; no recorded answers are at hand. */
  @Test
  void odooSaysEverythingWith200() {
    SandboxAccount litware = sandbox.account("litware");
    Client client = new Client(litware);
    String wrong =
        """
        {"jsonrpc": "2.0", "method": "call", "id": 3, "params": {"service": "common",
         "method": "authenticate", "args": ["litware", "%s", "wrong", {}]}}\
        """
            .formatted(litware.credential("user"));
    assertThat(client.post("/jsonrpc", wrong).path("result").asBoolean(true)).isFalse();
    String call =
        """
        {"jsonrpc": "2.0", "method": "call", "id": 4, "params": {"service": "object",
         "method": "execute_kw", "args": ["litware", 2, "wrong", "res.partner", "search_read", [[]], {}]}}\
        """;
    var answer = client.send("POST", "/jsonrpc", "application/json", call);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("odoo.exceptions.AccessDenied", "Odoo Server Error", "Traceback");
    String write =
        call.replace("search_read", "write").replace("wrong", litware.credential("password"));
    assertThat(client.post("/jsonrpc", write).path("error").path("code").asInt(0)).isEqualTo(200);
  }
}
