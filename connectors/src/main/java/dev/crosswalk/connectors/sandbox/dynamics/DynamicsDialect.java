package dev.crosswalk.connectors.sandbox.dynamics;

import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.account.AccountServer;
import dev.crosswalk.connectors.sandbox.account.TokenAnswers;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import dev.crosswalk.connectors.sandbox.server.SignInPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Dataverse Web API (OData V4): sign-in at Entra, entity definitions, records. */
public final class DynamicsDialect {
  private static final Pattern ENTITY =
      Pattern.compile("EntityDefinitions\\(LogicalName='([^']*)'\\)");
  private static final Pattern ONE = Pattern.compile("([a-z0-9_]+)\\(([0-9a-fA-F-]{36})\\)");
  private static final String CAST = "Microsoft.Dynamics.CRM.";

  private final AccountServer.Parts parts;
  private final SignInPage page;
  private final Metadata metadata;
  private final Rows rows;

  private DynamicsDialect(AccountServer.Parts parts) {
    this.parts = parts;
    this.page = new SignInPage(parts.desk(), parts.title(), parts.options().autoApprove());
    String root = parts.baseUrl() + "/api/data/v9.2/";
    this.metadata = new Metadata(parts.world(), root);
    this.rows = new Rows(parts.world(), root);
  }

  /** Starts the account. */
  public static AccountServer start(String id, int port, SandboxOptions options, Faults faults) {
    OAuthDesk.Client client =
        new OAuthDesk.Client(
            "51f00000-0000-4000-8000-00000sandbox",
            "5ec4e7~sandbox-0000-dynamics",
            "admin@" + id + ".example.com",
            "sandbox-" + id,
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.",
            "https://" + id + ".crm4.dynamics.com/.default");
    return new AccountServer(
        "dynamics",
        id,
        port,
        options,
        faults,
        client,
        Rows::id,
        Map.of(
            "host", id + ".crm4.dynamics.com",
            "clientId", client.id(),
            "clientSecret", client.secret(),
            "username", client.username()),
        parts -> new DynamicsDialect(parts)::handle);
  }

  private Response handle(Request request) {
    if (parts.faults().inMaintenance()) {
      return Response.html(503, "<html><body><h1>503 Service Unavailable</h1></body></html>");
    }
    List<String> path = request.segments();
    if (request.path().contains("/oauth2/")) {
      return switch (path.getLast()) {
        case "authorize" -> page.answer(request);
        case "token" -> TokenAnswers.token(parts.desk(), request, Map.of("ext_expires_in", 3599));
        default -> Response.empty(404);
      };
    }
    Response refused = refusal(request);
    if (refused != null) {
      return refused;
    }
    if (path.size() < 4 || !path.get(0).equals("api") || !path.get(2).startsWith("v9.")) {
      return error(
          404, "0x8006088a", "Resource not found for the segment '" + request.path() + "'.");
    }
    if (!request.method().equals("GET")) {
      return error(405, "0x80060888", "The sandbox is for reading only.");
    }
    return route(request, path.subList(3, path.size())).with("OData-Version", "4.0");
  }

  private @Nullable Response refusal(Request request) {
    String bearer = request.bearer();
    switch (bearer.isEmpty() ? OAuthDesk.Standing.UNKNOWN : parts.desk().check(bearer)) {
      case VALID -> {}
      case EXPIRED, UNKNOWN -> {
        return error(401, "0x80048306", "Authentication failed: the token is missing or expired.")
            .with("WWW-Authenticate", "Bearer authorization_uri=https://login.microsoftonline.com");
      }
    }
    if (parts.faults().takeThrottle()) {
      return error(
              429,
              "0x80072322",
              "Number of requests exceeded the limit of 6000 over time window of 300 seconds.")
          .with("Retry-After", String.valueOf(parts.faults().retryAfter().toSeconds()));
    }
    return parts.faults().quotaIsUsedUp()
        ? error(
            429,
            "0x80072321",
            "Combined execution time of incoming requests exceeded limit of 1200000 milliseconds"
                + " over time window of 300 seconds.")
        : null;
  }

  static Response error(int status, String code, String message) {
    return Response.json(status, Map.of("error", Map.of("code", code, "message", message)));
  }

  private Response route(Request request, List<String> path) {
    String first = path.getFirst();
    if (first.equals("WhoAmI()") || first.equals("WhoAmI")) {
      return Response.json(
          200,
          Map.of(
              "BusinessUnitId", Rows.id("businessunit", 0),
              "UserId", Rows.id("systemuser", 0),
              "OrganizationId", Rows.id("organization", 0)));
    }
    if (first.equals("EntityDefinitions") && path.size() == 1) {
      return metadata.entities(request);
    }
    Matcher entity = ENTITY.matcher(first);
    if (entity.matches()) {
      Optional<ObjectDef> object = parts.world().object(entity.group(1));
      if (object.isEmpty()) {
        return error(
            404,
            "0x80060888",
            "Could not find an entity with name " + entity.group(1) + " in the metadata.");
      }
      if (parts.world().forbidden(object.get())) {
        return denied(object.get());
      }
      if (path.size() == 2 && path.get(1).equals("Attributes")) {
        return metadata.attributes(object.get());
      }
      if (path.size() == 3 && path.get(1).equals("Attributes") && path.get(2).startsWith(CAST)) {
        return metadata.cast(object.get(), path.get(2).substring(CAST.length()), request);
      }
    }
    Matcher one = ONE.matcher(first);
    String set = one.matches() ? one.group(1) : first;
    Optional<ObjectDef> object =
        parts.world().objects().stream().filter(o -> Metadata.set(o).equals(set)).findFirst();
    if (object.isPresent() && path.size() == 1) {
      return parts.world().forbidden(object.get())
          ? denied(object.get())
          : one.matches()
              ? rows.one(object.get(), one.group(2), request)
              : rows.list(object.get(), request);
    }
    return error(404, "0x80060888", "Resource not found for the segment '" + first + "'.");
  }

  private static Response denied(ObjectDef object) {
    return error(
        403,
        "0x80040220",
        "Principal user is missing prvRead" + object.name() + " privilege on the table.");
  }
}
