package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.mapping.Mapping.Defaults;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.PlainReader;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.text.YamlLayout;
import dev.crosswalk.engine.text.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code crosswalk.yaml}, the file that makes a folder a workspace.
 *
 * @param name what people see
 * @param targetSystem the own product's data model, such as {@code acme}
 * @param defaults for new mappings
 */
public record WorkspaceFile(String name, String targetSystem, Defaults defaults) {

  static final List<String> KEYS = List.of("format", "kind", "name", "target", "defaults");

  /**
   * @throws ProblemException with all errors and their places
   */
  public static WorkspaceFile read(String text, String file) {
    YamlDocument yaml = YamlDocument.parse(text, file);
    PlainReader reader = PlainReader.of(yaml);
    Map<String, @Nullable Object> root = yaml.map();
    reader.head(root, "Workspace");
    reader.known(root, List.of(), KEYS);
    Map<String, @Nullable Object> target = reader.map(root, List.of(), "target");
    WorkspaceFile workspace =
        new WorkspaceFile(
            reader.required(root, List.of(), "name"),
            reader.required(target, List.of("target"), "system"),
            new MappingReader(reader, Map.of()).defaults(root));
    if (reader.failed()) {
      throw new ProblemException(reader.problems());
    }
    return workspace;
  }

  /** The whole file in the style of the house. */
  public String write() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", PlainReader.FORMAT);
    root.put("kind", "Workspace");
    root.put("name", name);
    root.put("target", Map.of("system", targetSystem));
    root.put("defaults", MappingPlain.of(defaults));
    return YamlWriter.write(root, YamlLayout.PLAIN);
  }
}
