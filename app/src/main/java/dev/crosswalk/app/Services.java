package dev.crosswalk.app;

import dev.crosswalk.connectors.ConnectionStore;
import dev.crosswalk.connectors.ConnectorCatalog;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.EngineOptions;
import dev.crosswalk.connectors.FileHostApprovals;
import dev.crosswalk.connectors.HostApprovals;
import dev.crosswalk.connectors.auth.Browser;
import dev.crosswalk.connectors.cache.H2SchemaCache;
import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.http.EnvironmentProxies;
import dev.crosswalk.connectors.http.RequestLog;
import dev.crosswalk.connectors.secrets.MemorySecretStore;
import dev.crosswalk.connectors.secrets.SecretStore;
import dev.crosswalk.connectors.secrets.SecretStores;
import dev.crosswalk.engine.match.FieldMatcher;
import dev.crosswalk.engine.match.Matcher;
import dev.crosswalk.engine.match.RememberingMatcher;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the studio and the command line work with, put together in this one place. Holds
 * no window and no workspace. Thread-safe; to be closed at the end.
 */
public final class Services implements AutoCloseable {
  private static final int REQUESTS_KEPT = 10_000;

  private final Directories directories;
  private final Clock clock;
  private final RandomGenerator random;
  private final RequestLog requests = new RequestLog(REQUESTS_KEPT);
  private final SecretStore secrets;
  private final ConnectionStore connections;
  private final HostApprovals approvals;
  private final boolean offline;
  private final SandboxHost sandbox;
  private final ConnectorCatalog catalog;
  private final Connectors connectors;
  private final Matcher matcher = new RememberingMatcher(new FieldMatcher());
  private @Nullable SchemaCache cache;

  private Services(
      Directories directories,
      Browser browser,
      Clock clock,
      Map<String, String> environment,
      Supplier<Optional<char[]>> passphrase) {
    this.directories = directories;
    this.clock = clock;
    this.random = new SecureRandom();
    this.secrets = SecretStores.open(directories.config(), environment, passphrase);
    this.connections = new ConnectionStore(directories.config());
    this.approvals = new FileHostApprovals(directories.config());
    this.offline = !environment.getOrDefault("CROSSWALK_OFFLINE", "").isEmpty();
    this.sandbox = new SandboxHost(clock, engine(new MemorySecretStore(), browser, environment));
    this.catalog = engine(secrets, browser, environment);
    this.connectors = sandbox.beside(catalog);
  }

  private ConnectorCatalog engine(
      SecretStore store, Browser browser, Map<String, String> environment) {
    return ConnectorCatalog.create(
        new EngineOptions(
            requests,
            store,
            browser,
            clock,
            random,
            directories.state().resolve("locks"),
            directories.config().resolve("connectors"),
            Map.of(),
            approvals,
            offline,
            EnvironmentProxies.of(environment, ProxySelector.getDefault())));
  }

  /**
   * @param browser opens the page where a person signs in
   * @param environment the process's environment, which may choose the secret store and hold
   *     secrets
   * @param passphrase asks a person for the passphrase of the sealed secrets file; empty = nobody
   *     to ask
   */
  public static Services create(
      Directories directories,
      Browser browser,
      Clock clock,
      Map<String, String> environment,
      Supplier<Optional<char[]>> passphrase) {
    return new Services(directories, browser, clock, environment, passphrase);
  }

  /** Services of this process: the system's clock and environment, nobody to ask. */
  public static Services create(Directories directories, Browser browser) {
    return create(
        directories, browser, Clock.systemDefaultZone(), System.getenv(), Optional::empty);
  }

  /**
   * Takes up the connector definitions of a workspace.
   *
   * @param root its folder; null = no workspace
   */
  public void useWorkspace(@Nullable Path root) {
    catalog.useWorkspace(root == null ? null : root.resolve("connectors"));
  }

  public Directories directories() {
    return directories;
  }

  /** Whether no system is asked for anything, as the environment says. */
  public boolean offline() {
    return offline;
  }

  public Clock clock() {
    return clock;
  }

  public RandomGenerator random() {
    return random;
  }

  /** To which hosts a person lets connections with definitions of their own send secrets. */
  public HostApprovals approvals() {
    return approvals;
  }

  public RequestLog requests() {
    return requests;
  }

  public SecretStore secrets() {
    return secrets;
  }

  public ConnectionStore connections() {
    return connections;
  }

  /**
   * The connectors; connections of the sandbox open on the embedded one, which starts by itself.
   */
  public Connectors connectors() {
    return connectors;
  }

  public SandboxHost sandbox() {
    return sandbox;
  }

  public Matcher matcher() {
    return matcher;
  }

  /**
   * The schema cache, opened at the first call (which may take a second: not on the window's
   * thread).
   */
  public synchronized SchemaCache cache() {
    SchemaCache open = cache;
    if (open == null) {
      open = H2SchemaCache.open(directories.cache(), clock);
      cache = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    SchemaCache open = cache;
    cache = null;
    if (open != null) {
      open.close();
    }
    sandbox.close();
  }
}
