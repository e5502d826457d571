package dev.crosswalk.connectors.sandbox.account;

import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.SandboxAccount;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.data.Company;
import dev.crosswalk.connectors.sandbox.server.LoopbackServer;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** One account on its own port, whatever its dialect. */
public final class AccountServer implements AutoCloseable {
  private final LoopbackServer server;
  private final SandboxAccount account;

  /**
   * What a dialect is given.
   *
   * @param baseUrl such as {@code http://127.0.0.1:41234}
   */
  public record Parts(
      String id,
      String title,
      String baseUrl,
      World world,
      OAuthDesk desk,
      Faults faults,
      SandboxOptions options) {}

  /** How requests of a dialect are answered. */
  @FunctionalInterface
  public interface Dialect {
    Function<Request, Response> create(Parts parts);
  }

  /**
   * @param dialect also the id of the connector and the folder of the definition files
   * @param credentials for the connector's inputs
   */
  public AccountServer(
      String dialect,
      String id,
      int port,
      SandboxOptions options,
      Faults faults,
      OAuthDesk.Client client,
      Company.IdMaker ids,
      Map<String, String> credentials,
      Dialect how) {
    String title = Company.titleOf(dialect + "/" + id + ".txt");
    // Which address it has is known only when it listens, and answers name the address.
    AtomicReference<Function<Request, Response>> handler = new AtomicReference<>();
    this.server =
        new LoopbackServer(
            port,
            faults,
            request -> {
              Function<Request, Response> ready = handler.get();
              return ready == null ? Response.empty(503) : ready.apply(request);
            });
    handler.set(
        how.create(
            new Parts(
                id,
                title,
                server.baseUrl(),
                new World(dialect, id, faults, ids),
                new OAuthDesk(id, client, options, faults),
                faults,
                options)));
    Map<String, String> all = new TreeMap<>(credentials);
    all.put("loginUrl", server.baseUrl());
    this.account =
        new SandboxAccount(
            dialect, id, title, title.replaceAll(" \\(.*", ""), server.baseUrl(), all);
  }

  public SandboxAccount account() {
    return account;
  }

  @Override
  public void close() {
    server.close();
  }
}
