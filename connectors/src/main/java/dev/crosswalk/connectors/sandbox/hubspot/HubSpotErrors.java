package dev.crosswalk.connectors.sandbox.hubspot;

import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The bodies that errors have. */
final class HubSpotErrors {
  private final AtomicLong counter = new AtomicLong();

  private String correlation() {
    return String.format(Locale.ROOT, "5a4db0c5-0000-4000-8000-%012d", counter.incrementAndGet());
  }

  Map<String, Object> body(String category, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "error");
    body.put("message", message);
    body.put("correlationId", correlation());
    if (!category.isEmpty()) {
      body.put("category", category);
    }
    return body;
  }

  Response of(int status, String category, String message) {
    return Response.json(status, body(category, message));
  }

  Response notFound(String what) {
    return of(404, "OBJECT_NOT_FOUND", what + " not found");
  }

  Response unknownType(String word) {
    return of(400, "VALIDATION_ERROR", "Unable to infer object type from: " + word);
  }

  Response method(String method) {
    return of(405, "METHOD_NOT_ALLOWED", "HTTP " + method + " Method Not Allowed");
  }

  Response scopes(List<String> needed) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("requiredGranularScopes", needed);
    context.put("links", List.of("https://developers.hubspot.com/scopes"));
    Map<String, Object> body =
        body("MISSING_SCOPES", "One or more of the following scopes are required.");
    body.put("context", context);
    return Response.json(403, body);
  }

  Response throttled(boolean daily) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "error");
    body.put(
        "message",
        daily
            ? "You have reached your daily limit."
            : "You have reached your ten_secondly_rolling limit.");
    body.put("errorType", "RATE_LIMIT");
    body.put("correlationId", correlation());
    body.put("policyName", daily ? "DAILY" : "TEN_SECONDLY_ROLLING");
    return Response.json(429, body);
  }
}
