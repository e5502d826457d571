package dev.crosswalk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.crosswalk.app.WrittenWorkspace;
import dev.crosswalk.app.cli.CliRunner.Result;
import dev.crosswalk.connectors.sandbox.Sandbox;
import dev.crosswalk.connectors.sandbox.SandboxAccount;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Protects connect, discover and schemas against real servers, reachable and not. */
class CliSandboxTest {
  @TempDir Path folder;
  CliRunner cli;

  @BeforeEach
  void start() {
    cli = new CliRunner(folder);
  }

  @Test
  void connectsDiscoversAndShowsWhatTheCacheHolds() throws IOException {
    Result connected =
        cli.run("connect", "sandbox-northwind", "--connector", "salesforce", "--format", "json");
    assertThat(connected.status()).as(connected.err()).isZero();
    assertThat(connected.json().get("user").asString()).contains("northwind");

    Result found =
        cli.run(
            "discover",
            "sandbox-northwind",
            "--object",
            "Contact",
            "--records",
            "5",
            "--requests",
            "--format",
            "json");
    assertThat(found.status()).as(found.err()).isZero();
    assertThat(found.err())
        .contains("describe Contact", "read sample records of Contact")
        .containsPattern("\n\\d+ requests?, 0 of them sent again\\.");
    assertThat(found.json().get("records").asInt()).isEqualTo(5);
    assertThat(found.json().get("complete").asBoolean()).isTrue();

    JsonNode objects = cli.run("schemas", "sandbox-northwind", "--format", "json").json();
    assertThat(objects.get(0).get("object").asString()).isEqualTo("Contact");
    assertThat(objects.get(0).get("fields").asInt()).isGreaterThan(40);
    assertThat(cli.run("schemas").out()).contains("sandbox-northwind");
    showsFieldsAndRecordsFromTheCache();
    previewsOneRecordByItsId();
  }

  private void showsFieldsAndRecordsFromTheCache() {
    assertThat(cli.run("schemas", "sandbox-northwind", "Contact").out().lines())
        .anyMatch(line -> line.matches("LastName +string +string +Last Name +required.*"));
    JsonNode fields = cli.run("schemas", "sandbox-northwind", "Contact", "--format", "json").json();
    assertThat(fields.at("/objects/Contact/fields/LastName/required").asBoolean()).isTrue();

    Result records = cli.run("records", "sandbox-northwind", "Contact", "--limit", "2");
    assertThat(records.out().lines()).hasSize(2).allMatch(line -> line.contains("\"LastName\":"));
    Result none = cli.run("records", "sandbox-northwind", "Kontakt");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("no object Kontakt", "crosswalk schemas sandbox-northwind");
  }

  @Test
  void aConnectorThatIsNotThereMayLieInAFolderThatIsNoWorkspace() throws IOException {
    String[] connect = {"connect", "a", "--connector", "harbour"};
    assertThat(cli.run(connect).err()).contains("crosswalk init .");
    Files.writeString(
        folder.resolve("crosswalk.yaml"),
        "format: crosswalk/v1\nkind: Workspace\nname: w\ntarget: { system: acme }\n");
    assertThat(cli.run(connect).err())
        .contains("no connector harbour")
        .doesNotContain("crosswalk init");
  }

