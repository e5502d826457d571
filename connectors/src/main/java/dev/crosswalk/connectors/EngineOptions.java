package dev.crosswalk.connectors;

import dev.crosswalk.connectors.auth.Browser;
import dev.crosswalk.connectors.http.EnvironmentProxies;
import dev.crosswalk.connectors.http.RequestLog;
import dev.crosswalk.connectors.secrets.SecretStore;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the engine that runs connector definitions needs from outside.
 *
 * @param log gets an entry for each request that goes out
 * @param secrets where typed secrets and refresh tokens are kept
 * @param browser opens the sign-in page
 * @param clock for token life times and waits
 * @param random for sign-in states, PKCE verifiers and jitter: a {@code SecureRandom} in the
 *     product
 * @param lockDir folder of lock files, by which two processes do not use one refresh token twice
 * @param definitions folder with the person's own definitions, mostly the workspace's {@code
 *     connectors}; null if there is none
 * @param hostRewrites origins to send elsewhere, such as {@code https://login.salesforce.com} to
 *     {@code http://127.0.0.1:18084}, so that shipped definitions run unchanged against local
 *     servers; targets must be loopback
 * @param approvals hosts to which connections with other than shipped definitions may send
 * @param offline nothing leaves this machine; what is cached is all there is
 * @param proxies by which proxy other machines are reached
 */
public record EngineOptions(
    RequestLog log,
    SecretStore secrets,
    Browser browser,
    Clock clock,
    RandomGenerator random,
    Path lockDir,
    @Nullable Path definitions,
    Map<String, String> hostRewrites,
    HostApprovals approvals,
    boolean offline,
    EnvironmentProxies proxies) {

  public EngineOptions {
    hostRewrites = Map.copyOf(hostRewrites);
  }

  /** Online, nothing approved, and Java's own proxy if it has one. */
  public EngineOptions(
      RequestLog log,
      SecretStore secrets,
      Browser browser,
      Clock clock,
      RandomGenerator random,
      Path lockDir,
      @Nullable Path definitions,
      Map<String, String> hostRewrites) {
    this(
        log,
        secrets,
        browser,
        clock,
        random,
        lockDir,
        definitions,
        hostRewrites,
        HostApprovals.NONE,
        false,
        EnvironmentProxies.of(Map.of(), ProxySelector.getDefault()));
  }
}
