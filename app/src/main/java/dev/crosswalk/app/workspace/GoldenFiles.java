package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.golden.GoldenFile;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The golden records of a workspace: {@code customers/ID/golden/…} for a customer's mapping, {@code
 * golden/…} for the base, in a file named as the mapping's.
 */
public final class GoldenFiles {
  private static final Path GOLDEN = Path.of("golden");
  private static final Path CUSTOMERS = Path.of("customers");

  private final WorkspaceFiles files;

  public GoldenFiles(Workspace workspace) {
    this.files = workspace.files();
  }

  /**
   * @param customer null for the base
   */
  record Found(Path file, @Nullable String customer) {}

  /** All files, sorted. */
  List<Found> all() {
    List<Found> found = new ArrayList<>();
    for (String customer : files.folders(CUSTOMERS)) {
      files
          .list(CUSTOMERS.resolve(customer).resolve(GOLDEN), 1, ".yaml")
          .forEach(f -> found.add(new Found(f, customer)));
    }
    files.list(GOLDEN, 1, ".yaml").forEach(f -> found.add(new Found(f, null)));
    return found;
  }

  /** What a file holds. */
  GoldenFile read(Path file) {
    return GoldenFile.read(files.read(file), WorkspaceFiles.shown(file));
  }

  /**
   * Writes golden records over those that there were.
   *
   * @param customer null for the base
   * @return the file
   * @throws ProblemException {@code golden-other} where the file is of another mapping
   */
  public Path save(MappingEntry mapping, @Nullable String customer, List<GoldenRecord> records) {
    Path folder = customer == null ? GOLDEN : CUSTOMERS.resolve(customer).resolve(GOLDEN);
    Path file = folder.resolve(mapping.file().getFileName());
    String shown = WorkspaceFiles.shown(file);
    Optional<String> before = files.readIfThere(file);
    before
        .map(text -> GoldenFile.read(text, shown).mapping())
        .filter(id -> !id.equals(mapping.id()))
        .ifPresent(id -> {
          throw new ProblemException(
              Problem.error(
                  "golden-other",
                  Place.of(shown),
                  "The file holds golden records of the mapping " + id + ".",
                  "Rename one of the two mapping files, or remove this one."));
        });
    files.write(file, GoldenFile.create(mapping.id(), records, shown).text(), before.orElse(null));
    return file;
  }
}
