package dev.crosswalk.connectors.sandbox.hubspot;

import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Object schemas: the list has custom objects only, one by name also the standard ones. */
final class Schemas {
  private final Portal portal;
  private final HubSpotErrors errors;

  Schemas(Portal portal, HubSpotErrors errors) {
    this.portal = portal;
    this.errors = errors;
  }

  Response list(Request request) {
    if (request.parameter("archived").orElse("false").equals("true")) {
      return Response.json(200, HubSpotApi.results(List.of()));
    }
    boolean full = !request.parameter("includePropertyDefinitions").orElse("true").equals("false");
    return Response.json(
        200,
        HubSpotApi.results(
            portal.objects().stream()
                .filter(o -> o.flag("custom"))
                .map(o -> json(o, full))
                .toList()));
  }

  Response one(String word) {
    return portal
        .object(word)
        .map(o -> Response.json(200, json(o, true)))
        .orElseGet(() -> errors.unknownType(word));
  }

  private Map<String, @Nullable Object> json(ObjectDef object, boolean full) {
    boolean custom = object.flag("custom");
    String id = object.attribute("id", "");
    List<FieldDef> properties = portal.properties(object);
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put("singular", object.label());
    labels.put("plural", object.plural());
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("labels", labels);
    m.put(
        "requiredProperties",
        properties.stream().filter(f -> f.flag("required")).map(FieldDef::name).toList());
    m.put("searchableProperties", List.of());
    m.put("primaryDisplayProperty", object.attribute("display", "hs_object_id"));
    m.put("secondaryDisplayProperties", List.of());
    m.put("description", object.attribute("help", ""));
    m.put("allowsSensitiveProperties", true);
    m.put("archived", false);
    m.put("restorable", true);
    m.put("metaType", custom ? "PORTAL_SPECIFIC" : "HUBSPOT");
    m.put("id", id.substring(id.indexOf('-') + 1));
    String standard = object.attribute("singular", object.name()).toUpperCase(Locale.ROOT);
    m.put("fullyQualifiedName", custom ? object.name() : standard);
    m.put("createdAt", custom ? "2023-04-18T10:00:00.000Z" : "1970-01-01T00:00:00Z");
    m.put("updatedAt", "2026-09-02T08:15:30.120Z");
    m.put("createdByUserId", custom ? (Object) 7700001 : null);
    m.put("updatedByUserId", custom ? (Object) 7700002 : null);
    m.put("objectTypeId", id);
    m.put(
        "properties",
        full ? properties.stream().map(f -> Properties.json(object, f)).toList() : List.of());
    m.put("associations", List.of());
    m.put("name", custom ? object.name().substring(object.name().indexOf('_') + 1) : standard);
    return m;
  }
}
