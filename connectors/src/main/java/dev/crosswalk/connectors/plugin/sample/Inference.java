package dev.crosswalk.connectors.plugin.sample;

import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.TextTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses fields from records, for systems that do not describe theirs; every field says so. Parts
 * of nested objects become fields with a dotted name. This is code because it is statistics over
 * records. Immutable.
 */
public final class Inference {
  private static final int DEEPEST = 3;

  /** A moment as Microsoft's older libraries write it in JSON. */
  private static final Pattern TICKS = Pattern.compile("/Date\\(-?\\d{1,16}(?:[+-]\\d{4})?\\)/");

  private static final int MOST_FIELDS = 2000;

  private final boolean textOnly;

  /**
   * @param textOnly all values are text, as in CSV: numbers and booleans are looked for in them.
   *     Otherwise a text stays a text, unless it is a date, an address or the like.
   */
  public Inference(boolean textOnly) {
    this.textOnly = textOnly;
  }

  /** The fields as attributes, in the order in which they first appear. */
  public List<Map<String, @Nullable Object>> fields(
      List<? extends Map<String, ? extends @Nullable Object>> records) {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    Map<String, String> partOf = new HashMap<>();
    for (Map<String, ? extends @Nullable Object> record : records) {
      gather(record, "", 0, values, partOf);
    }
    List<Map<String, @Nullable Object>> fields = new ArrayList<>();
    values.forEach((name, seen) -> {
      Map<String, @Nullable Object> field = new HashMap<>();
      FieldType type = type(seen);
      field.put("name", name);
      field.put("native", nativeType(seen));
      field.put("type", type.word());
      field.put("partOf", partOf.get(name));
      field.put("multiple", seen.stream().anyMatch(List.class::isInstance) ? true : null);
      field.put(
          "warnings",
          List.of(
              "Guessed from "
                  + records.size()
                  + (records.size() == 1 ? " record" : " records")
                  + "; the system does not describe this field."));
      fields.add(field);
    });
    return fields;
  }

  private static void gather(
      Map<?, ?> record,
      String prefix,
      int depth,
      Map<String, List<Object>> values,
      Map<String, String> partOf) {
    record.forEach((key, value) -> {
      String name = prefix + key;
      if (!values.containsKey(name) && values.size() >= MOST_FIELDS) {
        return;
      }
      List<Object> seen = values.computeIfAbsent(name, n -> new ArrayList<>());
      if (!prefix.isEmpty()) {
        partOf.put(name, prefix.substring(0, prefix.length() - 1));
      }
      if (value != null && !"".equals(value)) {
        seen.add(value);
      }
      if (value instanceof Map<?, ?> inner && depth < DEEPEST && !name.contains("..")) {
        gather(inner, name + ".", depth + 1, values, partOf);
      }
    });
  }

  private FieldType type(List<Object> seen) {
    Set<FieldType> types = new LinkedHashSet<>();
    List<String> texts = new ArrayList<>();
    // An empty list does not say what a full one holds.
    boolean full = seen.stream().anyMatch(v -> v instanceof List<?> list && !list.isEmpty());
    for (Object value : seen) {
      if (value instanceof String text) {
        texts.add(text);
      } else if (!full || !List.of().equals(value)) {
        types.add(ofOne(value));
      }
    }
    if (!texts.isEmpty()) {
      FieldType guess =
          texts.stream().allMatch(t -> TICKS.matcher(t).matches())
              ? FieldType.DATETIME
              : TextTypes.guess(texts);
      boolean word = !textOnly && (guess.isNumber() || guess == FieldType.BOOLEAN);
      types.add(word ? FieldType.STRING : guess);
    }
    if (types.equals(Set.of(FieldType.INTEGER, FieldType.DECIMAL))) {
      return FieldType.DECIMAL;
    }
    return types.size() == 1 ? types.iterator().next() : FieldType.ANY;
  }

  private static FieldType ofOne(Object value) {
    return switch (value) {
      case Boolean b -> FieldType.BOOLEAN;
      case Integer i -> FieldType.INTEGER;
      case Long l -> FieldType.INTEGER;
      case BigInteger i -> FieldType.INTEGER;
      case BigDecimal d -> FieldType.DECIMAL;
      case Number n -> FieldType.DECIMAL;
      case Map<?, ?> m -> FieldType.OBJECT;
      case List<?> list ->
          list.stream().allMatch(v -> v instanceof String) && !list.isEmpty()
              ? FieldType.STRING_LIST
              : FieldType.JSON;
      default -> FieldType.ANY;
    };
  }

  private static String nativeType(List<Object> seen) {
    Set<String> words = new LinkedHashSet<>();
    for (Object value : seen) {
      words.add(
          switch (value) {
            case String s -> "string";
            case Boolean b -> "boolean";
            case Number n -> "number";
            case List<?> l -> "array";
            default -> "object";
          });
    }
    return words.isEmpty() ? "null" : String.join("|", words);
  }
}
