package dev.crosswalk.connectors.definition;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.YamlDocument;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads definition files. Thread-safe. */
public final class DefinitionLoader {
  private @Nullable DefinitionSchema schema;

  /**
   * Reads a definition of a person's own.
   *
   * @throws ProblemException with everything that is wrong, each with file, line and column
   */
  public ConnectorDefinition load(Path file) {
    try {
      return load(Files.readString(file, StandardCharsets.UTF_8), file.toString(), false);
    } catch (NoSuchFileException e) {
      throw unreadable("file-missing", file, "The file does not exist.", "Check the path.", e);
    } catch (CharacterCodingException e) {
      throw unreadable(
          "file-encoding", file, "The file is not UTF-8 text.", "Save it as UTF-8.", e);
    } catch (IOException e) {
      throw unreadable(
          "file-unreadable",
          file,
          "The connector definition cannot be read.",
          "Check that it is a file and that you may read it.",
          e);
    }
  }

  private static ProblemException unreadable(
      String code, Path file, String what, String next, IOException cause) {
    return new ProblemException(Problem.error(code, Place.of(file.toString()), what, next), cause);
  }

  /**
   * @param file the file as the person knows it
   * @param shipped true for our own, whose structure the tests have checked
   */
  public ConnectorDefinition load(String text, String file, boolean shipped) {
    YamlDocument own = YamlDocument.parse(text, file);
    String refines = own.map().get("extends") instanceof String id ? id : null;
    DefinitionText document =
        refines == null
            ? DefinitionText.of(own)
            : DefinitionText.refined(own, base(own, refines, shipped));
    List<Problem> problems = new ArrayList<>();
    if (!shipped) {
      problems.addAll(schema().check(document));
      if (!problems.isEmpty()) {
        throw new ProblemException(problems);
      }
    }
    ConnectorDefinition definition =
        new DefinitionReader(DefinitionNode.root(document, problems), shipped, refines).read();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return definition;
  }

  /** One level: what is refined is always a definition that ships, and those stand alone. */
  private static YamlDocument base(YamlDocument own, String id, boolean shipped) {
    String text = shipped ? null : ShippedDefinitions.of(id).orElse(null);
    if (text == null) {
      throw new ProblemException(
          Problem.error(
              "connector-extends",
              own.place(List.of("extends")),
              shipped
                  ? "A shipped definition cannot extend another."
                  : "No definition with the id '" + id + "' is shipped, so it cannot be extended.",
              DidYouMean.among(id, ShippedDefinitions.ids())));
    }
    return YamlDocument.parse(text, id + ".yaml (shipped)");
  }

  private synchronized DefinitionSchema schema() {
    if (schema == null) {
      schema = new DefinitionSchema();
    }
    return schema;
  }
}
