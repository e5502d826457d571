package dev.crosswalk.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protects what a discovery asks of the HubSpot dialect: properties, schemas, pages, refusals. */
class HubSpotTest {
  private static Sandbox sandbox;
  private static Client client;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.of(Clock.systemUTC()).only("hubspot"));
    SandboxAccount account = sandbox.account("fabrikam");
    client = new Client(account).token(account.credential("token"));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void hasSixCustomObjectsAnd120CustomProperties() {
    List<String> types =
        new ArrayList<>(List.of("contacts", "companies", "deals", "tickets", "leads", "quotes"));
    JsonNode schemas = client.json("/crm-object-schemas/2026-09/schemas?archived=false");
    schemas.path("results").values().forEach(s -> types.add(s.path("objectTypeId").asString()));
    assertThat(types).hasSizeGreaterThanOrEqualTo(10);
    long custom = 0;
    for (String type : types) {
      JsonNode properties = client.json("/crm/properties/2026-09/" + type + "?archived=false");
      for (JsonNode p : properties.path("results").values()) {
        custom += p.path("hubspotDefined").asBoolean(false) ? 0 : 1;
      }
    }
    assertThat(custom).isGreaterThanOrEqualTo(120);
  }

  @Test
  void findsATypeByNameIdAndQualifiedName() {
    for (String word : List.of("contacts", "contact", "0-1")) {
      JsonNode one = client.json("/crm/properties/2026-09/" + word);
      assertThat(one.path("results").size()).isGreaterThan(80);
    }
    for (String word : List.of("2-90001", "p90210555_anlagen", "anlagen")) {
      JsonNode one = client.json("/crm-object-schemas/2026-09/schemas/" + word);
      assertThat(one.path("labels").path("plural").asString()).isEqualTo("Anlagen");
      assertThat(one.path("requiredProperties").toString()).contains("seriennummer");
    }
    HttpResponse<String> unknown = client.get("/crm/properties/2026-09/butterflies");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("Unable to infer object type from: butterflies");
  }

  @Test
  void answersDatedAndOldVersionsAndRefusesOthers() {
    for (String path :
        List.of(
            "/crm/properties/2026-03/deals",
            "/crm/objects/2026-09/deals",
            "/crm/v3/objects/deals",
            "/crm/v3/properties/deals",
            "/crm/owners/2026-09?limit=100",
            "/account-info/2026-09/details")) {
      assertThat(client.get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(client.get("/crm/objects/2031-03/deals").statusCode()).isEqualTo(404);
  }

  @Test
  void pagesThroughAllRecordsOnce() {
    List<String> ids = new ArrayList<>();
    String path = "/crm/objects/2026-09/contacts?limit=100&properties=email,phone,nonsense";
    int pages = 0;
    while (!path.isEmpty() && pages++ < 20) {
      JsonNode page = client.json(path);
      page.path("results").values().forEach(r -> ids.add(r.path("id").asString()));
      assertThat(page.path("results").get(0).path("properties").has("nonsense")).isFalse();
      path = page.path("paging").path("next").path("link").asString("");
    }
    assertThat(ids).hasSize(310).doesNotHaveDuplicates();
  }

  @Test
  void everyValueIsTextOrNull() {
    StringBuilder names = new StringBuilder();
    client
        .json("/crm/properties/2026-09/deals")
        .path("results")
        .values()
        .forEach(p -> names.append(p.path("name").asString()).append(','));
    JsonNode page = client.json("/crm/objects/2026-09/deals?limit=50&properties=" + names);
    for (JsonNode record : page.path("results").values()) {
      assertThat(record.path("properties").values()).allMatch(v -> v.isString() || v.isNull());
    }
  }

  @Test
  void readsBatchesAndNamesWhatIsMissing() {
    String id =
        client
            .json("/crm/objects/2026-09/companies?limit=1")
            .path("results")
            .get(0)
            .path("id")
            .asString();
    String body =
        "{\"properties\":[\"name\"],\"inputs\":[{\"id\":\"%s\"},{\"id\":\"1\"}]}".formatted(id);
    HttpResponse<String> answer =
        client.send("POST", "/crm/objects/2026-09/companies/batch/read", "application/json", body);
    assertThat(answer.statusCode()).isEqualTo(207);
    JsonNode json = Client.JSON.readTree(answer.body());
    assertThat(json.path("results").get(0).path("properties").has("name")).isTrue();
    assertThat(json.path("numErrors").asInt()).isEqualTo(1);
  }

  @Test
  void refusesALimitAbove100AndACursorOfAnotherKind() {
    assertThat(client.get("/crm/objects/2026-09/deals?limit=101").statusCode()).isEqualTo(400);
    assertThat(client.get("/crm/objects/2026-09/deals?after=abc").body())
        .contains("Cannot deserialize value of type");
  }

  @Test
  void listsSensitivePropertiesOnlyWhereAsked() {
    String path = "/crm/properties/2026-09/contacts";
    assertThat(client.get(path).body()).doesNotContain("zugangscode");
    assertThat(client.get(path + "?dataSensitivity=sensitive").body()).contains("zugangscode");
  }

  @Test
  void isReadOnly() {
    for (String method : List.of("POST", "PATCH", "DELETE")) {
      assertThat(
              client
                  .send(method, "/crm/objects/2026-09/contacts", "application/json", "{}")
                  .statusCode())
          .isEqualTo(405);
    }
  }

  @Test
  void tellsMissingScopesWrongAndExpiredTokensApart() {
    SandboxAccount account = sandbox.account("fabrikam");
    Client narrow = new Client(account);
    JsonNode tokens =
        narrow.form(
            "/oauth/2026-09/token",
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                account.credential("clientId"),
                "client_secret",
                account.credential("clientSecret"),
                "scope",
                "oauth crm.objects.contacts.read"));
    assertThat(tokens.path("expires_in").asInt()).isEqualTo(1800);
    narrow.token(tokens.path("access_token").asString());
    assertThat(narrow.get("/crm/objects/2026-09/contacts").statusCode()).isEqualTo(200);
    HttpResponse<String> missing = narrow.get("/crm-object-schemas/2026-09/schemas");
    assertThat(missing.statusCode()).isEqualTo(403);
    assertThat(missing.body()).contains("MISSING_SCOPES", "crm.schemas.custom.read");
    sandbox.faults("fabrikam").expireTokens();
    assertThat(narrow.get("/crm/objects/2026-09/contacts").body())
        .contains("EXPIRED_AUTHENTICATION");
    assertThat(new Client(account).token("pat-wrong").get("/crm/objects/2026-09/contacts").body())
        .contains("INVALID_AUTHENTICATION");
  }

  @Test
  void throttlesWithPolicyAndLimitHeaders() {
    sandbox.faults("fabrikam").throttle(1, Duration.ofSeconds(3));
    HttpResponse<String> answer = client.get("/crm/objects/2026-09/contacts");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("3");
    assertThat(answer.body()).contains("TEN_SECONDLY_ROLLING");
    HttpResponse<String> next = client.get("/crm/objects/2026-09/contacts");
    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(next.headers().firstValue("X-HubSpot-RateLimit-Max")).contains("100");
  }

  @Test
  void pipelinesNameTheStagesThatRecordsUse() {
    String pipelines = client.get("/crm/pipelines/2026-09/deals").body();
    JsonNode page = client.json("/crm/objects/2026-09/deals?limit=100&properties=dealstage");
    for (JsonNode record : page.path("results").values()) {
      assertThat(pipelines)
          .contains('"' + record.path("properties").path("dealstage").asString() + '"');
    }
  }
}
