package dev.crosswalk.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protects what a discovery asks of the Salesforce dialect: describes, batches, 304, refusals. */
class SalesforceDiscoveryTest {
  private static final String V = "/services/data/v67.0";
  private static Sandbox sandbox;
  private static Client northwind;
  private static Client contoso;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.of(Clock.systemUTC()).only("salesforce"));
    northwind = Client.signedIn(sandbox.account("northwind"));
    contoso = Client.signedIn(sandbox.account("contoso"));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void startsOnLoopbackOnly() {
    try (Sandbox other = Sandbox.start(SandboxOptions.of(Clock.systemUTC()))) {
      assertThat(other.accounts()).allMatch(a -> a.baseUrl().startsWith("http://127.0.0.1:"));
    }
  }

  @Test
  void listsVersionsWithoutSignIn() {
    JsonNode versions = new Client(sandbox.account("northwind")).json("/services/data");
    assertThat(versions.get(versions.size() - 1).path("label").asString()).isEqualTo("Winter '27");
    assertThat(versions.get(versions.size() - 1).path("version").asString()).isEqualTo("68.0");
  }

  @Test
  void everyCustomisedOrganisationHasSixCustomObjectsAnd120CustomFields() {
    for (Client org : List.of(northwind, contoso)) {
      List<String> custom = new ArrayList<>();
      for (JsonNode o : org.json(V + "/sobjects").path("sobjects").values()) {
        if (o.path("custom").asBoolean() && o.path("queryable").asBoolean()) {
          custom.add(o.path("name").asString());
        }
      }
      assertThat(custom.stream().filter(n -> n.endsWith("__c")).count()).isGreaterThanOrEqualTo(6);
      List<String> objects = new ArrayList<>(custom);
      objects.addAll(List.of("Account", "Contact", "Lead", "Opportunity", "Case"));
      long fields = 0;
      for (String name : objects) {
        for (JsonNode f : org.json(V + "/sobjects/" + name + "/describe").path("fields").values()) {
          fields += f.path("custom").asBoolean() ? 1 : 0;
        }
      }
      assertThat(fields).isGreaterThanOrEqualTo(120);
    }
  }

  @Test
  void everyObjectOfTheListCanBeDescribedAndEveryQueryableOneQueried() {
    for (Client org : List.of(northwind, contoso)) {
      for (JsonNode o : org.json(V + "/sobjects").path("sobjects").values()) {
        String name = o.path("name").asString();
        JsonNode describe = org.json(V + "/sobjects/" + name + "/describe");
        assertThat(describe.path("name").asString()).isEqualTo(name);
        List<String> names = new ArrayList<>();
        describe.path("fields").values().forEach(f -> names.add(f.path("name").asString()));
        assertThat(names).doesNotHaveDuplicates();
        if (o.path("queryable").asBoolean() && !name.equals("ContentDocumentLink")) {
          String soql = "SELECT " + String.join(", ", names) + " FROM " + name + " LIMIT 3";
          HttpResponse<String> answer = org.get(V + "/query?q=" + Client.encode(soql));
          assertThat(answer.statusCode()).as(name + ": " + answer.body()).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void describesManyObjectsInOneBatchWithErrorsBesideResults() {
    String parts =
        List.of("Account", "Contact", "Nothing__c").stream()
            .map(o -> "{\"method\":\"GET\",\"url\":\"v67.0/sobjects/" + o + "/describe\"}")
            .collect(Collectors.joining(","));
    JsonNode answer =
        northwind.post(
            V + "/composite/batch", "{\"haltOnError\":false,\"batchRequests\":[" + parts + "]}");
    assertThat(answer.path("hasErrors").asBoolean()).isTrue();
    assertThat(answer.path("results").get(0).path("result").path("label").asString())
        .isEqualTo("Customer");
    assertThat(answer.path("results").get(2).path("statusCode").asInt()).isEqualTo(404);
  }

  @Test
  void refusesABatchOf26() {
    String part = "{\"method\":\"GET\",\"url\":\"v67.0/limits\"}";
    String body = "{\"batchRequests\":[" + "%s,".formatted(part).repeat(25) + part + "]}";
    assertThat(
            northwind.send("POST", V + "/composite/batch", "application/json", body).statusCode())
        .isEqualTo(400);
  }

  @Test
  void answersNotModifiedUntilTheSchemaChanges() {
    try (Sandbox own = Sandbox.start(SandboxOptions.of(Clock.systemUTC()).only("salesforce"))) {
      Client client = Client.signedIn(own.account("northwind"));
      String path = V + "/sobjects/Contact/describe";
      String stamp = client.get(path).headers().firstValue("Last-Modified").orElseThrow();
      assertThat(client.get(path, "If-Modified-Since", stamp).statusCode()).isEqualTo(304);
      own.faults("northwind").drift(true);
      HttpResponse<String> later = client.get(path, "If-Modified-Since", stamp);
      assertThat(later.statusCode()).isEqualTo(200);
      assertThat(later.body()).contains("Preferred_Language__c").doesNotContain("Pref_Lang__c");
    }
  }

  @Test
  void isReadOnly() {
    for (String method : List.of("POST", "PATCH", "PUT", "DELETE")) {
      HttpResponse<String> answer =
          northwind.send(method, V + "/sobjects/Account", "application/json", "{\"Name\":\"x\"}");
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.body()).contains("METHOD_NOT_ALLOWED");
    }
  }

  @Test
  void tellsUnknownObjectsOldVersionsAndForeignTokensApart() {
    assertThat(northwind.get(V + "/sobjects/Nope/describe").statusCode()).isEqualTo(404);
    assertThat(northwind.get("/services/data/v28.0/sobjects").statusCode()).isEqualTo(410);
    assertThat(northwind.get("/services/data/v99.0/sobjects").statusCode()).isEqualTo(404);
    HttpResponse<String> stranger =
        new Client(sandbox.account("northwind")).token("x").get(V + "/sobjects");
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.body())
        .isEqualTo(
            "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");
  }

  @Test
  void countsCallsInTheLimitHeader() {
    String info =
        northwind.get(V + "/limits").headers().firstValue("Sforce-Limit-Info").orElseThrow();
    assertThat(info).matches("api-usage=\\d+/15000");
  }

  @Test
  void packsAnswersWhereAsked() {
    HttpResponse<String> answer = northwind.get(V + "/sobjects", "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @Test
  void dependentPicklistsSayForWhichValuesTheyAre() {
    JsonNode describe = northwind.json(V + "/sobjects/Case/describe");
    JsonNode cause = null;
    for (JsonNode f : describe.path("fields").values()) {
      cause = f.path("name").asString().equals("Root_Cause__c") ? f : cause;
    }
    assertThat(cause).isNotNull();
    assertThat(cause.path("controllerName").asString()).isEqualTo("Complaint_Type__c");
    // Packing is for Damaged Goods only, the second of six values: bit 0100 0000, three bytes.
    assertThat(cause.path("picklistValues").get(1).path("validFor").asString()).isEqualTo("QAAA");
  }

  @Test
  void twoStartsGiveTheSameDescribesAndRecords() {
    try (Sandbox other = Sandbox.start(SandboxOptions.of(Clock.systemUTC()).only("salesforce"))) {
      Client again = Client.signedIn(other.account("northwind"));
      String query = V + "/query?q=" + Client.encode("SELECT FIELDS(ALL) FROM Contact LIMIT 200");
      assertThat(again.get(query).body()).isEqualTo(northwind.get(query).body());
      JsonNode one = northwind.json(V + "/sobjects/Account/describe").path("fields");
      JsonNode two = again.json(V + "/sobjects/Account/describe").path("fields");
      assertThat(two).isEqualTo(one);
    }
  }
}
