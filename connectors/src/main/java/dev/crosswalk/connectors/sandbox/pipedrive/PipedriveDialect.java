package dev.crosswalk.connectors.sandbox.pipedrive;

import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.account.AccountServer;
import dev.crosswalk.connectors.sandbox.account.TokenAnswers;
import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import dev.crosswalk.connectors.sandbox.server.SignInPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Version 2 of Pipedrive's API, and of version 1 what has no newer twin. */
public final class PipedriveDialect {
  private static final int DAILY = 30_000;
  private static final String TOKEN = "5a4db0c500000000000000000000000000sandbx";

  /** Where the fields of an object are. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "dealFields", "deals",
          "personFields", "persons",
          "organizationFields", "organizations",
          "productFields", "products",
          "activityFields", "activities",
          "noteFields", "notes");

  private final AccountServer.Parts parts;
  private final SignInPage page;
  private final PipedriveJson json = new PipedriveJson();
  private final AtomicInteger calls = new AtomicInteger();

  private PipedriveDialect(AccountServer.Parts parts) {
    this.parts = parts;
    this.page = new SignInPage(parts.desk(), parts.title(), parts.options().autoApprove());
  }

  /** Starts the account. */
  public static AccountServer start(String id, int port, SandboxOptions options, Faults faults) {
    OAuthDesk.Client client =
        new OAuthDesk.Client(
            "5a4db0c500000000",
            "5ec4e7000000000000000000000000000sandbox",
            "admin@" + id + ".example.com",
            "sandbox-" + id,
            "v1u:AQIBAHj-",
            "base deals:read contacts:read products:read activities:read");
    return new AccountServer(
        "pipedrive",
        id,
        port,
        options,
        faults,
        client,
        (object, index) -> String.valueOf(index + 1),
        Map.of(
            "company", id,
            "token", TOKEN,
            "clientId", client.id(),
            "clientSecret", client.secret(),
            "username", client.username()),
        parts -> new PipedriveDialect(parts)::handle);
  }

  private Response handle(Request request) {
    if (parts.faults().inMaintenance()) {
      return Response.html(503, "<html><body><h1>503 Service Unavailable</h1></body></html>");
    }
    List<String> path = request.segments();
    if (!path.isEmpty() && path.getFirst().equals("oauth")) {
      return switch (path.getLast()) {
        case "authorize" -> page.answer(request);
        case "token" ->
            TokenAnswers.token(
                parts.desk(),
                request,
                Map.of("api_domain", "https://" + parts.id() + ".pipedrive.com"));
        default -> Response.empty(404);
      };
    }
    Response refused = refusal(request);
    if (refused != null) {
      return refused;
    }
    calls.incrementAndGet();
    return limits(route(request, path));
  }

  private @Nullable Response refusal(Request request) {
    String bearer = request.bearer();
    boolean known =
        request.header("x-api-token").equals(TOKEN)
            || (!bearer.isEmpty() && parts.desk().check(bearer) == OAuthDesk.Standing.VALID);
    if (!known) {
      return error(401, "unauthorized access");
    }
    if (parts.faults().takeThrottle() || parts.faults().quotaIsUsedUp()) {
      return limits(error(429, "Rate limit exceeded"))
          .with("Retry-After", String.valueOf(parts.faults().retryAfter().toSeconds()))
          .with("x-ratelimit-remaining", "0")
          .with("x-ratelimit-reset", String.valueOf(parts.faults().retryAfter().toSeconds()));
    }
    return null;
  }

  private Response limits(Response response) {
    return response
        .with("x-ratelimit-limit", "80")
        .with("x-daily-requests-limit", String.valueOf(DAILY))
        .with(
            "x-daily-requests-left",
            String.valueOf(parts.faults().quotaIsUsedUp() ? 0 : DAILY - calls.get()));
  }

  private static Response error(int status, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", false);
    body.put("error", message);
    body.put("errorCode", status);
    body.put("error_info", "Please check developers.pipedrive.com for more information.");
    return Response.json(status, body);
  }

  private Response route(Request request, List<String> path) {
    if (path.size() < 3 || !path.get(0).equals("api")) {
      return error(404, "unknown method.");
    }
    if (!request.method().equals("GET")) {
      return error(405, "The sandbox is for reading only.");
    }
    String version = path.get(1);
    String what = path.get(2);
    if (what.equals("users") && path.getLast().equals("me")) {
      return Response.json(
          200,
          Map.of(
              "success",
              true,
              "data",
              Map.of(
                  "id", 1,
                  "name", "Sandbox Admin",
                  "email", parts.desk().client().username(),
                  "company_name", parts.title(),
                  "company_domain", parts.id())));
    }
    boolean isNew = version.equals("v2");
    String ofFields = FIELDS.get(what);
    String name = ofFields == null ? what : ofFields;
    ObjectDef object = parts.world().object(name).orElse(null);
    boolean old = name.equals("leads") || name.equals("notes");
    if (object == null || path.size() > (ofFields == null ? 4 : 3) || isNew == old) {
      return error(404, "unknown method.");
    }
    if (parts.world().forbidden(object)) {
      return error(403, "Scope and URL mismatch");
    }
    if (path.size() == 4) {
      return one(object, path.get(3));
    }
    List<Object> all = new ArrayList<>();
    if (ofFields != null) {
      for (FieldDef field : parts.world().fields(object)) {
        all.add(isNew ? json.field(field) : json.oldField(field, all.size()));
      }
    } else {
      for (Map<String, @Nullable Object> record : parts.world().records(object)) {
        all.add(json.record(parts.world().fields(object), record));
      }
    }
    return isNew ? byCursor(all, request) : byStart(all, request);
  }

  private Response one(ObjectDef object, String id) {
    for (Map<String, @Nullable Object> record : parts.world().records(object)) {
      Map<String, @Nullable Object> made = json.record(parts.world().fields(object), record);
      if (id.equals(String.valueOf(made.get("id")))) {
        return Response.json(200, Map.of("success", true, "data", made));
      }
    }
    return error(404, "Record not found.");
  }

  private static Response byCursor(List<Object> all, Request request) {
    int from = PipedriveJson.position(request.parameter("cursor").orElse(""));
    int to = Math.min(all.size(), from + limit(request));
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    more.put("next_cursor", to < all.size() ? PipedriveJson.cursor(to) : null);
    return answer(all.subList(Math.min(from, to), to), more);
  }

  private static Response byStart(List<Object> all, Request request) {
    int from = number(request.parameter("start").orElse(""), 0);
    int limit = limit(request);
    int to = Math.min(all.size(), from + limit);
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    more.put(
        "pagination",
        Map.of("start", from, "limit", limit, "more_items_in_collection", to < all.size()));
    return answer(all.subList(Math.min(from, to), to), more);
  }

  private static Response answer(List<Object> page, Map<String, @Nullable Object> more) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", true);
    body.put("data", page);
    body.put("additional_data", more);
    return Response.json(200, body);
  }

  private static int limit(Request request) {
    return Math.clamp(number(request.parameter("limit").orElse(""), 100), 1, 500);
  }

  private static int number(String text, int otherwise) {
    return text.matches("\\d{1,8}") ? Integer.parseInt(text) : otherwise;
  }
}
