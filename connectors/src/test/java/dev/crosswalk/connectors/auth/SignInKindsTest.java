package dev.crosswalk.connectors.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** Device codes, keys in addresses, scopes, and what a sign-in leaves for the next process. */
final class SignInKindsTest extends SignInAtAServer {
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
