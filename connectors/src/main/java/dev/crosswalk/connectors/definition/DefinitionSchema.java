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
      case "propertyNames" -> {
        List<String> inner = new ArrayList<>(path);
        inner.add(property);
        yield Problem.error(
            "connector-key",
            document.place(inner),
            "The key '"
                + property
                + "' in "
                + where
                + " has to be "
                + SchemaWords.wanted("pattern", at(error, "").path("pattern"))
                    .orElse("another word")
                + ".",
            "Rename it, here and where it is used.");
      }
      default -> value(error, document, path, where);
    };
  }

  /** A value that is not as the key wants it. */
  private Problem value(Error error, DefinitionText document, List<String> path, String where) {
    String keyword = Objects.requireNonNullElse(error.getKeyword(), "");
    JsonNode wanted = at(error, "");
    JsonNode given = error.getInstanceNode();
    boolean simple = given != null && given.isValueNode();
    String next =
        keyword.equals("enum") && simple
            ? DidYouMean.among(given.asString(), SchemaWords.words(wanted))
            : "Compare it with the guide, docs/connectors.md.";
    String what =
        SchemaWords.wanted(keyword, wanted)
            .map(words ->
                "The value "
                    + (simple ? "'" + given.asString() + "' of " : "of ")
                    + where
                    + " has to be "
                    + words
                    + ".")
            .orElseGet(
                () -> "The value of " + where + " does not fit: " + error.getMessage() + ".");
    return Problem.error("connector-value", document.place(path), what, next);
  }

  /** The keys that the schema allows at the place of an unknown one. */
  private List<String> known(Error error) {
    return List.copyOf(at(error, "additionalProperties").path("properties").propertyNames());
  }

  /**
   * The part of the schema that an error is about.
   *
   * @param before the keyword before which to stop; empty for none
   */
  private JsonNode at(Error error, String before) {
    JsonNode at = tree;
    for (String name : names(error.getSchemaLocation().getFragment())) {
      if (name.equals(before)) {
        break;
      }
      at = at.isArray() ? at.path(Integer.parseInt(name)) : at.path(name);
    }
    return at;
  }

  private static List<String> names(NodePath path) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      names.add(String.valueOf(path.getElement(i)));
    }
    return names;
  }
}
