package dev.crosswalk.engine.schema;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a target schema from what a team already has. */
public final class SchemaImport {
  /** The words for {@code format}. */
  public static final List<String> FORMATS = List.of("json-schema", "openapi", "sql", "csv");

  /**
   * The longest text that is read, in characters: the largest API descriptions have a few million.
   */
  static final int LONGEST = 20_000_000;

  /** The most objects, and the most fields of one object, that are read. */
  static final int MOST = 5_000;

  private SchemaImport() {}

  /**
   * Reads a schema.
   *
   * @param format one of {@link #FORMATS}
   * @param text the whole file
   * @param file its name, for messages and for naming what the file itself does not name
   * @throws ProblemException with line and reason where the text cannot be read
   */
  public static Schema read(String format, String text, String file) {
    if (text.length() > LONGEST) {
      throw problem(file, 0, "The file is longer than 20 million characters", "Cut it in parts.");
    }
    String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Schema schema =
        switch (format) {
          case "json-schema" -> new JsonSchemaReader(SchemaText.parse(clean, file), file).read();
          case "openapi" -> new OpenApiReader(SchemaText.parse(clean, file), file).read();
          case "sql" -> new SqlDdlReader(clean, file).read();
          case "csv" -> new CsvHeaderReader(clean, file).read();
          default ->
              throw problem(
                  file,
                  0,
                  "There is no importer for '" + format + "'",
                  "Use one of " + String.join(", ", FORMATS) + ".");
        };
    checkSize(schema, file);
    return schema;
  }

  private static void checkSize(Schema schema, String file) {
    if (schema.objects().size() > MOST) {
      throw problem(
          file, 0, "The file has more than " + MOST + " objects", "Keep only those to map to.");
    }
    for (SchemaObject object : schema.objects()) {
      if (object.fields().size() > MOST) {
        throw problem(
            file,
            0,
            "Object '" + object.name() + "' has more than " + MOST + " fields",
            "Keep only those to map to.");
      }
    }
  }

  static ProblemException problem(String file, int line, String what, String next) {
    return problem(file, line, what, next, null);
  }

  static ProblemException problem(
      String file, int line, String what, String next, @Nullable Throwable cause) {
    Problem problem =
        Problem.error("schema-import", new Place(file, line, 0, null), what + ".", next);
    return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
  }

  /** The file's name without folders and ending, for naming what has no name. */
  static String baseName(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int dot = name.indexOf('.');
    String base = dot > 0 ? name.substring(0, dot) : name;
    return base.isBlank() ? "object" : base;
  }
}
