package dev.crosswalk.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.sandbox.server.FaultControl;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protects the faults: each spoils what it says, for as long as it says, and reset ends it. */
class FaultsTest {
  private static final String PATH = "/services/data/v67.0/sobjects/Contact/describe";
  private static Sandbox sandbox;
  private static Faults faults;
  private Client client;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.of(Clock.systemUTC()).only("salesforce"));
    faults = sandbox.faults("northwind");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void signIn() {
    client = Client.signedIn(sandbox.account("northwind"));
  }

  @AfterEach
  void reset() {
    faults.reset();
  }

  @Test
  void expiredTokensAreRefusedAndNewOnesWork() {
    faults.expireTokens();
    assertThat(client.get(PATH).statusCode()).isEqualTo(401);
    assertThat(Client.signedIn(sandbox.account("northwind")).get(PATH).statusCode()).isEqualTo(200);
  }

  @Test
  void throttlesSoManyAnswers() {
    faults.throttle(2, Duration.ofSeconds(7));
    HttpResponse<String> first = client.get(PATH);
    assertThat(first.statusCode()).isEqualTo(429);
    assertThat(first.headers().firstValue("Retry-After")).contains("7");
    assertThat(client.get(PATH).statusCode()).isEqualTo(429);
    assertThat(client.get(PATH).statusCode()).isEqualTo(200);
  }

  @Test
  void aUsedUpQuotaSaysSo() {
    faults.quotaUsedUp(true);
    HttpResponse<String> answer = client.get(PATH);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("REQUEST_LIMIT_EXCEEDED");
    assertThat(answer.headers().firstValue("Sforce-Limit-Info")).contains("api-usage=15000/15000");
  }

  @Test
  void cutsTheConnectionInTheBody() {
    faults.cutConnections(1);
    assertThatThrownBy(() -> client.get(PATH)).isInstanceOf(UncheckedIOException.class);
    assertThat(client.get(PATH).statusCode()).isEqualTo(200);
  }

  @Test
  void sendsAWebPageInsteadOfJson() {
    faults.html(1);
    HttpResponse<String> answer = client.get(PATH);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("<!DOCTYPE html>");
    assertThat(client.get(PATH).body()).startsWith("{");
  }

  @Test
  void sendsGarbageAsGzip() {
    faults.garbage(1);
    HttpResponse<String> answer = client.get(PATH);
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.body()).contains("this is not gzip");
  }

  @Test
  void isDownForMaintenance() {
    faults.maintenance(true);
    assertThat(client.get(PATH).statusCode()).isEqualTo(503);
    faults.maintenance(false);
    assertThat(client.get(PATH).statusCode()).isEqualTo(200);
  }

  @Test
  void isSlow() {
    faults.slow(Duration.ofMillis(200));
    long before = System.nanoTime();
    client.get(PATH);
    assertThat(System.nanoTime() - before).isGreaterThan(190_000_000L);
  }

  @Test
  void aHiddenFieldIsGoneFromDescribeAndRefusedInQueries() {
    faults.hideField("Contact", "Birthdate");
    assertThat(client.get(PATH).body()).doesNotContain("\"Birthdate\"");
    HttpResponse<String> query =
        client.get(
            "/services/data/v67.0/query?q="
                + Client.encode("SELECT Id, Birthdate FROM Contact LIMIT 1"));
    assertThat(query.statusCode()).isEqualTo(400);
    assertThat(query.body())
        .contains("INVALID_FIELD", "No such column 'Birthdate' on entity 'Contact'");
  }

  @Test
  void aForbiddenObjectIsGoneFromListsAndUnknownByName() {
    FaultControl.apply(faults, "forbid=Contact");
    assertThat(client.get(PATH).statusCode()).isEqualTo(404);
    assertThat(client.get("/services/data/v67.0/sobjects").body())
        .doesNotContain("\"name\":\"Contact\"")
        .contains("\"name\":\"Account\"");
  }

  @Test
  void faultsAreWrittenAsOnACommandLine() {
    FaultControl.apply(faults, "throttle=2");
    FaultControl.apply(faults, "drift");
    FaultControl.apply(faults, "hide=Contact.Email");
    assertThat(faults.describe()).contains("throttle 2", "drift 1", "hide Contact.Email");
    for (String wrong : List.of("nope", "throttle=many", "hide=Contact")) {
      assertThatThrownBy(() -> FaultControl.apply(faults, wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void driftChangesTheSchemaAndBack() {
    String before = client.get(PATH).body();
    faults.drift(true);
    assertThat(client.get(PATH).body()).isNotEqualTo(before).contains("Territory__c");
    faults.drift(false);
    assertThat(client.get(PATH).body()).isEqualTo(before);
  }

  @Test
  void isSwitchedByHttpToo() {
    JsonNode answer = client.post(Faults.PATH, "{\"throttle\":1,\"hide\":[\"Contact.Phone\"]}");
    assertThat(answer.path("faults").toString()).contains("throttle 1", "hide Contact.Phone");
    assertThat(client.get(PATH).statusCode()).isEqualTo(429);
    client.send("DELETE", Faults.PATH, "text/plain", "");
    assertThat(client.get(PATH).body()).contains("\"Phone\"");
    assertThat(client.send("POST", Faults.PATH, "application/json", "{\"nope\":1}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void refreshTokensCanRotateAndBeRevoked() {
    Map<String, String> code = OAuthTest.signIn(sandbox.account("northwind"));
    faults.rotateRefreshTokens(true);
    Map<String, String> refresh =
        Map.of(
            "grant_type", "refresh_token",
            "client_id", sandbox.account("northwind").credential("clientId"),
            "refresh_token", String.valueOf(code.get("refresh_token")));
    JsonNode first = client.form("/services/oauth2/token", refresh);
    assertThat(first.path("refresh_token").asString()).isNotEqualTo(code.get("refresh_token"));
    assertThat(client.form("/services/oauth2/token", refresh).path("error").asString())
        .isEqualTo("invalid_grant");
    faults.revokeRefreshTokens();
    JsonNode dead =
        client.form(
            "/services/oauth2/token",
            Map.of(
                "grant_type", "refresh_token",
                "client_id", sandbox.account("northwind").credential("clientId"),
                "refresh_token", first.path("refresh_token").asString()));
    assertThat(dead.path("error_description").asString()).isEqualTo("expired access/refresh token");
  }
}
