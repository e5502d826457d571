package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.data.Pick;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One entry of {@code fields} in a describe. */
final class FieldDescribe {
  private FieldDescribe() {}

  static Map<String, @Nullable Object> of(ObjectDef object, FieldDef f) {
    String type = f.type();
    boolean custom = f.name().matches(".*__(c|pc|s)");
    boolean compound = type.equals("address") || type.equals("location");
    boolean calculated = f.flag("formula") || f.flag("rollup");
    boolean auto = f.flag("autonumber");
    boolean readOnly = f.flag("ro") || f.flag("key") || calculated || auto || compound;
    boolean bool = type.equals("boolean");
    int length = length(f);
    boolean longText = type.equals("textarea") && length > 255;
    boolean number = List.of("currency", "double", "percent").contains(type);
    boolean poly = f.references().size() > 1;
    Map<String, @Nullable Object> m = new TreeMap<>();
    m.put("aggregatable", !longText && !compound && !bool);
    m.put("aiPredictionField", false);
    m.put("autoNumber", auto);
    m.put("byteLength", type.equals("id") || type.equals("reference") ? 18 : 3 * length);
    m.put("calculated", calculated);
    m.put("calculatedFormula", f.attribute("formula"));
    m.put("cascadeDelete", f.flag("master"));
    m.put("caseSensitive", f.flag("case"));
    m.put("compoundFieldName", f.attribute("part"));
    m.put("controllerName", f.attribute("by"));
    m.put("createable", !readOnly);
    m.put("custom", custom);
    m.put("defaultValue", bool ? (Object) false : f.attribute("default"));
    m.put("defaultValueFormula", f.attribute("defaultformula"));
    m.put("defaultedOnCreate", bool || f.flag("defaulted") || f.flag("key"));
    m.put("dependentPicklist", f.attribute("by") != null);
    m.put("deprecatedAndHidden", f.flag("deprecated"));
    m.put("digits", type.equals("int") ? f.size(8) : 0);
    m.put("displayLocationInDecimal", f.flag("decimal"));
    m.put("encrypted", type.equals("encryptedstring") || f.flag("encrypted"));
    m.put("externalId", f.flag("external"));
    m.put("extraTypeInfo", f.attribute("extra"));
    m.put("filterable", !longText && !type.equals("encryptedstring"));
    m.put("filteredLookupInfo", null);
    m.put("formulaTreatNullNumberAsZero", calculated && number);
    m.put(
        "groupable", !longText && !compound && !number && !calculated && !type.equals("datetime"));
    m.put("highScaleNumber", false);
    m.put("htmlFormatted", f.flag("html"));
    m.put("idLookup", f.flag("key") || f.flag("name") || f.flag("external") || f.flag("lookup"));
    m.put("inlineHelpText", f.attribute("help"));
    m.put("label", f.label());
    m.put("length", length);
    m.put("mask", type.equals("encryptedstring") ? "*" : null);
    m.put("maskType", type.equals("encryptedstring") ? "lastFour" : null);
    m.put("name", f.name());
    m.put("nameField", f.flag("name"));
    m.put("namePointing", poly);
    m.put("nillable", nillable(f, bool));
    m.put("permissionable", custom && !f.flag("required") && !f.flag("master"));
    m.put("picklistValues", picklist(object, f));
    m.put("polymorphicForeignKey", poly);
    m.put("precision", number ? f.size(18) : 0);
    m.put("queryByDistance", compound);
    m.put("referenceTargetField", null);
    m.put("referenceTo", f.references());
    m.put("relationshipName", relationship(f));
    m.put("relationshipOrder", f.flag("master") ? (Object) 0 : null);
    m.put("restrictedDelete", false);
    m.put("restrictedPicklist", f.flag("restricted"));
    m.put("scale", number ? f.scale(type.equals("currency") ? 2 : 0) : 0);
    m.put("searchPrefilterable", type.equals("reference") && custom);
    m.put("soapType", soapType(type));
    m.put("sortable", !longText && !compound && !type.equals("multipicklist"));
    m.put("type", type);
    m.put("unique", f.flag("unique"));
    m.put("updateable", !readOnly && !f.flag("co") && !f.flag("master"));
    m.put("writeRequiresMasterRead", false);
    return m;
  }

  private static boolean nillable(FieldDef f, boolean bool) {
    return !bool
        && !f.flag("required")
        && !f.flag("key")
        && !f.flag("autonumber")
        && !f.flag("master");
  }

  private static int length(FieldDef f) {
    return switch (f.type()) {
      case "id", "reference" -> 18;
      case "email" -> f.size(80);
      case "phone" -> f.size(40);
      case "picklist", "url", "combobox", "string" -> f.size(255);
      case "multipicklist" -> 4099;
      case "textarea" -> f.size(32768);
      case "encryptedstring" -> f.size(175);
      default -> 0;
    };
  }

  private static String soapType(String type) {
    return switch (type) {
      case "id", "reference" -> "tns:ID";
      case "boolean" -> "xsd:boolean";
      case "int" -> "xsd:int";
      case "currency", "double", "percent" -> "xsd:double";
      case "date" -> "xsd:date";
      case "datetime" -> "xsd:dateTime";
      case "time" -> "xsd:time";
      case "base64" -> "xsd:base64Binary";
      case "address", "location" -> "urn:" + type;
      case "anyType" -> "xsd:anyType";
      default -> "xsd:string";
    };
  }

  /** The name by which queries cross a reference: {@code OwnerId → Owner, X__c → X__r}. */
  static @Nullable String relationship(FieldDef f) {
    if (!f.type().equals("reference")) {
      return f.attribute("rel");
    }
    String given = f.attribute("rel");
    if (given != null) {
      return given.equals("none") ? null : given;
    }
    String name = f.name();
    return name.endsWith("__c")
        ? name.substring(0, name.length() - 1) + "r"
        : name.endsWith("Id") ? name.substring(0, name.length() - 2) : null;
  }

  private static List<Object> picklist(ObjectDef object, FieldDef f) {
    List<Object> values = new ArrayList<>();
    for (Pick pick : f.picks()) {
      Map<String, @Nullable Object> m = new TreeMap<>();
      m.put("active", pick.active());
      m.put("defaultValue", pick.preset());
      m.put("label", pick.label());
      m.put("validFor", validFor(object, f, pick));
      m.put("value", pick.value());
      values.add(m);
    }
    return values;
  }

  /**
   * Base64 of a bitmap with one bit for each value of the controlling field, the most significant
   * bit of each byte first.
   */
  private static @Nullable String validFor(ObjectDef object, FieldDef f, Pick pick) {
    String controller = f.attribute("by");
    FieldDef control = controller == null ? null : object.field(controller).orElse(null);
    if (control == null) {
      return null;
    }
    List<Pick> controls = control.picks();
    // Real answers come in groups of three bytes, so that Base64 needs no padding.
    byte[] bits = new byte[(controls.size() / 24 + 1) * 3];
    for (String rule : f.attribute("valid", "").split(";", -1)) {
      int arrow = rule.indexOf('>');
      if (arrow > 0
          && List.of(rule.substring(arrow + 1).strip().split("\\s*,\\s*", -1))
              .contains(pick.value())) {
        for (int i = 0; i < controls.size(); i++) {
          if (controls.get(i).value().equals(rule.substring(0, arrow).strip())) {
            bits[i / 8] |= (byte) (0x80 >> (i % 8));
          }
        }
      }
    }
    return Base64.getEncoder().encodeToString(bits);
  }
}
