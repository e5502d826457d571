package dev.crosswalk.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protects queries: fields, paths, conditions, order, pages and the real refusals. */
class SoqlTest {
  private static final String QUERY = "/services/data/v67.0/query?q=";
  private static Sandbox sandbox;
  private static Client client;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.of(Clock.systemUTC()).only("salesforce"));
    client = Client.signedIn(sandbox.account("northwind"));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static JsonNode query(String soql, String... headers) {
    return client.json(QUERY + Client.encode(soql), headers);
  }

  private static void refused(String soql, String code, String message) {
    HttpResponse<String> answer = client.get(QUERY + Client.encode(soql));
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode error = Client.JSON.readTree(answer.body()).get(0);
    assertThat(error.path("errorCode").asString()).isEqualTo(code);
    assertThat(error.path("message").asString()).contains(message);
  }

  @Test
  void crossesReferences() {
    JsonNode record =
        query(
                "SELECT Id, Account.Name, Account.Owner.Email, Owner.Name FROM Contact"
                    + " WHERE AccountId != null AND Account.OwnerId != null LIMIT 1")
            .path("records")
            .get(0);
    assertThat(record.path("Account").path("attributes").path("type").asString())
        .isEqualTo("Account");
    assertThat(record.path("Account").path("Owner").path("Email").asString())
        .endsWith("@example.com");
    JsonNode lead = query("SELECT Owner.Type FROM Lead LIMIT 1").path("records").get(0);
    assertThat(lead.path("Owner").path("Type").asString()).isIn("User", "Group");
  }

  @Test
  void pagesThroughALargeAnswer() {
    JsonNode page = query("SELECT Id FROM Contact", "Sforce-Query-Options", "batchSize=200");
    assertThat(page.path("totalSize").asInt()).isEqualTo(320);
    assertThat(page.path("done").asBoolean()).isFalse();
    List<String> ids = new ArrayList<>();
    page.path("records").values().forEach(r -> ids.add(r.path("Id").asString()));
    assertThat(ids).hasSize(200);
    JsonNode last = client.json(page.path("nextRecordsUrl").asString());
    last.path("records").values().forEach(r -> ids.add(r.path("Id").asString()));
    assertThat(last.path("done").asBoolean()).isTrue();
    assertThat(last.has("nextRecordsUrl")).isFalse();
    assertThat(ids).hasSize(320).doesNotHaveDuplicates();
    assertThat(client.get("/services/data/v67.0/query/01gNothing-2000").body())
        .contains("INVALID_QUERY_LOCATOR");
  }

  @Test
  void readsTheSameRecordsByTheirIds() {
    JsonNode some = query("SELECT Id, Name FROM Account ORDER BY Name DESC LIMIT 5");
    List<String> ids = new ArrayList<>();
    some.path("records").values().forEach(r -> ids.add("'" + r.path("Id").asString() + "'"));
    JsonNode again = query("SELECT Id FROM Account WHERE Id IN (" + String.join(",", ids) + ")");
    assertThat(again.path("totalSize").asInt()).isEqualTo(5);
    assertThat(
            query("SELECT count() FROM Account WHERE Id NOT IN (" + ids.get(0) + ")")
                .path("totalSize")
                .asInt())
        .isEqualTo(299);
  }

  @Test
  void filtersByTextNumberDateAndNothing() {
    int all = query("SELECT COUNT() FROM Opportunity").path("totalSize").asInt();
    int cheap =
        query("SELECT COUNT() FROM Opportunity WHERE Amount < 5000").path("totalSize").asInt();
    int dear =
        query("SELECT COUNT() FROM Opportunity WHERE Amount >= 5000").path("totalSize").asInt();
    int none =
        query("SELECT COUNT() FROM Opportunity WHERE Amount = null").path("totalSize").asInt();
    assertThat(cheap + dear + none).isEqualTo(all);
    assertThat(cheap).isPositive();
    assertThat(none).isPositive();
    JsonNode past =
        query(
            "SELECT CloseDate FROM Opportunity WHERE CloseDate < 2026-01-01 AND NOT (IsWon = true)");
    assertThat(past.path("records").values())
        .isNotEmpty()
        .allMatch(r -> r.path("CloseDate").asString().compareTo("2026") < 0);
    assertThat(
            query("SELECT Id FROM Contact WHERE CreatedDate > 2026-11-21T00:00:00Z")
                .path("totalSize")
                .asInt())
        .isZero();
  }

  @Test
  void refusesAsTheRealOneDoes() {
    refused(
        "SELECT Id, Foo__c FROM Contact",
        "INVALID_FIELD",
        "No such column 'Foo__c' on entity 'Contact'. If you are");
    refused("SELECT Id FROM Foo__c", "INVALID_TYPE", "sObject type 'Foo__c' is not supported");
    refused("SELECT FROM Contact", "MALFORMED_QUERY", "unexpected token: 'FROM'");
    refused("SELECT Id FROM Contact WHERE Name = 'x", "MALFORMED_QUERY", "unexpected token");
    refused("SELECT FIELDS(ALL) FROM Contact", "MALFORMED_QUERY", "LIMIT of at most 200");
    refused(
        "SELECT Nope.Name FROM Contact", "INVALID_FIELD", "Didn't understand relationship 'Nope'");
    refused("", "MALFORMED_QUERY", "query string");
  }

  @Test
  void recordsAreMessyInTheWaysTheyPromise() {
    JsonNode contacts =
        query("SELECT Email, Phone, Acct_Tier__c, Customer_Since__c, LastName FROM Contact")
            .path("records");
    List<String> all = new ArrayList<>();
    contacts.values().forEach(c -> all.add(c.toString()));
    assertThat(all).anyMatch(c -> c.contains("\"Email\":\" "));
    assertThat(all).anyMatch(c -> c.contains("\"Email\":null"));
    assertThat(all).anyMatch(c -> c.contains("Platinum"));
    assertThat(all).anyMatch(c -> c.contains("31/02/2025") || c.contains("n/a"));
    assertThat(all).anyMatch(c -> c.contains("ü"));
  }
}
