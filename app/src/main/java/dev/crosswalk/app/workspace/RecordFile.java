package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.run.Mark;
import dev.crosswalk.engine.run.RecordSource;
import dev.crosswalk.engine.run.SourceOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads sample records from NDJSON (one JSON object a line), JSON (a list of objects, or objects
 * one after the other) or CSV (first line names), as {@code apply} does; only as much of the file
 * as is needed.
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
    return read(file, shown, StandardCharsets.UTF_8, limit);
  }

  /**
   * @param charset what the file is in; a byte order mark knows better
   */
  public static List<Map<String, @Nullable Object>> read(
      Path file, String shown, Charset charset, int limit) {
    try (InputFile input = InputFile.open(file, shown)) {
      return RecordSource.open(input.stream(), SourceOptions.of(shown).in(charset), Mark.START)
          .first(limit);
    }
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
}
