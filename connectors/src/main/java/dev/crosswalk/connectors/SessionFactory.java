package dev.crosswalk.connectors;

import com.google.re2j.Pattern;
import dev.crosswalk.connectors.auth.Login;
import dev.crosswalk.connectors.auth.TokenLock;
import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.LimitSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.definition.Template;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiClient;
import dev.crosswalk.connectors.http.Hosts;
import dev.crosswalk.connectors.http.Pause;
import dev.crosswalk.connectors.http.Redactor;
import dev.crosswalk.connectors.http.RemoteProblems;
import dev.crosswalk.connectors.http.ServerTime;
import dev.crosswalk.connectors.http.TokenExchange;
import dev.crosswalk.connectors.http.Transport;
import dev.crosswalk.connectors.plugin.Plugins;
import dev.crosswalk.connectors.plugin.SessionPlugin;
import dev.crosswalk.connectors.secrets.SecretStores;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Checks what a person filled in and puts a session together from its parts. Thread-safe. */
final class SessionFactory {
  private final EngineOptions options;
  private final Pause pause;
  private final TokenLock lock;

  SessionFactory(EngineOptions options, Pause pause) {
    this.options = options;
    this.pause = pause;
    this.lock = new TokenLock(options.lockDir());
  }

  Session open(
      ConnectorDefinition definition, ConnectionProfile profile, Map<String, String> typed) {
    AuthSpec auth =
        definition
            .auth(profile.auth())
            .orElseThrow(() ->
                bad(
                    "connection-auth",
                    "The connector '"
                        + profile.connector()
                        + "' has no way to sign in called '"
                        + profile.auth()
                        + "'.",
                    "Use one of: "
                        + String.join(", ", definition.auths().stream().map(AuthSpec::id).toList())
                        + "."));
    Map<String, String> inputs = inputs(definition, profile, typed);
    Redactor redactor = new Redactor();
    for (ConnectorInfo.Input input : definition.info().inputs()) {
      if (input.secret() && inputs.containsKey(input.key())) {
        redactor.hide(inputs.get(input.key()));
      }
    }
    if (definition.plugin() != null) {
      return plugged(definition, profile, typed, inputs, redactor);
    }
    Hosts hosts = hosts(definition, profile, inputs);
    RemoteProblems problems =
        new RemoteProblems(definition.info().name(), profile.name(), redactor);
    OkHttpClient client = client(definition);
    ServerTime time = new ServerTime(options.clock());
    Transport transport =
        new Transport(
            client,
            profile.name(),
            hosts,
            redactor,
            options.log(),
            options.clock(),
            time,
            definition.http().timeout(),
            definition.http().maxBytes());
    Login login =
        Login.create(
            profile.name(),
            auth,
            Scope.of(inputs),
            optionalScopes(auth, profile),
            new Login.Tools(
                new TokenExchange(
                    transport,
                    problems,
                    definition.limits().retry(),
                    time,
                    options.random(),
                    pause),
                problems,
                redactor,
                options.secrets(),
                lock,
                options.browser(),
                url -> signInPage(url, hosts, problems),
                options.clock(),
                time,
                options.random(),
                pause));
    ApiClient api =
        new ApiClient(
            transport,
            limits(definition, profile),
            definition.errors(),
            problems,
            options.clock(),
            options.random(),
            pause);
    return new DeclarativeSession(
        profile,
        new Api(definition, api, login, inputs),
        login,
        () -> typed.forEach((key, value) -> options.secrets().put(profile.name(), key, value)),
        () -> {
          client.dispatcher().cancelAll();
          client.dispatcher().executorService().shutdown();
          client.connectionPool().evictAll();
        });
  }

  private static LimitSpec limits(ConnectorDefinition definition, ConnectionProfile profile) {
    String percent = profile.settings().get(ConnectionProfile.BUDGET_PERCENT);
    if (percent == null || percent.isBlank()) {
      return definition.limits();
    }
    if (!percent.strip().matches("[1-9]\\d?|100")) {
      throw bad(
          "connection-budget",
          "The setting '"
              + ConnectionProfile.BUDGET_PERCENT
              + "' of connection '"
              + profile.name()
              + "' is no percentage: "
              + percent
              + ".",
          "Give a number from 1 to 100.");
    }
    return definition.limits().stoppingAt(Integer.parseInt(percent.strip()));
  }

  private static String optionalScopes(AuthSpec auth, ConnectionProfile profile) {
    String chosen = profile.settings().getOrDefault(ConnectionProfile.OPTIONAL_SCOPES, "");
    List<String> offered = auth.offeredScopes();
    for (String scope : chosen.strip().split("[\\s,]+", -1)) {
      if (!scope.isEmpty() && !scope.equals("all") && !offered.contains(scope)) {
        throw bad(
            "connection-scope",
            "The scope '" + scope + "' of connection '" + profile.name() + "' is not offered.",
            offered.isEmpty()
                ? "Remove the setting; this way to sign in has no optional scopes."
                : "Choose of: " + String.join(", ", offered) + "; or 'all'.");
      }
    }
    return chosen;
  }

