package dev.crosswalk.app;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.sandbox.Sandbox;
import dev.crosswalk.connectors.sandbox.SandboxAccount;
import dev.crosswalk.connectors.sandbox.SandboxConnection;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.server.FaultControl;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The embedded sandbox of this process: started when first needed, stopped with the services. Its
 * accounts are reached by connections whose names start with {@value #PREFIX}; they run through the
 * same engine and definitions as any other, only that this machine answers in place of the vendor.
 * Their secrets are made up and never touch the person's secret store. Thread-safe.
 */
public final class SandboxHost implements Companies, AutoCloseable {
  /** Start of the names of the sandbox's connections. */
  public static final String PREFIX = "sandbox-";

  private static final Set<String> SECRETS = Set.of("clientSecret", "token");

  /** Whose companies the demonstration and the sandbox's workspace use. */
  private static final Set<String> SHOWN = Set.of("salesforce", "hubspot");

  private final Clock clock;
  private final Connectors engine;
  private @Nullable Sandbox running;

  /**
   * @param engine runs the connector definitions; must not keep secrets
   */
  SandboxHost(Clock clock, Connectors engine) {
    this.clock = clock;
    this.engine = engine;
  }

  /**
   * A connection to one account of the sandbox.
   *
   * @param title what the account is, for people
   * @param customer the company's name
   * @param profile to be kept among the connections; holds no address, since that changes
   */
  public record Account(String id, String title, String customer, ConnectionProfile profile) {}

  /** The accounts of the demonstration, started if they are not running. */
  public List<Account> accounts() {
    return sandbox().accounts().stream()
        .filter(a -> SHOWN.contains(a.dialect()))
        .map(this::account)
        .toList();
  }

  @Override
  public List<Account> all() {
    return sandbox().accounts().stream().map(this::account).toList();
  }

  @Override
  public Set<String> faults(String connection) {
    return sandbox().faults(running(connection).id()).describe();
  }

  @Override
  public void fault(String connection, String fault) {
    FaultControl.apply(sandbox().faults(running(connection).id()), fault);
  }

  @Override
  public void mend(String connection) {
    sandbox().faults(running(connection).id()).reset();
  }

  private Account account(SandboxAccount a) {
    if (!SHOWN.contains(a.dialect())) {
      ConnectionProfile profile = SandboxConnection.of(PREFIX + a.id(), a, engine).profile();
      Map<String, String> lasting = new LinkedHashMap<>(profile.settings());
      lasting.remove(ConnectionProfile.LOOPBACK);
      return new Account(
          a.id(),
          a.title(),
          a.customer(),
          new ConnectionProfile(profile.name(), profile.connector(), profile.auth(), lasting));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    String auth;
    if (a.credentials().containsKey("token")) {
      auth = "token";
    } else {
      auth = "cc";
      settings.put("clientId", a.credential("clientId"));
      settings.put("loginHost", a.id() + "-sandbox.my.salesforce.com");
    }
    return new Account(
        a.id(),
        a.title(),
        a.customer(),
        new ConnectionProfile(PREFIX + a.id(), a.dialect(), auth, settings));
  }

  public static boolean isSandbox(ConnectionProfile profile) {
    return profile.name().startsWith(PREFIX);
  }

  private synchronized Sandbox sandbox() {
    Sandbox now = running;
    if (now == null) {
      now =
          Sandbox.start(
              SandboxOptions.of(clock).only(Sandbox.DIALECTS.toArray(String[]::new)).approving());
      running = now;
    }
    return now;
  }

  private SandboxAccount running(String connection) {
    String id = connection.startsWith(PREFIX) ? connection.substring(PREFIX.length()) : connection;
    return sandbox().accounts().stream()
        .filter(a -> a.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "sandbox-account",
                    null,
                    "The sandbox has no account " + id + ".",
                    "Give a connection of your own a name that does not start with "
                        + PREFIX
                        + ".")));
  }

  private Session open(ConnectionProfile profile) {
    SandboxAccount account = running(profile.name());
    ConnectionProfile own = account(account).profile();
    Map<String, String> settings = new LinkedHashMap<>(profile.settings());
    settings.keySet().retainAll(ConnectionProfile.COMMON);
    settings.putAll(own.settings());
    settings.put(ConnectionProfile.LOOPBACK, account.baseUrl());
    Map<String, String> secrets = new LinkedHashMap<>(account.credentials());
    if (SHOWN.contains(account.dialect())) {
      secrets.keySet().retainAll(SECRETS);
    } else {
      secrets.clear();
      secrets.putAll(SandboxConnection.of(own.name(), account, engine).secrets());
    }
    return engine.open(
        new ConnectionProfile(own.name(), own.connector(), own.auth(), settings), secrets);
  }

  /** Connectors that send the sandbox's connections here and all others to {@code real}. */
  Connectors beside(Connectors real) {
    return new Connectors() {
      @Override
      public List<ConnectorInfo> list() {
        return real.list();
      }

      @Override
      public List<Problem> problems() {
        return real.problems();
      }

      @Override
      public void refresh() {
        real.refresh();
      }

      @Override
      public Optional<ConnectorInfo> find(String id) {
        return real.find(id);
      }

      @Override
      public Session open(ConnectionProfile profile, Map<String, String> secrets) {
        return isSandbox(profile) ? SandboxHost.this.open(profile) : real.open(profile, secrets);
      }
    };
  }

  @Override
  public synchronized void close() {
    Sandbox now = running;
    running = null;
    if (now != null) {
      now.close();
    }
  }
}
