package dev.crosswalk.connectors.sandbox.hubspot;

import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Account details, owners and pipelines. */
final class Extras {
  private final Portal portal;
  private final HubSpotErrors errors;

  Extras(Portal portal, HubSpotErrors errors) {
    this.portal = portal;
    this.errors = errors;
  }

  Response account() {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("portalId", Long.valueOf(HubSpotPortal.PORTAL));
    m.put("accountType", "STANDARD");
    m.put("timeZone", "Europe/Berlin");
    m.put("companyCurrency", "EUR");
    m.put("additionalCurrencies", List.of("CHF"));
    m.put("utcOffset", "+01:00");
    m.put("utcOffsetMilliseconds", 3_600_000);
    m.put("uiDomain", "app.hubspot.com");
    m.put("dataHostingLocation", "eu1");
    return Response.json(200, m);
  }

  Response owners(Request request) {
    String text = request.parameter("limit").orElse("100");
    int limit = text.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(text), 1, 500) : 100;
    String after = request.parameter("after").orElse("0");
    if (!after.matches("\\d{1,6}")) {
      return errors.of(400, "VALIDATION_ERROR", "after is not a cursor of this list: " + after);
    }
    List<Map<String, @Nullable Object>> all =
        portal.internal("owners").map(portal::records).orElse(List.of());
    int from = Math.min(Integer.parseInt(after), all.size());
    int end = Math.min(all.size(), from + limit);
    List<Object> results = new ArrayList<>();
    for (Map<String, @Nullable Object> owner : all.subList(from, end)) {
      Map<String, @Nullable Object> m = new LinkedHashMap<>();
      m.put("id", owner.get("hs_object_id"));
      m.put("email", owner.get("email"));
      m.put("type", "PERSON");
      m.put("firstName", owner.get("firstname"));
      m.put("lastName", owner.get("lastname"));
      m.put("userId", 7_700_001 + results.size() + from);
      m.put("userIdIncludingInactive", 7_700_001 + results.size() + from);
      m.put("createdAt", "2023-01-09T08:00:00.000Z");
      m.put("updatedAt", "2026-02-01T08:00:00.000Z");
      m.put("archived", false);
      results.add(m);
    }
    Map<String, Object> answer = HubSpotApi.results(results);
    if (end < all.size()) {
      answer.put("paging", Map.of("next", Map.of("after", String.valueOf(end))));
    }
    return Response.json(200, answer);
  }

  /** From the object's lines {@code pipeline1: id=Label > stage=Label=probability, …}. */
  Response pipelines(ObjectDef object) {
    List<Object> pipelines = new ArrayList<>();
    for (int i = 1; object.attributes().containsKey("pipeline" + i); i++) {
      String[] halves = object.attribute("pipeline" + i, "").split(">", 2);
      String[] head = halves[0].strip().split("=", 2);
      List<Object> stages = new ArrayList<>();
      for (String each : halves[1].split(",", -1)) {
        String[] stage = each.strip().split("=", 3);
        boolean deal = object.name().equals("deals");
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put(
            deal ? "isClosed" : "ticketState",
            deal
                ? String.valueOf(stage[2].equals("1.0") || stage[2].equals("0.0"))
                : stage[2].equals("1.0") ? "CLOSED" : "OPEN");
        if (deal) {
          metadata.put("probability", stage[2]);
        }
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("label", stage[1]);
        m.put("displayOrder", stages.size());
        m.put("metadata", metadata);
        m.put("id", stage[0]);
        m.put("createdAt", "1970-01-01T00:00:00Z");
        m.put("updatedAt", "1970-01-01T00:00:00Z");
        m.put("writePermissions", "CRM_PERMISSIONS_ENFORCEMENT");
        m.put("archived", false);
        stages.add(m);
      }
      Map<String, Object> pipeline = new LinkedHashMap<>();
      pipeline.put("label", head[1]);
      pipeline.put("displayOrder", pipelines.size());
      pipeline.put("id", head[0]);
      pipeline.put("stages", stages);
      pipeline.put("createdAt", "1970-01-01T00:00:00Z");
      pipeline.put("updatedAt", "1970-01-01T00:00:00Z");
      pipeline.put("archived", false);
      pipelines.add(pipeline);
    }
    return Response.json(200, HubSpotApi.results(pipelines));
  }
}
