package dev.crosswalk.engine.text;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.crosswalk.engine.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schemas of the workspace's files, which are shipped in the jar. */
public final class PublishedSchemas {

  private PublishedSchemas() {}

  private static final String FOLDER = "/dev/crosswalk/assets/schema/v1/";

  /** The kinds of file that have a schema, in lower case. */
  public static List<String> kinds() {
    return List.of("accepted", "customer", "golden", "mapping", "overlay", "schema", "workspace");
  }

  /**
   * The schema's text.
   *
   * @throws IllegalArgumentException where there is no such kind
   */
  public static String text(String kind) {
    if (!kinds().contains(kind)) {
      throw new IllegalArgumentException(
          "There is no schema '" + kind + "'; there are " + String.join(", ", kinds()) + ".");
    }
    try (InputStream in = PublishedSchemas.class.getResourceAsStream(FOLDER + kind + ".json")) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks the schema of " + kind);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What in a file's plain values the schema of its kind does not allow. */
  public static List<Problem> validate(String kind, @Nullable Object plain, YamlDocument document) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(kind), InputFormat.JSON);
    String json = JsonMapper.builder().build().writeValueAsString(plain);
    List<Problem> problems = new ArrayList<>();
    schema
        .validate(json, InputFormat.JSON)
        .forEach(error -> {
          List<String> path = new ArrayList<>();
          for (String part : error.getInstanceLocation().toString().split("/")) {
            if (!part.isEmpty()) {
              path.add(part.replace("~1", "/").replace("~0", "~"));
            }
          }
          problems.add(
              Problem.error(
                  "schema",
                  document.place(path),
                  "'" + String.join(".", path) + "': " + error.getMessage() + ".",
                  "See the schema of kind '" + kind.toLowerCase(Locale.ROOT) + "'."));
        });
    return problems;
  }

  /** The same for a document's own values. */
  public static List<Problem> validate(String kind, YamlDocument document) {
    Map<String, @Nullable Object> map = document.map();
    return validate(kind, map, document);
  }
}
