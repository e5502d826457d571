package dev.crosswalk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.cli.CliRunner.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: whatever a model's server does, the answer comes in time, is the one without the model,
 * and says why; and no record leaves.
 */
class HostileModelTest {
  private static final String SECRET = "sunny-value-4711";
  private static final Duration BOUND = Duration.ofSeconds(50);

  @TempDir Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private CliRunner cli;
  private ServerSocket server;
  private volatile Reply reply = (question, out) -> {};

  /** What the server writes after it has read a request. */
  private interface Reply {
    void write(String question, OutputStream out) throws IOException, InterruptedException;
  }

  @BeforeEach
  void start() throws IOException {
    cli = new CliRunner(folder);
    StringBuilder source = new StringBuilder();
    StringBuilder target = new StringBuilder();
    for (String name : List.of("email", "phone", "first_name", "last_name", "city", "country")) {
      source.append("      ").append(name).append(": { type: string }\n");
      target.append("      ").append(name).append(": { type: string }\n");
    }
    source
        .append("      Mood__c: { label: Mood, type: string, samples: [")
        .append(SECRET)
        .append("] }\n      Spirit__c: { label: Spirit, type: string }\n");
    target.append("      temper: { type: string }\n      humor: { type: string }\n");
    schema("source.yaml", "crm", "Contact", source);
    schema("target.yaml", "model", "person", target);
    Files.writeString(
        folder.resolve("in.ndjson"),
        """
        {"email":"ada@example.com","phone":"+44 20 7946 0000","first_name":"Ada","last_name":"L",\
        "city":"London","country":"UK","Mood__c":"%s","Spirit__c":"high"}
        """
            .formatted(SECRET));
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  private void schema(String file, String system, String object, StringBuilder fields)
      throws IOException {
    Files.writeString(
        folder.resolve(file),
        "format: crosswalk/v1\nkind: Schema\nsystem: %s\nobjects:\n  %s:\n    fields:\n%s"
            .formatted(system, object, fields));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual()
            .start(() -> {
              try (socket) {
                String question = question(socket.getInputStream());
                asked.add(question);
                reply.write(question, socket.getOutputStream());
              } catch (IOException | InterruptedException e) {
                // The client left, as it should.
              }
            });
      } catch (IOException e) {
        return;
      }
    }
  }

  private static String question(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        return head.toString();
      }
      head.append((char) c);
    }
    Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return head + new String(body, StandardCharsets.UTF_8);
  }

  private static void http(OutputStream out, String status, String headers, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    out.write(
        ("HTTP/1.1 %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n"
                .formatted(status, headers, bytes.length))
            .getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.flush();
  }

  /** The message in the form of the API. */
  private static String chat(String message) {
    return Json.write(
        java.util.Map.of(
            "choices", List.of(java.util.Map.of("message", java.util.Map.of("content", message)))));
  }

  private static Reply says(String message) {
    return (question, out) -> http(out, "200 OK", "", chat(message));
  }

  private Result suggest(String... more) {
    List<String> all = new ArrayList<>(List.of("--records", "in.ndjson"));
    all.addAll(List.of(more));
    return cli.suggestContact(all);
  }

  private Result asking(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--second-opinion",
                "--model-url",
                "http://localhost:" + server.getLocalPort() + "/v1",
                "--model",
                "tiny",
                "--model-agree"));
    all.addAll(List.of(more));
    if (!all.contains("--model-timeout")) {
      all.addAll(List.of("--model-timeout", "1"));
    }
    long start = System.nanoTime();
    Result result = suggest(all.toArray(String[]::new));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    return result;
  }

  private void leavesAllAsItWas(String why) {
    Result plain = suggest();
    Result result = asking();
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(asked).as("it was asked").isNotEmpty();
    assertThat(result.out()).isEqualTo(plain.out());
    assertThat(result.err()).contains(why).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(asked).noneMatch(q -> q.contains(SECRET));
  }

  @Test
  void neverAnswers() {
    reply = (question, out) -> Thread.sleep(60_000);
    leavesAllAsItWas("gave no answer within 1 seconds");
  }

  @Test
  void trickles() {
    reply =
        (question, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 600; i++) {
            out.write(' ');
            out.flush();
            Thread.sleep(100);
          }
        };
    leavesAllAsItWas("gave no answer within 1 seconds");
  }

  @Test
  void neverEnds() {
    reply =
        (question, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          byte[] block = " ".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
          for (int i = 0; i < 10_000; i++) {
            out.write(block);
          }
        };
    Result plain = suggest();
    Result result = asking("--model-timeout", "15");
    assertThat(result.out()).isEqualTo(plain.out());
    assertThat(result.err()).contains("is too long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "401 Unauthorized|refused the key",
        "403 Forbidden|refused the key",
        "404 Not Found|no model or address",
        "429 Too Many Requests|asks to wait 120 seconds",
        "500 Internal Server Error|status 500",
        "503 Service Unavailable|status 503"
      })
  void refuses(String statusAndWhy) {
    String[] parts = statusAndWhy.split("\\|");
    reply = (question, out) -> http(out, parts[0], "Retry-After: 120\r\n", "{}");
    leavesAllAsItWas(parts[1]);
    assertThat(asked).as("two failures end the asking").hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void sendsElsewhere() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      List<String> reached = new CopyOnWriteArrayList<>();
      Thread.ofVirtual()
          .start(() -> {
            try {
              other.accept().close();
              reached.add("reached");
            } catch (IOException e) {
              // Closed at the end of the test: nobody came.
            }
          });
      String location = "Location: http://127.0.0.1:" + other.getLocalPort() + "/v1\r\n";
      reply = (question, out) -> http(out, "307 Temporary Redirect", location, "");
      leavesAllAsItWas("which is not followed");
      assertThat(reached).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Sign in to the hotel's network</body></html>",
        "{",
        "[]",
        "null",
        "{\"choices\":{}}",
        "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\"}]}}]}",
        "{\"error\":{\"message\":\"model not loaded\"}}"
      })
  void answersSomethingElse(String body) {
    reply = (question, out) -> http(out, "200 OK", "Content-Type: text/html\r\n", body);
    leavesAllAsItWas("The answer of localhost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I think it is Contact.Salary__c.",
        "{\"answers\":[{\"target\":1,\"candidate\":99},{\"target\":77,\"candidate\":1}]}",
        "{\"answers\":[{\"target\":1,\"candidate\":\"Contact.Salary__c\"}]}",
        "{\"answers\":[{\"target\":\"person.salary\",\"candidate\":\"Contact.Salary__c\"}]}",
        "{\"answers\":[{\"target\":1e40,\"candidate\":-3},{\"target\":1,\"candidate\":1e40}]}",
        "{\"answers\":[{\"target\":99999999999999999999,\"candidate\":99999999999999999999}]}",
        "{\"answers\":[{\"target\":1,\"candidate\":1",
        "{\"answers\": \"all of them\"}"
      })
  void inventsFieldsAndNumbers(String message) {
    reply = says(message);
    leavesAllAsItWas("left aside");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void alwaysSaysTheSameNumber(int number) {
    reply =
        (question, out) -> {
          StringBuilder answers = new StringBuilder();
          for (int t = 1; t <= 20; t++) {
            answers.append(t == 1 ? "" : ",");
            answers.append("{\"target\":" + t + ",\"candidate\":" + number + "}");
          }
          http(out, "200 OK", "", chat("{\"answers\":[" + answers + "]}"));
        };
    leavesAllAsItWas("so its votes do not count");
  }

  @Test
  void anAnswerInMarkdownAfterMuchThoughtIsUnderstood() {
    reply =
        (question, out) ->
            http(
                out,
                "200 OK",
                "",
                chat(
                    "<think>{so many fields}</think>\nHere it is:\n```json\n"
                        + right(question)
                        + "\n```\nAnything else?"));
    Result result = asking();
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).contains("the language model chose it");
    assertThat(asked).noneMatch(q -> q.contains(SECRET));
  }

  @Test
  void sampleValuesGoOnlyWithTheSecondSwitch() {
    reply = says("{\"answers\":[]}");
    asking();
    assertThat(asked).isNotEmpty().noneMatch(q -> q.contains(SECRET));
    asked.clear();
    asking("--model-values");
    assertThat(asked).anyMatch(q -> q.contains(SECRET));
  }

  /** Right where the names are the same; Spirit for the others. */
  private static String right(String question) {
    var asked = Json.mapper().readTree(question.substring(question.indexOf("\r\n\r\n") + 4));
    var targets = Json.mapper().readTree(asked.at("/messages/1/content").asString()).get("targets");
    StringBuilder answers = new StringBuilder();
    for (var target : targets) {
      String wanted = target.at("/field/name").asString().replace("person.", "Contact.");
      for (var candidate : target.get("candidates")) {
        String name = candidate.at("/fields/0/name").asString();
        if (name.equals(wanted) || name.equals("Contact.Spirit__c")) {
          answers
              .append(answers.isEmpty() ? "" : ",")
              .append("{\"target\":")
              .append(target.get("target"))
              .append(",\"candidate\":")
              .append(candidate.get("candidate"))
              .append("}");
          break;
        }
      }
    }
    return "{\"answers\":[" + answers + "]}";
  }
}
