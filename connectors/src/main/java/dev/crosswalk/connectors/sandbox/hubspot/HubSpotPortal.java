package dev.crosswalk.connectors.sandbox.hubspot;

import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.SandboxAccount;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.data.Company;
import dev.crosswalk.connectors.sandbox.server.Lazy;
import dev.crosswalk.connectors.sandbox.server.LoopbackServer;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** One portal on its own port, which serves the app host and the API host. */
public final class HubSpotPortal implements AutoCloseable {
  static final String PORTAL = "90210555";

  private final LoopbackServer server;
  private final SandboxAccount account;

  /** Starts the portal {@code id}; its records are made when they are first asked for. */
  public HubSpotPortal(String id, int port, SandboxOptions options, Faults faults) {
    Company.IdMaker ids = HubSpotId::of;
    List<String> base = List.of("hubspot/base.txt");
    String own = "hubspot/" + id + ".txt";
    Lazy<Company> company = new Lazy<>(() -> Company.load(id, base, own, ids));
    Lazy<Company> drifted =
        new Lazy<>(() -> Company.drifted(id, base, own, "hubspot/" + id + "-drift.txt", ids));
    Portal portal = new Portal(faults, company::get, drifted::get);
    String title = Company.titleOf(own);
    OAuthDesk.Client client =
        new OAuthDesk.Client(
            "5c0ffee5-0000-4000-8000-00000sandbox",
            "5ec4e700-0000-4000-8000-00000sandbox",
            "admin@" + id + ".example.com",
            "sandbox-" + id,
            "CJSP5qf1KhICAQEYs-gDIIGOBii1hQIyGQAf3xBKmlwHjX7OIpuIFEavB2-qYAGQsF4",
            HubSpotApi.ALL_SCOPES);
    SandboxOptions halfHour =
        new SandboxOptions(
            options.port(),
            options.dialects(),
            options.clock(),
            options.tokenLife().compareTo(Duration.ofMinutes(30)) < 0
                ? options.tokenLife()
                : Duration.ofMinutes(30),
            options.autoApprove(),
            options.rotateRefreshTokens());
    OAuthDesk desk = new OAuthDesk(id, client, halfHour, faults);
    String token = "pat-na1-5a4db0c5-0000-4000-8000-" + "0".repeat(12);
    // Which address it has is known only when it listens, and answers name the address.
    AtomicReference<HubSpotApi> api = new AtomicReference<>();
    this.server = new LoopbackServer(port, faults, request -> handle(api, request));
    api.set(new HubSpotApi(portal, desk, faults, halfHour, server.baseUrl(), token, title));
    this.account =
        new SandboxAccount(
            "hubspot",
            id,
            title,
            title.replaceAll(" \\(.*", ""),
            server.baseUrl(),
            Map.of(
                "token", token,
                "loginUrl", server.baseUrl(),
                "clientId", client.id(),
                "clientSecret", client.secret(),
                "username", client.username()));
  }

  private static Response handle(AtomicReference<HubSpotApi> api, Request request) {
    HubSpotApi ready = api.get();
    return ready == null ? Response.empty(503) : ready.handle(request);
  }

  public SandboxAccount account() {
    return account;
  }

  @Override
  public void close() {
    server.close();
  }
}
