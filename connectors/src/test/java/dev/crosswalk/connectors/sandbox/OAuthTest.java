package dev.crosswalk.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.sandbox.server.OAuthDesk;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protects the sign-in: page, code, PKCE, refusals, identity. */
class OAuthTest {
  private static final String REDIRECT = "http://localhost:1717/OauthRedirect";
  private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rule-of-43-chars";
  private static Sandbox sandbox;
  private static SandboxAccount account;
  private static Client client;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.of(Clock.systemUTC()).only("salesforce"));
    account = sandbox.account("contoso");
    client = new Client(account);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static Map<String, String> request(SandboxAccount at) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("response_type", "code");
    fields.put("client_id", at.credential("clientId"));
    fields.put("redirect_uri", REDIRECT);
    fields.put("scope", "api refresh_token");
    fields.put("state", "s/1 &");
    fields.put("code_challenge", OAuthDesk.s256(VERIFIER));
    fields.put("code_challenge_method", "S256");
    return fields;
  }

  private static Map<String, String> query(HttpResponse<String> redirect) {
    assertThat(redirect.statusCode()).isEqualTo(302);
    String location = redirect.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(REDIRECT + "?");
    Map<String, String> answer = new HashMap<>();
    for (String pair : URI.create(location).getRawQuery().split("&")) {
      String[] halves = pair.split("=", 2);
      answer.put(
          halves[0],
          java.net.URLDecoder.decode(halves[1], java.nio.charset.StandardCharsets.UTF_8));
    }
    return answer;
  }

  /** Signs in as a person would who is known already; gives the fields of the token answer. */
  static Map<String, String> signIn(SandboxAccount at) {
    Client client = new Client(at);
    Map<String, String> fields = request(at);
    fields.put("login_hint", at.credential("username"));
    String code =
        query(client.get("/services/oauth2/authorize?" + Client.encode(fields))).get("code");
    JsonNode answer = exchange(client, at, code, VERIFIER);
    Map<String, String> result = new HashMap<>();
    answer.propertyStream().forEach(e -> result.put(e.getKey(), e.getValue().asString()));
    return result;
  }

  private static JsonNode exchange(Client client, SandboxAccount at, String code, String verifier) {
    return client.form(
        "/services/oauth2/token",
        Map.of(
            "grant_type", "authorization_code",
            "client_id", at.credential("clientId"),
            "redirect_uri", REDIRECT,
            "code", code,
            "code_verifier", verifier));
  }

  @Test
  void thePageAsksAndAllowGivesACodeForOneUse() {
    Map<String, String> fields = request(account);
    HttpResponse<String> page = client.get("/services/oauth2/authorize?" + Client.encode(fields));
    assertThat(page.body()).contains("Allow", "name=\"state\"", "s/1 &amp;");
    fields.put("decision", "allow");
    Map<String, String> answer = query(client.formAnswer("/services/oauth2/authorize", fields));
    assertThat(answer.get("state")).isEqualTo("s/1 &");
    JsonNode tokens = exchange(client, account, answer.get("code"), VERIFIER);
    assertThat(tokens.has("expires_in")).isFalse();
    assertThat(tokens.path("instance_url").asString()).isEqualTo(account.baseUrl());
    assertThat(exchange(client, account, answer.get("code"), VERIFIER).path("error").asString())
        .isEqualTo("invalid_grant");
  }

  @Test
  void denyGoesBackWithAnError() {
    Map<String, String> fields = request(account);
    fields.put("decision", "deny");
    assertThat(query(client.formAnswer("/services/oauth2/authorize", fields)))
        .containsEntry("error", "access_denied")
        .doesNotContainKey("code");
  }

  @Test
  void aWrongVerifierIsRefused() {
    Map<String, String> fields = request(account);
    fields.put("decision", "allow");
    String code = query(client.formAnswer("/services/oauth2/authorize", fields)).get("code");
    assertThat(exchange(client, account, code, "another").path("error_description").asString())
        .isEqualTo("invalid code verifier");
  }

  @Test
  void unknownClientsAndForeignRedirectsGetNoRedirect() {
    Map<String, String> fields = request(account);
    fields.put("client_id", "nobody");
    assertThat(client.get("/services/oauth2/authorize?" + Client.encode(fields)).body())
        .contains("invalid_client_id");
    fields = request(account);
    fields.put("redirect_uri", "http://evil.example.com/");
    assertThat(client.get("/services/oauth2/authorize?" + Client.encode(fields)).body())
        .contains("redirect_uri_mismatch");
  }

  @Test
  void wrongSecretsAndPasswordsAreRefused() {
    Map<String, String> fields = new HashMap<>();
    fields.put("grant_type", "client_credentials");
    fields.put("client_id", account.credential("clientId"));
    fields.put("client_secret", "wrong");
    HttpResponse<String> answer = client.formAnswer("/services/oauth2/token", fields);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("invalid_client");
    fields.put("grant_type", "password");
    fields.put("client_secret", account.credential("clientSecret"));
    fields.put("username", account.credential("username"));
    fields.put("password", "wrong");
    assertThat(client.form("/services/oauth2/token", fields).path("error").asString())
        .isEqualTo("invalid_grant");
  }

  @Test
  void theTokenTellsWhoItIsForAndCanBeRevoked() {
    Map<String, String> tokens = signIn(account);
    Client signedIn = new Client(account).token(tokens.get("access_token"));
    assertThat(signedIn.json("/services/oauth2/userinfo").path("preferred_username").asString())
        .isEqualTo(account.credential("username"));
    assertThat(signedIn.get(tokens.get("id")).statusCode()).isEqualTo(200);
    client.formAnswer("/services/oauth2/revoke", Map.of("token", tokens.get("access_token")));
    assertThat(signedIn.get("/services/data/v67.0/limits").statusCode()).isEqualTo(401);
  }
}
