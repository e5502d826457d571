package dev.crosswalk.connectors.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.http.ApiFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** The way back from the sign-in page: nobody else's code is taken, and the person is told. */
final class RedirectTest extends SignInAtAServer {
  private static String web(String port) {
    return """
    {id: way, type: oauth2-code, label: Web, authorize: 'https://login.acme.example/authorize',
     token: 'http://127.0.0.1:PORT/token', redirect: {host: 127.0.0.1, port: %s, path: /back}}\
    """
        .formatted(port);
  }

  private static HttpResponse<String> get(HttpUrl url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(url.uri()).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /** What each call of the redirect address answers: three of somebody else, then the right one. */
  private static List<HttpResponse<String>> calls(URI page) throws Exception {
    HttpUrl url = HttpUrl.get(page);
    HttpUrl back = HttpUrl.get(Objects.requireNonNull(url.queryParameter("redirect_uri")));
    HttpUrl evil = back.newBuilder().addQueryParameter("code", "evil").build();
    String state = url.queryParameter("state");
    List<HttpResponse<String>> answers = new ArrayList<>();
    answers.add(get(evil));
    answers.add(get(evil.newBuilder().addQueryParameter("state", state + "x").build()));
    answers.add(
        get(evil.newBuilder().encodedPath("/elsewhere").addQueryParameter("state", state).build()));
    answers.add(
        get(
            back.newBuilder()
                .addQueryParameter("state", state)
                .addQueryParameter("code", "c-1")
                .build()));
    return answers;
  }

  @Test
  void aCallWithAWrongStateIsRefusedAndTheWaitingGoesOn() throws Exception {
    CompletableFuture<List<HttpResponse<String>>> called = new CompletableFuture<>();
    engines.browser =
        page ->
            Thread.ofVirtual()
                .start(() -> {
                  try {
                    called.complete(calls(page));
                  } catch (Exception e) {
                    called.completeExceptionally(e);
                  }
                });
    answer("/token", json(200, "{\"access_token\": \"t-1\", \"expires_in\": 3600}"));
    try (Session session = open(web("null"), Map.of("clientId", "app"), Map.of())) {
      session.test(Progress.NONE);
    }
    List<HttpResponse<String>> answers = called.get(60, TimeUnit.SECONDS);
    assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(400, 400, 404, 200);
    assertThat(answers.get(1).body()).contains("not started here").doesNotContain("evil");
    assertThat(answers.get(3).body()).contains("You are signed in. You can close this page");
    assertThat(asked.stream().filter(a -> a.startsWith("POST /token")))
        .singleElement()
        .asString()
        .contains("code=c-1");
  }

  @Test
  void aPortInUseIsToldBeforeAnyPageOpens() throws IOException {
    engines.browser =
        page -> {
          throw new AssertionError("Nothing could come back from " + page);
        };
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Session session =
            open(web(String.valueOf(taken.getLocalPort())), Map.of("clientId", "app"), Map.of())) {
      ApiFailure e = catchThrowableOfType(ApiFailure.class, () -> session.test(Progress.NONE));
      assertThat(Objects.requireNonNull(e).kind()).isEqualTo(FailureKind.SIGN_IN);
      assertThat(e.getMessage()).contains("Port " + taken.getLocalPort(), "is in use");
    }
  }
}
