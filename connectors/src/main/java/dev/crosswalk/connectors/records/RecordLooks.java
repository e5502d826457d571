package dev.crosswalk.connectors.records;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values in records that do not look like the type of their field: a number as text, an object
 * where one value is described, a choice that the picklist does not know. Nothing fails then, but
 * whoever maps the field gets what nobody described; it is mostly {@code values} of the definition
 * that says too little.
 *
 * @param odd fields with what they hold, such as {@code size (integer) holds a text}
 */
public record RecordLooks(SchemaObject object, List<String> odd) {
  private static final int SHOWN = 8;
  private static final Set<FieldType> LISTS =
      EnumSet.of(FieldType.MULTI_ENUM, FieldType.STRING_LIST, FieldType.REFERENCE_LIST);

  /** What may hold anything. */
  private static final Set<FieldType> FREE =
      EnumSet.of(
          FieldType.ANY,
          FieldType.JSON,
          FieldType.OBJECT,
          FieldType.COMPOUND,
          FieldType.GEO,
          FieldType.FILE,
          FieldType.BINARY,
          FieldType.CALCULATED,
          FieldType.VIRTUAL,
          FieldType.DATE_RANGE,
          FieldType.TIME_RANGE,
          FieldType.REFERENCE_ANY);

  private static final Map<FieldType, Pattern> ISO =
      Map.of(
          FieldType.DATE, Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
          FieldType.DATETIME, Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*"),
          FieldType.TIME, Pattern.compile("\\d\\d:\\d\\d.*"));

  public RecordLooks {
    odd = List.copyOf(odd);
  }

  /**
   * @param records as a session gives them: by the names of fields
   */
  public static RecordLooks of(
      SchemaObject object, List<? extends Map<String, ? extends @Nullable Object>> records) {
    List<String> odd = new ArrayList<>();
    for (Field field : object.fields()) {
      records.stream()
          .flatMap(r -> seen(field, r.get(field.name())).stream())
          .findFirst()
          .ifPresent(
              what -> odd.add(field.name() + " (" + field.type().word() + ") holds " + what));
    }
    return new RecordLooks(object, odd);
  }

  /** What is odd about the value, in words; empty where nothing is. */
  private static Optional<String> seen(Field field, @Nullable Object value) {
    FieldType type = field.type();
    if (value == null || "".equals(value) || FREE.contains(type)) {
      return Optional.empty();
    }
    if (LISTS.contains(type)) {
      return value instanceof List<?> list ? choices(field, list) : Optional.of(kind(value));
    }
    if (value instanceof Map || value instanceof List) {
      return Optional.of(kind(value));
    }
    if (type.isNumber() && !(value instanceof Number)) {
      return Optional.of(kind(value));
    }
    if (type == FieldType.BOOLEAN && !(value instanceof Boolean)) {
      return Optional.of(kind(value));
    }
    Pattern iso = ISO.get(type);
    if (iso != null && !iso.matcher(value.toString()).matches()) {
      return Optional.of(
          value instanceof String ? "a text that is no ISO 8601 " + type.word() : kind(value));
    }
    return choices(field, List.of(value));
  }

  private static Optional<String> choices(Field field, List<?> values) {
    Set<String> known = Set.copyOf(field.values().stream().map(v -> v.value()).distinct().toList());
    return field.isClosed()
            && values.stream().anyMatch(v -> v != null && !known.contains(v.toString()))
        ? Optional.of("what is none of its choices")
        : Optional.empty();
  }

  private static String kind(Object value) {
    return switch (value) {
      case String _ -> "a text";
      case Number _ -> "a number";
      case Boolean _ -> "true or false";
      case List<?> _ -> "a list";
      case Map<?, ?> _ -> "an object";
      default -> "something else";
    };
  }

  /** What to tell; empty where all values look as described. */
  public Optional<Problem> problem() {
    if (odd.isEmpty()) {
      return Optional.empty();
    }
    String some = String.join(", ", odd.subList(0, Math.min(SHOWN, odd.size())));
    return Optional.of(
        Problem.warning(
            "record-looks",
            null,
            "In records of '"
                + object.name()
                + "' "
                + some
                + (odd.size() > SHOWN ? " and " + (odd.size() - SHOWN) + " more" : "")
                + ".",
            "Let 'values' of the connector definition turn them, such as {from: text}, {formats: […]} or an 'expr'; or give the"
                + " field another type."));
  }
}
