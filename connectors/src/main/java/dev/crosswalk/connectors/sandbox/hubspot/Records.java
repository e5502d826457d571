package dev.crosswalk.connectors.sandbox.hubspot;

import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records of an object type: pages with a cursor, one by id, and batches by id. */
final class Records {
  private static final int MAX = 100;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Portal portal;
  private final HubSpotErrors errors;
  private final String baseUrl;

  Records(Portal portal, HubSpotErrors errors, String baseUrl) {
    this.portal = portal;
    this.errors = errors;
    this.baseUrl = baseUrl;
  }

  Response handle(Request request, ObjectDef object, List<String> parts, boolean batch) {
    if (batch) {
      return batch(request, object);
    }
    if (parts.size() > 3) {
      String id = parts.get(3);
      return portal.records(object).stream()
          .filter(r -> id.equals(r.get("hs_object_id")))
          .findFirst()
          .map(r -> Response.json(200, json(object, r, names(request, object), request)))
          .orElseGet(() -> errors.notFound("Object with ID " + id));
    }
    return page(request, object);
  }

  private Response page(Request request, ObjectDef object) {
    String limitText = request.parameter("limit").orElse("10");
    if (!limitText.matches("\\d{1,6}")
        || Integer.parseInt(limitText) > MAX
        || limitText.equals("0")) {
      return errors.of(
          400,
          "VALIDATION_ERROR",
          "Invalid input: limit must be between 1 and " + MAX + ", but is " + limitText);
    }
    int limit = Integer.parseInt(limitText);
    List<Map<String, @Nullable Object>> all = portal.records(object);
    int from = 0;
    String after = request.parameter("after").orElse("");
    if (!after.isEmpty()) {
      from = start(all, after);
      if (from < 0) {
        return errors.of(
            400,
            "VALIDATION_ERROR",
            "Cannot deserialize value of type `java.lang.Long` from String \"" + after + "\"");
      }
    }
    if (request.parameter("archived").orElse("false").equals("true")) {
      all = List.of();
    }
    Set<String> names = names(request, object);
    int end = Math.min(all.size(), from + limit);
    List<Object> results = new ArrayList<>();
    for (Map<String, @Nullable Object> record : all.subList(Math.min(from, end), end)) {
      results.add(json(object, record, names, request));
    }
    Map<String, Object> answer = HubSpotApi.results(results);
    if (end < all.size()) {
      String next = String.valueOf(all.get(end).get("hs_object_id"));
      Map<String, Object> link = new LinkedHashMap<>();
      link.put("after", next);
      link.put("link", link(request, next));
      answer.put("paging", Map.of("next", link));
    }
    return Response.json(200, answer);
  }

  private static int start(List<Map<String, @Nullable Object>> all, String after) {
    if (!after.matches("\\d{1,18}")) {
      return -1;
    }
    long id = Long.parseLong(after);
    for (int i = 0; i < all.size(); i++) {
      if (Long.parseLong(String.valueOf(all.get(i).get("hs_object_id"))) >= id) {
        return i;
      }
    }
    return all.size();
  }

