package dev.crosswalk.connectors.sandbox.hubspot;

import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What every call goes through: sign-in, token, scopes, limits; then to the resources. */
final class HubSpotApi {
  static final String ALL_SCOPES =
      "oauth crm.objects.contacts.read crm.objects.companies.read crm.objects.deals.read"
          + " crm.objects.leads.read crm.objects.line_items.read crm.objects.products.read"
          + " crm.objects.quotes.read crm.objects.custom.read crm.schemas.contacts.read"
          + " crm.schemas.companies.read crm.schemas.deals.read crm.schemas.custom.read"
          + " crm.objects.owners.read tickets";
  private static final Set<String> VERSIONS = Set.of("2025-09", "2026-03", "2026-09", "v3");
  private static final int DAILY = 250_000;
  private static final int WINDOW = 100;

  private final Portal portal;
  private final OAuthDesk desk;
  private final Faults faults;
  private final SandboxOptions options;
  private final String token;
  private final HubSpotErrors errors = new HubSpotErrors();
  private final HubSpotSignIn signIn;
  private final Properties properties;
  private final Schemas schemas;
  private final Records records;
  private final Extras extras;
  private final AtomicInteger calls = new AtomicInteger();
  private volatile long window;
  private final AtomicInteger inWindow = new AtomicInteger();

  HubSpotApi(
      Portal portal,
      OAuthDesk desk,
      Faults faults,
      SandboxOptions options,
      String baseUrl,
      String token,
      String title) {
    this.portal = portal;
    this.desk = desk;
    this.faults = faults;
    this.options = options;
    this.token = token;
    this.signIn = new HubSpotSignIn(desk, options, title);
    this.properties = new Properties(portal, errors);
    this.schemas = new Schemas(portal, errors);
    this.records = new Records(portal, errors, baseUrl);
    this.extras = new Extras(portal, errors);
  }

  Response handle(Request request) {
    if (faults.inMaintenance()) {
      return Response.html(503, "<html><body><h1>503 Service Unavailable</h1></body></html>");
    }
    List<String> parts = normal(request.segments());
    if (!parts.isEmpty() && parts.get(0).equals("oauth")) {
      return signIn.handle(request, parts);
    }
    if (parts.size() < 2 || !VERSIONS.contains(parts.get(1))) {
      return errors.of(404, "", "The requested resource does not exist");
    }
    String bearer = request.bearer();
    Response refused = refusal(bearer);
    if (refused != null) {
      return refused;
    }
    if (faults.takeThrottle()) {
      return limits(errors.throttled(false), 0)
          .with("Retry-After", String.valueOf(faults.retryAfter().toSeconds()));
    }
    if (faults.quotaIsUsedUp()) {
      return limits(errors.throttled(true), 0);
    }
    calls.incrementAndGet();
    return limits(route(request, parts, bearer), left());
  }

  private @Nullable Response refusal(String bearer) {
    if (bearer.isEmpty()) {
      return errors.of(
          401,
          "INVALID_AUTHENTICATION",
          "Authentication credentials not found. This API supports OAuth 2.0 authentication and"
              + " you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview");
    }
    if (bearer.equals(token)) {
      return null;
    }
    return switch (desk.check(bearer)) {
      case VALID -> null;
      case EXPIRED ->
          errors.of(
              401,
              "EXPIRED_AUTHENTICATION",
              "The OAuth token used to make this call expired. Use your refresh token to get a new"
                  + " one.");
      case UNKNOWN ->
          errors.of(
              401,
              "INVALID_AUTHENTICATION",
              "Authentication credentials not valid. Check the token and the account it is for.");
    };
  }

  /** Calls left in the ten seconds that are running. */
  private int left() {
    long now = options.clock().millis() / 10_000;
    if (now != window) {
      window = now;
      inWindow.set(0);
    }
    return Math.max(0, WINDOW - inWindow.incrementAndGet());
  }

  private Response limits(Response response, int remaining) {
    return response
        .with("X-HubSpot-RateLimit-Daily", String.valueOf(DAILY))
        .with("X-HubSpot-RateLimit-Daily-Remaining", String.valueOf(DAILY - calls.get()))
        .with("X-HubSpot-RateLimit-Interval-Milliseconds", "10000")
        .with("X-HubSpot-RateLimit-Max", String.valueOf(WINDOW))
        .with("X-HubSpot-RateLimit-Remaining", String.valueOf(remaining));
  }

  /** {@code /crm/properties/2026-09/contacts} and {@code /crm/v3/properties/contacts} alike. */
  private static List<String> normal(List<String> segments) {
    List<String> parts = new ArrayList<>(segments);
    if (parts.size() > 2 && parts.get(0).equals("crm")) {
      parts.removeFirst();
      if (parts.get(0).equals("v3")) {
        parts.set(0, parts.get(1));
        parts.set(1, "v3");
      }
      if (parts.get(0).equals("schemas")) {
        parts.set(0, "crm-object-schemas");
        parts.add(2, "schemas");
      }
    }
    return parts;
  }

  private Response route(Request request, List<String> parts, String bearer) {
    boolean reading = request.method().equals("GET") || request.method().equals("HEAD");
    boolean batch = request.method().equals("POST") && request.path().endsWith("/batch/read");
    if (!reading && !batch) {
      return errors.method(request.method());
    }
    String kind = parts.get(0);
    String word = parts.size() > 2 ? parts.get(2) : "";
    return switch (kind) {
      case "account-info" ->
          word.equals("details") ? extras.account() : errors.notFound("resource");
      case "owners" ->
          lacks(bearer, "crm.objects.owners.read")
              ? errors.scopes(List.of("crm.objects.owners.read"))
              : extras.owners(request);
      case "crm-object-schemas" -> schemas(request, parts, bearer);
      case "properties", "objects", "pipelines" -> {
        ObjectDef object = portal.object(word).orElse(null);
        if (object == null) {
          yield errors.unknownType(word);
        }
        String scope = scope(object);
        yield lacks(bearer, scope) || faults.isForbidden(object.name())
            ? errors.scopes(List.of(scope))
            : switch (kind) {
              case "properties" -> properties.handle(request, object, parts);
              case "objects" -> records.handle(request, object, parts, batch);
              default -> extras.pipelines(object);
            };
      }
      default -> errors.of(404, "", "The requested resource does not exist");
    };
  }

  private Response schemas(Request request, List<String> parts, String bearer) {
    if (parts.size() < 3 || !parts.get(2).equals("schemas")) {
      return errors.notFound("resource");
    }
    if (parts.size() == 3) {
      return lacks(bearer, "crm.schemas.custom.read")
          ? errors.scopes(List.of("crm.schemas.custom.read"))
          : schemas.list(request);
    }
    return schemas.one(parts.get(3));
  }

  private boolean lacks(String bearer, String scope) {
    OAuthDesk.Grant grant = desk.grantOf(bearer);
    return grant != null && !List.of(grant.scope().split(" ", -1)).contains(scope);
  }

  private static String scope(ObjectDef object) {
    return object.name().equals("tickets")
        ? "tickets"
        : "crm.objects." + (object.flag("custom") ? "custom" : object.name()) + ".read";
  }

  /** A page of something that is listed whole. */
  static Map<String, Object> results(List<?> list) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("results", list);
    return answer;
  }
}
