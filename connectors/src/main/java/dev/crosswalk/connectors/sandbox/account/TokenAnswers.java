package dev.crosswalk.connectors.sandbox.account;

import dev.crosswalk.connectors.sandbox.server.OAuthDesk;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk.Result;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Token answers in the form of RFC 6749, with what a dialect adds. */
public final class TokenAnswers {
  private TokenAnswers() {}

  /**
   * @param more entries of a good answer
   */
  public static Response token(OAuthDesk desk, Request request, Map<String, Object> more) {
    return switch (desk.token(request.form(), request)) {
      case Result.Refused(String error, String description) ->
          Response.json(400, Map.of("error", error, "error_description", description));
      case Result.Tokens tokens -> {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token_type", "Bearer");
        answer.put("scope", tokens.grant().scope());
        answer.put("expires_in", desk.lifeSeconds());
        answer.put("access_token", tokens.access());
        String refresh = tokens.refresh();
        String kept = request.form().get("refresh_token");
        if (refresh != null || kept != null) {
          answer.put("refresh_token", refresh == null ? String.valueOf(kept) : refresh);
        }
        answer.putAll(more);
        yield Response.json(200, answer);
      }
    };
  }
}
