package dev.crosswalk.app.workspace;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads sample records from NDJSON (one JSON object a line), JSON (a list of objects, or one
 * object) or CSV (first line names). What a file holds is told by its ending {@code .csv}, else by
 * its first character.
 */
public final class RecordFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RecordFile() {}

  /**
   * @param limit at most this many
   * @throws ProblemException {@code records-syntax} with the line
   */
  public static List<Map<String, @Nullable Object>> read(Path file, String shown, int limit) {
    String text = WorkspaceFiles.readText(file, shown);
    List<Map<String, @Nullable Object>> records =
        shown.toLowerCase(Locale.ROOT).endsWith(".csv") ? csv(text, shown) : json(text, shown);
    return records.size() > limit ? List.copyOf(records.subList(0, limit)) : records;
  }

  /**
   * Records of several objects: a JSON object from object name to list of records. A file of plain
   * records counts for the only object.
   */
  public static Map<String, List<Map<String, @Nullable Object>>> byObject(
      Path file, String shown, List<String> objects, int limit) {
    String text = WorkspaceFiles.readText(file, shown);
    if (text.stripLeading().startsWith("{") && !shown.endsWith("ndjson")) {
      Map<String, @Nullable Object> whole = whole(text, shown);
      if (whole != null && whole.values().stream().allMatch(v -> v instanceof List<?>)) {
        Map<String, List<Map<String, @Nullable Object>>> records = new LinkedHashMap<>();
        whole.forEach((object, list) -> records.put(object, objects(list, shown)));
        return records;
      }
    }
    if (objects.size() != 1) {
      throw new ProblemException(
          Problem.error(
              "records-object",
              Place.of(shown),
              "The source schema has "
                  + objects.size()
                  + " objects, and the file does not say whose records these are.",
              "Write them as a JSON object from object name to list of records."));
    }
    return Map.of(objects.getFirst(), read(file, shown, limit));
  }

  private static @Nullable Map<String, @Nullable Object> whole(String text, String shown) {
    try {
      return object(JSON.readValue(text, Object.class), shown);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static List<Map<String, @Nullable Object>> json(String text, String shown) {
    String start = text.stripLeading();
    if (start.startsWith("[")) {
      return objects(parse(text, shown, 1), shown);
    }
    Map<String, @Nullable Object> whole = whole(text, shown);
    if (whole != null) {
      return List.of(whole);
    }
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        records.add(object(parse(line, shown, number), shown));
      }
    }
    return records;
  }

  private static Object parse(String text, String shown, int firstLine) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      int line = at == null ? firstLine : firstLine + Math.max(0, at.getLineNr() - 1);
      int column = at == null ? 0 : Math.max(0, at.getColumnNr());
      throw new ProblemException(
          Problem.error(
              "records-syntax",
              new Place(shown, line, column, null),
              "This is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse("") + ".",
              "Give NDJSON, a JSON list of objects, or CSV with the ending .csv."),
          e);
    }
  }

  private static List<Map<String, @Nullable Object>> objects(@Nullable Object value, String shown) {
    if (!(value instanceof List<?> list)) {
      throw notRecords(shown);
    }
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    list.forEach(item -> records.add(object(item, shown)));
    return records;
  }

  private static Map<String, @Nullable Object> object(@Nullable Object value, String shown) {
    if (!(value instanceof Map<?, ?> map)) {
      throw notRecords(shown);
    }
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    map.forEach((k, v) -> record.put(String.valueOf(k), v));
    return record;
  }

  private static ProblemException notRecords(String shown) {
    return new ProblemException(
        Problem.error(
            "records-syntax",
            Place.of(shown),
            "The file holds something that is not a record.",
            "Each record must be a JSON object."));
  }

  private static List<Map<String, @Nullable Object>> csv(String text, String shown) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(plain)) {
      for (NamedCsvRecord row : reader) {
        records.add(new LinkedHashMap<>(row.getFieldsAsMap()));
      }
    } catch (CsvParseException | IllegalArgumentException e) {
      throw new ProblemException(
          Problem.error(
              "records-syntax",
              Place.of(shown),
              "The CSV cannot be read: " + e.getMessage() + ".",
              "Check quotes, and that column names differ."),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }
}
