package dev.crosswalk.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.ConnectorCatalog;
import dev.crosswalk.connectors.EngineOptions;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.http.RequestEntry;
import dev.crosswalk.connectors.http.RequestLog;
import dev.crosswalk.connectors.secrets.SecretStore;
import dev.crosswalk.connectors.secrets.SecretStores;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The studio and the command line are two processes with one sign-in. The sandbox gives a new
 * refresh token with each renewal and ends the whole sign-in when a used one comes again; both
 * processes are signed in at the end all the same.
 */
final class TwoProcessesTest {
  private static final int ROUNDS = 4;

  @TempDir Path folder;

  @Test
  void neitherUsesUpTheOthersRefreshToken() throws Exception {
    SandboxOptions options =
        SandboxOptions.of(Clock.systemUTC()).only("salesforce").rotating().approving();
    try (Sandbox sandbox = Sandbox.start(options)) {
      SandboxAccount account = sandbox.account("northwind");
      String first = OAuthTest.signIn(account).get("refresh_token");
      Process.store(folder).put("northwind", "refresh-token", first);

      List<java.lang.Process> processes = new ArrayList<>();
      for (String name : List.of("studio", "cli")) {
        processes.add(start(name, account));
      }
      for (java.lang.Process process : processes) {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      }
      int renewals = 0;
      for (String name : List.of("studio", "cli")) {
        String out = Files.readString(folder.resolve(name + ".out"));
        assertThat(out).as(name).contains("signed in " + ROUNDS + " times");
        renewals += out.split("renewed\n", -1).length - 1;
      }
      assertThat(renewals).as("each has expired the sessions of both").isGreaterThan(ROUNDS);
      String last = Process.store(folder).get("northwind", "refresh-token").orElseThrow();
      assertThat(last).isNotEqualTo(first);

      // The sandbox means what it says: with a used token the newest is worth nothing either.
      assertThat(refresh(account, first)).isEqualTo("invalid_grant");
      assertThat(refresh(account, last)).isEqualTo("invalid_grant");
    }
  }

  private static String refresh(SandboxAccount account, String token) {
    return new Client(account)
        .form(
            "/services/oauth2/token",
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                account.credential("clientId"),
                "refresh_token",
                token))
        .path("error")
        .asString();
  }

  private java.lang.Process start(String name, SandboxAccount account) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Process.class.getName(),
            folder.toString(),
            account.baseUrl(),
            account.credential("clientId"))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".out").toFile())
        .start();
  }

  /** One process: makes all sessions expire, and needs one, again and again. */
  static final class Process {
    private Process() {}

    static SecretStore store(Path folder) {
      return SecretStores.open(
          folder.resolve("config"),
          Map.of("CROSSWALK_SECRETS", "file", "CROSSWALK_PASSPHRASE", "open sesame"),
          Optional::empty);
    }

    public static void main(String[] args) throws Exception {
      Path folder = Path.of(args[0]);
      RequestLog log = new RequestLog(1000);
      ConnectorCatalog catalog =
          ConnectorCatalog.create(
              new EngineOptions(
                  log,
                  store(folder),
                  page -> {
                    throw new IllegalStateException("A person would have to sign in again.");
                  },
                  Clock.systemUTC(),
                  new SecureRandom(),
                  folder.resolve("locks"),
                  null,
                  Map.of()));
      ConnectionProfile profile =
          new ConnectionProfile(
              "northwind",
              "salesforce",
              "web",
              Map.of("clientId", args[2], ConnectionProfile.LOOPBACK, args[1]));
      HttpClient http = HttpClient.newHttpClient();
      HttpRequest expire =
          HttpRequest.newBuilder(URI.create(args[1] + Faults.PATH))
              .POST(HttpRequest.BodyPublishers.ofString("{\"expireTokens\": true}"))
              .build();
      int signedIn = 0;
      for (int round = 0; round < ROUNDS; round++) {
        http.send(expire, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        // A new session each time, as with commands: it starts from what the store holds.
        try (Session session = catalog.open(profile, Map.of())) {
          signedIn += again(session);
        }
      }
      for (RequestEntry entry : log.entries()) {
        if (entry.url().contains("/token") && entry.status() == 200) {
          System.out.println("renewed");
        }
      }
      System.out.println("signed in " + signedIn + " times");
      // OkHttp's threads would keep the process for a minute.
      System.exit(0);
    }

    /** The other process may expire a token that was just renewed: that is no fault of ours. */
    private static int again(Session session) {
      RuntimeException last = new IllegalStateException("never tried");
      for (int i = 0; i < 10; i++) {
        try {
          session.objects(Progress.NONE);
          return 1;
        } catch (dev.crosswalk.connectors.http.ApiFailure e) {
          if (e.kind() != FailureKind.TOKEN_EXPIRED) {
            throw e;
          }
          last = e;
        }
      }
      throw last;
    }
  }
}
