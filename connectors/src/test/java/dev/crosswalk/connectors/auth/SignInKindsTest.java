package dev.crosswalk.connectors.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.SignedJWT;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of signing in, against a server that answers as the standards say. */
final class SignInKindsTest {
  @TempDir Path folder;
  private final MockWebServer server = new MockWebServer();
  private final Map<String, Deque<MockResponse>> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<RecordedRequest> requests = new ArrayList<>();
  private Engines engines;

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public synchronized MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            String path = request.getUrl().encodedPath();
            asked.add(request.getMethod() + " " + path + " " + body(request));
            Deque<MockResponse> queued = answers.getOrDefault(path, new ArrayDeque<>());
            return queued.isEmpty()
                ? json(200, "{\"objects\": [{\"name\": \"a\"}]}")
                : queued.size() == 1 ? queued.getFirst() : queued.removeFirst();
          }
        });
    server.start();
    engines = new Engines(folder);
    engines.approved.add("login.acme.example");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private void answer(String path, MockResponse... responses) {
    answers.put(path, new ArrayDeque<>(List.of(responses)));
  }

  private Session open(String auth, Map<String, String> settings, Map<String, String> secrets)
      throws IOException {
    return engines
        .catalog(
            """
            connector: 1
            id: acme
            name: Acme
            inputs:
              clientId: {label: Id, optional: true}
              user: {label: User, optional: true}
              secret: {label: Secret, secret: true, optional: true}
              other: {label: Other, secret: true, optional: true}
            auth:
              - AUTH
            http: {base: 'http://127.0.0.1:PORT', allowHosts: ['127.0.0.1', 'login.acme.example']}
            objects: {request: {get: /objects}, items: objects, map: {name: name}}
            fields: {request: {get: '/fields'}, items: fields, map: {name: name, native: type}}
            types: {"*": any}
            errors: {rules: [{when: "body.error='INVALID_SESSION'", as: token-expired, then: refresh-once}]}
            """
                .replace("AUTH", auth)
                .replace("PORT", String.valueOf(server.getPort())))
        .open(new ConnectionProfile("acme", "acme", "way", settings), secrets);
  }

  private RecordedRequest last() {
    return requests.getLast();
  }

  @Test
  void deviceCode() throws IOException {
    List<String> shown = new ArrayList<>();
    engines.browser =
        new Browser() {
          @Override
          public void open(URI page) {
            throw new AssertionError("The code has to be shown.");
          }

          @Override
          public void open(URI page, String code) {
            shown.add(page + " " + code);
          }
        };
    answer(
        "/device",
        json(
            200,
            """
            {"device_code": "device-secret", "user_code": "WDJB-MJHT", "interval": 3,
             "verification_uri": "https://login.acme.example/device", "expires_in": 600}\
            """));
    answer(
        "/token",
        json(400, "{\"error\": \"authorization_pending\"}"),
        json(400, "{\"error\": \"slow_down\"}"),
        json(200, "{\"access_token\": \"t-1\", \"refresh_token\": \"r-1\", \"expires_in\": 60}"));
    String auth =
        """
        {id: way, type: oauth2-device, label: Code, device: 'http://127.0.0.1:PORT/device',
         token: 'http://127.0.0.1:PORT/token', scopes: [read]}\
        """;
    try (Session session = open(auth, Map.of("clientId", "app"), Map.of())) {
      session.test(Progress.NONE);
    }
    assertThat(shown).containsExactly("https://login.acme.example/device WDJB-MJHT");
    assertThat(engines.waits)
        .as("slower after slow_down")
        .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(8));
    assertThat(asked.get(0)).isEqualTo("POST /device scope=read&client_id=app");
    assertThat(last().getHeaders().get("Authorization")).isEqualTo("Bearer t-1");
    assertThat(engines.secrets).containsEntry("acme/refresh-token", "r-1");

    answer("/token", json(400, "{\"error\": \"access_denied\"}"));
    engines.secrets.clear();
    try (Session session = open(auth, Map.of("clientId", "app"), Map.of())) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.test(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.SIGN_IN);
      assertThat(e.getMessage()).contains("refused").doesNotContain("device-secret");
    }
  }

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
  void loginByStepsAndAgainWhenTheSessionIsOver() throws IOException {
    answer(
        "/login",
        json(200, "{\"result\": {\"uid\": 7}}")
            .newBuilder()
            .addHeader(
                "Set-Cookie",
                "session_id=s-secret-1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/")
            .build(),
        json(200, "{\"result\": {\"uid\": 7}}")
            .newBuilder()
            .addHeader("Set-Cookie", "session_id=s-secret-2; Path=/")
            .build());
    answer("/objects", json(401, "{}"), json(200, "{\"objects\": [{\"name\": \"a\"}]}"));
    String auth =
        """
        {id: way, type: steps, label: Password, steps: [{post: 'http://127.0.0.1:PORT/login',
         body: {login: '${user}', password: '${secret}'}, capture: {uid: result.uid}, captureSecret: {session: '$cookies.session_id'}}],
         headers: {Cookie: 'session_id=${session}', X-User: '${uid}'}}\
        """;
    try (Session session = open(auth, Map.of("user", "u"), Map.of("secret", "pass-word"))) {
      session.objects(Progress.NONE);
    }
    assertThat(asked.get(0)).isEqualTo("POST /login {\"login\":\"u\",\"password\":\"pass-word\"}");
    assertThat(last().getHeaders().get("Cookie")).isEqualTo("session_id=s-secret-2");
    assertThat(last().getHeaders().get("X-User")).isEqualTo("7");
    assertThat(engines.log.entries().toString()).doesNotContain("s-secret", "pass-word");
  }

  /** As Tryton wants it: the session joined with the user's name and number, in base 64. */
  @Test
  void aSessionCanBeJoinedWithInputsAndEncoded() throws IOException {
    answer("/login", json(200, "{\"result\": [7, \"s-secret\"]}"));
    String auth =
        """
        {id: way, type: steps, label: Password, steps: [{post: 'http://127.0.0.1:PORT/login',
         body: {login: '${user}', password: '${secret}'},
         captureSecret: {ticket: "$base64encode($inputs.user & ':' & result[0] & ':' & result[1])"}}],
         headers: {Authorization: 'Session ${ticket}'}}\
        """;
    try (Session session = open(auth, Map.of("user", "u"), Map.of("secret", "pass-word"))) {
      session.objects(Progress.NONE);
    }
    String ticket =
        Base64.getEncoder().encodeToString("u:7:s-secret".getBytes(StandardCharsets.UTF_8));
    assertThat(last().getHeaders().get("Authorization")).isEqualTo("Session " + ticket);
    assertThat(engines.log.entries().toString()).doesNotContain("s-secret", ticket, "pass-word");
  }

  /** What is captured may stand in addresses, so it must not be made of what the person typed. */
  @Test
  void onlyWhatIsKeptSecretSeesTheInputs() throws IOException {
    answer("/login", json(200, "{}"));
    String auth =
        """
        {id: way, type: steps, label: Password, steps: [{post: 'http://127.0.0.1:PORT/login',
         form: {password: '${secret}'}, capture: {stolen: $inputs.secret}}], headers: {X: '${stolen}'}}\
        """;
    try (Session session = open(auth, Map.of(), Map.of("secret", "pass-word"))) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.UNAUTHENTICATED);
    }
    assertThat(asked).hasSize(1);
  }

  /**
   * As vtiger wants it: a challenge, its digest with the key, and a session in the address of each
   * request. Neither the key nor the session may be seen anywhere.
   */
  @Test
  void aChallengeIsAnsweredWithADigest() throws IOException {
    answer("/challenge", json(200, "{\"token\": \"t1\"}"), json(200, "{\"token\": \"t2\"}"));
    answer("/login", json(200, "{\"id\": \"s-one\"}"), json(200, "{\"id\": \"s-two\"}"));
    answer(
        "/objects",
        json(200, "{\"error\": \"INVALID_SESSION\"}"),
        json(200, "{\"objects\": [{\"name\": \"a\"}]}"));
    String auth =
        """
        {id: way, type: steps, label: Key, steps: [
          {get: 'http://127.0.0.1:PORT/challenge', captureSecret: {ticket: "$hash(token & $inputs.secret, 'md5')"}},
          {post: 'http://127.0.0.1:PORT/login', form: {key: '${ticket}'}, captureSecret: {session: id}}],
         query: {session: '${session}'}}\
        """;
    try (Session session = open(auth, Map.of(), Map.of("secret", "k-secret"))) {
      assertThat(session.objects(Progress.NONE)).hasSize(1);
    }
    assertThat(asked)
        .containsExactly(
            "GET /challenge ",
            "POST /login key=" + md5("t1k-secret"),
            "GET /objects ",
            "GET /challenge ",
            "POST /login key=" + md5("t2k-secret"),
            "GET /objects ");
    assertThat(last().getUrl().queryParameter("session")).isEqualTo("s-two");
    assertThat(engines.log.entries().toString())
        .doesNotContain("k-secret", "s-one", "s-two", md5("t1k-secret"));
  }

  private static String md5(String text) {
    try {
      byte[] bytes = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** The author's mistake must not look like the person's wrong password. */
  @Test
  void whatCannotBeCapturedIsNotARefusedPassword() throws IOException {
    answer("/login", json(200, "{\"token\": \"t\"}"));
    String auth =
        """
        {id: way, type: steps, label: Password, steps: [{post: 'http://127.0.0.1:PORT/login',
         form: {password: '${secret}'}, captureSecret: {ticket: "$hash(token & $inputs.secret, 'md9')"}}],
         headers: {X: '${ticket}'}}\
        """;
    try (Session session = open(auth, Map.of(), Map.of("secret", "pass-word"))) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.INVALID_REQUEST);
      assertThat(e.problem().what())
          .contains("'ticket' could not be taken", "'md9' is unknown")
          .doesNotContain("pass-word");
      assertThat(e.problem().next()).contains("captureSecret");
    }
  }

  @Test
  void aRefusalWithAWebPageIsToldWithoutThePage() throws IOException {
    answer(
        "/login",
        new MockResponse.Builder()
            .code(401)
            .addHeader("Content-Type", "text/html")
            .body("<!doctype html>\n<title>401 Unauthorized</title>")
            .build());
    String auth =
        """
        {id: way, type: steps, label: Password, steps: [{post: 'http://127.0.0.1:PORT/login',
         form: {password: '${secret}'}, captureSecret: {session: result}}], headers: {X: '${session}'}}\
        """;
    try (Session session = open(auth, Map.of(), Map.of("secret", "pass-word"))) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).problem().what())
          .isEqualTo("The login was refused (status 401).");
    }
  }

  @Test
  void aLoginThatSaysFalseIsARefusal() throws IOException {
    answer("/login", json(200, "{\"result\": false}"));
    String auth =
        """
        {id: way, type: steps, label: Password, steps: [{post: 'http://127.0.0.1:PORT/login',
         form: {password: '${secret}'}, captureSecret: {session: result}}], headers: {X: '${session}'}}\
        """;
    try (Session session = open(auth, Map.of(), Map.of("secret", "pass-word"))) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.UNAUTHENTICATED);
    }
    assertThat(asked).containsExactly("POST /login password=pass-word");
  }

  @Test
  void aKeyInTheAddressIsSentAndShownNowhere() throws IOException {
    String auth = "{id: way, type: header, label: Key, query: {api_token: '${secret}'}}";
    try (Session session = open(auth, Map.of(), Map.of("secret", "api-secret"))) {
      session.objects(Progress.NONE);
      assertThat(last().getUrl().queryParameter("api_token")).isEqualTo("api-secret");
      answer(
          "/objects",
          new MockResponse.Builder()
              .code(302)
              .addHeader("Location", "https://login.acme.example/x?api_token=api-secret")
              .build());
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.HOST_NOT_ALLOWED);
      assertThat(e.getMessage()).contains("credentials").doesNotContain("api-secret");
    }
    assertThat(engines.log.entries().toString()).doesNotContain("api-secret");
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

  /** Nothing was done with it, so that it may be sent again; all else is sent once. */
  @Test
  void aSignInThatIsHeldBackIsSentAgainAfterTheTimeAskedFor() throws IOException {
    String auth =
        """
        {id: way, type: oauth2-client-credentials, label: App, token: 'http://127.0.0.1:PORT/token'}\
        """;
    MockResponse busy = json(429, "{}").newBuilder().addHeader("Retry-After", "7").build();
    answer("/token", busy, json(200, "{\"access_token\": \"t-1\", \"expires_in\": 60}"));
    Map<String, String> settings = Map.of("clientId", "app");
    try (Session session = open(auth, settings, Map.of())) {
      assertThat(session.objects(Progress.NONE)).hasSize(1);
    }
    assertThat(engines.waits).containsExactly(Duration.ofSeconds(7));

    answer("/token", busy);
    try (Session session = open(auth, settings, Map.of())) {
      assertThatThrownBy(() -> session.objects(Progress.NONE))
          .hasMessageContaining("The sign-in of connection 'acme' is not available now");
    }
    assertThat(asked.stream().filter(a -> a.startsWith("POST /token"))).hasSize(2 + 3);

    asked.clear();
    engines.waits.clear();
    answer("/token", busy.newBuilder().setHeader("Retry-After", "3600").build());
    try (Session session = open(auth, settings, Map.of())) {
      assertThatThrownBy(() -> session.objects(Progress.NONE)).isInstanceOf(ApiFailure.class);
    }
    assertThat(asked).hasSize(1);
    assertThat(engines.waits).as("too long to wait for").isEmpty();
  }

  private static final String WEB =
      """
      {id: way, type: oauth2-code, label: Web, authorize: 'https://login.acme.example/authorize',
       token: 'http://127.0.0.1:PORT/token', revoke: 'http://127.0.0.1:PORT/revoke', redirect: {host: 127.0.0.1, port: null},
       scopes: [read], optionalScopes: {param: scope, values: [custom.read, owners.read]},
       capture: {apiBase: api_base}, captureRedirect: {place: location}, refresh: {rotates: yes, idleDays: 90}}\
      """;

  @Test
  void onlyTheLeastIsAskedForUnlessThePersonChoosesMore() throws IOException {
    List<URI> pages = new ArrayList<>();
    engines.browser =
        page -> {
          pages.add(page);
          throw new IllegalStateException("closed");
        };
    for (String chosen : List.of("", "owners.read", "all")) {
      try (Session session =
          open(WEB, Map.of("clientId", "app", "optionalScopes", chosen), Map.of())) {
        assertThatThrownBy(() -> session.test(Progress.NONE)).hasMessage("closed");
      }
    }
    assertThat(pages.stream().map(p -> HttpUrl.get(p).queryParameter("scope")))
        .containsExactly("read", "read owners.read", "read custom.read owners.read");
    assertThatThrownBy(
            () -> open(WEB, Map.of("clientId", "app", "optionalScopes", "write"), Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("'write'");
  }

  @Test
  void whatTheSignInToldIsThereInTheNextProcess() throws IOException {
    engines.browser =
        page ->
            Thread.ofVirtual()
                .start(() -> {
                  HttpUrl url = HttpUrl.get(page);
                  HttpUrl back =
                      HttpUrl.get(Objects.requireNonNull(url.queryParameter("redirect_uri")))
                          .newBuilder()
                          .addQueryParameter("state", url.queryParameter("state"))
                          .addQueryParameter("code", "c-1")
                          .addQueryParameter("location", "eu")
                          .build();
                  try {
                    back.url().openStream().readAllBytes();
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
    answer(
        "/token",
        json(
            200,
            "{\"access_token\": \"t-1\", \"refresh_token\": \"r-1\", \"expires_in\": 3600,"
                + " \"api_base\": \"b\"}"));
    answer("/revoke", json(200, ""));
    try (Session session = open(WEB, Map.of("clientId", "app"), Map.of())) {
      session.test(Progress.NONE);
    }
    assertThat(asked.get(0)).contains("code=c-1", "code_verifier=");
    int before = asked.size();
    try (Session session = open(WEB, Map.of("clientId", "app"), Map.of())) {
      session.objects(Progress.NONE);
      assertThat(asked.subList(before, asked.size()))
          .as("the token still works, so nothing is renewed")
          .containsExactly("GET /objects ");
      assertThat(String.valueOf(engines.secrets.get("acme/signed-in")))
          .contains("\"place\":\"eu\"");
      assertThat(session.signOut(Progress.NONE)).as("ended at the system").isTrue();
      assertThat(session.signOut(Progress.NONE)).as("nothing is left to end").isFalse();
      assertThat(asked.getLast())
          .isEqualTo("POST /revoke token=r-1&token_type_hint=refresh_token&client_id=app");
      assertThat(engines.secrets).isEmpty();
    }
    // The tokens of one app are not sent for another.
    engines.secrets.put("acme/refresh-token", "r-1");
    engines.secrets.put("acme/signed-in", "{\"owner\": \"another\"}");
    try (Session session = open(WEB, Map.of("clientId", "app"), Map.of())) {
      assertThatThrownBy(() -> session.objects(Progress.NONE)).hasMessageContaining("signed in");
    }
    assertThat(engines.log.entries().toString()).doesNotContain("t-1", "r-1", "c-1");
  }

  /** A server that ends the whole sign-in where a refresh token comes twice (RFC 9700, 4.14). */
  @Test
  void enginesSideBySideDoNotBurnEachOthersRefreshToken() throws Exception {
    engines.secrets.put("acme/refresh-token", "r-0");
    int[] newest = {0};
    boolean[] burnt = {false};
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public synchronized MockResponse dispatch(RecordedRequest request) {
            if (!request.getUrl().encodedPath().equals("/token")) {
              return json(200, "{\"objects\": [{\"name\": \"a\"}]}");
            }
            burnt[0] |= !body(request).contains("refresh_token=r-" + newest[0] + "&");
            newest[0]++;
            return burnt[0]
                ? json(400, "{\"error\": \"invalid_grant\"}")
                : json(
                    200,
                    "{\"access_token\": \"t-%d\", \"refresh_token\": \"r-%d\", \"expires_in\": 3600}"
                        .formatted(newest[0], newest[0]));
          }
        });
    List<Callable<Integer>> both = new ArrayList<>();
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Session session = open(WEB, Map.of("clientId", "app"), Map.of());
      sessions.add(session);
      both.add(() -> session.objects(Progress.NONE).size());
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> future : threads.invokeAll(both)) {
        assertThat(future.get()).isEqualTo(1);
      }
    }
    sessions.forEach(Session::close);
    assertThat(burnt[0]).isFalse();
    assertThat(newest[0]).as("one renewal serves all").isEqualTo(1);
    assertThat(engines.secrets).containsEntry("acme/refresh-token", "r-1");
  }
}
