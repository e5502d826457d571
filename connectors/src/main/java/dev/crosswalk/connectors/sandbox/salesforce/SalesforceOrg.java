package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.SandboxAccount;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.data.Company;
import dev.crosswalk.connectors.sandbox.server.Lazy;
import dev.crosswalk.connectors.sandbox.server.LoopbackServer;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** One organisation on its own port, which is also its login host (My Domain). */
public final class SalesforceOrg implements AutoCloseable {
  private final Faults faults;
  private final LoopbackServer server;
  private final SandboxAccount account;

  /** Starts the organisation {@code id}; its records are made when they are first asked for. */
  public SalesforceOrg(String id, int port, SandboxOptions options, Faults faults) {
    this.faults = faults;
    String organisation = id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.charAt(1);
    Company.IdMaker ids = (object, index) -> RecordId.of(object, organisation, index);
    List<String> base =
        List.of("salesforce/base.txt", "salesforce/sales.txt", "salesforce/more.txt");
    String own = "salesforce/" + id + ".txt";
    String drift = "salesforce/" + id + "-drift.txt";
    Lazy<Company> company = new Lazy<>(() -> Company.load(id, base, own, ids));
    Lazy<Company> drifted = new Lazy<>(() -> Company.drifted(id, base, own, drift, ids));
    Catalog catalog = new Catalog(faults, company::get, drifted::get);
    String title = Company.titleOf(own);
    OAuthDesk.Client client =
        new OAuthDesk.Client(
            "3MVG9.crosswalk.sandbox." + id,
            "SANDBOX"
                + Integer.toHexString(id.hashCode()).toUpperCase(java.util.Locale.ROOT)
                + "0DEMO",
            "integration@" + id + ".example.com",
            "sandbox-" + id,
            "00D" + organisation + "0000000001!AQ",
            "api refresh_token");
    OAuthDesk desk = new OAuthDesk(id, client, options, faults);
    // Which address it has is known only when it listens, and answers name the address.
    AtomicReference<SalesforceApi> api = new AtomicReference<>();
    this.server = new LoopbackServer(port, faults, request -> handle(api, request));
    api.set(
        new SalesforceApi(catalog, desk, faults, options, server.baseUrl(), organisation, title));
    this.account =
        new SandboxAccount(
            "salesforce",
            id,
            title,
            title.replaceAll(" \\(.*", ""),
            server.baseUrl(),
            Map.of(
                "loginHost", "127.0.0.1:" + server.port(),
                "loginUrl", server.baseUrl(),
                "clientId", client.id(),
                "clientSecret", client.secret(),
                "username", client.username(),
                "password", client.password()));
  }

  private static Response handle(AtomicReference<SalesforceApi> api, Request request) {
    SalesforceApi ready = api.get();
    return ready == null ? Response.empty(503) : ready.handle(request);
  }

  public SandboxAccount account() {
    return account;
  }

  public Faults faults() {
    return faults;
  }

  @Override
  public void close() {
    server.close();
  }
}
