package dev.crosswalk.connectors.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the ways to sign in. */
final class AuthReader {
  private final Set<String> names;
  private final Set<String> secrets;

  AuthReader(Set<String> names, Set<String> secrets) {
    this.names = names;
    this.secrets = secrets;
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
    AuthSpec.OAuth oauth = null;
    switch (type) {
      case OAUTH2_CODE, OAUTH2_CLIENT_CREDENTIALS -> {
        need(node, "token", type);
        if (type == AuthSpec.Type.OAUTH2_CODE) {
          need(node, "authorize", type);
        }
        if (!names.contains("clientId")) {
          node.problem(
              "connector-missing-key",
              "Signing in by " + type.word() + " needs an input 'clientId'.",
              "Add it to inputs.");
        }
        headers.putIfAbsent("Authorization", Template.compile("Bearer ${accessToken}"));
        oauth = oauth(node, type);
      }
      case HEADER -> need(node, "headers", type);
      case BASIC -> {
        need(node, "username", type);
        need(node, "password", type);
      }
      case NONE -> {}
    }
    AuthSpec.Basic basic =
        type == AuthSpec.Type.BASIC
            ? new AuthSpec.Basic(
                node.get("username").template(names, Set.of()),
                node.get("password").template(names, Set.of()))
            : null;
    return new AuthSpec(
        node.get("id").text(""), type, node.get("label").text(""), headers, basic, oauth);
  }

  private static void need(DefinitionNode node, String key, AuthSpec.Type type) {
    if (!node.has(key)) {
      node.problem(
          "connector-missing-key",
          "The key '" + key + "' is missing; signing in by " + type.word() + " needs it.",
          "Add it.");
    }
  }

  private AuthSpec.OAuth oauth(DefinitionNode node, AuthSpec.Type type) {
    DefinitionNode optional = node.get("optionalScopes");
    DefinitionNode life = node.get("lifetime");
    return new AuthSpec.OAuth(
        !"none".equals(node.get("pkce").text("S256")),
        node.has("authorize") ? node.get("authorize").template(names, secrets) : null,
        node.get("token").template(names, secrets),
        type == AuthSpec.Type.OAUTH2_CODE ? redirect(node.get("redirect")) : null,
        node.get("scopes").texts(),
        node.get("scopeSeparator").text(" "),
        optional.isNull()
            ? null
            : Map.entry(optional.get("param").text(""), optional.get("values").texts()),
        node.get("params").mapped(p -> p.template(names, secrets)),
        node.get("tokenParams").mapped(p -> p.template(names, Set.of())),
        switch (node.get("clientAuth").text("none-or-post")) {
          case "none" -> AuthSpec.ClientAuth.NONE;
          case "post" -> AuthSpec.ClientAuth.POST;
          case "basic" -> AuthSpec.ClientAuth.BASIC;
          default -> AuthSpec.ClientAuth.NONE_OR_POST;
        },
        "json".equals(node.get("tokenBody").text()),
        node.get("capture").mapped(DefinitionNode::expression),
        node.get("captureRedirect").mapped(n -> n.text("")),
        !"none".equals(life.get("from").text()),
        Duration.ofSeconds(life.get("assumeSeconds").number(900)));
  }

  private static AuthSpec.Redirect redirect(DefinitionNode node) {
    @Nullable Object port = node.get("port").plain();
    return new AuthSpec.Redirect(
        node.get("host").text("localhost"),
        port instanceof Number n ? n.intValue() : null,
        node.get("path").text("/callback"));
  }
}
