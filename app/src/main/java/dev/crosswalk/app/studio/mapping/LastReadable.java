package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceGit;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the picture shows of a file that cannot be read: as it was committed last, or nothing. So it
 * can be opened and mended where its text stands.
 */
final class LastReadable {
  private static final Endpoint UNKNOWN = new Endpoint("unknown", null, "?", null);

  private final Workspace workspace;
  private final Clock clock;

  LastReadable(Workspace workspace, Clock clock) {
    this.workspace = workspace;
    this.clock = clock;
  }

  /** A base mapping that can be read; the very one that is given where it can. */
  MappingDocument of(MappingDocument found) {
    return found.mapping().isPresent()
        ? found
        : committed(found.file())
            .map(text -> MappingDocument.parse(text, found.file()))
            .filter(document -> document.mapping().isPresent())
            .orElseGet(() -> empty(found.file()));
  }

  /** The same of what a customer has differently; empty where nothing of it can be read. */
  Optional<OverlayDocument> of(OverlayDocument found) {
    return found.overlay().isPresent()
        ? Optional.of(found)
        : committed(found.file())
            .map(text -> OverlayDocument.parse(text, found.file()))
            .filter(document -> document.overlay().isPresent());
  }

  private Optional<String> committed(String file) {
    WorkspaceGit git = workspace.git(clock);
    try {
      return git.isRepository() ? git.committed(file) : Optional.empty();
    } catch (ProblemException e) {
      // The file is opened all the same; what git has of it only helps.
      return Optional.empty();
    }
  }

  private static MappingDocument empty(String file) {
    String name = String.valueOf(Path.of(file).getFileName());
    Mapping nothing =
        new Mapping(
            name.replaceFirst("\\.ya?ml$", ""),
            null,
            null,
            UNKNOWN,
            UNKNOWN,
            Mapping.Direction.READ,
            Mapping.Defaults.STANDARD,
            List.of(),
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            Map.of());
    return MappingDocument.create(nothing, file);
  }
}
