package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Global and object describes, with the keys that API version 60 and later answer. */
final class Describe {
  private final Catalog catalog;
  private final String baseUrl;

  Describe(Catalog catalog, String baseUrl) {
    this.catalog = catalog;
    this.baseUrl = baseUrl;
  }

  /** The answer to {@code /sobjects}. */
  Map<String, @Nullable Object> global(String version) {
    List<Object> list = new ArrayList<>();
    catalog.objects().stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(object -> list.add(brief(object, version)));
    Map<String, @Nullable Object> answer = new TreeMap<>();
    answer.put("encoding", "UTF-8");
    answer.put("maxBatchSize", 200);
    answer.put("sobjects", list);
    return answer;
  }

  /** What a global describe says about one object. */
  Map<String, @Nullable Object> brief(ObjectDef object, String version) {
    boolean writes = !object.flag("readonly");
    boolean main = object.flag("derives") || object.flag("custom");
    Map<String, @Nullable Object> m = new TreeMap<>();
    m.put("activateable", false);
    m.put("associateEntityType", null);
    m.put("associateParentEntity", null);
    m.put("createable", writes);
    m.put("custom", object.flag("custom"));
    m.put("customSetting", object.flag("setting"));
    m.put("deepCloneable", false);
    m.put("deletable", writes && !object.name().equals("User"));
    m.put("deprecatedAndHidden", object.flag("deprecated"));
    m.put("feedEnabled", main);
    m.put("hasSubtypes", false);
    m.put("isInterface", false);
    m.put("isSubtype", false);
    m.put("keyPrefix", object.attributes().get("prefix"));
    m.put("label", object.label());
    m.put("labelPlural", object.plural());
    m.put("layoutable", main);
    m.put("mergeable", List.of("Account", "Contact", "Lead", "Case").contains(object.name()));
    m.put("mruEnabled", main);
    m.put("name", object.name());
    m.put("queryable", !object.flag("noquery"));
    m.put("replicateable", !object.flag("noquery"));
    m.put("retrieveable", !object.flag("noquery"));
    m.put("searchable", main);
    m.put("triggerable", main);
    m.put("undeletable", main);
    m.put("updateable", writes);
    m.put("urls", urls(object, version, main));
    return m;
  }

  private Map<String, Object> urls(ObjectDef object, String version, boolean main) {
    String base = "/services/data/v" + version + "/sobjects/" + object.name();
    Map<String, Object> urls = new TreeMap<>();
    urls.put("sobject", base);
    urls.put("describe", base + "/describe");
    urls.put("rowTemplate", base + "/{ID}");
    if (main) {
      urls.put("approvalLayouts", base + "/describe/approvalLayouts");
      urls.put("compactLayouts", base + "/describe/compactLayouts");
      urls.put("defaultValues", base + "/defaultValues?recordTypeId&fields");
      urls.put("layouts", base + "/describe/layouts");
      urls.put("listviews", base + "/listviews");
      urls.put("quickActions", base + "/quickActions");
    }
    return urls;
  }

  /** The answer to {@code /sobjects/{name}/describe}. */
  Map<String, @Nullable Object> object(ObjectDef object, String version) {
    Map<String, @Nullable Object> m = brief(object, version);
    boolean main = object.flag("derives") || object.flag("custom");
    m.put("actionOverrides", List.of());
    m.put("childRelationships", children(object));
    m.put("compactLayoutable", main);
    m.put("defaultImplementation", null);
    m.put("extendedBy", null);
    m.put("extendsInterfaces", null);
    m.put("fields", object.fields().stream().map(f -> FieldDescribe.of(object, f)).toList());
    m.put("implementedBy", null);
    m.put("implementsInterfaces", null);
    m.put("listviewable", null);
    m.put("lookupLayoutable", null);
    m.put("namedLayoutInfos", List.of());
    m.put("networkScopeFieldName", null);
    m.put("recordTypeInfos", recordTypes(object, version));
    m.put("searchLayoutable", main);
    m.put("sobjectDescribeOption", "FULL");
    m.put(
        "supportedScopes",
        main
            ? List.of(
                Map.of(
                    "label",
                    "All " + object.plural().toLowerCase(java.util.Locale.ROOT),
                    "name",
                    "everything"),
                Map.of(
                    "label",
                    "My " + object.plural().toLowerCase(java.util.Locale.ROOT),
                    "name",
                    "mine"))
            : List.of());
    if (main) {
      Map<String, Object> urls = urls(object, version, true);
      urls.put("uiDetailTemplate", baseUrl + "/{ID}");
      urls.put("uiEditTemplate", baseUrl + "/{ID}/e");
      urls.put("uiNewRecord", baseUrl + "/" + object.attribute("prefix", "") + "/e");
      m.put("urls", urls);
    }
    return m;
  }

  private List<Object> children(ObjectDef parent) {
    List<Object> children = new ArrayList<>();
    for (ObjectDef child : catalog.company().objects()) {
      for (FieldDef field : child.fields()) {
        if (field.references().contains(parent.name())) {
          Map<String, @Nullable Object> m = new TreeMap<>();
          m.put("cascadeDelete", field.flag("master"));
          m.put("childSObject", child.name());
          m.put("deprecatedAndHidden", false);
          m.put("field", field.name());
          m.put("junctionIdListNames", List.of());
          m.put("junctionReferenceTo", List.of());
          m.put("relationshipName", childName(child, field));
          m.put("restrictedDelete", false);
          children.add(m);
        }
      }
    }
    return children;
  }

  private static @Nullable String childName(ObjectDef child, FieldDef field) {
    if (field.flag("ro") || field.name().equals("OwnerId")) {
      return null;
    }
    String plural = child.plural().replaceAll("[^A-Za-z0-9]+", "_");
    return field.name().endsWith("__c") ? plural + "__r" : plural;
  }

  private static List<Object> recordTypes(ObjectDef object, String version) {
    List<Object> types = new ArrayList<>();
    List<String> own = new ArrayList<>();
    for (String each : object.attribute("recordtypes", "").split(";", -1)) {
      if (!each.isBlank()) {
        own.add(each.strip());
      }
    }
    int number = 1;
    for (String each : own) {
      int equals = each.indexOf('=');
      String id =
          RecordId.full("0120000000000" + String.format(java.util.Locale.ROOT, "%02d", number));
      types.add(
          recordType(
              object,
              version,
              id,
              each.substring(0, equals),
              each.substring(equals + 1),
              false,
              number == 1));
      number++;
    }
    types.add(
        recordType(object, version, "012000000000000AAA", "Master", "Master", true, own.isEmpty()));
    return types;
  }

  private static Map<String, Object> recordType(
      ObjectDef object,
      String version,
      String id,
      String developerName,
      String name,
      boolean master,
      boolean preset) {
    Map<String, Object> m = new TreeMap<>();
    m.put("active", true);
    m.put("available", true);
    m.put("defaultRecordTypeMapping", preset);
    m.put("developerName", developerName);
    m.put("master", master);
    m.put("name", name);
    m.put("recordTypeId", id);
    m.put(
        "urls",
        Map.of(
            "layout",
            "/services/data/v%s/sobjects/%s/describe/layouts/%s"
                .formatted(version, object.name(), id)));
    return m;
  }
}
