package dev.crosswalk.connectors.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the ways to sign in. Secrets may stand in all of it but in addresses. */
final class AuthReader {
  private static final Set<AuthSpec.Type> WITH_TOKENS =
      Set.of(
          AuthSpec.Type.OAUTH2_CODE,
          AuthSpec.Type.OAUTH2_DEVICE,
          AuthSpec.Type.OAUTH2_CLIENT_CREDENTIALS,
          AuthSpec.Type.JWT_BEARER);

  private final Set<String> names;
  private final Set<String> secrets;

  AuthReader(Set<String> names, Set<String> secrets) {
    this.names = names;
    this.secrets = secrets;
  }

  /**
   * Adds the names that the ways to sign in give to all templates, and which of them are secret.
   */
  static void names(DefinitionNode list, Set<String> names, Set<String> secrets) {
    for (DefinitionNode auth : list.items()) {
      names.addAll(auth.get("vars").entries().keySet());
      names.addAll(auth.get("capture").entries().keySet());
      names.addAll(auth.get("captureRedirect").entries().keySet());
      for (DefinitionNode step : auth.get("steps").items()) {
        names.addAll(step.get("capture").entries().keySet());
        Set<String> secret = step.get("captureSecret").entries().keySet();
        names.addAll(secret);
        secrets.addAll(secret);
      }
    }
  }

  /** Everything in it that is an address. */
  static List<DefinitionNode> addresses(DefinitionNode list) {
    List<DefinitionNode> addresses = new ArrayList<>();
    for (DefinitionNode auth : list.items()) {
      for (String key : List.of("authorize", "token", "revoke", "device")) {
        addresses.add(auth.get(key));
      }
      for (DefinitionNode step : auth.get("steps").items()) {
        addresses.add(step.get("get"));
        addresses.add(step.get("post"));
      }
    }
    return addresses;
  }

  List<AuthSpec> read(DefinitionNode list) {
    List<AuthSpec> auths = new ArrayList<>();
    for (DefinitionNode node : list.items()) {
      auths.add(auth(node));
    }
    return auths;
  }

  private AuthSpec auth(DefinitionNode node) {
    AuthSpec.Type type = AuthSpec.Type.ofWord(node.get("type").text("")).orElse(AuthSpec.Type.NONE);
    Set<String> all = new LinkedHashSet<>(names);
    all.add("accessToken");
    Map<String, Template> headers =
        new LinkedHashMap<>(node.get("headers").mapped(h -> h.template(all, Set.of())));
    AuthSpec.Method method =
        switch (type) {
          case OAUTH2_CODE, OAUTH2_DEVICE, OAUTH2_CLIENT_CREDENTIALS, JWT_BEARER ->
              oauth(node, type);
          case OAUTH1_TBA -> signed(node, type);
          case STEPS -> steps(node, type);
          case HEADER -> {
            if (!node.has("query")) {
              need(node, "headers", type);
            }
            yield new AuthSpec.Fixed();
          }
          case BASIC ->
              new AuthSpec.Basic(needed(node, "username", type), needed(node, "password", type));
          case NONE -> new AuthSpec.Fixed();
        };
    if (WITH_TOKENS.contains(type)) {
      headers.putIfAbsent("Authorization", Template.compile("Bearer ${accessToken}"));
    }
    return new AuthSpec(
        node.get("id").text(""),
        type,
        node.get("label").text(""),
        headers,
        node.get("query").mapped(q -> q.template(all, Set.of())),
        node.get("vars").mapped(v -> v.template(names, secrets)),
        method);
  }

  private static void need(DefinitionNode node, String key, AuthSpec.Type type) {
    if (!node.has(key)) {
      node.problem(
          "connector-missing-key",
          "The key '" + key + "' is missing; signing in by " + type.word() + " needs it.",
          "Add it.");
    }
  }

  private Template needed(DefinitionNode node, String key, AuthSpec.Type type) {
    need(node, key, type);
    return node.get(key).template(names, Set.of());
  }

  private Template address(DefinitionNode node, String key, AuthSpec.Type type) {
    need(node, key, type);
    return node.get(key).template(names, secrets);
  }

  private AuthSpec.SignedRequests signed(DefinitionNode node, AuthSpec.Type type) {
    return new AuthSpec.SignedRequests(
        needed(node, "consumerKey", type),
        needed(node, "consumerSecret", type),
        needed(node, "tokenId", type),
        needed(node, "tokenSecret", type),
        node.has("realm") ? node.get("realm").template(names, secrets) : null,
        "HMAC-SHA1".equals(node.get("signature").text())
            ? AuthSpec.Signature.HMAC_SHA1
            : AuthSpec.Signature.HMAC_SHA256);
  }

