package dev.crosswalk.connectors.sandbox.odoo;

import dev.crosswalk.connectors.sandbox.account.World;
import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.data.Pick;
import dev.crosswalk.connectors.sandbox.odoo.OdooDialect.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The models: their list, their fields and their records. */
final class Models {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Number of the first model. */
  private static final int FIRST = 70;

  private final World world;

  Models(World world) {
    this.world = world;
  }

  @Nullable Object call(String model, String method, JsonNode args, JsonNode named) {
    if (model.equals("ir.model")) {
      return method.equals("search_count") ? world.objects().size() : page(models(), named);
    }
    if (model.equals("ir.model.access")) {
      return page(access(), named);
    }
    ObjectDef object =
        world
            .object(model)
            .orElseThrow(
                () -> new Fault("builtins.KeyError", "Object " + model + " doesn't exist"));
    if (world.forbidden(object)) {
      throw new Fault(
          "odoo.exceptions.AccessError",
          "You are not allowed to access '" + object.label() + "' (" + model + ") records.");
    }
    return switch (method) {
      case "fields_get" -> fields(object, named);
      case "search_count" -> object.records();
      default -> page(records(object, args, named), named);
    };
  }

  private static List<Object> page(List<Object> all, JsonNode named) {
    int from = Math.min(all.size(), Math.max(0, named.path("offset").asInt(0)));
    int limit = named.path("limit").asInt(0);
    return all.subList(from, limit <= 0 ? all.size() : Math.min(all.size(), from + limit));
  }

  private List<Object> models() {
    List<Object> list = new ArrayList<>();
    for (ObjectDef object : world.objects()) {
      Map<String, Object> m = new LinkedHashMap<>();
      m.put("id", FIRST + list.size());
      m.put("model", object.name());
      m.put("name", object.label());
      m.put("state", object.flag("custom") ? "manual" : "base");
      m.put("modules", object.attribute("modules", object.flag("custom") ? "" : "base"));
      list.add(m);
    }
    // Listed like the others, though it only lends its fields to them.
    Map<String, Object> mixin = new LinkedHashMap<>();
    mixin.put("id", FIRST + list.size());
    mixin.put("model", "portal.mixin");
    mixin.put("name", "Portal Mixin");
    mixin.put("state", "base");
    mixin.put("modules", "portal");
    list.add(mixin);
    return list;
  }

  /** Who may read what: a rule for each model that has records. */
  private List<Object> access() {
    List<Object> rules = new ArrayList<>();
    for (ObjectDef object : world.objects()) {
      int number = rules.size();
      rules.add(Map.of("id", number + 1, "model_id", List.of(FIRST + number, object.label())));
    }
    return rules;
  }

  private Map<String, Object> fields(ObjectDef object, JsonNode named) {
    List<String> wanted = new ArrayList<>();
    named.path("attributes").values().forEach(a -> wanted.add(a.asString("")));
    Map<String, Object> fields = new LinkedHashMap<>();
    for (FieldDef field : world.fields(object)) {
      Map<String, @Nullable Object> attributes = attributes(field);
      if (!wanted.isEmpty()) {
        attributes.keySet().retainAll(wanted);
      }
      fields.put(field.name(), attributes);
    }
    return fields;
  }

