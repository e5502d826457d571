package dev.crosswalk.connectors.sandbox.dynamics;

import dev.crosswalk.connectors.sandbox.account.World;
import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.data.Pick;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entity and attribute definitions. */
final class Metadata {
  private final World world;
  private final String root;

  Metadata(World world, String root) {
    this.world = world;
    this.root = root;
  }

  /** Name of the set of an entity's records. */
  static String set(ObjectDef object) {
    return object.attribute("set", object.name() + "s");
  }

  Response entities(Request request) {
    List<Object> list = new ArrayList<>();
    for (ObjectDef object : world.objects()) {
      Map<String, @Nullable Object> m = new LinkedHashMap<>();
      m.put("LogicalName", object.name());
      m.put("SchemaName", schemaName(object.name()));
      m.put("EntitySetName", set(object));
      m.put("DisplayName", label(object.label()));
      m.put("DisplayCollectionName", label(object.plural()));
      m.put("Description", label(object.attribute("help", "")));
      m.put("PrimaryIdAttribute", object.name() + "id");
      m.put("PrimaryNameAttribute", object.attribute("display", "name"));
      m.put("IsCustomEntity", object.flag("custom"));
      m.put("IsIntersect", object.flag("intersect"));
      m.put("IsPrivate", object.flag("private"));
      m.put("IsActivity", object.flag("activity"));
      select(m, request);
      m.put("MetadataId", Rows.id("entity " + object.name(), 0));
      list.add(m);
    }
    return collection("EntityDefinitions", list);
  }

  private static void select(Map<String, @Nullable Object> m, Request request) {
    request
        .parameter("$select")
        .ifPresent(names -> m.keySet().retainAll(Arrays.asList(names.split(",", -1))));
  }

