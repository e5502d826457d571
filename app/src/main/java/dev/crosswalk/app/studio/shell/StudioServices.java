package dev.crosswalk.app.studio.shell;

import dev.crosswalk.connectors.ConnectionStore;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.http.RequestLog;
import dev.crosswalk.connectors.secrets.SecretStore;
import java.time.Clock;
import java.util.function.Supplier;

/** What stands behind the window: temporary until app.Services lands. */
public record StudioServices(
    Connectors connectors,
    ConnectionStore connections,
    SecretStore secrets,
    Supplier<SchemaCache> lazyCache,
    RequestLog requests,
    Clock clock) {
  public SchemaCache cache() {
    return lazyCache.get();
  }
}
