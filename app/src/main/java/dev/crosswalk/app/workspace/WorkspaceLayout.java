package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where things lie in a workspace (design: mapping-file.md). All paths are relative to its root.
 */
final class WorkspaceLayout {
  /** The file that makes a folder a workspace. */
  static final Path FILE = Path.of("crosswalk.yaml");

  static final Path MAPPINGS = Path.of("mappings");
  static final Path CUSTOMERS = Path.of("customers");
  static final Path LOOKUPS = Path.of("lookups");
  static final Path THESAURUS = Path.of("thesaurus.txt");
  static final String YAML = ".yaml";
  static final String CSV = ".csv";

  /** How deep a mapping may lie below its folder, so that a link in a circle ends. */
  static final int DEPTH = 4;

  private static final Path SCHEMAS = Path.of("schemas");

  private WorkspaceLayout() {}

  /** A file's name without its ending. */
  static String plainName(Path file, String ending) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ending.length());
  }

  /** Where a new mapping between two objects goes; people may move it. */
  static Path mapping(Endpoint source, Endpoint target) {
    return mapping(source.system(), Names.file(source.object()), Names.file(target.object()));
  }

  /** Where it goes if a mapping of other objects lies there. */
  static Path markedMapping(Endpoint source, Endpoint target) {
    return mapping(source.system(), Names.marked(source.object()), Names.marked(target.object()));
  }

  private static Path mapping(String system, String source, String target) {
    return MAPPINGS.resolve(Names.file(system)).resolve(source + "--" + target + YAML);
  }

  /** Where the objects of a system that is mapped to lie. */
  static Path targets(String system) {
    return SCHEMAS.resolve(Names.file(system));
  }

  /** Where a customer's own file lies, whether there is one or not. */
  static Path customer(String customer) {
    return CUSTOMERS.resolve(customer).resolve("customer.yaml");
  }

  /** Where the overlay of a customer on a base mapping lies, whether there is one or not. */
  static Path overlay(String customer, Path mapping) {
    return CUSTOMERS.resolve(customer).resolve(MAPPINGS.relativize(mapping));
  }

  /** Where the schemas lie that a customer's mappings of a system were reviewed against. */
  static Path reviewed(String customer, String system) {
    return CUSTOMERS.resolve(customer).resolve(targets(system));
  }

  /** The customer in whose folder a file lies; null for a file of the base. */
  static @Nullable String customerOf(Path file) {
    return file.startsWith(CUSTOMERS) && file.getNameCount() > 2
        ? file.getName(1).toString()
        : null;
  }

  /** The base mapping that a file is, or that it would be the overlay on. */
  static Path baseOf(Path file) {
    return customerOf(file) == null ? file : MAPPINGS.resolve(file.subpath(2, file.getNameCount()));
  }
}
