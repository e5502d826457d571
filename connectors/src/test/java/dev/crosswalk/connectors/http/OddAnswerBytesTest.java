package dev.crosswalk.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.cache.H2SchemaCache;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers that no server library lets one make: byte by byte over a socket. Each ends as what it is
 * or with a named failure, soon, and names never come out wrong.
 */
final class OddAnswerBytesTest {
  private static final String FIELDS = "{\"fields\": [{\"name\": \"f\", \"label\": \"Straße\"}]}";
  @TempDir Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Reply reply = out -> {};
  private Engines engines;
  private ServerSocket server;
  private Session session;

  private interface Reply {
    void write(OutputStream out) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    engines = new Engines(folder);
    session =
        engines
            .catalog(
                """
                connector: 1
                id: odd
                name: Odd
                auth: [{id: none, type: none, label: None}]
                http: {base: 'http://127.0.0.1:%d', allowHosts: ['127.0.0.1'], maxBytes: 1000000, timeoutSeconds: 5}
                limits: {retry: {statuses: [429, 503], max: 2, firstMs: 1, maxMs: 5}}
                objects: {static: [{name: boats}]}
                fields: {request: {get: /fields}, items: fields, map: {name: name, native: type, label: label, length: size}}
                types: {"*": string}
                records: {sample: {get: /boats}, items: records}
                """
                    .formatted(server.getLocalPort()))
            .open(new ConnectionProfile("odd", "odd", "none", Map.of()), Map.of());
  }

