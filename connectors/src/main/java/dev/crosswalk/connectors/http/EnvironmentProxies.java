package dev.crosswalk.connectors.http;

import dev.crosswalk.engine.problem.Problem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that the environment names, in the variables that curl and most tools know: {@code
 * https_proxy}, {@code all_proxy}, and {@code no_proxy} with the hosts that are reached without it.
 * Small letters win over capitals. This machine itself is never reached by a proxy. Immutable.
 */
public final class EnvironmentProxies extends ProxySelector {
  private final @Nullable HttpUrl proxy;
  private final @Nullable Problem problem;
  private final List<String> without;
  private final @Nullable ProxySelector otherwise;

  private EnvironmentProxies(
      @Nullable HttpUrl proxy,
      @Nullable Problem problem,
      List<String> without,
      @Nullable ProxySelector otherwise) {
    this.proxy = proxy;
    this.problem = problem;
    this.without = List.copyOf(without);
    this.otherwise = otherwise;
  }

  /**
   * @param otherwise used where the environment names no proxy, such as Java's own settings; null
   *     for none
   */
  public static EnvironmentProxies of(
      Map<String, String> environment, @Nullable ProxySelector otherwise) {
    String name = first(environment, "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
    String none = first(environment, "no_proxy", "NO_PROXY");
    HttpUrl proxy = name == null ? null : address(environment.get(name));
    return new EnvironmentProxies(
        proxy,
        name == null || proxy != null ? null : unusable(name),
        none == null
            ? List.of()
            : List.of(
                environment
                    .getOrDefault(none, "")
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .split("[\\s,]+", -1)),
        otherwise);
  }

  private static @Nullable String first(Map<String, String> environment, String... names) {
    for (String name : names) {
      if (!environment.getOrDefault(name, "").isBlank()) {
        return name;
      }
    }
    return null;
  }

  private static @Nullable HttpUrl address(@Nullable String value) {
    String text = String.valueOf(value).strip();
    HttpUrl url = HttpUrl.parse(text.contains("://") ? text : "http://" + text);
    return url == null || url.isHttps() ? null : url;
  }

  /** Without the value, which may hold a password. */
  private static Problem unusable(String name) {
    return Problem.error(
        "proxy-address",
        null,
        "The environment variable " + name + " does not hold the address of an http:// proxy.",
        "Write it as http://proxy.example.com:3128, or unset it.");
  }

  /**
   * A client that goes by it, with the user and password that the proxy's address may hold. Where
   * the proxy's address cannot be read, only hosts that are reached without it are.
   */
  public OkHttpClient.Builder applied(OkHttpClient.Builder client) {
    client.proxySelector(this);
    Problem unusable = problem;
    if (unusable != null) {
      client.addInterceptor(chain -> {
        if (!isDirect(chain.request().url().uri())) {
          throw new Unusable(unusable);
        }
        return chain.proceed(chain.request());
      });
    }
    HttpUrl by = proxy;
    if (by != null && !by.username().isEmpty()) {
      String credentials = Credentials.basic(by.username(), by.password());
      client.proxyAuthenticator((route, response) ->
          response.request().header("Proxy-Authorization") != null
              ? null
              : response.request().newBuilder().header("Proxy-Authorization", credentials).build());
    }
    return client;
  }

  /** The proxy's address cannot be read. */
  static final class Unusable extends IOException {
    private static final long serialVersionUID = 1L;

    private final String next;

    Unusable(Problem problem) {
      super(problem.what());
      this.next = problem.next();
    }

    String next() {
      return next;
    }
  }

  /** Whether a host is reached without a proxy. */
  private boolean isDirect(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return host.isEmpty()
        || Hosts.isLoopback(host.replaceAll("[\\[\\]]", ""))
        || isWithout(host, uri);
  }

  @Override
  public List<Proxy> select(URI uri) {
    HttpUrl by = proxy;
    if (isDirect(uri)) {
      return List.of(Proxy.NO_PROXY);
    }
    if (by != null) {
      return List.of(
          new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(by.host(), by.port())));
    }
    List<Proxy> others = otherwise == null ? List.of() : otherwise.select(uri);
    return others.isEmpty() ? List.of(Proxy.NO_PROXY) : others;
  }

  /** {@code example.com} and {@code .example.com} mean the host and those below it. */
  private boolean isWithout(String host, URI uri) {
    int port = uri.getPort() < 0 ? ("http".equals(uri.getScheme()) ? 80 : 443) : uri.getPort();
    for (String each : without) {
      String rule = each.replaceFirst("^\\*?\\.", "");
      int colon = rule.lastIndexOf(':');
      boolean withPort = colon > 0 && rule.substring(colon + 1).matches("\\d{1,5}");
      String name = withPort ? rule.substring(0, colon) : rule;
      if (each.equals("*")) {
        return true;
      }
      if (!name.isEmpty()
          && (!withPort || Integer.parseInt(rule.substring(colon + 1)) == port)
          && (host.equals(name) || host.endsWith("." + name))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException why) {
    ProxySelector others = otherwise;
    if (proxy == null && others != null) {
      others.connectFailed(uri, address, why);
    }
  }
}
