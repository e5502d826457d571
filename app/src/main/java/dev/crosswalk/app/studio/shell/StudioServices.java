package dev.crosswalk.app.studio.shell;

import dev.crosswalk.app.Companies;
import dev.crosswalk.app.SandboxHost;
import dev.crosswalk.app.Services;
import dev.crosswalk.app.workspace.Known;
import dev.crosswalk.app.workspace.ModelConsent;
import dev.crosswalk.app.workspace.Reviews;
import dev.crosswalk.connectors.ConnectionStore;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.HostApprovals;
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
 * @param sandbox the accounts of the demonstration, started if they are not running
 * @param approvals to which hosts connections with definitions of one's own may send
 * @param companies all companies of the embedded sandbox
 * @param model the language model that may be asked for a second opinion, if a person agreed
 * @param offline whether no system is asked for anything
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
    Clock clock,
    HostApprovals approvals,
    Companies companies,
    ModelConsent model,
    boolean offline) {

  /** Without a sandbox's companies, and with nothing approved. */
  public StudioServices(
      Connectors connectors,
      ConnectionStore connections,
      SecretStore secrets,
      Supplier<SchemaCache> lazyCache,
      RequestLog requests,
      Matcher matcher,
      Path state,
      Supplier<List<SandboxHost.Account>> sandbox,
      Clock clock,
      ModelConsent model) {
    this(
        connectors,
        connections,
        secrets,
        lazyCache,
        requests,
        matcher,
        state,
        sandbox,
        clock,
        HostApprovals.NONE,
        Companies.NONE,
        model,
        false);
  }

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
        services.clock(),
        services.approvals(),
        services.sandbox(),
        new ModelConsent(services.directories()),
        services.offline());
  }

  /** The newest state of objects; not on the window's thread. */
  public Reviews.Live live() {
    return (connection, system, object) ->
        cache()
            .latest(connection)
            .filter(s -> s.system().equals(system))
            .flatMap(s -> cache().object(s.id(), object));
  }

  /** What is known of the systems behind connections; not on the window's thread. */
  public Known known() {
    return new Known(lazyCache, matcher, clock);
  }

  /** Not on the window's thread. */
  public SchemaCache cache() {
    return lazyCache.get();
  }
}
