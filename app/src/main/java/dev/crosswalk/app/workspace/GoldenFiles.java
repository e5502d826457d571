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

  private final WorkspaceFiles files;

  public GoldenFiles(Workspace workspace) {
    this.files = workspace.files();
  }

  /**
   * @param customer null for the base
   */
  record Found(Path file, @Nullable String customer) {}

  /**
   * A file that was written.
   *
   * @param before null where there was none
   * @param records how many were added, or are in it where they replaced what there was
   */
  public record Kept(Path file, @Nullable String before, String after, int records) {}

  /** All files, sorted. */
  List<Found> all() {
    List<Found> found = new ArrayList<>();
    for (String customer : files.folders(WorkspaceLayout.CUSTOMERS)) {
      files
          .list(WorkspaceLayout.CUSTOMERS.resolve(customer).resolve(GOLDEN), 1, ".yaml")
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
   * The golden records of a mapping; none where there is no file.
   *
   * @param customer null for the base
   * @throws ProblemException where the file cannot be read, or is of another mapping
   */
  public List<GoldenRecord> of(MappingEntry mapping, @Nullable String customer) {
    Path file = file(mapping, customer);
    return before(mapping, file)
        .map(text -> GoldenFile.read(text, WorkspaceFiles.shown(file)).records())
        .orElse(List.of());
  }

  /**
   * Writes golden records over those that there were.
   *
   * @param customer null for the base
   * @throws ProblemException {@code golden-other} where the file is of another mapping
   */
  public Kept save(MappingEntry mapping, @Nullable String customer, List<GoldenRecord> records) {
    Path file = file(mapping, customer);
    Optional<String> before = before(mapping, file);
    return write(mapping, file, before.orElse(null), records, records.size());
  }

  /**
   * Adds golden records to those that there are; one whose source is there already takes its place.
   *
   * @param customer null for the base
   * @throws ProblemException {@code golden-other} where the file is of another mapping
   */
  public Kept add(MappingEntry mapping, @Nullable String customer, List<GoldenRecord> records) {
    Path file = file(mapping, customer);
    Optional<String> before = before(mapping, file);
    List<GoldenRecord> all = new ArrayList<>(of(mapping, customer));
    int had = all.size();
    for (GoldenRecord record : records) {
      int at = 0;
      while (at < all.size() && !all.get(at).source().equals(record.source())) {
        at++;
      }
      GoldenRecord numbered =
          new GoldenRecord(
              record.name().replaceFirst("^Record \\d+", "Record " + (at + 1)),
              record.source(),
              record.target(),
              record.rejected());
      if (at < all.size()) {
        all.set(at, numbered);
      } else {
        all.add(numbered);
      }
    }
    return write(mapping, file, before.orElse(null), all, all.size() - had);
  }

  /**
   * Puts a file back as it was.
   *
   * @throws ProblemException {@code file-changed} where it was changed since
   */
  public void takeBack(Kept kept) {
    String before = kept.before();
    if (before == null) {
      files.remove(kept.file(), kept.after());
    } else {
      files.write(kept.file(), before, kept.after());
    }
  }

  /** Does again what was taken back. */
  public void again(Kept kept) {
    files.write(kept.file(), kept.after(), kept.before());
  }

  private static Path file(MappingEntry mapping, @Nullable String customer) {
    Path folder =
        customer == null ? GOLDEN : WorkspaceLayout.CUSTOMERS.resolve(customer).resolve(GOLDEN);
    return folder.resolve(mapping.file().getFileName());
  }

  private Optional<String> before(MappingEntry mapping, Path file) {
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
    return before;
  }

  private Kept write(
      MappingEntry mapping,
      Path file,
      @Nullable String before,
      List<GoldenRecord> records,
      int count) {
    String text = GoldenFile.create(mapping.id(), records, WorkspaceFiles.shown(file)).text();
    files.write(file, text, before);
    return new Kept(file, before, text, count);
  }
}
