package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How record values look in answers. */
final class RecordJson {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'", Locale.ROOT);

  private RecordJson() {}

  /** The head that every record has. */
  static Map<String, @Nullable Object> start(ObjectDef object, Object id, String version) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("type", object.name());
    attributes.put(
        "url", "/services/data/v%s/sobjects/%s/%s".formatted(version, object.name(), id));
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    record.put("attributes", attributes);
    return record;
  }

  /** The value of a field as JSON; compound fields are put together from their parts. */
  static @Nullable Object value(
      ObjectDef object, FieldDef field, Map<String, @Nullable Object> record) {
    return switch (field.type()) {
      case "address" -> compound(object, field, field.name().replaceAll("Address$", ""), record);
      case "location" -> compound(object, field, "", record);
      default ->
          switch (record.get(field.name())) {
            case Instant moment -> MOMENT.format(moment);
            case LocalDate day -> day.toString();
            case LocalTime time -> TIME.format(time);
            case String text when text.isEmpty() -> null;
            case null -> null;
            case Object other -> other;
          };
    };
  }

  private static @Nullable Object compound(
      ObjectDef object, FieldDef whole, String prefix, Map<String, @Nullable Object> record) {
    Map<String, @Nullable Object> parts = new TreeMap<>();
    boolean any = false;
    for (FieldDef part : object.fields()) {
      if (whole.name().equals(part.attribute("part")) && !part.name().equals(whole.name())) {
        String name =
            part.name().endsWith("__s")
                ? part.name().replaceAll("^.*__(\\w+)__s$", "$1")
                : part.name().substring(prefix.length());
        Object value = value(object, part, record);
        any |= value != null;
        parts.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), value);
      }
    }
    return any ? parts : null;
  }
}
