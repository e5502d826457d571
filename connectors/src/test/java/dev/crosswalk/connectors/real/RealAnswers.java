package dev.crosswalk.connectors.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.guide.FakeServer;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.connectors.guide.FakeServer.Seen;
import dev.crosswalk.connectors.http.ApiFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server that answers what real systems answered, where those answers are present. */
abstract class RealAnswers {
  @TempDir Path folder;
  final Map<String, Function<Seen, Reply>> answers = new HashMap<>();
  private Path fixtures;
  private FakeServer server;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(Engines.shared().isPresent(), "the folder 'shared' with real answers is not here");
    fixtures = Engines.shared().orElseThrow().resolve("fixtures");
    server =
        new FakeServer(
            folder,
            seen ->
                answers
                    .getOrDefault(seen.path(), s -> Reply.status(404, Map.of("message", s.path())))
                    .apply(seen));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  FakeServer server() {
    return server;
  }

  String text(String fixture) throws IOException {
    return Files.readString(fixtures.resolve(fixture));
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> json(String fixture) throws IOException {
    return (Map<String, Object>) FakeServer.JSON.readValue(text(fixture), Map.class);
  }

  /** Follows keys and indexes. */
  static Object at(Object from, Object... path) {
    Object at = from;
    for (Object key : path) {
      at = key instanceof Integer i ? ((List<?>) at).get(i) : ((Map<?, ?>) at).get(key);
    }
    return Objects.requireNonNull(at, List.of(path).toString());
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Object from, Object... path) {
    return (List<Map<String, Object>>) at(from, path);
  }

  void answer(String path, Object body) {
    answers.put(path, s -> Reply.ok(body));
  }

  void answer(String path, int status, Object body) {
    answers.put(path, s -> Reply.status(status, body));
  }

  void answerFile(String path, String fixture) throws IOException {
    answer(path, text(fixture));
  }

  /** That the objects cannot be listed, as the system's own words say. */
  static void fails(Session session, FailureKind kind, String words) {
    ApiFailure failure =
        catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE));
    assertThat(failure).isNotNull();
    assertThat(Objects.requireNonNull(failure).kind()).isEqualTo(kind);
    assertThat(failure.problem().what()).contains(words);
  }
}