  private Response collection(String what, List<Object> list) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("@odata.context", root + "$metadata#" + what);
    body.put("value", list);
    return Response.json(200, body);
  }

  private static String schemaName(String name) {
    return name.isEmpty() || name.contains("_")
        ? name
        : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** Labels come in all languages of the organisation, and in the user's own. */
  private static Map<String, @Nullable Object> label(String text) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("Label", text);
    one.put("LanguageCode", 1033);
    one.put("IsManaged", true);
    one.put("MetadataId", Rows.id("label " + text, 0));
    one.put("HasChanged", null);
    Map<String, @Nullable Object> label = new LinkedHashMap<>();
    label.put("LocalizedLabels", text.isEmpty() ? List.of() : List.of(one));
    label.put("UserLocalizedLabel", text.isEmpty() ? null : one);
    return label;
  }

  Response attributes(ObjectDef object) {
    List<Object> list = new ArrayList<>();
    for (FieldDef field : world.fields(object)) {
      list.add(attribute(object, field));
      if (field.type().equals("reference")) {
        // The name of what a lookup points at is an attribute of its own, in the shadow of it.
        Map<String, @Nullable Object> shadow =
            attribute(
                object,
                new FieldDef(field.name() + "name", "string", "100", "", Map.of("flags", "ro")));
        shadow.put("AttributeOf", field.name());
        list.add(shadow);
      }
    }
    return collection("EntityDefinitions('" + object.name() + "')/Attributes", list);
  }

  private Map<String, @Nullable Object> attribute(ObjectDef object, FieldDef f) {
    boolean readOnly = f.flag("ro") || f.flag("key") || f.flag("state");
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("@odata.type", "#Microsoft.Dynamics.CRM." + kind(f) + "AttributeMetadata");
    m.put("LogicalName", f.name());
    m.put("SchemaName", schemaName(f.name()));
    m.put("MetadataId", Rows.id("attribute " + object.name() + "." + f.name(), 0));
    m.put("AttributeOf", null);
    m.put("AttributeType", kind(f));
    m.put("AttributeTypeName", Map.of("Value", kind(f) + "Type"));
    m.put("DisplayName", label(f.label()));
    m.put("Description", label(f.attribute("help", "")));
    m.put("IsCustomAttribute", f.flag("custom") || object.flag("custom"));
    m.put("IsPrimaryId", f.flag("key"));
    m.put("IsPrimaryName", f.name().equals(object.attribute("display", "name")));
    m.put("IsValidForCreate", !readOnly || f.flag("key"));
    m.put("IsValidForUpdate", !readOnly);
    m.put("IsValidForRead", true);
    m.put("IsValidODataAttribute", true);
    m.put("IsSecured", f.flag("secured"));
    m.put(
        "RequiredLevel",
        Map.of(
            "Value",
            f.flag("key")
                ? "SystemRequired"
                : f.flag("required") ? "ApplicationRequired" : "None"));
    m.put("SourceType", f.flag("calculated") ? 1 : 0);
    m.put("Format", format(f));
    m.put("Targets", f.type().equals("reference") ? f.references() : null);
    m.put("MaxLength", kind(f).equals("String") || kind(f).equals("Memo") ? f.size(100) : null);
    m.put("Precision", kind(f).equals("Money") || kind(f).equals("Decimal") ? f.scale(2) : null);
    m.put("DeprecatedVersion", f.attribute("deprecated"));
    return m;
  }

  /** The word of Dataverse for a type. */
  static String kind(FieldDef f) {
    if (f.flag("state")) {
      return "State";
    }
    if (f.flag("status")) {
      return "Status";
    }
    return switch (f.type()) {
      case "id" -> "Uniqueidentifier";
      case "textarea" -> "Memo";
      case "int" -> "Integer";
      case "double" -> "Decimal";
      case "currency" -> "Money";
      case "boolean" -> "Boolean";
      case "date", "datetime" -> "DateTime";
      case "picklist" -> "Picklist";
      case "multipicklist" -> "MultiSelectPicklist";
      case "reference" ->
          f.name().equals("ownerid") ? "Owner" : f.references().size() > 1 ? "Customer" : "Lookup";
      default -> "String";
    };
  }

  private static String format(FieldDef f) {
    return switch (f.type()) {
      case "email" -> "Email";
      case "phone" -> "Phone";
      case "url" -> "Url";
      case "textarea" -> "TextArea";
      case "date" -> "DateOnly";
      case "datetime" -> "DateAndTime";
      case "int" -> "None";
      case "string" -> "Text";
      default -> "";
    };
  }

  /** The attributes of one kind, with what only that kind has. */
  Response cast(ObjectDef object, String kind, Request request) {
    List<Object> list = new ArrayList<>();
    for (FieldDef field : world.fields(object)) {
      if (!(kind(field) + "AttributeMetadata").equals(kind)) {
        continue;
      }
      Map<String, @Nullable Object> m = attribute(object, field);
      select(m, request);
      m.put("MetadataId", Rows.id("attribute " + object.name() + "." + field.name(), 0));
      if (request.parameter("$expand").orElse("").contains("OptionSet")) {
        m.put("OptionSet", optionSet(object, field));
        m.put("GlobalOptionSet", null);
      }
      list.add(m);
    }
    return collection(
        "EntityDefinitions('" + object.name() + "')/Attributes/Microsoft.Dynamics.CRM." + kind,
        list);
  }

  private static Map<String, Object> optionSet(ObjectDef object, FieldDef field) {
    List<Object> options = new ArrayList<>();
    List<String> states = FieldDef.words(field.attribute("of", ""), " ");
    for (Pick pick : field.picks()) {
      Map<String, @Nullable Object> m = new LinkedHashMap<>();
      m.put("Value", Integer.parseInt(pick.value()));
      m.put("Color", null);
      m.put("IsManaged", !field.flag("custom"));
      m.put("ExternalValue", null);
      m.put("ParentValues", List.of());
      m.put("Tag", null);
      m.put("IsHidden", !pick.active());
      m.put("MetadataId", null);
      m.put("HasChanged", null);
      states.stream()
          .filter(s -> s.startsWith(pick.value() + "-"))
          .findFirst()
          .ifPresent(s -> {
            m.put("State", Integer.parseInt(s.substring(s.indexOf('-') + 1)));
            m.put("TransitionData", null);
          });
      m.put("Label", label(pick.label()));
      m.put("Description", label(""));
      options.add(m);
    }
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("MetadataId", Rows.id("options " + object.name() + "." + field.name(), 0));
    set.put("Options", options);
    return set;
  }
}
