package dev.crosswalk.connectors.definition;

import dev.crosswalk.connectors.definition.ConnectorDefinition.ApiVersion;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Http;
import dev.crosswalk.connectors.definition.ConnectorDefinition.IdentityStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a checked definition file into the model: identity, inputs, hosts, limits and errors. */
final class DefinitionReader {
  private static final long MAX_BYTES = 64L * 1024 * 1024;

  private final DefinitionNode root;
  private final boolean shipped;
  private final @Nullable String refines;

  /** What any template may name. */
  private final Set<String> names = new LinkedHashSet<>(List.of("appName"));

  private final Set<String> secrets = new LinkedHashSet<>(List.of("accessToken"));

  DefinitionReader(DefinitionNode root, boolean shipped, @Nullable String refines) {
    this.root = root;
    this.shipped = shipped;
    this.refines = refines;
  }

  ConnectorDefinition read() {
    List<ConnectorInfo.Input> inputs = inputs();
    AuthReader.names(root.get("auth"), names, secrets);
    if (root.has("apiVersion")) {
      names.add("apiVersion");
    }
    Set<String> hosts = new LinkedHashSet<>();
    root.get("inputs")
        .entries()
        .forEach((key, input) -> {
          if ("host".equals(input.get("kind").text())) {
            hosts.add(key);
          }
        });
    List<AuthSpec> auths = new AuthReader(names, secrets).read(root.get("auth"));
    String plugin = root.get("plugin").text();
    if (plugin == null) {
      checkComplete();
    } else if (!shipped) {
      root.get("plugin")
          .problem(
              "connector-plugin",
              "A definition of your own cannot open connections by the code '" + plugin + "'.",
              "Use the shipped connector of that name as it is.");
    }
    Http http = http(root.get("http"));
    RpcSpec rpc = RequestReader.rpc(root.get("rpc"), names, secrets);
    RequestReader requests = new RequestReader(names, secrets, rpc);
    LoadReader load = new LoadReader(root, requests);
    ObjectNames object = new ObjectNames(root);
    AddressCheck.check(root, http);
    return new ConnectorDefinition(
        info(auths, inputs),
        hosts,
        plugin,
        auths,
        http,
        rpc,
        apiVersion(root.get("apiVersion"), requests),
        LimitReader.read(root.get("limits")),
        errors(root.get("errors")),
        identity(requests),
        load.load(),
        MetadataReader.read(root, requests, object),
        ObjectsReader.read(root, requests, load),
        new FieldsReader(root, requests, load, object).read(),
        TypesReader.read(root.get("types")),
        ValueRuleReader.read(root.get("values")),
        new RecordsReader(root, requests, object).read());
  }

  /** What every definition says unless shipped code stands in for the engine. */
  private void checkComplete() {
    for (String key : List.of("http", "auth")) {
      if (!root.has(key)) {
        missing(key);
      }
    }
    boolean described = root.has("metadata");
    if (!root.has("objects") && !described) {
      missing("objects");
    }
    if (!root.has("fields") && !described) {
      missing("fields");
    }
    boolean mapped = root.get("fields").has("request") || root.get("fields").has("from");
    if (mapped && !root.has("types") && !root.get("fields").get("map").has("type")) {
      missing("types");
    }
  }

  private void missing(String key) {
    root.problem(
        "connector-missing-key", "The key '" + key + "' is missing in the file.", "Add it.");
  }

  private ConnectorInfo info(List<AuthSpec> auths, List<ConnectorInfo.Input> inputs) {
    List<ConnectorInfo.Auth> shown = new ArrayList<>();
    for (AuthSpec auth : auths) {
      shown.add(
          new ConnectorInfo.Auth(
              auth.id(),
              auth.label(),
              auth.type().word(),
              auth.type().interactive(),
              auth.scopes(),
              auth.offeredScopes()));
    }
    return new ConnectorInfo(
        root.get("id").text(""),
        root.get("name").text(""),
        root.get("docs").text(),
        root.get("checked").get("date").text(),
        root.get("checked").get("tried").texts(),
        root.get("apiVersion").get("end").text(),
        refines,
        shown,
        inputs,
        shipped);
  }

