package dev.crosswalk.connectors.sandbox.hubspot;

import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.data.Pick;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of an object type. */
final class Properties {
  private final Portal portal;
  private final HubSpotErrors errors;

  Properties(Portal portal, HubSpotErrors errors) {
    this.portal = portal;
    this.errors = errors;
  }

  /** Sensitive properties are listed only where they are asked for by name of their class. */
  Response handle(Request request, ObjectDef object, List<String> parts) {
    if (parts.size() > 3) {
      return portal.properties(object).stream()
          .filter(f -> f.name().equals(parts.get(3)))
          .findFirst()
          .map(f -> Response.json(200, json(object, f)))
          .orElseGet(() -> errors.notFound("property " + parts.get(3)));
    }
    if (request.parameter("archived").orElse("false").equals("true")) {
      return Response.json(200, HubSpotApi.results(List.of()));
    }
    String wanted = request.parameter("dataSensitivity").orElse("non_sensitive");
    List<Object> list = new ArrayList<>();
    for (FieldDef field : portal.properties(object)) {
      if (field.attribute("sensitivity", "non_sensitive").equals(wanted)) {
        list.add(json(object, field));
      }
    }
    return Response.json(200, HubSpotApi.results(list));
  }

  static Map<String, @Nullable Object> json(ObjectDef object, FieldDef f) {
    int dot = f.type().indexOf('.');
    boolean custom = f.flag("custom") || object.flag("custom") && !f.name().startsWith("hs_");
    boolean readOnly = f.flag("ro") || f.flag("key") || f.type().contains("calculation");
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("updatedAt", custom ? "2026-09-02T08:15:30.120Z" : "2024-09-12T14:22:56.844Z");
    m.put("createdAt", custom ? "2023-04-18T10:02:11.004Z" : "2020-06-30T15:57:37.277Z");
    m.put("name", f.name());
    m.put("label", f.label());
    m.put("type", f.type().substring(0, dot));
    m.put("fieldType", f.type().substring(dot + 1));
    m.put("description", f.attribute("help", ""));
    m.put("groupName", f.attribute("group", object.attribute("group", "information")));
    m.put("options", options(f));
    String references = f.attribute("refers");
    if (references != null) {
      m.put("referencedObjectType", references);
    }
    m.put("displayOrder", custom ? -1 : Math.floorMod(f.name().hashCode(), 40));
    m.put("calculated", f.type().contains("calculation"));
    m.put("externalOptions", f.flag("external"));
    m.put("hasUniqueValue", f.flag("unique"));
    m.put("hidden", f.flag("hidden"));
    if (custom) {
      m.put("createdUserId", "7700001");
      m.put("updatedUserId", "7700002");
    } else {
      m.put("hubspotDefined", true);
    }
    if (f.flag("money")) {
      m.put("showCurrencySymbol", true);
    }
    m.put("modificationMetadata", modification(custom, readOnly, !f.picks().isEmpty()));
    m.put("formField", !readOnly && !f.flag("hidden"));
    m.put("dataSensitivity", f.attribute("sensitivity", "non_sensitive"));
    return m;
  }

  private static Map<String, Object> modification(
      boolean custom, boolean readOnly, boolean hasOptions) {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("archivable", custom || !readOnly);
    m.put("readOnlyDefinition", !custom);
    if (hasOptions) {
      m.put("readOnlyOptions", readOnly);
    }
    m.put("readOnlyValue", readOnly);
    return m;
  }

  private static List<Object> options(FieldDef f) {
    List<Object> options = new ArrayList<>();
    List<Pick> picks =
        f.type().endsWith("booleancheckbox") && f.picks().isEmpty()
            ? List.of(new Pick("true", "Yes", true, false), new Pick("false", "No", true, false))
            : f.picks();
    for (Pick pick : picks) {
      Map<String, Object> m = new LinkedHashMap<>();
      m.put("label", pick.label());
      m.put("value", pick.value());
      m.put("description", "");
      m.put("displayOrder", options.size());
      m.put("hidden", !pick.active());
      options.add(m);
    }
    return options;
  }
}
