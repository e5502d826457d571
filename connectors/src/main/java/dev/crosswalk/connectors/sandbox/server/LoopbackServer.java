package dev.crosswalk.connectors.sandbox.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** An HTTP server on 127.0.0.1 that answers from a function and misbehaves where asked to. */
public final class LoopbackServer implements AutoCloseable {
  static {
    // Otherwise every answer waits 40 ms between headers and body for an acknowledgement.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  /** Requests may be this large, in bytes; more is refused. */
  private static final int MAX_BODY = 2_000_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<Request, Response> handler;
  private final Faults faults;

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @throws ProblemException if the port is taken
   */
  public LoopbackServer(int port, Faults faults, Function<Request, Response> handler) {
    this.handler = handler;
    this.faults = faults;
    try {
      this.server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 64);
    } catch (IOException e) {
      threads.close();
      throw new ProblemException(
          Problem.error(
              "sandbox-port",
              null,
              "The sandbox cannot listen on 127.0.0.1:" + port + ": " + e.getMessage() + ".",
              "End the program that uses the port, or choose another one (0 takes any free one)."),
          e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Such as {@code http://127.0.0.1:41234}. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
      if (body.length > MAX_BODY) {
        drain(exchange.getRequestBody());
        send(exchange, Response.html(413, "<h1>413 Request Entity Too Large</h1>"), false);
        return;
      }
      Request request = request(exchange, body);
      if (request.path().equals(Faults.PATH)) {
        send(exchange, FaultControl.handle(faults, request), false);
      } else {
        answer(exchange, request);
      }
    }
  }

  private void answer(HttpExchange exchange, Request request) throws IOException {
    Faults.Transport fault = faults.next(request.path());
    faults.pause();
    switch (fault) {
      case NONE -> send(exchange, handle(request), zipWanted(request));
      case HTML ->
          send(
              exchange,
              Response.html(
                  200,
                  "<!DOCTYPE html><html><head><title>Sign in to the network</title></head>"
                      + "<body><h1>Welcome to the guest network</h1></body></html>"),
              false);
      case CUT -> cut(exchange, handle(request));
      case GARBAGE -> {
        Response response = handle(request);
        send(
            exchange,
            response
                .with("Content-Encoding", "gzip")
                .withBody("\u001f\u008bthis is not gzip".getBytes(StandardCharsets.ISO_8859_1)),
            false);
      }
    }
  }

  private Response handle(Request request) {
    try {
      return handler.apply(request);
    } catch (RuntimeException e) {
      return Response.html(
          500,
          "<h1>500 Internal Server Error</h1><p>"
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + "</p>");
    }
  }

  /** Promises the whole body, sends half of it and hangs up. */
  private static void cut(HttpExchange exchange, Response response) throws IOException {
    byte[] bytes = response.bytes().length == 0 ? new byte[64] : response.bytes();
    response.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(response.status(), bytes.length);
    OutputStream out = exchange.getResponseBody();
    out.write(bytes, 0, bytes.length / 2);
    out.flush();
  }

  private static void send(HttpExchange exchange, Response response, boolean zip)
      throws IOException {
    byte[] bytes = response.bytes();
    response.headers().forEach(exchange.getResponseHeaders()::set);
    if (zip && bytes.length > 400 && !response.headers().containsKey("Content-Encoding")) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes);
      }
      bytes = packed.toByteArray();
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    boolean bare =
        bytes.length == 0 || exchange.getRequestMethod().equals("HEAD") || response.status() == 304;
    exchange.sendResponseHeaders(response.status(), bare ? -1 : bytes.length);
    if (!bare) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static boolean zipWanted(Request request) {
    return request.header("accept-encoding").toLowerCase(Locale.ROOT).contains("gzip");
  }

  private static Request request(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    String query = exchange.getRequestURI().getRawQuery();
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Request.parameters(query == null ? "" : query),
        Map.copyOf(headers),
        new String(body, StandardCharsets.UTF_8));
  }

  private static void drain(InputStream in) throws IOException {
    in.skipNBytes(Math.min(in.available(), MAX_BODY));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
