package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.definition.HostPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a connection may use, and where they really are: tests and sandbox accounts put a
 * loopback server in place of the system's hosts.
 */
public final class Hosts {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  private final List<String> allowed;
  private final Map<String, HttpUrl> rewrites = new LinkedHashMap<>();
  private final @Nullable HttpUrl standIn;
  private final Predicate<String> approved;
  private final boolean offline;

  /**
   * @param allowed patterns of hosts
   * @param rewrites origins by the origin that stands in for them; targets are loopback
   * @param standIn loopback origin that stands in for all hosts; null for none
   * @param approved whether the person lets secrets go to a host
   * @param offline only this machine may be asked
   * @throws IllegalArgumentException where a target is not a loopback origin
   */
  public Hosts(
      List<String> allowed,
      Map<String, String> rewrites,
      @Nullable String standIn,
      Predicate<String> approved,
      boolean offline) {
    this.approved = approved;
    this.offline = offline;
    this.allowed = List.copyOf(allowed);
    rewrites.forEach((from, to) -> this.rewrites.put(origin(HttpUrl.get(from)), loopback(to)));
    this.standIn = standIn == null || standIn.isBlank() ? null : loopback(standIn);
  }

  private static HttpUrl loopback(String origin) {
    HttpUrl url = HttpUrl.get(origin.strip());
    if (!isLoopback(url)) {
      throw new IllegalArgumentException("'" + origin + "' is not on this machine.");
    }
    return url;
  }

  /** Whether a server at this address is on this machine. */
  public static boolean isLoopback(HttpUrl url) {
    return isLoopback(url.host());
  }

  /** Whether a name or address can only be this machine. */
  public static boolean isLoopback(String host) {
    return LOOPBACK.contains(host);
  }

  /** Scheme, host and port. */
  static String origin(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }

  /** Why an address must not be used, or null if it may. */
  public @Nullable String refusal(HttpUrl url) {
    if (!covered(url)) {
      return "the definition does not allow the host " + shown(url);
    }
    return url.isHttps() || isLoopback(wire(url))
        ? null
        : "plain HTTP is used to this machine only, not to " + url.host();
  }

  /** The host that the person has to approve first, or null if none. */
  public @Nullable String unapproved(HttpUrl url) {
    String host = shown(url);
    return isLoopback(wire(url)) || approved.test(host) ? null : host;
  }

  /** Whether nothing may be sent there, because the person works offline. */
  public boolean offline(HttpUrl url) {
    return offline && !isLoopback(wire(url));
  }

  private boolean covered(HttpUrl url) {
    if (standIn != null && origin(standIn).equals(origin(url))) {
      return true;
    }
    if (rewrites.values().stream().anyMatch(r -> origin(r).equals(origin(url)))) {
      return true;
    }
    return allowed.stream()
        .anyMatch(p -> HostPattern.matches(p, p.contains(":") ? shown(url) : bare(url)));
  }

  /** The host, with the port where it is not the scheme's usual one, so that it must be named. */
  private static String bare(HttpUrl url) {
    return url.port() == HttpUrl.defaultPort(url.scheme()) || isLoopback(url)
        ? url.host()
        : shown(url);
  }

  private static String shown(HttpUrl url) {
    return url.port() == HttpUrl.defaultPort(url.scheme())
        ? url.host()
        : url.host() + ":" + url.port();
  }

  /** The address to connect to. */
  public HttpUrl wire(HttpUrl url) {
    HttpUrl target = rewrites.get(origin(url));
    if (target == null && standIn != null && !origin(standIn).equals(origin(url))) {
      target = standIn;
    }
    return target == null
        ? url
        : url.newBuilder().scheme(target.scheme()).host(target.host()).port(target.port()).build();
  }
}
