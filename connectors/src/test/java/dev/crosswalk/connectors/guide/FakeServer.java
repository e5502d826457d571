package dev.crosswalk.connectors.guide;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.ConnectorCatalog;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A made-up system on this machine, and a session on it with a definition. */
public final class FakeServer implements AutoCloseable {
  public static final JsonMapper JSON = JsonMapper.builder().build();

  /** A request as the made-up system sees it. */
  public record Seen(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      @Nullable Object body) {
    @SuppressWarnings("unchecked")
    public Map<String, Object> json() {
      return (Map<String, Object>) Objects.requireNonNull(body);
    }
  }

  /** An answer: JSON where the body is no text. */
  public record Reply(int status, @Nullable Object body, String type) {
    public static Reply ok(Object body) {
      return new Reply(200, body, "application/json");
    }

    public static Reply text(String body, String type) {
      return new Reply(200, body, type);
    }

    public static Reply status(int status, Object body) {
      return new Reply(status, body, "application/json");
    }
  }

  private final MockWebServer server = new MockWebServer();
  public final Engines engines;
  public final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());

  public FakeServer(Path folder, Function<Seen, Reply> answer) throws IOException {
    this.engines = new Engines(folder);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            Seen now = seen(request);
            seen.add(now);
            Reply reply = answer.apply(now);
            Object body = reply.body();
            return new MockResponse.Builder()
                .code(reply.status())
                .setHeader("Content-Type", reply.type())
                .body(body instanceof String text ? text : JSON.writeValueAsString(body))
                .build();
          }
        });
    server.start();
  }

  private static Seen seen(RecordedRequest request) {
    Map<String, String> query = new HashMap<>();
    for (String name : request.getUrl().queryParameterNames()) {
      query.put(name, Objects.requireNonNullElse(request.getUrl().queryParameter(name), ""));
    }
    Map<String, String> headers = new HashMap<>();
    request
        .getHeaders()
        .forEach(h -> headers.put(h.getFirst().toLowerCase(java.util.Locale.ROOT), h.getSecond()));
    String text = request.getBody() == null ? "" : request.getBody().utf8();
    return new Seen(
        request.getMethod(),
        request.getUrl().encodedPath(),
        query,
        headers,
        text.startsWith("{") || text.startsWith("[") ? JSON.readValue(text, Object.class) : null);
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** A session with a definition of one's own, in which {@code ORIGIN} stands for this server. */
  public Session own(String yaml, String auth, Map<String, String> secrets) throws IOException {
    return own(yaml, auth, secrets, Map.of());
  }

  /** See {@link #own(String, String, Map)}. */
  public Session own(
      String yaml, String auth, Map<String, String> secrets, Map<String, String> settings)
      throws IOException {
    ConnectorCatalog catalog = engines.catalog(yaml.replace("ORIGIN", origin()));
    String id = catalog.list().stream().filter(c -> !c.shipped()).findFirst().orElseThrow().id();
    return catalog.open(new ConnectionProfile("own", id, auth, settings), secrets);
  }

  /** A session with a shipped definition, with this server in the place of all its hosts. */
  public Session shipped(
      String connector, String auth, Map<String, String> settings, Map<String, String> secrets) {
    Map<String, String> all = new HashMap<>(settings);
    all.put(ConnectionProfile.LOOPBACK, origin());
    return engines.catalog().open(new ConnectionProfile("shipped", connector, auth, all), secrets);
  }

  /** The one object, discovered without a problem. */
  public static SchemaObject discovered(Session session, String name) {
    Discovery discovery = session.discover(List.of(name), Progress.NONE);
    if (!discovery.problems().isEmpty()) {
      throw new AssertionError(discovery.problems());
    }
    return discovery.schema().object(name).orElseThrow();
  }

  public static Field field(SchemaObject object, String name) {
    return object
        .field(name)
        .orElseThrow(() ->
            new AssertionError(
                "no field " + name + " in " + object.fields().stream().map(Field::name).toList()));
  }

  @Override
  public void close() {
    server.close();
  }
}
