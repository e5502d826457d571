package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.drift.ReviewRule;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that a workspace keeps: the target model, and what mappings were reviewed against.
 */
final class SchemaFiles {
  private final WorkspaceFiles files;
  private final MappingFiles mappings;
  private final CustomerFiles customers;

  SchemaFiles(WorkspaceFiles files, MappingFiles mappings, CustomerFiles customers) {
    this.files = files;
    this.mappings = mappings;
    this.customers = customers;
  }

  /** The model of one system. */
  Schema target(String system) {
    List<SchemaObject> objects = new ArrayList<>();
    for (Path file : files.list(WorkspaceLayout.targets(system), 1, WorkspaceLayout.YAML)) {
      objects.addAll(SchemaFile.read(files.read(file), WorkspaceFiles.shown(file)).objects());
    }
    return Schema.of(system, objects);
  }

  /**
   * Writes one object of the target model, over what was known of it before. A file that a person
   * wrote with several objects keeps the others, and its comments.
   *
   * @throws ProblemException where the object's file is there and cannot be read; it is left as it
   *     is
   */
  Path saveTarget(String system, SchemaObject object) {
    Path folder = WorkspaceLayout.targets(system);
    Path file =
        files.list(folder, 1, WorkspaceLayout.YAML).stream()
            .filter(f -> holds(f, object.name()))
            .findFirst()
            .orElseGet(() -> file(folder, object.name()));
    String before = files.readIfThere(file).orElse(null);
    String after =
        before == null
            ? SchemaFile.write(Schema.of(system, List.of(object)))
            : SchemaFile.with(before, WorkspaceFiles.shown(file), object);
    files.write(file, after, before);
    return file;
  }

  private boolean holds(Path file, String object) {
    try {
      return files
          .readIfThere(file)
          .flatMap(text -> SchemaFile.read(text, WorkspaceFiles.shown(file)).object(object))
          .isPresent();
    } catch (ProblemException e) {
      return false; // whoever reads the model is told
    }
  }

  /**
   * The schema that a mapping was reviewed against.
   *
   * @param customer null for any customer's, one that uses the object without an overlay first
   */
  Optional<SchemaObject> reviewed(@Nullable String customer, String system, String object) {
    for (String id : customer == null ? plainFirst(system, object) : List.of(customer)) {
      Path file = reviewedFile(id, system, object);
      Optional<SchemaObject> found =
          files
              .readIfThere(file)
              .flatMap(t -> SchemaFile.read(t, WorkspaceFiles.shown(file)).object(object));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * Customers whose mappings of the object are the base itself come first: its fields are theirs.
   */
  private List<String> plainFirst(String system, String object) {
    List<Path> bases =
        mappings.all().stream()
            .filter(m -> m.source() != null && m.source().object().equals(object))
            .filter(m -> m.source() != null && m.source().system().equals(system))
            .map(MappingEntry::file)
            .toList();
    return customers.ids().stream()
        .sorted(
            Comparator.comparing(id -> bases.stream().anyMatch(b -> customers.hasOverlay(id, b))))
        .toList();
  }

  /** Keeps the schema that a mapping was reviewed against; without sample values. */
  Path saveReviewed(String customer, String system, SchemaObject object) {
    Path file = reviewedFile(customer, system, object.name());
    files.overwrite(file, SchemaFile.write(Schema.of(system, List.of(ReviewRule.kept(object)))));
    return file;
  }

  /** Where the schema lies that a customer's mappings were reviewed against, or is to be kept. */
  Path reviewedFile(String customer, String system, String object) {
    return file(WorkspaceLayout.reviewed(customer, system), object);
  }

  /**
   * The file of an object: the one with its plain name, unless that is another object's, whose name
   * only looks the same as the name of a file. Nobody's file is ever overwritten with another's.
   */
  private Path file(Path folder, String object) {
    Path plain = folder.resolve(Names.file(object) + WorkspaceLayout.YAML);
    return isOfAnother(plain, object)
        ? folder.resolve(Names.marked(object) + WorkspaceLayout.YAML)
        : plain;
  }

  private boolean isOfAnother(Path file, String object) {
    try {
      return files
          .readIfThere(file)
          .map(text -> SchemaFile.read(text, WorkspaceFiles.shown(file)))
          .filter(s -> !s.objects().isEmpty() && s.object(object).isEmpty())
          .isPresent();
    } catch (ProblemException e) {
      return false; // whoever reads it is told; it may be this object's
    }
  }
}
