package dev.crosswalk.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The proxy of the environment is used for other machines, and gets nothing but the host's name.
 */
final class ProxyTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https_proxy, proxy.example.com:3128, -, https://api.acme.example/x, proxy.example.com:3128",
        "HTTPS_PROXY, http://proxy.example.com:3128/, -, https://api.acme.example, proxy.example.com:3128",
        "all_proxy, http://10.0.0.1, -, https://api.acme.example, 10.0.0.1:80",
        "https_proxy, http://p:1, acme.example, https://api.acme.example, -",
        "https_proxy, http://p:1, .acme.example, https://api.acme.example, -",
        "https_proxy, http://p:1, '*.acme.example, other', https://api.acme.example, -",
        "https_proxy, http://p:1, other acme.example:443, https://api.acme.example, -",
        "https_proxy, http://p:1, acme.example:8443, https://api.acme.example, p:1",
        "https_proxy, http://p:1, me.example, https://api.acme.example, p:1",
        "https_proxy, http://p:1, '*', https://api.acme.example, -",
        "https_proxy, http://p:1, -, http://127.0.0.1:8080, -",
        "https_proxy, http://p:1, -, http://localhost:8080, -",
        "https_proxy, http://p:1, -, 'http://[::1]:8080', -",
        "unrelated, http://p:1, -, https://api.acme.example, -"
      })
  void whoIsReachedByIt(String name, String value, String without, String url, String expected) {
    Map<String, String> environment =
        without == null ? Map.of(name, value) : Map.of(name, value, "no_proxy", without);
    List<Proxy> chosen = EnvironmentProxies.of(environment, null).select(URI.create(url));
    assertThat(chosen)
        .singleElement()
        .satisfies(proxy -> {
          if (expected == null) {
            assertThat(proxy).isEqualTo(Proxy.NO_PROXY);
          } else {
            assertThat(proxy.address().toString())
                .contains(expected.replace(":", "/<unresolved>:"));
          }
        });
  }

  /** Refuses every tunnel; without user and password it asks for them first. */
  private static final class Guard implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    Guard() throws IOException {
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket client = socket.accept()) {
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
          StringBuilder head = new StringBuilder();
          for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
          }
          seen.add(head.toString());
          String answer =
              head.toString().contains("Proxy-Authorization")
                  ? "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
                  : "HTTP/1.1 407 Proxy Authentication Required\r\n"
                      + "Proxy-Authenticate: Basic realm=\"guard\"\r\n"
                      + "Connection: close\r\nContent-Length: 0\r\n\r\n";
          client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          client.getOutputStream().flush();
        } catch (IOException e) {
          // The test is over, or the client gave up: both are what was wanted.
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private Session open(Map<String, String> environment) throws IOException {
    return open(environment, "https://api.acme.example");
  }

  private Session open(Map<String, String> environment, String base) throws IOException {
    Engines engines = new Engines(folder);
    engines.approved.add("api.acme.example");
    engines.proxies = EnvironmentProxies.of(environment, null);
    return engines
        .catalog(
            """
            connector: 1
            id: acme
            name: Acme
            inputs: {key: {label: Key, secret: true}}
            auth: [{id: key, type: header, label: Key, headers: {X-Key: '${key}'}}]
            http: {base: 'BASE', allowHosts: [api.acme.example, 127.0.0.1]}
            objects: {request: {get: /objects}, items: objects, map: {name: name}}
            fields: {request: {get: '/fields'}, items: fields, map: {name: name, native: type}}
            types: {"*": string}
            """
                .replace("BASE", base))
        .open(new ConnectionProfile("a", "acme", "key", Map.of()), Map.of("key", "k3y-of-acme"));
  }

  @Test
  void itIsAskedForATunnelAndItsRefusalIsNamed() throws IOException {
    try (Guard guard = new Guard();
        Session session =
            open(Map.of("https_proxy", "http://ada:pass-word-1@127.0.0.1:" + guard.port()))) {
      assertThatThrownBy(() -> session.objects(Progress.NONE))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.problem().code()).isEqualTo("remote-unreachable");
                assertThat(e.problem().what()).contains("proxy", "api.acme.example", "403");
                assertThat(e.problem().next()).contains("https_proxy");
                assertThat(e.problem().toString()).doesNotContain("pass-word-1");
              });
      String basic =
          Base64.getEncoder().encodeToString("ada:pass-word-1".getBytes(StandardCharsets.UTF_8));
      assertThat(guard.seen)
          .isNotEmpty()
          .allSatisfy(head ->
              assertThat(head)
                  .startsWith("CONNECT api.acme.example:443 ")
                  .doesNotContainIgnoringCase("x-key")
                  .doesNotContain("k3y-of-acme"))
          .anySatisfy(head -> assertThat(head).contains("Proxy-Authorization: Basic " + basic));
    }
  }

  @Test
  void aProxyThatWantsAPasswordIsNamed() throws IOException {
    try (Guard guard = new Guard();
        Session session = open(Map.of("https_proxy", "http://127.0.0.1:" + guard.port()))) {
      assertThatThrownBy(() -> session.objects(Progress.NONE))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().what()).contains("proxy").contains("authenticate"));
    }
  }

  @Test
  void anAddressThatIsNoneIsSaidWithoutItsPasswordAndThisMachineIsReached() throws IOException {
    Map<String, String> environment = Map.of("https_proxy", "socks5://ada:pass-word-1@proxy");
    try (Session session = open(environment)) {
      assertThatThrownBy(() -> session.objects(Progress.NONE))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.problem().what()).contains("https_proxy");
                assertThat(e.problem().next()).contains("http://proxy.example.com:3128");
                assertThat(e.problem().toString()).doesNotContain("pass-word-1");
              });
    }
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .addHeader("Content-Type", "application/json")
              .body("{\"objects\": [{\"name\": \"a\"}]}")
              .build());
      try (Session session = open(environment, "http://127.0.0.1:" + server.getPort())) {
        assertThat(session.objects(Progress.NONE)).hasSize(1);
      }
    }
  }
}
