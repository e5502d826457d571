package dev.crosswalk.connectors.sandbox;

import dev.crosswalk.connectors.sandbox.account.AccountServer;
import dev.crosswalk.connectors.sandbox.dynamics.DynamicsDialect;
import dev.crosswalk.connectors.sandbox.hubspot.HubSpotPortal;
import dev.crosswalk.connectors.sandbox.odoo.OdooDialect;
import dev.crosswalk.connectors.sandbox.pipedrive.PipedriveDialect;
import dev.crosswalk.connectors.sandbox.salesforce.SalesforceOrg;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CRM accounts of made-up companies on this machine: real HTTP servers on 127.0.0.1 that answer
 * like the real systems, for trying the product without an account and for tests. Nothing can be
 * written to them.
 */
public final class Sandbox implements AutoCloseable {
  /**
   * An account that there is.
   *
   * @param people the object in which it has its people
   */
  private record Listed(String id, String dialect, String people) {}

  private static final List<Listed> ALL =
      List.of(
          new Listed("northwind", "salesforce", "Contact"),
          new Listed("contoso", "salesforce", "Contact"),
          new Listed("fabrikam", "hubspot", "contacts"),
          new Listed("adventure", "dynamics", "contact"),
          new Listed("tailspin", "pipedrive", "persons"),
          new Listed("litware", "odoo", "res.partner"));

  /** Every dialect that the sandbox speaks. */
  public static final List<String> DIALECTS = ALL.stream().map(Listed::dialect).distinct().toList();

  private final List<AutoCloseable> servers = new ArrayList<>();
  private final Map<String, SandboxAccount> accounts = new LinkedHashMap<>();
  private final Map<String, Faults> faults = new LinkedHashMap<>();

  private Sandbox() {}

  /**
   * Starts the accounts of the asked dialects.
   *
   * @throws ProblemException if a dialect is unknown or a port is taken; nothing stays running then
   */
  public static Sandbox start(SandboxOptions options) {
    for (String dialect : options.dialects()) {
      if (ALL.stream().noneMatch(each -> each.dialect().equals(dialect))) {
        throw new ProblemException(
            Problem.error(
                "sandbox-dialect",
                null,
                "The sandbox does not speak “" + dialect + "”.",
                "Choose from: " + String.join(", ", DIALECTS) + "."));
      }
    }
    Sandbox sandbox = new Sandbox();
    try {
      int port = options.port();
      for (Listed each : ALL) {
        if (options.dialects().contains(each.dialect())) {
          sandbox.open(each, port, options);
          port = port == 0 ? 0 : port + 1;
        }
      }
      return sandbox;
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  private void open(Listed listed, int port, SandboxOptions options) {
    String id = listed.id();
    Faults own = new Faults(listed.people());
    faults.put(id, own);
    switch (listed.dialect()) {
      case "salesforce" -> {
        SalesforceOrg org = new SalesforceOrg(id, port, options, own);
        servers.add(org);
        accounts.put(id, org.account());
      }
      case "hubspot" -> {
        HubSpotPortal portal = new HubSpotPortal(id, port, options, own);
        servers.add(portal);
        accounts.put(id, portal.account());
      }
      case "dynamics" -> add(DynamicsDialect.start(id, port, options, own));
      case "pipedrive" -> add(PipedriveDialect.start(id, port, options, own));
      default -> add(OdooDialect.start(id, port, options, own));
    }
  }

  private void add(AccountServer server) {
    servers.add(server);
    accounts.put(server.account().id(), server.account());
  }

  /** The running accounts, in a fixed order. */
  public List<SandboxAccount> accounts() {
    return List.copyOf(accounts.values());
  }

  /**
   * The account of this id, such as {@code northwind}.
   *
   * @throws IllegalArgumentException if it is not running
   */
  public SandboxAccount account(String id) {
    SandboxAccount account = accounts.get(id);
    if (account == null) {
      throw new IllegalArgumentException("the sandbox does not run an account " + id);
    }
    return account;
  }

  /** What can be made to go wrong at this account. */
  public Faults faults(String id) {
    account(id);
    Faults found = faults.get(id);
    if (found == null) {
      throw new IllegalStateException("every account has its faults");
    }
    return found;
  }

  /** Stops all servers; a second call does nothing. */
  @Override
  public void close() {
    for (AutoCloseable server : servers) {
      try {
        server.close();
      } catch (Exception e) {
        throw new IllegalStateException("a server on loopback stops without fail", e);
      }
    }
    servers.clear();
  }
}