  @AfterEach
  void stop() throws IOException {
    session.close();
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      for (String line = in.readLine(); line != null && !line.isEmpty(); ) {
        line = in.readLine();
      }
      requests.incrementAndGet();
      reply.write(socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // The other side has had enough, which is what some of these tests want.
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void status(String line, String headers, byte[] body) {
    reply =
        out -> {
          out.write(
              ascii(
                  "HTTP/1.1 "
                      + line
                      + "\r\nConnection: close\r\nContent-Length: "
                      + body.length
                      + "\r\n"
                      + headers
                      + "\r\n"));
          out.write(body);
        };
  }

  private void ok(String headers, byte[] body) {
    status("200 OK", headers, body);
  }

  private SchemaObject boats() {
    Discovery found = session.discover(List.of("boats"), Progress.NONE);
    assertThat(found.problems()).isEmpty();
    return found.schema().object("boats").orElseThrow();
  }

  /** What is told, in words; nothing gets into the schema. */
  private String told() {
    Discovery found = session.discover(List.of("boats"), Progress.NONE);
    assertThat(found.schema().objects()).isEmpty();
    assertThat(found.complete()).isFalse();
    return found.problems().get(0).what();
  }

  private ApiFailure failure() {
    return Objects.requireNonNull(
        catchThrowableOfType(
            ApiFailure.class, () -> session.discover(List.of("boats"), Progress.NONE)));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, UTF-8",
    "application/json; charset=iso-8859-1, UTF-8",
    "application/json; charset=iso-8859-1, ISO-8859-1",
    "application/json; charset=windows-1252, windows-1252",
    "application/json; charset=utf-16, UTF-16",
    "application/json, UTF-16",
    "application/json; charset=nonsense, UTF-8"
  })
  void namesComeOutRightWhateverTheHeaderSays(String type, String real) {
    ok("Content-Type: " + type + "\r\n", FIELDS.getBytes(Charset.forName(real)));
    assertThat(boats().field("f").orElseThrow().label()).isEqualTo("Straße");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheAnswer() {
    ok("", ("\uFEFF" + FIELDS).getBytes(StandardCharsets.UTF_8));
    assertThat(boats().fields()).hasSize(1);
  }

  @Test
  void textInAnEncodingThatNobodyNamesIsNamed() {
    ok("Content-Type: application/json\r\n", FIELDS.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(told()).contains("it is not UTF-8 text, and names no other encoding");
  }

  @Test
  void aPageOfErrorsInAnEncodingThatNobodyNamesIsStillThatError() {
    status("403 Forbidden", "", ascii("{\"message\": \"nicht erlaubt f\u00fcr Sie\"}"));
    assertThat(told()).contains("does not let this user").contains("für Sie");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"fields\": NaN}",
        "{\"fields\": [{\"name\": \"f\", \"size\": Infinity}]}",
        "{\"fields\": [{\"name\": \"f\"}]} and more",
        "{\"fields\": [{\"name\": \"f\"}]}{\"fields\": []}",
        "[{\"fields\": [",
        "{\"fields\": [{\"name\": \"\u0001\"}]}"
      })
  void whatIsNoJsonIsNamed(String body) {
    ok("", ascii(body));
    assertThat(told()).contains("JSON that breaks off or is broken");
  }

  @Test
  void whatIsNestedWithoutEndIsNamed() {
    ok("", ascii("{\"fields\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
    assertThat(told()).contains("JSON that breaks off or is broken");
  }

  @Test
  void aNumberThatNobodyCanWriteOutStaysText() {
    ok(
        "",
        ascii(
            "{\"records\": [{\"n\": 1e999999999, \"m\": [-1e-99999], \"k\": 1.5e3}], \"fields\": [{\"name\": \"n\", \"size\": 1e999999999}, {\"name\": \"m\"}, {\"name\": \"k\"}]}"));
    SchemaObject boats = boats();
    assertThat(boats.field("n").orElseThrow().length()).isNull();
    Map<String, @Nullable Object> record =
        session.sample(boats, List.of(), 1, Progress.NONE).get(0);
    assertThat(record.get("n")).isEqualTo("1E+999999999");
    assertThat(record.get("m")).isEqualTo(List.of("-1E-99999"));
    assertThat(String.valueOf(record.get("k"))).isIn("1.5E+3", "1500");
  }

  @Test
  void halfOfACharacterAndSameKeysAreKeptAsTheyCan() throws IOException {
    ok(
        "",
        ascii(
            "{\"fields\": [], \"fields\": [{\"name\": \"f\", \"label\": \"a\\ud83d\\u0000b\", \"name\": \"g\"}]}"));
    Discovery found = session.discover(List.of("boats"), Progress.NONE);
    assertThat(found.schema().object("boats").orElseThrow().byName()).containsOnlyKeys("g");
    try (H2SchemaCache cache = H2SchemaCache.open(folder.resolve("cache"), Clock.systemUTC())) {
      long id = cache.store("odd", List.of(), found, Instant.now()).id();
      assertThat(cache.object(id, "boats").orElseThrow().byName()).containsOnlyKeys("g");
    }
  }

  @Test
  void nothingWhereAListShouldBeIsNoObjectWithoutFields() {
    reply = out -> out.write(ascii("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"));
    assertThat(told()).contains("boats");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "99999999999999999999",
        "Mon, 01 Jan 1990 00:00:00 GMT",
        "-1",
        "soon"
      })
  void nobodyWaitsForYearsOrNotAtAll(String after) {
    status("503 Unavailable", "Retry-After: " + after + "\r\n", ascii("{}"));
    ApiFailure e = failure();
    assertThat(e.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(requests.get()).isBetween(1, 3);
    assertThat(engines.waits).allSatisfy(w -> assertThat(w).isLessThan(Duration.ofSeconds(1)));
  }

  @Test
  void aCircleOfRedirectsEnds() {
    status("302 Found", "Location: /fields\r\n", new byte[0]);
    assertThat(failure().problem().what()).contains("redirects in a circle");
    assertThat(requests.get()).isEqualTo(6);
  }

  @Test
  void anAnswerWithoutEndEnds() {
    reply =
        out -> {
          out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
          byte[] chunk = ascii("400\r\n" + "[".repeat(1024) + "\r\n");
          while (true) {
            out.write(chunk);
          }
        };
    assertThat(told()).contains("sent too much");
  }

  @Test
  void headersWithoutEndEnd() {
    reply =
        out -> {
          out.write(ascii("HTTP/1.1 200 OK\r\n"));
          byte[] header = ascii("X-More: " + "a".repeat(1000) + "\r\n");
          while (true) {
            out.write(header);
          }
        };
    assertThat(told()).contains("broke off");
  }

  @Test
  void aLengthThatIsWrongIsNamed() {
    reply =
        out ->
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + "{\"fields\": ["));
    assertThat(told()).contains("broke off");
    reply =
        out ->
            out.write(
                ascii(
                    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 12\r\n\r\n{\"fields\": []}"));
    assertThat(told()).contains("JSON that breaks off or is broken");
  }

  @Test
  void whatIsPackedTwiceOrInAWayThatNobodyAskedForIsNamed() throws IOException {
    byte[] once = packed(FIELDS.getBytes(StandardCharsets.UTF_8));
    ok("Content-Encoding: gzip\r\n", once);
    assertThat(boats().fields()).hasSize(1);
    ok("Content-Encoding: gzip\r\n", packed(once));
    assertThat(told()).contains("it is not UTF-8 text");
    ok("Content-Encoding: br\r\n", once);
    assertThat(told()).contains("it is not UTF-8 text");
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ICY 200 OK", "HTTP/1.1 abc", "\u0016\u0003\u0001\u0002", ""})
  void whatIsNoHttpIsNamed(String line) {
    reply = out -> out.write(ascii(line + "\r\n\r\n"));
    assertThat(told()).contains("127.0.0.1").contains("connection 'odd'");
  }
}
