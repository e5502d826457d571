package dev.crosswalk.app.cli;

import dev.crosswalk.app.Services;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.Sandbox;
import dev.crosswalk.connectors.sandbox.SandboxAccount;
import dev.crosswalk.connectors.sandbox.SandboxConnection;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.server.FaultControl;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the embedded sandbox until stopped. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    description = "Runs made-up CRM accounts on this machine until stopped with Ctrl-C.",
    footer = {"", "Example: crosswalk sandbox --port 18080 --dialect salesforce"})
final class SandboxCommand implements Callable<Integer> {
  private final CliContext context;

  @Option(names = "--port", description = "first port (default: free ones)")
  private int port;

  @Option(
      names = "--dialect",
      split = ",",
      description = "salesforce, hubspot, dynamics, pipedrive, odoo (default: salesforce, hubspot)")
  private List<String> dialects = List.of();

  @Option(
      names = "--fault",
      paramLabel = "FAULT[=VALUE]",
      description =
          "what goes wrong at every account: throttle=N, cut=N, html=N, garbage=N, slowMillis=N,"
              + " maintenance, quota, rotate, drift, expireTokens, revokeRefreshTokens,"
              + " hide=OBJECT.FIELD, forbid (people) or forbid=OBJECT; repeatable")
  private List<String> faults = List.of();

  @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  SandboxCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    SandboxOptions options = SandboxOptions.of(context.clock()).onPort(port);
    if (!dialects.isEmpty()) {
      options = options.only(dialects.toArray(String[]::new));
    }
    try (Sandbox sandbox = Sandbox.start(options);
        Services services = context.services()) {
      faults(sandbox);
      report(services.connectors(), sandbox.accounts());
      context.say("Running. Ctrl-C stops it. The credentials are made up and open nothing else.");
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Exit.FINE;
  }

  private void faults(Sandbox sandbox) {
    for (SandboxAccount account : sandbox.accounts()) {
      for (String fault : faults) {
        try {
          FaultControl.apply(sandbox.faults(account.id()), fault);
        } catch (IllegalArgumentException e) {
          throw new ProblemException(
              Problem.error(
                  "sandbox-fault",
                  null,
                  "The sandbox cannot do the fault '" + fault + "': " + e.getMessage() + ".",
                  "See crosswalk sandbox --help."));
        }
      }
      if (!faults.isEmpty()) {
        context.say(
            account.id()
                + " has faults: "
                + String.join(", ", sandbox.faults(account.id()).describe())
                + ". Change them with POST to "
                + account.baseUrl()
                + Faults.PATH
                + ", end them with DELETE.");
      }
    }
  }

  private void report(Connectors connectors, List<SandboxAccount> accounts) {
    if (format == Format.JSON) {
      context.print(
          Json.write(
              accounts.stream()
                  .map(a -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("id", a.id());
                    map.put("dialect", a.dialect());
                    map.put("title", a.title());
                    map.put("baseUrl", a.baseUrl());
                    map.put("credentials", new TreeMap<>(a.credentials()));
                    return map;
                  })
                  .toList()));
      return;
    }
    for (SandboxAccount account : accounts) {
      context.print(account.title() + " (" + account.dialect() + ")");
      context.print("  address       " + account.baseUrl());
      new TreeMap<>(account.credentials())
          .forEach(
              (k, v) -> context.print("  " + k + " ".repeat(Math.max(1, 14 - k.length())) + v));
      if (connectors.find(account.dialect()).isPresent()) {
        context.print("  connect       " + connect(connectors, account));
      }
    }
  }

  /** The command that connects the account; its secret is made up and may stand there. */
  static String connect(Connectors connectors, SandboxAccount account) {
    SandboxConnection connection = SandboxConnection.of(account.id(), account, connectors);
    StringBuilder line = new StringBuilder();
    StringBuilder secrets = new StringBuilder();
    new TreeMap<>(connection.secrets())
        .forEach((key, value) -> {
          line.append("CW_SECRET='").append(value).append("' ");
          secrets.append(" --secret-env ").append(key).append("=CW_SECRET");
        });
    line.append("crosswalk connect ").append(account.id());
    line.append(" --connector ").append(connection.profile().connector());
    line.append(" --auth ").append(connection.profile().auth());
    connection
        .profile()
        .settings()
        .forEach((key, value) -> line.append(" --set ").append(key).append('=').append(value));
    return line.append(secrets).toString();
  }
}
