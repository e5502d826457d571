package dev.crosswalk.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A language model for tests: answers each question by a function, and keeps what it was asked. */
public final class ModelServer implements AutoCloseable {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private ModelServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts on a free port of the loopback address.
   *
   * @param choices what the model says to a question: the items of its {@code answers}, as JSON
   */
  public static ModelServer start(UnaryOperator<String> choices) throws IOException {
    ModelServer model =
        new ModelServer(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    model.server.createContext(
        "/v1/chat/completions",
        exchange -> {
          String question =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          model.asked.add(question);
          byte[] answer =
              said("{\"answers\":[" + choices.apply(question) + "]}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    model.server.start();
    return model;
  }

  /** The answer of the protocol that holds what a model said. */
  public static String said(String content) {
    return "{\"choices\":[{\"message\":{\"content\":\""
        + content.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
        + "\"}}]}";
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  /** The questions so far. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