  private static Map<String, @Nullable Object> attributes(FieldDef f) {
    String type = type(f);
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("type", type);
    m.put("string", f.label());
    if (f.attribute("help") != null) {
      m.put("help", f.attribute("help"));
    }
    m.put("required", f.flag("required"));
    m.put("readonly", f.flag("ro") || f.flag("key") || f.flag("calculated"));
    m.put("store", !f.flag("calculated"));
    m.put("manual", f.flag("custom"));
    m.put("searchable", !f.flag("calculated"));
    m.put("sortable", !f.flag("calculated"));
    m.put("company_dependent", false);
    if (type.equals("char") && f.size(0) > 0) {
      m.put("size", f.size(0));
    }
    if (type.equals("monetary")) {
      m.put("currency_field", "currency_id");
    }
    if (type.equals("float")) {
      m.put("digits", List.of(16, f.scale(2)));
    }
    if (type.equals("selection")) {
      List<Object> selection = new ArrayList<>();
      for (Pick pick : f.picks()) {
        if (pick.active()) {
          selection.add(List.of(pick.value(), pick.label()));
        }
      }
      m.put("selection", selection);
    }
    if (!f.references().isEmpty()) {
      m.put("relation", f.references().getFirst());
    } else if (type.equals("many2many")) {
      m.put("relation", f.attribute("relation", "res.partner.category"));
    }
    return m;
  }

  private static String type(FieldDef f) {
    return f.attribute(
        "word",
        switch (f.type()) {
          case "id", "int" -> "integer";
          case "textarea" -> "text";
          case "double" -> "float";
          case "currency" -> "monetary";
          case "boolean" -> "boolean";
          case "date" -> "date";
          case "datetime" -> "datetime";
          case "picklist" -> "selection";
          case "multipicklist" -> "many2many";
          case "reference" -> "many2one";
          default -> "char";
        });
  }

  private List<Object> records(ObjectDef object, JsonNode args, JsonNode named) {
    List<FieldDef> wanted = new ArrayList<>();
    JsonNode names = named.has("fields") ? named.path("fields") : args.path(1);
    for (JsonNode name : names.values()) {
      wanted.add(
          world
              .field(object, name.asString(""))
              .orElseThrow(() ->
                  new Fault(
                      "builtins.ValueError",
                      "Invalid field '"
                          + name.asString("")
                          + "' on model '"
                          + object.name()
                          + "'")));
    }
    if (wanted.isEmpty()) {
      wanted.addAll(world.fields(object));
    }
    List<Object> rows = new ArrayList<>();
    List<Map<String, @Nullable Object>> all = world.records(object);
    for (int i = 0; i < all.size(); i++) {
      if (!isIn(args.path(0), i + 1)) {
        continue;
      }
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", i + 1);
      for (FieldDef field : wanted) {
        row.put(field.name(), value(field, all.get(i).get(field.name())));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Whether a domain takes the record; the only condition that is known here is on the id. */
  private static boolean isIn(JsonNode domain, int id) {
    for (JsonNode condition : domain.values()) {
      if (condition.isArray()) {
        if (!condition.path(0).asString("").equals("id")
            || !condition.path(1).asString("").equals("=")) {
          throw new Fault("builtins.ValueError", "Invalid leaf " + condition);
        }
        if (condition.path(2).asLong(0) != id) {
          return false;
        }
      }
    }
    return true;
  }

  /** Nothing is {@code false}, whatever the type. */
  private Object value(FieldDef f, @Nullable Object value) {
    return switch (value) {
      case null -> f.type().equals("multipicklist") ? List.of() : Boolean.FALSE;
      case Instant moment -> MOMENT.format(moment);
      case LocalDate day -> day.toString();
      case BigDecimal number -> number;
      case String text when f.flag("key") -> Long.valueOf(text);
      case String text when f.type().equals("reference") -> pair(f, text);
      case String text when f.type().equals("multipicklist") ->
          FieldDef.words(text, ";").stream()
              .map(v -> f.picks().stream().map(Pick::value).toList().indexOf(v) + 1)
              .toList();
      default -> value;
    };
  }

  private Object pair(FieldDef f, String id) {
    String name =
        f.references().stream()
            .findFirst()
            .flatMap(world::object)
            .map(target -> {
              int index = Integer.parseInt(id) - 1;
              Object shown = world.records(target).get(index).get("name");
              return shown == null ? target.label() + " " + id : shown.toString();
            })
            .orElse(id);
    return List.of(Long.valueOf(id), name);
  }
}