  private Session plugged(
      ConnectorDefinition definition,
      ConnectionProfile profile,
      Map<String, String> typed,
      Map<String, String> inputs,
      Redactor redactor) {
    SessionPlugin plugin =
        java.util.Objects.requireNonNull(Plugins.sessions().get(definition.plugin()));
    return plugin.open(
        new SessionPlugin.Opening(
            definition,
            profile,
            inputs,
            options.definitions() == null ? null : options.definitions().resolveSibling("drivers"),
            host -> reach(definition, profile, redactor, host),
            redactor::text,
            () ->
                typed.forEach((key, value) -> options.secrets().put(profile.name(), key, value))));
  }

  /** Offline holds for plugins too. Only shipped definitions open plugins: no host to approve. */
  private void reach(
      ConnectorDefinition definition, ConnectionProfile profile, Redactor redactor, String host) {
    if (options.offline() && !Hosts.isLoopback(host)) {
      throw new RemoteProblems(definition.info().name(), profile.name(), redactor).offline();
    }
  }

  private OkHttpClient client(ConnectorDefinition definition) {
    Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
    dispatcher.setMaxRequestsPerHost(definition.limits().concurrency() + 2);
    return options
        .proxies()
        .applied(new OkHttpClient.Builder())
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool())
        .build();
  }

  private static HttpUrl signInPage(HttpUrl url, Hosts hosts, RemoteProblems problems) {
    String refusal = hosts.refusal(url);
    if (refusal != null) {
      throw problems.failure(
          FailureKind.HOST_NOT_ALLOWED,
          "The sign-in page is not opened: " + refusal + ".",
          "Check the host in the connection's settings.");
    }
    String unapproved = hosts.unapproved(url);
    if (unapproved != null) {
      throw problems.notApproved(unapproved);
    }
    return hosts.wire(url);
  }

  private Map<String, String> inputs(
      ConnectorDefinition definition, ConnectionProfile profile, Map<String, String> typed) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    for (ConnectorInfo.Input input : definition.info().inputsFor(profile.auth())) {
      String value = given(input, profile, typed);
      if (value != null && definition.hosts().contains(input.key())) {
        value = host(value);
      }
      if (value == null) {
        if (!input.optional()) {
          problems.add(
              Problem.error(
                  "connection-input",
                  null,
                  "'"
                      + input.label()
                      + "' ("
                      + input.key()
                      + ") is missing for connection '"
                      + profile.name()
                      + "'.",
                  input.secret()
                      ? "Connect again with --secret-env or --secret-stdin, or in Connections; or set "
                          + SecretStores.variable(profile.name(), input.key())
                          + " in the environment."
                      : "Give it with --set " + input.key() + "=…, or in Connections."));
        }
      } else if (input.pattern() != null
          && !isLoopbackOrigin(value)
          && !Pattern.matches(input.pattern(), value)) {
        problems.add(
            Problem.error(
                "connection-input",
                null,
                "The value of '"
                    + input.label()
                    + "' ("
                    + input.key()
                    + ") does not have the right"
                    + " form"
                    + (input.secret() ? "" : ": " + value)
                    + ".",
                input.help() == null ? "Correct it." : input.help()));
      } else {
        values.put(input.key(), value);
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return values;
  }

  private @Nullable String given(
      ConnectorInfo.Input input, ConnectionProfile profile, Map<String, String> typed) {
    String value =
        input.secret()
            ? typed.containsKey(input.key())
                ? typed.get(input.key())
                : options.secrets().get(profile.name(), input.key()).orElse(null)
            : profile.settings().get(input.key());
    if (value == null || value.isBlank()) {
      value = input.defaultValue();
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** People paste whole addresses where a host is asked for. */
  private static String host(String value) {
    if (isLoopbackOrigin(value)) {
      return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }
    String bare = value.replaceFirst("^https://", "");
    int slash = bare.indexOf('/');
    return slash < 0 ? bare : bare.substring(0, slash);
  }

  private static boolean isLoopbackOrigin(String value) {
    HttpUrl url = value.startsWith("http://") ? HttpUrl.parse(value) : null;
    return url != null && Hosts.isLoopback(url) && url.encodedPath().equals("/");
  }

  private Hosts hosts(
      ConnectorDefinition definition, ConnectionProfile profile, Map<String, String> inputs) {
    List<String> allowed = new ArrayList<>();
    Scope scope = Scope.of(inputs);
    for (Template host : definition.http().allowHosts()) {
      if (host.names().stream().allMatch(inputs::containsKey)) {
        allowed.add(host.text(scope).replaceFirst("^https?://", ""));
      }
    }
    for (String input : definition.hosts()) {
      String value = inputs.get(input);
      if (value != null && isLoopbackOrigin(value)) {
        allowed.add(value.substring("http://".length()));
      }
    }
    try {
      return new Hosts(
          allowed,
          options.hostRewrites(),
          profile.settings().get(ConnectionProfile.LOOPBACK),
          host ->
              definition.info().shipped()
                  || options.approvals().approved(profile.name()).contains(host),
          options.offline());
    } catch (IllegalArgumentException e) {
      throw bad(
          "connection-loopback",
          "The setting '"
              + ConnectionProfile.LOOPBACK
              + "' of connection '"
              + profile.name()
              + "' cannot be used: "
              + e.getMessage(),
          "Give an address such as http://127.0.0.1:41234, or remove the setting.");
    }
  }

  private static ProblemException bad(String code, String what, String next) {
    return new ProblemException(Problem.error(code, null, what, next));
  }
}
