package dev.crosswalk.connectors.sandbox.dynamics;

import dev.crosswalk.connectors.sandbox.account.World;
import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.data.Pick;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Records of an entity set, with paging by link and annotations beside the values. */
final class Rows {
  private static final String DISPLAY = "@OData.Community.Display.V1.FormattedValue";
  private static final Pattern PAGE_SIZE = Pattern.compile("odata\\.maxpagesize=(\\d+)");
  private static final int MOST = 5000;

  private final World world;
  private final String root;

  Rows(World world, String root) {
    this.world = world;
    this.root = root;
  }

  static String id(ObjectDef object, int index) {
    return id(object.name(), index);
  }

  static String id(String what, int index) {
    return UUID.nameUUIDFromBytes((what + " " + index).getBytes(StandardCharsets.UTF_8)).toString();
  }

  Response list(ObjectDef object, Request request) {
    return selected(object, request, fields -> page(object, request, fields));
  }

  /** One row by its id, or 404. */
  Response one(ObjectDef object, String id, Request request) {
    List<Map<String, @Nullable Object>> records = world.records(object);
    for (int i = 0; i < records.size(); i++) {
      int index = i;
      if (id(object, i).equalsIgnoreCase(id)) {
        return selected(
            object,
            request,
            fields ->
                Response.json(
                    200, row(object, fields, records.get(index), isAnnotated(request), index)));
      }
    }
    return DynamicsDialect.error(
        404, "0x80040217", object.name() + " With Id = " + id + " Does Not Exist");
  }

  private static boolean isAnnotated(Request request) {
    return request.header("prefer").contains("odata.include-annotations");
  }

  private Response selected(
      ObjectDef object, Request request, Function<List<FieldDef>, Response> answer) {
    List<String> wanted = FieldDef.words(request.parameter("$select").orElse(""), ",");
    List<FieldDef> fields = new ArrayList<>();
    for (String name : wanted) {
      FieldDef field =
          world.fields(object).stream()
              .filter(f -> property(f).equals(name))
              .findFirst()
              .orElse(null);
      if (field == null) {
        return DynamicsDialect.error(
            400,
            "0x80060888",
            "Could not find a property named '"
                + name
                + "' on type 'Microsoft.Dynamics.CRM."
                + object.name()
                + "'.");
      }
      fields.add(field);
    }
    if (wanted.isEmpty()) {
      fields.addAll(world.fields(object));
    }
    return answer.apply(fields);
  }

  private Response page(ObjectDef object, Request request, List<FieldDef> fields) {
    Matcher size = PAGE_SIZE.matcher(request.header("prefer"));
    List<Map<String, @Nullable Object>> records = world.records(object);
    int from = number(request.parameter("$skiptoken").orElse(""), 0);
    int end = Math.min(records.size(), number(request.parameter("$top").orElse(""), MOST));
    int to = Math.min(end, from + (size.find() ? number(size.group(1), MOST) : MOST));
    boolean annotated = isAnnotated(request);
    List<Object> list = new ArrayList<>();
    for (int i = Math.min(from, to); i < to; i++) {
      list.add(row(object, fields, records.get(i), annotated, i));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("@odata.context", root + "$metadata#" + Metadata.set(object));
    if (annotated) {
      body.put("@Microsoft.Dynamics.CRM.totalrecordcount", -1);
      body.put("@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded", false);
      body.put("@Microsoft.Dynamics.CRM.globalmetadataversion", "6012567");
    }
    body.put("value", list);
    if (to < end) {
      body.put("@odata.nextLink", next(object, request, to));
    }
    return Response.json(200, body);
  }

  private String next(ObjectDef object, Request request, int from) {
    StringBuilder link = new StringBuilder(root + Metadata.set(object) + "?$skiptoken=" + from);
    request
        .query()
        .forEach((name, values) -> {
          if (!name.equals("$skiptoken")) {
            link.append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(values.getFirst(), StandardCharsets.UTF_8));
          }
        });
    return link.toString();
  }

  private static int number(String text, int otherwise) {
    return text.matches("\\d{1,8}") ? Integer.parseInt(text) : otherwise;
  }

  /** Lookups have another name in records. */
  static String property(FieldDef field) {
    return field.type().equals("reference") ? "_" + field.name() + "_value" : field.name();
  }

  private Map<String, @Nullable Object> row(
      ObjectDef object,
      List<FieldDef> fields,
      Map<String, @Nullable Object> record,
      boolean annotated,
      int index) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("@odata.etag", "W/\"" + (4372000 + index) + "\"");
    for (FieldDef field : fields) {
      Object value = value(field, record.get(field.name()));
      String name = property(field);
      row.put(name, value);
      if (annotated && value != null) {
        String shown = shown(field, value);
        if (shown != null) {
          row.put(name + DISPLAY, shown);
        }
        if (field.type().equals("reference")) {
          row.put(name + "@Microsoft.Dynamics.CRM.lookuplogicalname", target(field));
        }
      }
    }
    row.put(object.name() + "id", id(object, index));
    return row;
  }

  private static String target(FieldDef field) {
    return field.references().getLast();
  }

  private static @Nullable Object value(FieldDef field, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant moment -> moment.toString();
      case LocalDate day -> day.toString();
      case String text when field.type().equals("picklist") && text.matches("-?\\d{1,9}") ->
          Integer.valueOf(text);
      case String text when field.type().equals("multipicklist") -> text.replace(';', ',');
      default -> value;
    };
  }

  private static @Nullable String shown(FieldDef field, Object value) {
    if (field.type().equals("picklist")) {
      return field.picks().stream()
          .filter(p -> p.value().equals(value.toString()))
          .map(Pick::label)
          .findFirst()
          .orElse(null);
    }
    return field.type().equals("boolean") ? (Boolean.TRUE.equals(value) ? "Yes" : "No") : null;
  }
}
