package dev.crosswalk.connectors.definition;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import dev.crosswalk.engine.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schema of definitions, and its findings in words for an author. */
final class DefinitionSchema {
  private static final String RESOURCE = "/dev/crosswalk/assets/schema/v1/connector.json";

  private final JsonMapper json = JsonMapper.builder().build();
  private final JsonNode tree;
  private final Schema schema;

  DefinitionSchema() {
    try (InputStream in =
        Objects.requireNonNull(DefinitionSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      tree = json.readTree(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(tree);
  }

  /** What is wrong with the file's structure, in the order of its lines. */
  List<Problem> check(DefinitionText document) {
    List<Problem> problems = new ArrayList<>();
    for (Error error :
        schema.validate(json.writeValueAsString(document.plain()), InputFormat.JSON)) {
      problems.add(problem(error, document));
    }
    problems.sort(java.util.Comparator.comparingInt(p -> p.place() == null ? 0 : p.place().line()));
    return problems;
  }

  private Problem problem(Error error, DefinitionText document) {
    List<String> path = names(error.getInstanceLocation());
    String where = path.isEmpty() ? "the file" : "'" + String.join(".", path) + "'";
    String property = error.getProperty();
    return switch (Objects.requireNonNullElse(error.getKeyword(), "")) {
      case "additionalProperties" -> {
        List<String> inner = new ArrayList<>(path);
        inner.add(property);
        yield Problem.error(
            "connector-unknown-key",
            document.place(inner),
            "The key '" + property + "' is unknown in " + where + ".",
            DidYouMean.among(property, known(error)));
      }
      case "required" ->
          Problem.error(
              "connector-missing-key",
              document.place(path),
              "The key '" + property + "' is missing in " + where + ".",
              "Add it.");
      default ->
          Problem.error(
              "connector-value",
              document.place(path),
              "The value of " + where + " does not fit: " + error.getMessage() + ".",
              "See the connector author's guide for this key.");
    };
  }

  /** The keys that the schema allows at the place of an unknown one. */
  private List<String> known(Error error) {
    JsonNode at = tree;
    for (String name : names(error.getSchemaLocation().getFragment())) {
      if (name.equals("additionalProperties")) {
        break;
      }
      at = at.isArray() ? at.path(Integer.parseInt(name)) : at.path(name);
    }
    return List.copyOf(at.path("properties").propertyNames());
  }

  private static List<String> names(NodePath path) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      names.add(String.valueOf(path.getElement(i)));
    }
    return names;
  }
}
