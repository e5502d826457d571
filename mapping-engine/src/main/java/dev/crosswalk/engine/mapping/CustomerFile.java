package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.PlainReader;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.text.YamlWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code customer.yaml}: whose sandbox is integrated, over which connection, with which mappings.
 *
 * @param id the folder's name
 * @param name what people see
 * @param connections names of connections, by system; never a secret
 * @param mappings ids of the base mappings that the customer uses
 */
public record CustomerFile(
    String id, String name, Map<String, String> connections, List<String> mappings) {

  static final List<String> KEYS =
      List.of("format", "kind", "id", "name", "connections", "mappings");

  public CustomerFile {
    connections = Collections.unmodifiableMap(new LinkedHashMap<>(connections));
    mappings = List.copyOf(mappings);
  }

  /**
   * @throws ProblemException with all errors and their places
   */
  public static CustomerFile read(String text, String file) {
    YamlDocument yaml = YamlDocument.parse(text, file);
    PlainReader reader = PlainReader.of(yaml);
    Map<String, @Nullable Object> root = yaml.map();
    reader.head(root, "Customer");
    reader.known(root, List.of(), KEYS);
    CustomerFile customer =
        new CustomerFile(
            reader.required(root, List.of(), "id"),
            reader.required(root, List.of(), "name"),
            reader.textMap(root, List.of(), "connections"),
            reader.texts(root, List.of(), "mappings"));
    if (reader.failed()) {
      throw new ProblemException(reader.problems());
    }
    return customer;
  }

  /** The same with one mapping more. */
  public CustomerFile withMapping(String mapping) {
    if (mappings.contains(mapping)) {
      return this;
    }
    List<String> more = new ArrayList<>(mappings);
    more.add(mapping);
    return new CustomerFile(id, name, connections, more);
  }

  /**
   * A file that says this customer, changed only in the lines that say something else: comments and
   * keys that are not known stay.
   *
   * @param text what the file holds
   * @throws ProblemException where the text is no YAML
   */
  public String writeOver(String text, String file) {
    YamlDocument yaml = YamlDocument.parse(text, file);
    Map<String, @Nullable Object> old = yaml.map();
    if (!name.equals(old.get("name"))) {
      yaml = yaml.set(List.of("name"), name);
    }
    if (!connections.equals(old.getOrDefault("connections", Map.of()))) {
      yaml = yaml.set(List.of("connections"), connections);
    }
    if (!mappings.equals(old.getOrDefault("mappings", List.of()))) {
      yaml = yaml.set(List.of("mappings"), mappings);
    }
    return yaml.text();
  }

  /** The whole file in the style of the house. */
  public String write() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", PlainReader.FORMAT);
    root.put("kind", "Customer");
    root.put("id", id);
    root.put("name", name);
    root.put("connections", connections);
    root.put("mappings", mappings);
    return YamlWriter.write(root, path -> path.size() < 2);
  }
}