  private AuthSpec.Steps steps(DefinitionNode node, AuthSpec.Type type) {
    need(node, "steps", type);
    List<AuthSpec.LoginStep> steps = new ArrayList<>();
    for (DefinitionNode step : node.get("steps").items()) {
      boolean get = step.has("get");
      if (get == step.has("post")) {
        step.problem(
            "connector-request",
            "A login step needs either 'get' or 'post'.",
            "Write the address after one of them.");
      }
      DefinitionNode json = step.get("body");
      steps.add(
          new AuthSpec.LoginStep(
              get ? "GET" : "POST",
              step.get(get ? "get" : "post").template(names, secrets),
              step.get("headers").mapped(h -> h.template(names, Set.of())),
              step.get("form").mapped(f -> f.template(names, Set.of())),
              json.isNull() ? null : new RequestReader(names, Set.of()).entries(json, names),
              step.get("capture").mapped(DefinitionNode::expression),
              step.get("captureSecret").mapped(DefinitionNode::expression)));
    }
    return new AuthSpec.Steps(
        steps, Duration.ofSeconds(node.get("lifetime").get("assumeSeconds").number(3600)));
  }

  private AuthSpec.OAuth oauth(DefinitionNode node, AuthSpec.Type type) {
    AuthSpec.ClientAuth clientAuth =
        switch (node.get("clientAuth").text("none-or-post")) {
          case "none" -> AuthSpec.ClientAuth.NONE;
          case "post" -> AuthSpec.ClientAuth.POST;
          case "basic" -> AuthSpec.ClientAuth.BASIC;
          case "assertion" -> AuthSpec.ClientAuth.ASSERTION;
          default -> AuthSpec.ClientAuth.NONE_OR_POST;
        };
    boolean signs = type == AuthSpec.Type.JWT_BEARER || clientAuth == AuthSpec.ClientAuth.ASSERTION;
    if (signs) {
      need(node, "assertion", type);
    }
    if (!names.contains("clientId") && type != AuthSpec.Type.JWT_BEARER) {
      node.problem(
          "connector-missing-key",
          "Signing in by " + type.word() + " needs an input 'clientId'.",
          "Add it to inputs.");
    }
    AuthSpec.Grant grant =
        switch (type) {
          case OAUTH2_CODE -> code(node, type);
          case OAUTH2_DEVICE -> new AuthSpec.Device(address(node, "device", type));
          case JWT_BEARER -> new AuthSpec.JwtBearer();
          default -> new AuthSpec.ClientCredentials();
        };
    DefinitionNode optional = node.get("optionalScopes");
    DefinitionNode life = node.get("lifetime");
    DefinitionNode refresh = node.get("refresh");
    return new AuthSpec.OAuth(
        grant,
        address(node, "token", type),
        node.has("revoke") ? node.get("revoke").template(names, secrets) : null,
        node.get("scopes").texts(),
        node.get("scopeSeparator").text(" "),
        optional.isNull()
            ? null
            : new AuthSpec.OptionalScopes(
                optional.get("param").text("scope"), optional.get("values").texts()),
        node.get("tokenParams").mapped(p -> p.template(names, Set.of())),
        clientAuth,
        "json".equals(node.get("tokenBody").text()),
        signs ? assertion(node.get("assertion")) : null,
        node.get("capture").mapped(DefinitionNode::expression),
        !"none".equals(life.get("from").text()),
        Duration.ofSeconds(life.get("assumeSeconds").number(900)),
        new AuthSpec.Refresh(
            rotates(refresh.get("rotates")),
            refresh.has("idleDays") ? refresh.get("idleDays").number(0) : null));
  }

  /** YAML 1.1 readers take the words for booleans, so that both are understood. */
  private static AuthSpec.Rotates rotates(DefinitionNode node) {
    return switch (node.text("maybe").toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> AuthSpec.Rotates.YES;
      case "no", "false" -> AuthSpec.Rotates.NO;
      default -> AuthSpec.Rotates.MAYBE;
    };
  }

  private AuthSpec.Code code(DefinitionNode node, AuthSpec.Type type) {
    return new AuthSpec.Code(
        !"none".equals(node.get("pkce").text("S256")),
        address(node, "authorize", type),
        redirect(node.get("redirect")),
        node.get("params").mapped(p -> p.template(names, secrets)),
        node.get("captureRedirect").mapped(n -> n.text("")));
  }

  private AuthSpec.Assertion assertion(DefinitionNode node) {
    return new AuthSpec.Assertion(
        switch (node.get("algorithm").text("RS256")) {
          case "PS256" -> AuthSpec.Algorithm.PS256;
          case "ES256" -> AuthSpec.Algorithm.ES256;
          default -> AuthSpec.Algorithm.RS256;
        },
        node.get("key").template(names, Set.of()),
        node.has("keyId") ? node.get("keyId").template(names, secrets) : null,
        Duration.ofSeconds(node.get("lifetimeSeconds").number(180)),
        new RequestReader(names, secrets).entries(node.get("claims"), names));
  }

  private static AuthSpec.Redirect redirect(DefinitionNode node) {
    @Nullable Object port = node.get("port").plain();
    return new AuthSpec.Redirect(
        node.get("host").text("localhost"),
        port instanceof Number n ? n.intValue() : null,
        node.get("path").text("/callback"));
  }
}
