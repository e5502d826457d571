package dev.crosswalk.connectors.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** Sign-ins that are signed: assertions, and a signature on each request. */
final class SignedSignInTest extends SignInAtAServer {
  private static String key() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----";
  }

  private static SignedJWT jwt(String request, String parameter) throws Exception {
    String form = request.substring(request.lastIndexOf(' ') + 1);
    HttpUrl parsed = HttpUrl.get("http://localhost/?" + form);
    return SignedJWT.parse(Objects.requireNonNull(parsed.queryParameter(parameter)));
  }

  /** A laptop's clock that is a day behind: the answer's own date puts it right. */
  @Test
  void jwtBearerWithAWrongClock() throws Exception {
    ZonedDateTime there = ZonedDateTime.now(ZoneOffset.UTC).plusDays(1).withNano(0);
    MockResponse refused =
        json(400, "{\"error\": \"invalid_grant\", \"error_description\": \"expired\"}")
            .newBuilder()
            .addHeader("Date", there.format(DateTimeFormatter.RFC_1123_DATE_TIME))
            .build();
    answer("/token", refused, json(200, "{\"access_token\": \"t-1\"}"));
    String auth =
        """
        {id: way, type: jwt-bearer, label: Key, token: 'http://127.0.0.1:PORT/token',
         assertion: {key: '${secret}', claims: {iss: '${clientId}', sub: '${user}', aud: 'https://login.acme.example'}}}\
        """;
    try (Session session =
        open(auth, Map.of("clientId", "app", "user", "u@acme"), Map.of("secret", key()))) {
      session.test(Progress.NONE);
    }
    assertThat(last().getHeaders().get("Authorization")).isEqualTo("Bearer t-1");
    assertThat(asked.get(0))
        .contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer")
        .doesNotContain("client_id");
    SignedJWT second = jwt(asked.get(1), "assertion");
    assertThat(second.getJWTClaimsSet().getSubject()).isEqualTo("u@acme");
    assertThat(second.getJWTClaimsSet().getIssueTime().toInstant())
        .isBetween(there.minusMinutes(2).toInstant(), there.plusMinutes(2).toInstant());
  }

  /** The shipped definition as it is: the audience is the login host's, not My Domain's. */
  @Test
  void salesforceByJwtBearer() throws Exception {
    answer(
        "/services/oauth2/token",
        json(
            200,
            "{\"access_token\": \"t-1\", \"instance_url\": \"https://acme.my.salesforce.com\"}"));
    answer("/services/data", json(200, "[{\"version\": \"67.0\"}]"));
    answer("/services/data/v67.0/sobjects", json(200, "{\"sobjects\": [{\"name\": \"Account\"}]}"));
    Map<String, String> settings =
        Map.of(
            "clientId",
            "app",
            "user",
            "u@acme",
            "loginHost",
            "acme--dev.sandbox.my.salesforce.com",
            "audience",
            "test.salesforce.com",
            ConnectionProfile.LOOPBACK,
            "http://127.0.0.1:" + server.getPort());
    try (Session session =
        engines
            .catalog()
            .open(
                new ConnectionProfile("sf", "salesforce", "jwt", settings),
                Map.of("privateKey", key()))) {
      assertThat(session.objects(Progress.NONE)).hasSize(1);
    }
    SignedJWT signed =
        jwt(
            asked.stream().filter(a -> a.startsWith("POST")).findFirst().orElseThrow(),
            "assertion");
    assertThat(signed.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(signed.getJWTClaimsSet().getIssuer()).isEqualTo("app");
    assertThat(signed.getJWTClaimsSet().getSubject()).isEqualTo("u@acme");
    assertThat(signed.getJWTClaimsSet().getAudience())
        .containsExactly("https://test.salesforce.com");
    assertThat(last().getHeaders().get("Authorization")).isEqualTo("Bearer t-1");
  }

  @Test
  void clientCredentialsWithASignedAssertion() throws Exception {
    answer("/token", json(200, "{\"access_token\": \"t-1\"}"));
    String auth =
        """
        {id: way, type: oauth2-client-credentials, label: Key, token: 'http://127.0.0.1:PORT/token', clientAuth: assertion,
         scopes: [rest], assertion: {algorithm: PS256, key: '${secret}', keyId: k1, claims: {iss: '${clientId}', scope: [rest]}}}\
        """;
    try (Session session = open(auth, Map.of("clientId", "app"), Map.of("secret", key()))) {
      session.test(Progress.NONE);
    }
    SignedJWT jwt = jwt(asked.get(0), "client_assertion");
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("PS256");
    assertThat(jwt.getJWTClaimsSet().getStringListClaim("scope")).containsExactly("rest");
    assertThat(asked.get(0)).contains("client_assertion_type=", "scope=rest");
  }

  @Test
  void signedRequestsHaveAFreshSignatureEach() throws IOException {
    answer("/objects", json(429, "{}"), json(200, "{\"objects\": [{\"name\": \"a\"}]}"));
    String auth =
        """
        {id: way, type: oauth1-tba, label: TBA, consumerKey: '${clientId}', consumerSecret: '${secret}',
         tokenId: '${user}', tokenSecret: '${other}', realm: 'ACC_1'}\
        """;
    try (Session session =
        open(
            auth,
            Map.of("clientId", "ck", "user", "tk"),
            Map.of("secret", "cs-secret", "other", "ts-secret"))) {
      session.objects(Progress.NONE);
    }
    List<String> headers =
        requests.stream().map(r -> String.valueOf(r.getHeaders().get("Authorization"))).toList();
    assertThat(headers).hasSize(2).doesNotHaveDuplicates();
    assertThat(headers.get(0)).startsWith("OAuth realm=\"ACC_1\"").contains("HMAC-SHA256");
    assertThat(engines.log.entries().toString()).doesNotContain("oauth_signature", "-secret");
  }
}
