package dev.crosswalk.connectors.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.http.ApiFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in at an OAuth server that is not ours: code with PKCE, rotation, client credentials. */
final class SignInTest {
  @TempDir Path folder;
  private final MockOAuth2Server oauth =
      new MockOAuth2Server(new OAuth2Config(false, null, null, true));
  private final MockWebServer api = new MockWebServer();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final AtomicReference<String> seen = new AtomicReference<>("");
  private final AtomicInteger pages = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private Engines engines;

  @BeforeEach
  void start() throws IOException {
    oauth.start();
    api.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (request.getTarget().equals("/dead/token")) {
              asked.incrementAndGet();
              return new MockResponse.Builder()
                  .code(400)
                  .body("{\"error\": \"invalid_grant\", \"error_description\": \"expired\"}")
                  .build();
            }
            seen.set(String.valueOf(request.getHeaders().get("Authorization")));
            return new MockResponse.Builder().body("{\"objects\": [{\"name\": \"a\"}]}").build();
          }
        });
    api.start();
    engines = new Engines(folder);
    engines.clock = clock();
    engines.browser = this::person;
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now.get();
      }

      @Override
      public java.time.ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    };
  }

  /** A browser that is signed in already: it follows the redirects back to us. */
  private void person(URI page) {
    pages.incrementAndGet();
    Thread.ofVirtual()
        .start(() -> {
          try (var response =
              new OkHttpClient()
                  .newCall(new Request.Builder().url(page.toString()).build())
                  .execute()) {
            assertThat(response.code()).isEqualTo(200);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @AfterEach
  void stop() {
    oauth.shutdown();
    api.close();
  }

  private Session open(String auth) throws IOException {
    return open(auth, "http://127.0.0.1:" + oauth.baseUrl().port() + "/default");
  }

  private Session open(String auth, String issuer) throws IOException {
    return engines
        .catalog(
            """
            connector: 1
            id: acme
            name: Acme
            inputs: {clientId: {label: Id}, clientSecret: {label: Secret, secret: true}}
            auth:
              - {id: web, type: oauth2-code, label: Web, authorize: ISSUER/authorize, token: ISSUER/token,
                 redirect: {host: 127.0.0.1, port: null, path: /back}, scopes: [openid, offline_access], clientAuth: post}
              - {id: cc, type: oauth2-client-credentials, label: CC, token: ISSUER/token, scopes: [api], clientAuth: basic}
            http: {base: 'http://127.0.0.1:PORT', allowHosts: ['127.0.0.1']}
            objects: {request: {get: /objects}, items: objects, map: {name: name}}
            fields: {request: {get: '/fields'}, items: fields, map: {name: name, native: type}}
            types: {"*": any}
            """
                .replace("ISSUER", issuer)
                .replace("PORT", String.valueOf(api.getPort())))
        .open(
            new ConnectionProfile("acme", "acme", auth, Map.of("clientId", "app")),
            Map.of("clientSecret", "top-secret"));
  }

  @Test
  void codeWithPkceThenRotationBeforeTheTokenRunsOut() throws IOException {
    try (Session session = open("web")) {
      session.test(Progress.NONE);
      String first = Objects.requireNonNull(engines.secrets.get("acme/refresh-token"));
      String firstHeader = seen.get();
      assertThat(firstHeader).startsWith("Bearer ");
      now.updateAndGet(t -> t.plus(Duration.ofDays(1)));
      session.objects(Progress.NONE);
      assertThat(engines.secrets.get("acme/refresh-token")).isNotBlank().isNotEqualTo(first);
      assertThat(seen.get()).startsWith("Bearer ").isNotEqualTo(firstHeader);
      assertThat(pages).hasValue(1);
    }
    try (Session later = open("web")) {
      later.test(Progress.NONE);
      assertThat(pages).as("a later session renews without a person").hasValue(1);
    }
    assertThat(engines.log.entries().toString()).doesNotContain("top-secret", "Bearer");
  }

  @Test
  void withoutASignInNothingOpensABrowserButTheTest() throws IOException {
    try (Session session = open("web")) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.SIGN_IN);
      assertThat(e.problem().next()).contains("crosswalk connect");
      assertThat(pages).hasValue(0);
    }
  }

  @Test
  void aDeadRefreshTokenAsksThePersonAgain() throws IOException {
    engines.secrets.put("acme/refresh-token", "taken-back");
    try (Session session = open("web", "http://127.0.0.1:" + api.getPort() + "/dead")) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.SIGN_IN);
      assertThat(e.problem().what()).contains("expired").doesNotContain("taken-back");
      assertThat(asked).as("a dead token is not tried again").hasValue(1);
      assertThat(pages).hasValue(0);
    }
  }

  @Test
  void clientCredentials() throws IOException {
    try (Session session = open("cc")) {
      assertThat(session.test(Progress.NONE).user()).isNull();
      assertThat(seen.get()).startsWith("Bearer ");
      assertThat(engines.secrets).containsOnlyKeys("acme/clientSecret");
    }
  }
}