  private String link(Request request, String after) {
    StringBuilder url = new StringBuilder(baseUrl).append(request.path()).append('?');
    request
        .query()
        .forEach((key, values) -> {
          if (!key.equals("after")) {
            values.forEach(v -> url.append(key).append('=').append(encode(v)).append('&'));
          }
        });
    return url.append("after=").append(after).toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The properties asked for and those that always come; unknown names are left out. */
  private Set<String> names(Request request, ObjectDef object) {
    List<String> asked = new ArrayList<>();
    for (String each : request.query().getOrDefault("properties", List.of())) {
      asked.addAll(List.of(each.split(",", -1)));
    }
    return names(object, asked);
  }

  private Set<String> names(ObjectDef object, List<String> asked) {
    Set<String> known = new LinkedHashSet<>();
    portal.properties(object).forEach(f -> known.add(f.name()));
    Set<String> names = new LinkedHashSet<>();
    if (asked.isEmpty()) {
      names.addAll(List.of(object.attribute("defaults", "hs_object_id").split(" ", -1)));
    }
    for (String name : asked) {
      names.add(name.strip());
    }
    names.addAll(
        List.of(
            "createdate",
            "hs_createdate",
            "lastmodifieddate",
            "hs_lastmodifieddate",
            "hs_object_id"));
    names.retainAll(known);
    return names;
  }

  private Map<String, @Nullable Object> json(
      ObjectDef object, Map<String, @Nullable Object> record, Set<String> names, Request request) {
    String id = String.valueOf(record.get("hs_object_id"));
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    names.stream().sorted().forEach(n -> values.put(n, Portal.text(record.get(n))));
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", id);
    m.put("properties", values);
    m.put("createdAt", first(record, "createdate", "hs_createdate"));
    m.put("updatedAt", first(record, "lastmodifieddate", "hs_lastmodifieddate"));
    m.put("archived", false);
    m.put(
        "url",
        "%s/contacts/%s/record/%s/%s"
            .formatted(baseUrl, HubSpotPortal.PORTAL, object.attribute("id", ""), id));
    associations(object, record, request, m);
    return m;
  }

  private static @Nullable String first(
      Map<String, @Nullable Object> record, String one, String two) {
    Object value = record.containsKey(one) ? record.get(one) : record.get(two);
    return Portal.text(value);
  }

  /** Associations are kept in properties that say {@code refers}. */
  private static void associations(
      ObjectDef object,
      Map<String, @Nullable Object> record,
      Request request,
      Map<String, @Nullable Object> m) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String wanted : request.parameter("associations").orElse("").split(",", -1)) {
      for (FieldDef field : object.fields()) {
        Object target = record.get(field.name());
        if (target != null && wanted.equals(field.attribute("association"))) {
          Map<String, Object> link = new LinkedHashMap<>();
          link.put("id", String.valueOf(target));
          link.put("type", object.attribute("singular", object.name()) + "_to_" + wanted);
          all.put(wanted, HubSpotApi.results(List.of(link)));
        }
      }
    }
    if (!all.isEmpty()) {
      m.put("associations", all);
    }
  }

  private Response batch(Request request, ObjectDef object) {
    JsonNode body;
    try {
      body = JSON.readTree(request.body());
    } catch (JacksonException e) {
      return errors.of(400, "VALIDATION_ERROR", "Invalid input JSON: " + e.getOriginalMessage());
    }
    JsonNode inputs = body.path("inputs");
    if (!inputs.isArray() || inputs.size() > MAX) {
      return errors.of(400, "VALIDATION_ERROR", "inputs must be a list of at most " + MAX + " ids");
    }
    List<String> asked = new ArrayList<>();
    body.path("properties").values().forEach(p -> asked.add(p.asString()));
    Set<String> names = names(object, asked);
    List<Object> results = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (JsonNode input : inputs.values()) {
      String id = input.path("id").asString("");
      portal.records(object).stream()
          .filter(r -> id.equals(r.get("hs_object_id")))
          .findFirst()
          .ifPresentOrElse(
              r -> results.add(json(object, r, names, request)), () -> missing.add(id));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("completedAt", "2026-10-30T09:00:00.374Z");
    answer.put("status", "COMPLETE");
    answer.put("startedAt", "2026-10-30T09:00:00.333Z");
    answer.put("results", results);
    if (!missing.isEmpty()) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("status", "error");
      error.put("category", "OBJECT_NOT_FOUND");
      error.put(
          "message",
          "Could not get some "
              + object.name()
              + " objects, they may be deleted or not exist. Check that ids are valid.");
      error.put("context", Map.of("ids", missing));
      answer.put("errors", List.of(error));
      answer.put("numErrors", 1);
    }
    return Response.json(missing.isEmpty() ? 200 : 207, answer);
  }
}
