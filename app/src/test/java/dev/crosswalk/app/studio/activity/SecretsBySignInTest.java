package dev.crosswalk.app.studio.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.ConnectionStore;
import dev.crosswalk.connectors.ConnectorCatalog;
import dev.crosswalk.connectors.EngineOptions;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.auth.Browser;
import dev.crosswalk.connectors.cache.H2SchemaCache;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.http.RequestLog;
import dev.crosswalk.connectors.secrets.SecretStore;
import dev.crosswalk.connectors.secrets.SecretStores;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every way to sign in, at a system that sends back whatever it gets: in good answers, in errors,
 * in web pages, in headers and in redirects to another host. No secret, typed or granted, is then
 * in a file, the request log, a cURL copy, a HAR or a crash report, and none reaches the other
 * host.
 */
class SecretsBySignInTest {
  private enum Mood {
    GOOD,
    ERROR,
    PAGE,
    REDIRECT
  }

  @TempDir Path folder;
  private final RequestLog log = new RequestLog(5000);
  private final List<String> crashes = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> elsewhere = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private HttpServer other;
  private volatile Mood mood = Mood.GOOD;

  @BeforeEach
  void start() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = HttpServer.create(any, 0);
    server.createContext("/", this::answer);
    server.start();
    other = HttpServer.create(any, 0);
    other.createContext(
        "/",
        exchange -> {
          elsewhere.add(everything(exchange));
          send(exchange, 200, "application/json", "{\"objects\": []}");
        });
    other.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    other.stop(0);
  }

  private static String everything(HttpExchange exchange) throws IOException {
    StringBuilder all = new StringBuilder(exchange.getRequestURI().toString());
    exchange.getRequestHeaders().forEach((name, values) -> all.append("\n" + name + ": " + values));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return all.append('\n')
        .append(body)
        .append('\n')
        .append(URLDecoder.decode(body.replace("%", "%25"), StandardCharsets.UTF_8))
        .append('\n')
        .append(decoded(exchange.getRequestURI().toString()))
        .append(decoded(body))
        .toString();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String echo = everything(exchange);
    boolean signIn = !path.equals("/objects") && !path.equals("/fields");
    if (mood == Mood.GOOD || (signIn && mood == Mood.REDIRECT)) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("echo", echo);
      switch (path) {
        case "/token" -> {
          body.put("access_token", "granted-access-token-1");
          body.put("refresh_token", "granted-refresh-token-1");
          body.put("expires_in", 3600);
        }
        case "/device" -> {
          body.put("device_code", "granted-device-code");
          body.put("user_code", "AB-CD");
          body.put("verification_uri", "http://127.0.0.1:" + server.getAddress().getPort() + "/x");
          body.put("interval", 1);
        }
        case "/login" -> body.put("session", "granted-session-id-of-login");
        default -> {
          body.put("objects", List.of(Map.of("name", "a", "label", "A")));
          body.put("fields", List.of(Map.of("name", "f", "type", "text")));
        }
      }
      exchange.getResponseHeaders().add("X-RateLimit-Who", echo.replaceAll("[\r\n]", " "));
      exchange.getResponseHeaders().add("ETag", "\"1\"");
      send(exchange, 200, "application/json", json(body));
      return;
    }
    switch (mood) {
      case ERROR ->
          send(
              exchange,
              400,
              "application/json",
              json(Map.of("error", "invalid_grant", "error_description", echo, "message", echo)));
      case PAGE ->
          send(
              exchange,
              500,
              "text/html",
              "<html><body>" + echo.replace("&", "&amp;").replace("<", "&lt;") + "</body></html>");
      default -> {
        String query = exchange.getRequestURI().getRawQuery();
        exchange
            .getResponseHeaders()
            .add(
                "Location",
                "http://127.0.0.1:"
                    + other.getAddress().getPort()
                    + "/objects"
                    + (query == null ? "" : "?" + query));
        send(exchange, 302, "text/plain", "");
      }
    }
  }

  private static String json(Map<String, ?> body) {
    return tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(body);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Allows whatever is asked for, at once. */
  private final Browser browser =
      new Browser() {
        @Override
        public void open(URI page) {
          Map<String, String> query = new LinkedHashMap<>();
          for (String pair : page.getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
          }
          Thread.ofVirtual()
              .start(() -> {
                try {
                  URI.create(
                          query.get("redirect_uri")
                              + "?code=granted-code-1&state="
                              + URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8))
                      .toURL()
                      .openStream()
                      .readAllBytes();
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
        }

        @Override
        public void open(URI page, String code) {}
      };

  private static Map<String, String> ways() {
    Map<String, String> ways = new LinkedHashMap<>();
    String token = "token: 'http://127.0.0.1:PORT/token'";
    String claims = "claims: {iss: '${clientId}', sub: u, aud: a}";
    ways.put("header", "type: header, headers: {X-Secret: '${secret}'}");
    ways.put("bearer", "type: header, headers: {Authorization: 'Token token=${secret}'}");
    ways.put("query", "type: header, query: {api_token: '${secret}'}");
    ways.put("basic", "type: basic, username: u, password: '${secret}'");
    ways.put("client-post", "type: oauth2-client-credentials, clientAuth: post, " + token);
    ways.put("client-basic", "type: oauth2-client-credentials, clientAuth: basic, " + token);
    ways.put(
        "client-assertion",
        "type: oauth2-client-credentials, clientAuth: assertion, assertion: {key: '${key}', "
            + claims
            + "}, "
            + token);
    ways.put(
        "jwt-bearer", "type: jwt-bearer, assertion: {key: '${key}', " + claims + "}, " + token);
    ways.put(
        "tba",
        "type: oauth1-tba, consumerKey: ck, consumerSecret: '${secret}', tokenId: t, tokenSecret:"
            + " '${clientSecret}', realm: R");
    ways.put(
        "steps",
        "type: steps, steps: [{post: 'http://127.0.0.1:PORT/login', body: {password: '${secret}'},"
            + " captureSecret: {session: session}}], headers: {Cookie: 'sid=${session}'}");
    ways.put(
        "code",
        "type: oauth2-code, authorize: 'http://127.0.0.1:PORT/authorize', clientAuth: post,"
            + " redirect: {host: 127.0.0.1, port: null}, scopes: [read], "
            + token);
    ways.put(
        "device",
        "type: oauth2-device, device: 'http://127.0.0.1:PORT/device', scopes: [read], " + token);
    return ways;
  }

  /**
   * @param typed the first with characters that look different in an address, in JSON and in HTML;
   *     short ones may be words of the system's own, and are not written all the same
   */
  @ParameterizedTest
  @ValueSource(strings = {"s3cr&t/with+odd=\"chars\"", "xq71-z", "of-19-characters.+x"})
  void noneIsAnywhereWhicheverWayASystemSendsItBack(String typed) throws Exception {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
    String key = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----";
    List<String> secrets =
        new ArrayList<>(
            List.of(
                typed,
                "client-secret-as-typed",
                "open sesame",
                "granted-access-token-1",
                "granted-refresh-token-1",
                "granted-session-id-of-login",
                Base64.getEncoder()
                    .encodeToString(("u:" + typed).getBytes(StandardCharsets.UTF_8))));
    secrets.addAll(List.of(body.split("\n", -1)).subList(0, 5));
    Path own = Files.createDirectories(folder.resolve("config/connectors"));
    StringBuilder auths = new StringBuilder();
    ways()
        .forEach((id, way) -> auths.append("  - {id: %s, label: %s, %s}\n".formatted(id, id, way)));
    Files.writeString(
        own.resolve("echo.yaml"),
        """
        connector: 1
        id: echo
        name: Echo
        inputs:
          clientId: {label: Id, optional: true}
          clientSecret: {label: Client secret, secret: true, optional: true}
          secret: {label: Secret, secret: true, optional: true}
          key: {label: Key, secret: true, optional: true}
        auth:
        AUTHS
        http: {base: 'http://127.0.0.1:PORT', allowHosts: ['127.0.0.1'], conditional: {by: [etag], listCoversFields: true}}
        limits: {retry: {statuses: [429], max: 1}}
        objects: {request: {get: /objects}, items: objects, map: {name: name, label: label}}
        fields: {request: {get: '/fields'}, items: fields, map: {name: name, native: type}}
        types: {text: string, "*": {as: any, warn: true}}
        """
            .replace("AUTHS\n", auths)
            .replace("PORT", String.valueOf(server.getAddress().getPort())));
    SecretStore store =
        SecretStores.open(
            folder.resolve("config"),
            Map.of("CROSSWALK_SECRETS", "file", "CROSSWALK_PASSPHRASE", "open sesame"),
            Optional::empty);
    ConnectorCatalog catalog =
        ConnectorCatalog.create(
            new EngineOptions(
                log,
                store,
                browser,
                Clock.systemUTC(),
                new Random(1),
                folder.resolve("locks"),
                own,
                Map.of()));
    assertThat(catalog.problems()).isEmpty();
    Map<String, String> given =
        Map.of("secret", typed, "clientSecret", "client-secret-as-typed", "key", key);
    ConnectionStore connections = new ConnectionStore(folder.resolve("config"));
    try (H2SchemaCache cache = H2SchemaCache.open(folder.resolve("cache"), Clock.systemUTC())) {
      for (String way : ways().keySet()) {
        ConnectionProfile profile =
            new ConnectionProfile("c-" + way, "echo", way, Map.of("clientId", "app"));
        connections.save(profile);
        for (Mood each : Mood.values()) {
          mood = each;
          try (Session session = catalog.open(profile, given)) {
            session.test(Progress.NONE);
            Discovery found = session.discover(cache.answers(profile.name()), Progress.NONE);
            assertThat(each).as(way + " worked").isIn(Mood.GOOD, Mood.REDIRECT);
            if (each == Mood.GOOD) {
              cache.store(profile.name(), List.of(), found, Instant.now());
            }
            crashes.add(found.problems().toString());
          } catch (RuntimeException e) {
            assertThat(each).as(() -> way + ": " + trace(e)).isNotEqualTo(Mood.GOOD);
            crashes.add(trace(e));
          }
          // A person starts again: what is kept of the sign-in is tried at the next one.
          if (each == Mood.ERROR) {
            store.remove(profile.name(), "signed-in");
          }
        }
      }
      for (String secret : secrets) {
        assertThat(elsewhere.toString()).as("another host got it").doesNotContain(secret);
        nowhere(secret, "request log", log.entries().toString());
        nowhere(secret, "HAR", Har.of(log.entries()));
        nowhere(secret, "HAR", Har.of(log.entries()).replace("\\\"", "\""));
        log.entries().forEach(entry -> nowhere(secret, "cURL copy", Curl.of(entry)));
        crashes.forEach(crash -> nowhere(secret, "crash report", crash));
      }
    }
    assertThat(log.entries()).hasSizeGreaterThan(3 * ways().size());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String narrow = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String secret : secrets) {
          nowhere(secret, file.toString(), narrow);
          nowhere(secret, file.toString(), narrow.replace("\0", ""));
        }
        for (String inflated : inflated(bytes)) {
          secrets.forEach(secret -> nowhere(secret, file + " (unpacked)", inflated));
        }
      }
    }
  }

  private static void nowhere(String secret, String place, String text) {
    for (String form :
        List.of(
            secret,
            URLEncoder.encode(secret, StandardCharsets.UTF_8),
            Base64.getEncoder()
                .withoutPadding()
                .encodeToString(secret.getBytes(StandardCharsets.UTF_8)))) {
      int at = text.indexOf(form);
      if (at >= 0) {
        throw new AssertionError(
            place
                + " holds "
                + form
                + ": …"
                + text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 80)));
      }
    }
  }

  /** What the cache's blobs hold: it packs them. */
  private static List<String> inflated(byte[] bytes) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == 0x78 && (bytes[i + 1] == 0x01 || bytes[i + 1] == (byte) 0x9c)) {
        try (InflaterInputStream in =
            new InflaterInputStream(new java.io.ByteArrayInputStream(bytes, i, bytes.length - i))) {
          found.add(new String(in.readNBytes(1_000_000), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
          // Two bytes that only look like the start of a packed blob.
        }
      }
    }
    return found;
  }

  private static String trace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
