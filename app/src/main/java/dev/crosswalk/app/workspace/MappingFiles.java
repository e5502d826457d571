package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The base mappings of a workspace as they are on disk. */
final class MappingFiles {
  private final WorkspaceFiles files;

  MappingFiles(WorkspaceFiles files) {
    this.files = files;
  }

  /** All base mappings, sorted by file; one that cannot be read is listed with its problems. */
  List<MappingEntry> all() {
    List<MappingEntry> entries = new ArrayList<>();
    for (Path file :
        files.list(WorkspaceLayout.MAPPINGS, WorkspaceLayout.DEPTH, WorkspaceLayout.YAML)) {
      entries.add(entry(file));
    }
    return List.copyOf(entries);
  }

  private static boolean isOfOthers(MappingEntry mapping, Endpoint source, Endpoint target) {
    Endpoint from = mapping.source();
    Endpoint to = mapping.target();
    return from != null
        && to != null
        && !(from.object().equals(source.object()) && to.object().equals(target.object()));
  }

  private MappingEntry entry(Path file) {
    String plain = WorkspaceLayout.plainName(file, WorkspaceLayout.YAML);
    MappingDocument document;
    try {
      document = load(file);
    } catch (ProblemException e) {
      return new MappingEntry(file, plain, plain, null, null, 0, e.problems());
    }
    Mapping mapping = document.mapping().orElse(null);
    if (mapping == null) {
      return new MappingEntry(file, plain, plain, null, null, 0, document.problems());
    }
    int mapped =
        (int)
            mapping.fields().values().stream()
                .filter(f -> !(f.input() instanceof FieldMapping.Ask))
                .count();
    String title = mapping.title();
    return new MappingEntry(
        file,
        mapping.id(),
        title == null ? mapping.id() : title,
        mapping.source(),
        mapping.target(),
        mapped,
        document.problems());
  }

  /** The file of the mapping with this id. */
  Optional<MappingEntry> find(String id) {
    return all().stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /**
   * Reads a mapping file. What is wrong with its content stands in the document's problems.
   *
   * @throws ProblemException where the file itself cannot be read
   */
  MappingDocument load(Path file) {
    return MappingDocument.parse(files.read(file), WorkspaceFiles.shown(file));
  }

  /**
   * What a mapping file says.
   *
   * @throws ProblemException with file, line and column of everything that is wrong
   */
  Mapping read(Path file) {
    MappingDocument document = load(file);
    return document.mapping().orElseThrow(() -> new ProblemException(document.problems()));
  }

  /**
   * Makes an empty mapping between two objects, in the file that the layout gives it.
   *
   * @param title for people; null for none
   * @throws ProblemException {@code mapping-exists} where there is one for the pair
   */
  MappingEntry create(
      Endpoint source, Endpoint target, @Nullable String title, Mapping.Defaults defaults) {
    Path plain = WorkspaceLayout.mapping(source, target);
    String plainId = Names.mappingId(source.system(), source.object(), target.object());
    List<MappingEntry> same =
        all().stream().filter(m -> m.file().equals(plain) || m.id().equals(plainId)).toList();
    // Names that differ only in case, signs or far behind have one file name: mark the second.
    boolean ofOthers =
        !same.isEmpty() && same.stream().allMatch(m -> isOfOthers(m, source, target));
    Path file = ofOthers ? WorkspaceLayout.markedMapping(source, target) : plain;
    String id =
        ofOthers ? Names.markedId(source.system(), source.object(), target.object()) : plainId;
    if (files.exists(file) || find(id).isPresent()) {
      throw new ProblemException(
          Problem.error(
              "mapping-exists",
              Place.of(WorkspaceFiles.shown(file)),
              "There is a mapping from " + source.object() + " to " + target.object() + " already.",
              "Open it instead."));
    }
    Mapping mapping =
        new Mapping(
            id,
            title,
            null,
            source,
            target,
            Mapping.Direction.READ,
            defaults,
            List.of(),
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            Map.of());
    MappingDocument document = MappingDocument.create(mapping, WorkspaceFiles.shown(file));
    files.write(file, document.text(), null);
    return entry(file);
  }
}
