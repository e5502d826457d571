package dev.crosswalk.connectors.sandbox.odoo;

import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.account.AccountServer;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON-RPC as Odoo 17 speaks it: everything by POST to one address, and every error with 200. */
public final class OdooDialect {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> READING =
      Set.of("search_read", "fields_get", "search_count", "read");
  private static final long USER = 2;
  private static final String KEY = "5a4db0c500000000000000000000000sandboxky";

  private final AccountServer.Parts parts;
  private final Models models;
  private volatile int signedIn = -1;

  private OdooDialect(AccountServer.Parts parts) {
    this.parts = parts;
    this.models = new Models(parts.world());
  }

  /** Starts the account. */
  public static AccountServer start(String id, int port, SandboxOptions options, Faults faults) {
    String user = "admin@" + id + ".example.com";
    return new AccountServer(
        "odoo",
        id,
        port,
        options,
        faults,
        new OAuthDesk.Client("none", KEY, user, KEY, "", ""),
        (object, index) -> String.valueOf(index + 1),
        Map.of("host", id + ".odoo.com", "database", id, "user", user, "password", KEY),
        parts -> new OdooDialect(parts)::handle);
  }

  /** An exception of the server's own language. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;

    Fault(String name, String message) {
      super(message);
      this.name = name;
    }
  }

  private Response handle(Request request) {
    if (parts.faults().inMaintenance()) {
      return Response.html(503, "<html><body><h1>503 Service Unavailable</h1></body></html>");
    }
    if (!request.path().equals("/jsonrpc") || !request.method().equals("POST")) {
      return Response.html(404, "<html><body><h1>Not Found</h1></body></html>");
    }
    if (parts.faults().takeThrottle()) {
      return Response.html(429, "<html><body><h1>429 Too Many Requests</h1></body></html>")
          .with("Retry-After", String.valueOf(parts.faults().retryAfter().toSeconds()));
    }
    JsonNode call;
    try {
      call = JSON.readTree(request.body());
    } catch (JacksonException e) {
      return Response.html(400, "<html><body><h1>Bad Request</h1>Invalid JSON data</body></html>");
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("jsonrpc", "2.0");
    answer.put("id", call.path("id").asInt(0));
    try {
      answer.put("result", result(call.path("params")));
    } catch (Fault e) {
      answer.put("error", error(e.name, String.valueOf(e.getMessage())));
    }
    return Response.json(200, answer);
  }

  private static Map<String, Object> error(String name, String message) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", name);
    data.put("debug", "Traceback (most recent call last):\n  File \"http.py\", line 1783\n" + name);
    data.put("message", message);
    data.put("arguments", List.of(message));
    data.put("context", Map.of());
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", 200);
    error.put("message", "Odoo Server Error");
    error.put("data", data);
    return error;
  }

  private @Nullable Object result(JsonNode params) {
    JsonNode args = params.path("args");
    String method = params.path("method").asString("");
    if (params.path("service").asString("").equals("common")) {
      return switch (method) {
        case "version" ->
            Map.of(
                "server_version", "17.0",
                "server_serie", "17.0",
                "protocol_version", 1);
        case "authenticate", "login" -> authenticate(args);
        default -> throw new Fault("builtins.AttributeError", "no method " + method);
      };
    }
    if (!method.equals("execute_kw") || !signed(args)) {
      throw new Fault("odoo.exceptions.AccessDenied", "Access Denied");
    }
    if (signedIn < parts.faults().tokenGeneration()) {
      throw new Fault("odoo.http.SessionExpiredException", "Session expired");
    }
    if (parts.faults().quotaIsUsedUp()) {
      throw new Fault("odoo.exceptions.UserError", "You have no more API calls for today.");
    }
    String called = args.path(4).asString("");
    if (!READING.contains(called)) {
      throw new Fault("odoo.exceptions.AccessError", "The sandbox is for reading only.");
    }
    return models.call(args.path(3).asString(""), called, args.path(5), args.path(6));
  }

  private Object authenticate(JsonNode args) {
    boolean good =
        args.path(0).asString("").equals(parts.id())
            && args.path(1).asString("").equals(parts.desk().client().username())
            && args.path(2).asString("").equals(KEY);
    if (!good) {
      return false;
    }
    signedIn = parts.faults().tokenGeneration();
    return USER;
  }

  private boolean signed(JsonNode args) {
    return args.path(0).asString("").equals(parts.id())
        && args.path(1).asLong(0) == USER
        && args.path(2).asString("").equals(KEY);
  }
}