  private List<ConnectorInfo.Input> inputs() {
    Set<String> auths = new LinkedHashSet<>();
    root.get("auth").items().forEach(a -> auths.add(a.get("id").text("")));
    List<ConnectorInfo.Input> inputs = new ArrayList<>();
    root.get("inputs")
        .entries()
        .forEach((key, node) -> {
          names.add(key);
          boolean secret = node.get("secret").flag(false);
          if (secret) {
            secrets.add(key);
          }
          String pattern = node.get("pattern").text();
          if (pattern != null) {
            LimitReader.checkPattern(node.get("pattern"), pattern);
          }
          for (DefinitionNode user : node.get("usedBy").items()) {
            if (!auths.contains(user.text(""))) {
              user.problem(
                  "connector-unknown-auth",
                  "The input '" + key + "' names the unknown auth '" + user.text("") + "'.",
                  DidYouMean.among(user.text(""), auths));
            }
          }
          inputs.add(
              new ConnectorInfo.Input(
                  key,
                  node.get("label").text(key),
                  node.get("help").text(),
                  node.get("default").text(),
                  pattern,
                  node.get("presets").mapped(n -> n.text("")),
                  secret,
                  node.get("optional").flag(false),
                  node.get("usedBy").texts()));
        });
    return inputs;
  }

  private Http http(DefinitionNode node) {
    List<Template> hosts = new ArrayList<>();
    for (DefinitionNode host : node.get("allowHosts").items()) {
      hosts.add(host.template(names, secrets));
      String text = host.text("");
      boolean tooWide =
          text.startsWith("*.")
              && !text.contains("${")
              && okhttp3.HttpUrl.get("https://" + text.substring(2)).topPrivateDomain() == null;
      if (text.equals("*") || tooWide) {
        host.problem(
            "connector-host",
            "The host pattern '" + text + "' covers everybody's hosts.",
            "Name the vendor's own domain, such as *.example.com.");
      }
    }
    Set<String> withToken = new LinkedHashSet<>(names);
    withToken.add("accessToken");
    return new Http(
        node.get("base").template(names, secrets),
        hosts,
        node.get("headers").mapped(h -> h.template(withToken, Set.of())),
        Duration.ofSeconds(node.get("timeoutSeconds").number(60)),
        node.has("maxBytes") ? node.get("maxBytes").number(0) : MAX_BYTES,
        conditional(node.get("conditional")));
  }

  private static ConnectorDefinition.Conditional conditional(DefinitionNode node) {
    List<String> by = node.get("by").texts();
    return new ConnectorDefinition.Conditional(
        by.contains("etag"),
        by.contains("last-modified"),
        node.get("listCoversFields").flag(false));
  }

  private static @Nullable ApiVersion apiVersion(DefinitionNode node, RequestReader requests) {
    return node.isNull()
        ? null
        : new ApiVersion(
            node.has("discover") ? requests.request(node.get("discover")) : null,
            node.get("pick").expressionOrNull(),
            node.get("format").text(),
            node.get("prefer").text(""),
            node.get("min").text(),
            node.get("end").text(),
            node.get("endSource").text(),
            node.get("endHeader").text("Sunset"));
  }

  private static ErrorSpec errors(DefinitionNode node) {
    List<ErrorSpec.Rule> rules = new ArrayList<>();
    for (DefinitionNode rule : node.get("rules").items()) {
      rules.add(
          new ErrorSpec.Rule(
              rule.get("when").expression(),
              FailureKind.ofWord(rule.get("as").text("")).orElse(FailureKind.VENDOR_ERROR),
              rule.has("then"), // there is only one thing that it can say
              rule.has("retry") ? rule.get("retry").flag(false) : null,
              rule.get("detail").expressionOrNull()));
    }
    return new ErrorSpec(
        rules,
        node.get("message").expressionOrNull(),
        node.get("code").expressionOrNull(),
        node.get("trace").expressionOrNull());
  }

  private List<IdentityStep> identity(RequestReader requests) {
    List<IdentityStep> steps = new ArrayList<>();
    for (DefinitionNode step : root.get("identity").items()) {
      steps.add(
          new IdentityStep(
              requests.request(step.get("request")),
              step.get("optional").flag(false),
              step.get("user").expressionOrNull(),
              step.get("organisation").expressionOrNull(),
              step.get("production").expressionOrNull()));
    }
    return steps;
  }
}
