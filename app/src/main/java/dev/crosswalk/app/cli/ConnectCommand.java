package dev.crosswalk.app.cli;

import dev.crosswalk.app.Services;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.ConnectionStore;
import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.secrets.SecretStores;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stores a connection and tests it. */
@Command(
    name = "connect",
    mixinStandardHelpOptions = true,
    description = "Stores a connection and tests it. Secrets never stand on the command line.",
    footer = {
      "",
      "Example: SF_SECRET=… crosswalk connect northwind --connector salesforce \\",
      "           --set loginHost=northwind.my.salesforce.com --set clientId=… \\",
      "           --secret-env clientSecret=SF_SECRET"
    })
final class ConnectCommand implements Callable<Integer> {
  private static final int LONGEST_SECRET = 64 * 1024;

  private final CliContext context;

  @Parameters(paramLabel = "NAME", description = "your name for the connection")
  private String name = "";

  @Option(names = "--connector", description = "id, such as salesforce")
  private String connector = "";

  @Option(
      names = "--sign-out",
      description =
          "ends the sign-in at the system, where it can be, and forgets every secret of the"
              + " connection; its settings stay")
  private boolean signOut;

  @Option(names = "--auth", description = "way to sign in (default: the connector's first)")
  private @Nullable String auth;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "a value that is not secret; repeatable")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--secret-env",
      paramLabel = "KEY=VARIABLE",
      description = "takes a secret from an environment variable; repeatable")
  private Map<String, String> secretVariables = new LinkedHashMap<>();

  @Option(
      names = "--secret-stdin",
      paramLabel = "KEY",
      description = "takes one secret from standard input, up to its end")
  private @Nullable String secretInput;

  @Option(
      names = "--allow-host",
      paramLabel = "HOST",
      description =
          "lets this connection send its secrets there, where its connector is not a shipped one;"
              + " repeatable")
  private List<String> allowedHosts = List.of();

  @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  ConnectCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ConnectionStore.checkName(name)
        .ifPresent(p -> {
          throw new ProblemException(p);
        });
    if (!signOut && connector.isEmpty()) {
      throw new ProblemException(
          Problem.error(
              "connector-missing",
              null,
              "It is not said which connector " + name + " is for.",
              "Give --connector ID; crosswalk connectors lists them."));
    }
    try (Services services = context.services()) {
      if (signOut) {
        return new SignOut(context, services).of(DiscoverCommand.profile(services, name), format);
      }
      ConnectorInfo info = ConnectorsCommand.find(context, services, connector);
      settings.keySet().forEach(key -> refuseSecret(info, key));
      refuseUnknown(info);
      String way = auth == null ? info.auths().getFirst().id() : auth;
      ConnectionProfile profile = new ConnectionProfile(name, connector, way, settings);
      allowedHosts.forEach(host -> services.approvals().approve(name, host));
      try (Session session = services.connectors().open(profile, secrets())) {
        Identity identity = Exit.remote(() -> session.test(context.progress("Connecting")));
        services.connections().save(profile);
        report(services, profile, identity);
        return Exit.FINE;
      }
    }
  }

  private static void refuseSecret(ConnectorInfo info, String key) {
    if (info.inputs().stream().anyMatch(i -> i.secret() && i.key().equals(key))) {
      throw new ProblemException(
          Problem.error(
              "secret-on-command-line",
              null,
              key + " is a secret, and what stands on a command line can be seen by others.",
              "Use --secret-env " + key + "=VARIABLE or --secret-stdin " + key + "."));
    }
  }

  /** A key with a typing mistake would be kept for ever and do nothing. */
  private void refuseUnknown(ConnectorInfo info) {
    Set<String> open = new TreeSet<>(ConnectionProfile.COMMON);
    Set<String> secret = new TreeSet<>();
    info.inputs().forEach(i -> (i.secret() ? secret : open).add(i.key()));
    refuseUnknown(info, settings.keySet(), open, "setting");
    refuseUnknown(info, secretKeys(), secret, "secret");
  }

  private List<String> secretKeys() {
    List<String> keys = new ArrayList<>(secretVariables.keySet());
    if (secretInput != null) {
      keys.add(secretInput);
    }
    return keys;
  }

  private static void refuseUnknown(
      ConnectorInfo info, Collection<String> given, Set<String> known, String kind) {
    for (String key : given) {
      if (!known.contains(key)) {
        throw new ProblemException(
            Problem.error(
                "connection-input",
                null,
                info.name() + " has no " + kind + " '" + key + "'.",
                "Use one of: " + String.join(", ", known) + "."));
      }
    }
  }

  private Map<String, String> secrets() {
    Map<String, String> secrets = new HashMap<>();
    secretVariables.forEach((key, variable) -> {
      String value = context.environment().get(variable);
      if (value == null || value.isEmpty()) {
        throw new ProblemException(
            Problem.error(
                "secret-missing",
                null,
                "The environment variable " + variable + " for " + key + " is not set.",
                "Set it, or use --secret-stdin " + key + "."));
      }
      secrets.put(key, value);
    });
    if (secretInput != null) {
      secrets.put(secretInput, fromInput());
    }
    return secrets;
  }

  private String fromInput() {
    try {
      String text =
          new String(context.in().readNBytes(LONGEST_SECRET), StandardCharsets.UTF_8).strip();
      if (text.isEmpty()) {
        throw new ProblemException(
            Problem.error(
                "secret-missing",
                null,
                "Standard input held no secret.",
                "Pipe it in, as in: pass show crm | crosswalk connect … --secret-stdin KEY"));
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void report(Services services, ConnectionProfile profile, Identity identity) {
    if (format == Format.JSON) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("connection", profile.name());
      map.put("connector", profile.connector());
      map.put("user", identity.user());
      map.put("organisation", identity.organisation());
      map.put("production", identity.production());
      map.put("apiVersion", identity.apiVersion());
      map.put("budget", identity.budget());
      context.print(Json.write(map));
      return;
    }
    context.print(
        "Connected "
            + profile.name()
            + words(" as ", identity.user())
            + words(" at ", identity.organisation())
            + words(", API ", identity.apiVersion())
            + (Boolean.TRUE.equals(identity.production()) ? ", live data" : "")
            + ".");
    if (!identity.scopes().isEmpty()) {
      context.say("Granted: " + String.join(" ", identity.scopes()) + ".");
    }
    Identity.Budget budget = identity.budget();
    if (budget != null) {
      context.say(
          "API calls: %,d of %,d are used; Crosswalk may send %,d more and leaves %d %% alone."
              .formatted(budget.used(), budget.limit(), budget.left(), 100 - budget.percent()));
    }
    context.say("Secrets are kept in " + services.secrets().describe() + ".");
    List<String> variables =
        secretKeys().stream().map(k -> SecretStores.variable(profile.name(), k)).toList();
    if (!services.secrets().lasting() && !variables.isEmpty()) {
      context.say(
          "There is no keychain here, so the next command will not know them. Set"
              + " CROSSWALK_PASSPHRASE and connect again to keep them in a sealed file, or set "
              + String.join(", ", variables)
              + " for each command.");
    }
    context.say("Next: crosswalk discover " + profile.name());
  }

  private static String words(String before, @Nullable String text) {
    return text == null ? "" : before + text;
  }
}
