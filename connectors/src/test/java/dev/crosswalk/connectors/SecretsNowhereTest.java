package dev.crosswalk.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.cache.H2SchemaCache;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.sandbox.Sandbox;
import dev.crosswalk.connectors.sandbox.SandboxConnection;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.secrets.SecretStore;
import dev.crosswalk.connectors.secrets.SecretStores;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a whole job no file holds a secret, whichever way it is looked for. */
final class SecretsNowhereTest {
  @TempDir Path folder;

  @Test
  void noFileHoldsASecretAfterConnectDiscoverAndSample() throws IOException {
    Clock clock = Clock.systemUTC();
    Engines engines = new Engines(folder.resolve("engine"));
    Files.createDirectories(folder.resolve("engine"));
    SecretStore sealed =
        SecretStores.open(
            folder.resolve("config"),
            Map.of("CROSSWALK_SECRETS", "file", "CROSSWALK_PASSPHRASE", "open sesame"),
            Optional::empty);
    EngineOptions options =
        new EngineOptions(
            engines.log,
            sealed,
            page -> {},
            clock,
            new Random(7),
            folder.resolve("locks"),
            folder.resolve("engine"),
            Map.of());
    ConnectorCatalog catalog = ConnectorCatalog.create(options, (time, progress) -> {});
    ConnectionStore store = new ConnectionStore(folder.resolve("config"));
    List<String> secrets = new ArrayList<>(List.of("open sesame"));
    try (Sandbox sandbox =
            Sandbox.start(
                SandboxOptions.of(clock)
                    .only(Sandbox.DIALECTS.toArray(String[]::new))
                    .rotating()
                    .approving());
        H2SchemaCache cache = H2SchemaCache.open(folder.resolve("cache"), clock)) {
      for (String id : List.of("northwind", "fabrikam", "adventure", "tailspin", "litware")) {
        SandboxConnection connection = SandboxConnection.of(id, sandbox.account(id), catalog);
        secrets.addAll(connection.secrets().values());
        try (Session wrong =
            catalog.open(connection.profile(), withWrongSecrets(connection.secrets()))) {
          assertThatThrownBy(() -> wrong.test(Progress.NONE))
              .isInstanceOf(ProblemException.class)
              .satisfies(e -> assertThat(trace(e)).doesNotContain("mistyped-"));
        }
        connection
            .secrets()
            .keySet()
            .forEach(key -> assertThat(sealed.get(id, key)).as("before it worked").isEmpty());
        try (Session session = catalog.open(connection.profile(), connection.secrets())) {
          session.test(Progress.NONE);
          store.save(connection.profile());
          // With what a discovery remembers between runs: raw answers, and hashes of requests.
          Discovery found =
              id.equals("northwind")
                  ? session.discover(List.of("Contact"), Progress.NONE)
                  : session.discover(cache.answers(id), Progress.NONE);
          cache.store(id, List.of(), found, clock.instant());
          SchemaObject object = found.schema().objects().getFirst();
          cache.storeRecords(
              id,
              object.name(),
              session.sample(object, List.of(), 5, Progress.NONE),
              clock.instant(),
              Duration.ofDays(1));
        }
        connection
            .secrets()
            .forEach((key, value) -> assertThat(sealed.get(id, key)).contains(value));
      }
    }
    secrets.add("mistyped-");
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThanOrEqualTo(4);
      for (Path file : all) {
        byte[] bytes = Files.readAllBytes(file);
        String narrow = new String(bytes, StandardCharsets.ISO_8859_1);
        String wide = narrow.replace("\0", "");
        for (String secret : secrets) {
          assertThat(narrow.contains(secret) || wide.contains(secret))
              .as(file + " holds " + secret)
              .isFalse();
        }
      }
    }
    for (String secret : secrets) {
      assertThat(engines.log.entries().toString()).doesNotContain(secret);
    }
  }

  /** All that a log or a crash report would hold of it. */
  private static String trace(Throwable e) {
    java.io.StringWriter text = new java.io.StringWriter();
    e.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }

  private static Map<String, String> withWrongSecrets(Map<String, String> secrets) {
    return secrets.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Map.Entry::getKey, e -> "mistyped-" + e.getValue().hashCode()));
  }
}
