package dev.crosswalk.connectors.sandbox.pipedrive;

import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.Pick;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields and records as Pipedrive writes them. */
final class PipedriveJson {

  /** Custom fields are known by 40 hexadecimal digits that differ in every company. */
  static String code(FieldDef field) {
    if (!field.flag("custom")) {
      return field.name();
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(field.name().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  private static String type(FieldDef f) {
    return f.attribute(
        "word",
        switch (f.type()) {
          case "id", "int" -> "int";
          case "textarea" -> "text";
          case "phone" -> "phone";
          case "double" -> "double";
          case "currency" -> "monetary";
          case "boolean" -> "boolean";
          case "date" -> "date";
          case "datetime" -> "datetime";
          case "picklist" -> "enum";
          case "multipicklist" -> "set";
          case "reference" ->
              switch (f.references().isEmpty() ? "" : f.references().getFirst()) {
                case "persons" -> "people";
                case "organizations" -> "org";
                case "deals" -> "deal";
                default -> "user";
              };
          default -> "varchar";
        });
  }

  Map<String, @Nullable Object> field(FieldDef f) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("field_name", f.label());
    m.put("field_code", code(f));
    m.put("description", f.attribute("help"));
    m.put("field_type", type(f));
    m.put("options", f.picks().isEmpty() ? null : options(f));
    m.put("subfields", null);
    m.put("is_custom_field", f.flag("custom"));
    m.put("is_optional_response_field", false);
    if (f.flag("required")) {
      m.put("required_fields", Map.of("enabled", true));
    }
    return m;
  }

  /** As version 1 has it. */
  Map<String, @Nullable Object> oldField(FieldDef f, int order) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", order + 1);
    m.put("key", code(f));
    m.put("name", f.label());
    m.put("order_nr", order);
    m.put("field_type", type(f));
    m.put("bulk_edit_allowed", !f.flag("ro") && !f.flag("key"));
    m.put("mandatory_flag", f.flag("required"));
    m.put("active_flag", true);
    if (!f.picks().isEmpty()) {
      m.put("options", options(f));
    }
    return m;
  }

  /** Options of the system have words as ids, those of people numbers. */
  private static List<Object> options(FieldDef f) {
    List<Object> options = new ArrayList<>();
    for (Pick pick : f.picks()) {
      if (pick.active()) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("id", optionId(f, pick.value()));
        m.put("label", pick.label());
        options.add(m);
      }
    }
    return options;
  }

  private static Object optionId(FieldDef f, String value) {
    if (!f.flag("custom")) {
      return value;
    }
    int index = 0;
    for (Pick pick : f.picks()) {
      index++;
      if (pick.value().equals(value)) {
        return 100 * (1 + Math.floorMod(f.name().hashCode(), 9)) + index;
      }
    }
    return value;
  }

  Map<String, @Nullable Object> record(
      List<FieldDef> fields, Map<String, @Nullable Object> record) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    Map<String, @Nullable Object> custom = new LinkedHashMap<>();
    for (FieldDef f : fields) {
      (f.flag("custom") ? custom : row).put(code(f), value(f, record.get(f.name())));
    }
    row.put("custom_fields", custom);
    return row;
  }

  private static @Nullable Object value(FieldDef f, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant moment -> moment.toString();
      case LocalDate day -> day.toString();
      case String text when f.type().equals("picklist") -> optionId(f, text);
      case String text when f.type().equals("multipicklist") ->
          FieldDef.words(text, ";").stream().map(v -> optionId(f, v)).toList();
      case String text when isId(f) && text.matches("\\d{1,9}") -> Long.valueOf(text);
      case Number number when f.type().equals("currency") && f.flag("custom") ->
          Map.of("value", number, "currency", "EUR");
      case String text when f.flag("list") ->
          List.of(Map.of("value", text, "primary", true, "label", "work"));
      default -> value;
    };
  }

  private static boolean isId(FieldDef f) {
    return f.type().equals("reference") || f.flag("key");
  }

  static String cursor(int position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("{\"at\":" + position + "}").getBytes(StandardCharsets.UTF_8));
  }

  static int position(String cursor) {
    try {
      String text =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
              .replaceAll("\\D", "");
      return text.isEmpty() || text.length() > 8 ? 0 : Integer.parseInt(text);
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }
}
