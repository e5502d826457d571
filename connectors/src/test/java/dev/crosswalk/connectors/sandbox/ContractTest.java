package dev.crosswalk.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Protects that our answers have the shape of the real ones: every key, every kind of value. */
class ContractTest {
  private static final String V = "/services/data/v67.0";
  private static final List<String> COMPARED =
      List.of(
          "type",
          "length",
          "createable",
          "updateable",
          "nillable",
          "compoundFieldName",
          "soapType",
          "referenceTo",
          "relationshipName");
  private static Sandbox sandbox;
  private static Client salesforce;
  private static Client hubspot;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.of(Clock.systemUTC()));
    salesforce = Client.signedIn(sandbox.account("northwind"));
    SandboxAccount fabrikam = sandbox.account("fabrikam");
    hubspot = new Client(fabrikam).token(fabrikam.credential("token"));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "invoice", "line_item", "group", "merchandise"})
  void describesHaveEveryKeyOfRealOnes(String fixture) {
    JsonNode real = Fixtures.json("salesforce/camel/" + fixture + ".json");
    JsonNode ours = salesforce.json(V + "/sobjects/Account/describe");
    assertThat(Fixtures.lacks(real, ours, "urls")).isEmpty();
  }

  @Test
  void fieldsHaveTheKindsOfValuesThatRealOnesHave() {
    Map<String, Set<String>> real = kinds(Fixtures.json("salesforce/camel/account.json"));
    Map<String, Set<String>> ours = kinds(salesforce.json(V + "/sobjects/Account/describe"));
    real.forEach((key, kinds) -> {
      if (!kinds.equals(Set.of("NULL"))) {
        assertThat(ours.get(key)).as(key).containsAll(kinds);
      }
    });
  }

  private static Map<String, Set<String>> kinds(JsonNode describe) {
    Map<String, Set<String>> kinds = new TreeMap<>();
    for (JsonNode field : describe.path("fields").values()) {
      field
          .propertyStream()
          .forEach(e ->
              kinds
                  .computeIfAbsent(e.getKey(), k -> new TreeSet<>())
                  .add(e.getValue().getNodeType().name()));
    }
    return kinds;
  }

  @Test
  void accountHasTheStandardFieldsOfARealOneWithTypeLengthAndParts() {
    Map<String, JsonNode> ours = new LinkedHashMap<>();
    Client contoso = Client.signedIn(sandbox.account("contoso"));
    contoso
        .json(V + "/sobjects/Account/describe")
        .path("fields")
        .values()
        .forEach(f -> ours.put(f.path("name").asString(), f));
    // What Contoso took away on purpose.
    Set<String> gone = Set.of("Sic", "SicDesc");
    List<String> wrong = new ArrayList<>();
    for (JsonNode real : Fixtures.json("salesforce/camel/account.json").path("fields").values()) {
      String name = real.path("name").asString();
      if (real.path("custom").asBoolean() || gone.contains(name)) {
        continue;
      }
      JsonNode own = ours.get(name);
      if (own == null) {
        wrong.add(name + " is missing");
        continue;
      }
      for (String key : COMPARED) {
        if (!own.path(key).equals(real.path(key))) {
          wrong.add(name + "." + key + " is " + own.path(key) + ", really " + real.path(key));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theGlobalDescribeHasEveryKey() {
    JsonNode ours = salesforce.json(V + "/sobjects");
    for (String fixture : List.of("globalObjects", "global_sobjects")) {
      JsonNode real = Fixtures.json("salesforce/camel/" + fixture + ".json");
      assertThat(Fixtures.lacks(real, ours, "urls")).isEmpty();
    }
  }

  @Test
  void tokensAndTheirErrorsHaveEveryKey() {
    SandboxAccount account = sandbox.account("northwind");
    JsonNode token = Client.JSON.valueToTree(OAuthTest.signIn(account));
    assertThat(
            Fixtures.lacks(Fixtures.json("salesforce/restforce/auth_success_response.json"), token))
        .isEmpty();
    JsonNode error =
        new Client(account)
            .form(
                "/services/oauth2/token",
                Map.of(
                    "grant_type", "refresh_token",
                    "client_id", account.credential("clientId"),
                    "refresh_token", "dead"));
    assertThat(error).isEqualTo(Fixtures.json("salesforce/restforce/refresh_error_response.json"));
  }

  @Test
  void queriesLimitsAndErrorsHaveEveryKey() {
    JsonNode page =
        salesforce.json(
            V + "/query?q=" + Client.encode("SELECT Name FROM Contact"),
            "Sforce-Query-Options",
            "batchSize=200");
    JsonNode real = Fixtures.json("salesforce/restforce/query_paginated_first_page_response.json");
    assertThat(Fixtures.lacks(real, page, "records")).isEmpty();
    assertThat(
            Fixtures.lacks(
                real.path("records").get(0).path("attributes"),
                page.path("records").get(0).path("attributes")))
        .isEmpty();
    JsonNode limits = salesforce.json(V + "/limits").path("DailyApiRequests");
    assertThat(limits.path("Max").isNumber() && limits.path("Remaining").isNumber()).isTrue();
    assertThat(new Client(sandbox.account("northwind")).json(V + "/sobjects"))
        .isEqualTo(Fixtures.json("salesforce/restforce/expired_session_response.json"));
    assertThat(salesforce.json(V + "/sobjects/Nope/describe"))
        .isEqualTo(Fixtures.json("salesforce/restforce/sobject_describe_error_response.json"));
    assertThat(
            Fixtures.lacks(
                Fixtures.json("salesforce/restforce/services_data_success_response.json"),
                salesforce.json("/services/data")))
        .isEmpty();
  }

  @Test
  void hubSpotPropertiesHaveEveryKey() {
    for (String type : List.of("contacts", "deals")) {
      JsonNode real =
          Fixtures.json("hubspot/amp-labs/metadata-" + type + "-properties-sampled.json");
      Map<String, JsonNode> ours = new TreeMap<>();
      hubspot
          .json("/crm/properties/2026-09/" + type)
          .path("results")
          .values()
          .forEach(p -> ours.put(p.path("name").asString(), p));
      for (JsonNode each : real.path("results").values()) {
        String name = each.path("name").asString();
        JsonNode own = ours.get(name);
        if (own != null) {
          assertThat(Fixtures.lacks(each, own, "modificationMetadata")).as(name).isEmpty();
          assertThat(own.path("type")).as(name).isEqualTo(each.path("type"));
          assertThat(own.path("fieldType")).as(name).isEqualTo(each.path("fieldType"));
        }
      }
    }
  }

  @Test
  void hubSpotPagesBatchesSchemasAndErrorsHaveEveryKey() {
    JsonNode page = hubspot.json("/crm/objects/2026-09/contacts?limit=3&properties=email");
    assertThat(
            Fixtures.lacks(
                Fixtures.json("hubspot/amp-labs/read/objects-api/contacts-response.json"), page))
        .isEmpty();
    String id = page.path("results").get(0).path("id").asString();
    JsonNode batch =
        hubspot.post(
            "/crm/objects/2026-09/contacts/batch/read",
            "{\"properties\":[\"email\",\"firstname\",\"lastname\"],\"inputs\":[{\"id\":\"%s\"}]}"
                .formatted(id));
    assertThat(
            Fixtures.lacks(
                Fixtures.json("hubspot/amp-labs/read/objects-api/contacts-batch.json"), batch))
        .isEmpty();
    assertThat(
            Fixtures.lacks(
                Fixtures.json("hubspot/amp-labs/associations/contacts-schema-resp.json"),
                hubspot.json("/crm-object-schemas/2026-09/schemas/contacts")))
        .isEmpty();
    assertThat(
            Fixtures.lacks(
                Fixtures.json("hubspot/amp-labs/metadata-deals-external-pipelines.json"),
                hubspot.json("/crm/pipelines/2026-09/deals")))
        .isEmpty();
    assertThat(
            Fixtures.lacks(
                Fixtures.json("hubspot/amp-labs/post-auth/account-info.json"),
                hubspot.json("/account-info/2026-09/details")))
        .isEmpty();
    assertThat(
            Fixtures.lacks(
                Fixtures.json("hubspot/amp-labs/search/error-invalid-object.json"),
                hubspot.json("/crm/properties/2026-09/butterflies")))
        .isEmpty();
    sandbox.faults("fabrikam").throttle(1, Duration.ofSeconds(1));
    assertThat(hubspot.json("/crm/objects/2026-09/contacts").path("policyName").isString())
        .isTrue();
  }

  @Test
  void aMissingScopeIsToldAsTheRealOneIs() {
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
                "oauth"));
    narrow.token(tokens.path("access_token").asString());
    assertThat(
            Fixtures.lacks(
                Fixtures.json("hubspot/amp-labs/metadata-err-schemas-scope.json"),
                narrow.json("/crm-object-schemas/2026-09/schemas")))
        .isEmpty();
  }
}
