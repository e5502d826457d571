package dev.crosswalk.app.workspace;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** A repository behind a name and a token, over git's plain (dumb) http protocol. */
public final class DumbGitServer implements AutoCloseable {
  private final HttpServer server;

  /**
   * @param repository a bare repository with loose objects
   */
  public DumbGitServer(Path repository, GitCredentials needed) throws IOException {
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (needed.user() + ":" + needed.secret()).getBytes(StandardCharsets.UTF_8));
    listRefs(repository);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/acme.git/",
        exchange -> {
          Path file =
              repository.resolve(
                  exchange.getRequestURI().getPath().substring("/acme.git/".length()));
          if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
          } else if (Files.isRegularFile(file)) {
            byte[] bytes = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          } else {
            exchange.sendResponseHeaders(404, -1);
          }
          exchange.close();
        });
    server.start();
  }

  private static void listRefs(Path repository) throws IOException {
    try (Git git = Git.open(repository.toFile())) {
      Repository open = git.getRepository();
      Collection<Ref> refs = open.getRefDatabase().getRefsByPrefix("refs/heads/");
      Files.createDirectories(repository.resolve("info"));
      Files.writeString(
          repository.resolve("info/refs"),
          refs.stream()
              .map(r -> r.getObjectId().getName() + "\t" + r.getName() + "\n")
              .collect(Collectors.joining()));
      Files.createDirectories(repository.resolve("objects/info"));
      Files.writeString(
          repository.resolve("objects/info/packs"), String.join("", List.of(packs(repository))));
    }
  }

  private static String packs(Path repository) throws IOException {
    Path folder = repository.resolve("objects/pack");
    if (!Files.isDirectory(folder)) {
      return "";
    }
    try (var files = Files.list(folder)) {
      return files
          .map(p -> p.getFileName().toString())
          .filter(n -> n.endsWith(".pack"))
          .map(n -> "P " + n + "\n")
          .collect(Collectors.joining());
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/acme.git";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
