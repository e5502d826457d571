package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.Faults;
import dev.crosswalk.connectors.sandbox.SandboxOptions;
import dev.crosswalk.connectors.sandbox.server.OAuthDesk;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** What every call goes through: sign-in, session, version, quota; then to the resources. */
final class SalesforceApi {
  static final int DAILY_CALLS = 15_000;
  private static final int OLDEST = 31;
  private static final int NEWEST = 68;
  private static final Pattern VERSION = Pattern.compile("v(\\d{2,3})\\.0");

  private final OAuthDesk desk;
  private final Faults faults;
  private final SalesforceSignIn signIn;
  private final Resources resources;
  private final AtomicInteger calls = new AtomicInteger(112);

  SalesforceApi(
      Catalog catalog,
      OAuthDesk desk,
      Faults faults,
      SandboxOptions options,
      String baseUrl,
      String organisation,
      String title) {
    this.desk = desk;
    this.faults = faults;
    this.signIn = new SalesforceSignIn(catalog, desk, options, baseUrl, organisation, title);
    this.resources = new Resources(catalog, baseUrl, this::used);
  }

  private int used() {
    return faults.quotaIsUsedUp() ? DAILY_CALLS : calls.get();
  }

  Response handle(Request request) {
    String path = request.path();
    if (faults.inMaintenance()) {
      return Errors.of(
          503, "SERVER_UNAVAILABLE", "Salesforce is temporarily unavailable for maintenance");
    }
    if (path.startsWith("/services/oauth2/") || path.startsWith("/id/")) {
      return signIn.handle(request);
    }
    List<String> parts = request.segments();
    if (parts.size() < 2 || !parts.get(0).equals("services") || !parts.get(1).equals("data")) {
      return path.equals("/")
          ? Response.html(200, "<!DOCTYPE html><title>Sandbox</title><h1>Crosswalk sandbox</h1>")
          : Errors.of(
              404,
              "URL_NOT_RESET",
              "Destination URL not reset. The URL returned from login must be set");
    }
    if (parts.size() == 2) {
      return Response.json(200, versions());
    }
    var version = VERSION.matcher(parts.get(2));
    if (!version.matches() || Integer.parseInt(version.group(1)) > NEWEST) {
      return Errors.notFound();
    }
    if (Integer.parseInt(version.group(1)) < OLDEST) {
      return Errors.of(410, "GONE", "API version is no longer supported. Use a newer version.");
    }
    if (desk.check(request.bearer()) != OAuthDesk.Standing.VALID) {
      return Errors.session();
    }
    if (faults.takeThrottle()) {
      return Response.json(
              429, Errors.body("REQUEST_LIMIT_EXCEEDED", "Too many concurrent requests"))
          .with("Retry-After", String.valueOf(faults.retryAfter().toSeconds()));
    }
    if (faults.quotaIsUsedUp()) {
      return limited(Errors.of(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
    }
    calls.incrementAndGet();
    return limited(
        resources.handle(request, version.group(1) + ".0", parts.subList(3, parts.size())));
  }

  private Response limited(Response response) {
    return response.with("Sforce-Limit-Info", "api-usage=" + used() + "/" + DAILY_CALLS);
  }

  /** Spring, Summer, Winter: three a year; 66 is Spring '26. */
  private static List<Map<String, Object>> versions() {
    List<Map<String, Object>> versions = new ArrayList<>();
    for (int v = OLDEST; v <= NEWEST; v++) {
      int season = Math.floorMod(v - 66, 3);
      int year = 26 + Math.floorDiv(v - 66, 3) + (season == 2 ? 1 : 0);
      Map<String, Object> version = new LinkedHashMap<>();
      version.put("label", List.of("Spring", "Summer", "Winter").get(season) + " '" + year);
      version.put("url", "/services/data/v" + v + ".0");
      version.put("version", v + ".0");
      versions.add(version);
    }
    return versions;
  }
}
