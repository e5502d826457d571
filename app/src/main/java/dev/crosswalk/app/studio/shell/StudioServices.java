package dev.crosswalk.app.studio.shell;

import dev.crosswalk.app.SandboxHost;
import dev.crosswalk.app.Services;
import dev.crosswalk.connectors.ConnectionStore;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.http.RequestLog;
import dev.crosswalk.connectors.secrets.SecretStore;
import dev.crosswalk.engine.match.Matcher;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the window works with. The product takes all of it from {@link Services}; tests put in a
 * system that answers from memory.
 *
 * @param lazyCache opens the cache at its first call, which may take a second
 * @param state folder for what the window remembers
 * @param sandbox the accounts of the embedded sandbox, started if they are not running
 */
public record StudioServices(
    Connectors connectors,
    ConnectionStore connections,
    SecretStore secrets,
    Supplier<SchemaCache> lazyCache,
    RequestLog requests,
    Matcher matcher,
    Path state,
    Supplier<List<SandboxHost.Account>> sandbox,
    Clock clock) {

  public static StudioServices of(Services services) {
    return new StudioServices(
        services.connectors(),
        services.connections(),
        services.secrets(),
        services::cache,
        services.requests(),
        services.matcher(),
        services.directories().state(),
        () -> services.sandbox().accounts(),
        services.clock());
  }

  /** Not on the window's thread. */
  public SchemaCache cache() {
    return lazyCache.get();
  }
}
