package dev.crosswalk.connectors.plugin.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON file: a list of objects, one object, or one object a line. */
final class JsonTable {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private JsonTable() {}

  static TableFile.Table read(String text, String name, int rows) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    if (text.stripLeading().startsWith("[")) {
      if (parse(text, 1) instanceof List<?> list) {
        list.stream().limit(rows).forEach(item -> records.add(record(item, 1)));
      }
      return TableFile.Table.ofRecords(name, records);
    }
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (records.size() == rows) {
        break;
      }
      if (!line.isBlank()) {
        if (number == 1 && !parses(line)) {
          records.add(record(parse(text, 1), 1));
          break;
        }
        records.add(record(parse(line, number), number));
      }
    }
    return TableFile.Table.ofRecords(name, records);
  }

  private static boolean parses(String line) {
    try {
      JSON.readTree(line);
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static Object parse(String text, int line) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JacksonException e) {
      throw new TableFile.Broken("line " + line + " is no JSON");
    }
  }

  private static Map<String, @Nullable Object> record(@Nullable Object value, int line) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new TableFile.Broken("line " + line + " is no JSON object");
    }
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    map.forEach((k, v) -> record.put(String.valueOf(k), v));
    return record;
  }
}