  private void previewsOneRecordByItsId() throws IOException {
    WrittenWorkspace workspace = WrittenWorkspace.in(folder);
    workspace.write(
        "mappings/m.yaml",
        """
        format: crosswalk/v1
        kind: Mapping
        id: m
        source: { system: salesforce, object: Contact }
        target: { system: acme, object: person }
        fields:
          key: { from: Id }
          name: { from: LastName }
          owner: { from: Owner.Email }
        """);
    String[] preview = {"preview", "m", "--connection", "sandbox-northwind", "--format", "json"};
    JsonNode cached = cli.run(with(preview, "--limit", "5")).json();
    assertThat(cached.get("samples").size()).isEqualTo(5);
    assertThat(cached.at("/samples/0/fields/owner/after").asString())
        .as("what lies behind a reference is asked for, though the cache has records without it")
        .contains("@");
    String id = cached.at("/samples/4/fields/key/before").asString();

    JsonNode one = cli.run(with(preview, "--id", id)).json();
    assertThat(one.get("samples").size()).isEqualTo(1);
    assertThat(one.at("/samples/0/fields/name")).isEqualTo(cached.at("/samples/4/fields/name"));

    Result unknown = cli.run(with(preview, "--id", "003000000000000AAA"));
    assertThat(unknown.status()).isNotZero();
    assertThat(unknown.err()).contains("003000000000000AAA").doesNotContain("Exception");
    Result none = cli.run(with(preview, "--id", "x' OR Name != '"));
    assertThat(none.err()).contains("can be no id");
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aSystemThatCannotBeReachedIsStatusThreeAndStoresNothing() {
    Result result =
        cli.with("TOKEN", "pat-made-up")
            .run(
                "connect",
                "away",
                "--connector",
                "hubspot",
                "--set",
                "loopback=http://127.0.0.1:1",
                "--secret-env",
                "token=TOKEN");
    assertThat(result.status()).as(result.err()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).doesNotContain("pat-made-up").doesNotContain("Exception");
    assertThat(cli.run("discover", "away").status()).isEqualTo(2);
  }

  /** A script must not take half of what it asked for as all of it. */
  @Test
  void recordsThatCannotBeReadAreFindings() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean refused = exchange.getRequestURI().getPath().equals("/records/b");
          byte[] body = "{\"list\": [{\"name\": \"x\"}]}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(refused ? 403 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      WrittenWorkspace workspace = WrittenWorkspace.in(folder);
      workspace.write(
          "connectors/own.yaml",
          """
          connector: 1
          id: own
          name: Own
          auth: [{id: way, type: none, label: None}]
          http: {base: 'http://127.0.0.1:PORT', allowHosts: [127.0.0.1]}
          objects: {static: [{name: a}, {name: b}]}
          fields: {request: {get: '/fields'}, items: list, map: {name: name, native: "'text'"}}
          types: {text: string, "*": any}
          records: {sample: {get: '/records/${object.name}'}, items: list}
          """
              .replace("PORT", String.valueOf(server.getAddress().getPort())));
      Result connected = cli.run("connect", "mine", "--connector", "own");
      assertThat(connected.status()).as(connected.err()).isZero();
      Result all = cli.run("discover", "mine", "--records", "1", "--object", "a");
      assertThat(all.status()).as(all.err()).isZero();
      assertThat(all.out()).contains("1 object with 1 field", "1 sample record.");
      Result half = cli.run("discover", "mine", "--records", "1");
      assertThat(half.status()).as(half.err()).isEqualTo(Exit.FINDINGS);
      assertThat(half.out()).contains("2 objects with 2 fields", "1 sample record.");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void signingOutLeavesNoSecretBehind() {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(Clock.systemUTC()).only("hubspot"))) {
      SandboxAccount account = sandbox.account("fabrikam");
      String token = account.credential("token");
      cli.with("CROSSWALK_SECRETS", "file").with("CROSSWALK_PASSPHRASE", "open sesame");
      Result connected =
          cli.with("TOKEN", token)
              .run(
                  "connect",
                  "hub",
                  "--connector",
                  "hubspot",
                  "--auth",
                  "token",
                  "--set",
                  "loopback=" + account.baseUrl(),
                  "--secret-env",
                  "token=TOKEN");
      assertThat(connected.status()).as(connected.err()).isZero();
      assertThat(cli.run("discover", "hub", "--object", "contacts").status()).isZero();

      Result out = cli.run("connect", "hub", "--sign-out", "--format", "json");
      assertThat(out.status()).as(out.err()).isZero();
      assertThat(out.json().get("signedOut").asBoolean()).isTrue();
      assertThat(out.json().get("atTheSystem").asBoolean())
          .as("a typed token cannot end")
          .isFalse();
      Result after = cli.run("discover", "hub", "--object", "contacts");
      assertThat(after.status()).isNotZero();
      assertThat(after.err()).contains("token", "is missing");
      assertThat(cli.run("schemas").out()).as("what was discovered stays").contains("hub");

      Result kept =
          cli.with("CROSSWALK_SECRET_HUB_TOKEN", token).run("connect", "hub", "--sign-out");
      assertThat(kept.err()).contains("CROSSWALK_SECRET_HUB_TOKEN").doesNotContain(token);
    }
    assertThat(cli.run("connect", "nobody", "--sign-out").err()).contains("no connection nobody");
    assertThat(cli.run("connect", "new").err()).contains("--connector");
  }
}
