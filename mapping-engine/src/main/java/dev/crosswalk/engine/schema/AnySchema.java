package dev.crosswalk.engine.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a schema of any form that a person may have at hand, told apart by what stands in it: our
 * own files, lists of objects and fields, JSON Schema, OpenAPI, SQL DDL, and tables by their
 * header.
 */
public final class AnySchema {
  private static final Pattern SQL =
      Pattern.compile("\\bcreate\\s+(?:\\w+\\s+){0,3}table\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern OPEN_API = Pattern.compile("(?m)^[\"']?(?:openapi|swagger)[\"']?:");
  private static final Pattern JSON_SCHEMA =
      Pattern.compile("(?m)^[\"']?(?:\\$schema|properties|\\$defs|definitions)[\"']?:");
  private static final Pattern OURS = Pattern.compile("(?m)^(?:format|kind): ");

  private AnySchema() {}

  /**
   * @param text the whole file
   * @param file its name, for messages and for naming what the file itself does not name
   * @throws dev.crosswalk.engine.problem.ProblemException where it cannot be read
   */
  public static Schema read(String text, String file) {
    String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String lower = file.toLowerCase(Locale.ROOT);
    if (clean.isBlank()) {
      throw SchemaImport.problem(file, 1, "The file is empty", "Give a file with a schema.");
    }
    if (lower.endsWith(".csv") || lower.endsWith(".tsv")) {
      return SchemaImport.read("csv", clean, file);
    }
    if (lower.endsWith(".sql")) {
      return SchemaImport.read("sql", clean, file);
    }
    char first = clean.stripLeading().charAt(0);
    return first == '{' || first == '[' ? json(clean, file) : text(clean, file);
  }

  private static Schema text(String text, String file) {
    if (OURS.matcher(text).find()) {
      return SchemaFile.read(text, file);
    }
    if (OPEN_API.matcher(text).find()) {
      return SchemaImport.read("openapi", text, file);
    }
    if (JSON_SCHEMA.matcher(text).find()) {
      return SchemaImport.read("json-schema", text, file);
    }
    if (SQL.matcher(text).find()) {
      return SchemaImport.read("sql", text, file);
    }
    return SchemaFile.read(text, file);
  }

  private static Schema json(String text, String file) {
    Object plain = plain(text);
    if (plain == null) {
      // The slow readers say where it is broken.
      if (file.toLowerCase(Locale.ROOT).endsWith(".json")) {
        SchemaText.parse(text, file);
      }
      return SchemaFile.read(text, file);
    }
    if (plain instanceof List<?> list && FieldListReader.fits(list)) {
      return new FieldListReader(file).read(list, systemOf(file));
    }
    if (!(plain instanceof Map<?, ?> map)) {
      throw SchemaImport.problem(
          file,
          1,
          "The list holds no objects with fields",
          "A list must hold objects with 'name' and 'fields'. Records belong to --records.");
    }
    if (map.get("objects") instanceof List<?> list && FieldListReader.fits(list)) {
      String system = map.get("system") instanceof String s && !s.isBlank() ? s : systemOf(file);
      return new FieldListReader(file).read(list, system);
    }
    if (map.containsKey("openapi") || map.containsKey("swagger")) {
      return SchemaImport.read("openapi", text, file);
    }
    if (!map.containsKey("kind") && isJsonSchema(map)) {
      return SchemaImport.read("json-schema", text, file);
    }
    Schema quick = SchemaFile.quick(map);
    return quick == null ? SchemaFile.read(text, file) : quick;
  }

  private static boolean isJsonSchema(Map<?, ?> map) {
    return map.containsKey("$schema")
        || map.get("properties") instanceof Map
        || map.get("$defs") instanceof Map
        || map.get("definitions") instanceof Map;
  }

  /** Whether the file itself does not say of which system it is, so that its name had to do. */
  public static boolean isNamedByFile(Schema schema, String file) {
    return schema.system().equals(systemOf(file))
        || schema.system().equals(SchemaImport.baseName(file));
  }

  /** The name of the file without its ending; of its folder where the name says only its part. */
  private static String systemOf(String file) {
    String base = SchemaImport.baseName(file);
    String[] parts = file.split("[/\\\\]");
    boolean part = base.equals("source") || base.equals("target") || base.equals("schema");
    String folder = part && parts.length > 1 ? parts[parts.length - 2] : "";
    boolean names = !folder.isBlank() && !folder.startsWith(".") && !folder.endsWith(":");
    return names ? base + "-" + folder : base;
  }

  /** JSON as plain values as the YAML reader gives them; null where it is broken. */
  private static @Nullable Object plain(String text) {
    try {
      return JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readValue(text, Object.class);
    } catch (JacksonException e) {
      return null;
    }
  }
}
