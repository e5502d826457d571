package dev.crosswalk.connectors;

import dev.crosswalk.connectors.auth.Browser;
import dev.crosswalk.connectors.http.EnvironmentProxies;
import dev.crosswalk.connectors.http.Pause;
import dev.crosswalk.connectors.http.RequestLog;
import dev.crosswalk.connectors.secrets.SecretStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** An engine for tests: secrets in memory, waits that do not wait. */
public final class Engines {
  public final Map<String, String> secrets = new ConcurrentHashMap<>();
  public final RequestLog log = new RequestLog(10_000);
  public final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
  public final SecretStore store = new Memory(secrets);
  public Browser browser = page -> {};
  public Clock clock = Clock.systemUTC();

  /** Hosts to which any connection may send. */
  public final Set<String> approved = new TreeSet<>();

  public boolean offline;
  public EnvironmentProxies proxies = EnvironmentProxies.of(Map.of(), null);
  private final Path folder;

  public Engines(Path folder) {
    this.folder = folder;
  }

  public EngineOptions options() {
    return new EngineOptions(
        log,
        store,
        new Browser() {
          @Override
          public void open(java.net.URI page) {
            browser.open(page);
          }

          @Override
          public void open(java.net.URI page, String code) {
            browser.open(page, code);
          }
        },
        clock,
        new Random(7),
        folder.resolve("locks"),
        folder,
        Map.of(),
        new HostApprovals() {
          @Override
          public Set<String> approved(String connection) {
            return approved;
          }

          @Override
          public void approve(String connection, String host) {
            approved.add(host);
          }

          @Override
          public void forget(String connection) {
            approved.clear();
          }
        },
        offline,
        proxies);
  }

  public ConnectorCatalog catalog() {
    Pause pause =
        (time, progress) -> {
          waits.add(time);
          progress.check();
        };
    return ConnectorCatalog.create(options(), pause);
  }

  /** A catalog with one definition more, or in place of a shipped one. */
  public ConnectorCatalog catalog(String yaml) throws java.io.IOException {
    Files.writeString(folder.resolve("own.yaml"), yaml);
    ConnectorCatalog catalog = catalog();
    if (!catalog.problems().isEmpty()) {
      throw new AssertionError(catalog.problems());
    }
    return catalog;
  }

  /** The folder with other people's answers, where it is there. */
  public static Optional<Path> shared() {
    String set = System.getProperty("crosswalk.shared");
    if (set != null) {
      return Optional.of(Path.of(set)).filter(Files::isDirectory);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path parent = at.getParent();
      if (Files.isRegularFile(at.resolve("pom.xml"))
          && Files.isDirectory(at.resolve("assets"))
          && parent != null) {
        for (Path up = parent; up != null; up = up.getParent()) {
          if (Files.isDirectory(up.resolve("shared/fixtures"))) {
            return Optional.of(up.resolve("shared"));
          }
        }
      }
    }
    return Optional.empty();
  }

  private record Memory(Map<String, String> map) implements SecretStore {
    @Override
    public String describe() {
      return "memory";
    }

    @Override
    public Optional<String> get(String connection, String key) {
      return Optional.ofNullable(map.get(connection + "/" + key));
    }

    @Override
    public void put(String connection, String key, String value) {
      map.put(connection + "/" + key, value);
    }

    @Override
    public void remove(String connection, String key) {
      map.remove(connection + "/" + key);
    }
  }
}
