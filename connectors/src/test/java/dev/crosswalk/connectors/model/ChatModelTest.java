package dev.crosswalk.connectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protects: no server, however it behaves, makes the studio wait for ever or leaks the key. */
class ChatModelTest {
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sendsTheTextsAndReadsTheMessage() throws Exception {
    server.enqueue(body("{\"choices\":[{\"message\":{\"content\":\"{\\\"answers\\\":[]}\"}}]}"));
    assertThat(model("secret").answer("do", "this")).isEqualTo("{\"answers\":[]}");
    RecordedRequest request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/v1/chat/completions");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
    assertThat(request.getBody().utf8()).contains("\"do\"", "\"this\"", "\"tiny\"");
  }

  @Test
  void aServerThatStallsIsGivenUp() {
    server.enqueue(
        new MockResponse.Builder().body("{}").headersDelay(30, TimeUnit.SECONDS).build());
    assertThatThrownBy(() -> model("secret", Duration.ofSeconds(1)).answer("a", "b"))
        .isInstanceOf(ChatFailure.class)
        .hasMessageContaining("no answer within 1 seconds")
        .hasMessageNotContaining("secret");
  }

  @Test
  void garbageErrorsAndEndlessAnswersAreFailures() {
    for (MockResponse response :
        new MockResponse[] {
          body("<html>sign in</html>"),
          body("[]"),
          body("{\"choices\":[{\"message\":{\"content\":7}}]}"),
          body("x".repeat(2 << 20)),
          new MockResponse.Builder().code(500).body("boom").build(),
          new MockResponse.Builder().code(302).addHeader("Location", "http://localhost/").build()
        }) {
      server.enqueue(response);
      assertThatThrownBy(() -> model("secret").answer("a", "b"))
          .isInstanceOf(ChatFailure.class)
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void answersOfOtherServersAreRead() throws Exception {
    for (String text :
        List.of(
            "data: {\"choices\":[{\"delta\":{\"content\":\"o\"}}]}\n\n"
                + "data: {\"choices\":[{\"delta\":{\"content\":\"k\"}}]}\n\ndata: [DONE]\n",
            "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"ok\"}]}}]}")) {
      server.enqueue(body(text));
      assertThat(model("").answer("a", "b")).as(text).isEqualTo("ok");
    }
  }

  @Test
  void aModelThatTakesNoTemperatureIsAskedWithoutFromThenOn() throws Exception {
    ChatModel model = model("");
    server.enqueue(
        new MockResponse.Builder().code(400).body("{\"error\":\"no 'temperature'\"}").build());
    server.enqueue(body("{\"choices\":[{\"message\":{\"content\":\"ok\"}}]}"));
    server.enqueue(body("{\"choices\":[{\"message\":{\"content\":\"ok\"}}]}"));
    assertThat(model.answer("a", "b")).isEqualTo("ok");
    assertThat(model.answer("a", "b")).isEqualTo("ok");
    assertThat(server.takeRequest().getBody().utf8()).contains("temperature");
    assertThat(server.takeRequest().getBody().utf8()).doesNotContain("temperature");
    assertThat(server.takeRequest().getBody().utf8()).doesNotContain("temperature");
  }

  @Test
  void whatIsTooLongSaysSo() {
    for (MockResponse response :
        List.of(
            new MockResponse.Builder()
                .code(400)
                .body("{\"error\":{\"code\":\"context_length_exceeded\"}}")
                .build(),
            new MockResponse.Builder().code(413).build(),
            body(
                "{\"choices\":[{\"message\":{\"content\":\"{\"},"
                    + "\"finish_reason\":\"length\"}]}"))) {
      server.enqueue(response);
      assertThatThrownBy(() -> model("").answer("a", "b"))
          .isInstanceOfSatisfying(ChatFailure.class, e -> assertThat(e.isTooMuch()).isTrue());
    }
  }

  @Test
  void theKeyGoesNowhereUnprotected() {
    for (String host : List.of("example.com", "127.evil.example", "127.0.0.1.evil.example")) {
      assertThatThrownBy(
              () -> new ChatModel("http://" + host + "/v1", "m", "k", Duration.ofSeconds(1)))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("without encryption");
    }
    for (String host : List.of("localhost", "127.0.0.1", "127.8.9.10", "[::1]")) {
      assertThatCode(() -> new ChatModel("http://" + host + "/v1", "m", "k", Duration.ofSeconds(1)))
          .doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> new ChatModel("not an address", "m", "", Duration.ofSeconds(1)))
        .isInstanceOf(ProblemException.class);
  }

  private ChatModel model(String key) {
    return model(key, Duration.ofSeconds(60));
  }

  private ChatModel model(String key, Duration patience) {
    return new ChatModel("http://localhost:" + server.getPort() + "/v1", "tiny", key, patience);
  }

  private static MockResponse body(String text) {
    return new MockResponse.Builder().body(text).build();
  }
}
