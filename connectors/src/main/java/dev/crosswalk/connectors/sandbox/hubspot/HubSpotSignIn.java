package dev.crosswalk.connectors.sandbox.hubspot;

import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk.Result;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import dev.crosswalk.connectors.sandbox.server.SignInPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /oauth/authorize} and {@code /oauth/2026-09/token} with what is below it. */
final class HubSpotSignIn {
  private final OAuthDesk desk;
  private final SignInPage page;

  HubSpotSignIn(OAuthDesk desk, SandboxOptions options, String title) {
    this.desk = desk;
    this.page = new SignInPage(desk, title, options.autoApprove());
  }

  Response handle(Request request, List<String> parts) {
    String last = parts.get(parts.size() - 1);
    if (last.equals("authorize")) {
      return page.answer(request);
    }
    if (!request.method().equals("POST")) {
      return refused("invalid_request", "POST is needed");
    }
    return switch (last) {
      case "token" -> token(request);
      case "introspect" -> introspect(request);
      case "revoke" -> {
        desk.revoke(request.form().getOrDefault("token", ""));
        yield Response.empty(204);
      }
      default -> Response.empty(404);
    };
  }

  private Response token(Request request) {
    return switch (desk.token(request.form(), request)) {
      case Result.Refused(String error, String description) -> refused(error, description);
      case Result.Tokens tokens -> {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "bearer");
        String refresh = tokens.refresh();
        String kept = request.form().get("refresh_token");
        if (refresh != null || kept != null) {
          answer.put("refresh_token", refresh == null ? String.valueOf(kept) : refresh);
        }
        answer.put("access_token", tokens.access());
        answer.put("expires_in", desk.lifeSeconds());
        answer.put("hub_id", Long.valueOf(HubSpotPortal.PORTAL));
        answer.put("user_id", 7700001);
        answer.put("scopes", List.of(tokens.grant().scope().split(" ", -1)));
        yield Response.json(200, answer);
      }
    };
  }

  private Response introspect(Request request) {
    String token = request.form().getOrDefault("token", "");
    OAuthDesk.Grant grant = desk.grantOf(token);
    boolean active = grant != null && desk.check(token) == OAuthDesk.Standing.VALID;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("active", active);
    if (grant != null && active) {
      answer.put("hub_id", Long.valueOf(HubSpotPortal.PORTAL));
      answer.put("user", grant.user());
      answer.put("scopes", List.of(grant.scope().split(" ", -1)));
      answer.put("token_type", "access");
      answer.put("expires_in", desk.lifeSeconds());
    }
    return Response.json(200, answer);
  }

  private static Response refused(String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", error.equals("invalid_grant") ? "BAD_REFRESH_TOKEN" : "BAD_CLIENT");
    body.put("message", description);
    body.put("error", error);
    body.put("error_description", description);
    return Response.json(400, body);
  }
}
