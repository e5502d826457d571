package dev.crosswalk.connectors.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.AuthSpec;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Waits on this machine, on 127.0.0.1 and ::1 only, for the browser to come back from the sign-in
 * page, once. A call with a wrong state is refused and does not end the waiting.
 */
final class RedirectListener implements AutoCloseable {
  private final AuthSpec.Redirect redirect;
  private final String state;
  private final List<HttpServer> servers = new ArrayList<>();
  private final CompletableFuture<Map<String, String>> query = new CompletableFuture<>();

  private RedirectListener(AuthSpec.Redirect redirect, String state) {
    this.redirect = redirect;
    this.state = state;
  }

  /**
   * @throws BindException where the port is taken
   */
  static RedirectListener open(AuthSpec.Redirect redirect, String state) throws IOException {
    RedirectListener listener = new RedirectListener(redirect, state);
    try {
      int port = redirect.port() == null ? 0 : redirect.port();
      listener.listen(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
      byte[] six = new byte[16];
      six[15] = 1;
      try {
        listener.listen(InetAddress.getByAddress(six), listener.port());
      } catch (IOException e) {
        // No IPv6 on this machine; where there is, somebody else has this port of it.
        if (redirect.host().equals("localhost")
            && e instanceof BindException taken
            && String.valueOf(taken.getMessage()).contains("in use")) {
          throw taken;
        }
      }
      return listener;
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  private void listen(InetAddress address, int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    servers.add(server);
  }

  private int port() {
    return servers.get(0).getAddress().getPort();
  }

  String redirectUri() {
    return "http://" + redirect.host() + ":" + port() + redirect.path();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(redirect.path())
          || !exchange.getRequestMethod().equals("GET")) {
        page(exchange, 404, "Nothing is here.");
        return;
      }
      Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
      byte[] given = parameters.getOrDefault("state", "").getBytes(StandardCharsets.UTF_8);
      if (!MessageDigest.isEqual(given, state.getBytes(StandardCharsets.UTF_8))) {
        page(exchange, 400, "This sign-in was not started here, or is over. Start it again.");
        return;
      }
      boolean good = parameters.containsKey("code");
      page(
          exchange,
          200,
          good
              ? "You are signed in. You can close this page and go back to Crosswalk."
              : "The sign-in was not completed. You can close this page; Crosswalk says why.");
      query.complete(parameters);
    }
  }

  private static void page(HttpExchange exchange, int status, String text) throws IOException {
    byte[] html =
        ("<!doctype html><html lang=en><meta charset=utf-8><title>Crosswalk</title>"
                + "<body style='font:16px system-ui;margin:15vh auto;max-width:32em'><h1>Crosswalk</h1><p>"
                + text
                + "</p></body></html>")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    exchange.sendResponseHeaders(status, html.length);
    exchange.getResponseBody().write(html);
  }

  private static Map<String, String> parameters(@Nullable String raw) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      try {
        parameters.put(
            URLDecoder.decode(name, StandardCharsets.UTF_8),
            URLDecoder.decode(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        parameters.put(name, value);
      }
    }
    return parameters;
  }

  /**
   * The parameters with which the browser came back; empty where it did not in time.
   *
   * @throws CancellationException as soon as the progress is cancelled
   */
  Optional<Map<String, String>> await(Duration longest, Progress progress) {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end) {
      progress.check();
      try {
        return Optional.of(query.get(100, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        continue;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("Cancelled.");
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    servers.forEach(s -> s.stop(query.isDone() ? 1 : 0));
  }
}
