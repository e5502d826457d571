package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bodies that errors have: a list with one object. */
final class Errors {
  private Errors() {}

  static Response of(int status, String code, String message) {
    return Response.json(status, body(code, message));
  }

  static List<Map<String, Object>> body(String code, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    error.put("errorCode", code);
    return List.of(error);
  }

  static Response notFound() {
    return of(404, "NOT_FOUND", "The requested resource does not exist");
  }

  static Response method(String method, String allowed) {
    return of(
            405,
            "METHOD_NOT_ALLOWED",
            "HTTP Method '%s' not allowed. Allowed are %s".formatted(method, allowed))
        .with("Allow", allowed);
  }

  static Response session() {
    return of(401, "INVALID_SESSION_ID", "Session expired or invalid")
        .with("WWW-Authenticate", "Bearer realm=\"Salesforce\"");
  }
}
