package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Edits that were not saved yet, one file for each edited file, in the state folder of the person
 * and never in the workspace. They outlive a kill of the program.
 */
public final class UnsavedWork {
  private final Path folder;
  private final Path workspace;

  /**
   * @param state the folder for what the window remembers
   * @param workspace root of the workspace that the files belong to
   */
  public UnsavedWork(Path state, Path workspace) {
    this.folder = state.resolve("unsaved");
    this.workspace = workspace;
  }

  /** What was kept of a file; empty where nothing was. */
  public Optional<String> of(String file) {
    Path kept = kept(file);
    return Files.exists(kept) ? Optional.of(WorkspaceFiles.readText(kept, file)) : Optional.empty();
  }

  /** The mappings and overlays of a workspace of which something was kept that they do not say. */
  public List<Path> of(Workspace whole) {
    List<Path> files = new ArrayList<>();
    for (MappingEntry entry : whole.mappings()) {
      files.add(entry.file());
      whole
          .readableCustomers()
          .readable()
          .forEach(c -> files.add(whole.overlayFile(c.id(), entry.file())));
    }
    files.removeIf(file ->
        of(WorkspaceFiles.shown(file))
            .filter(text -> !whole.files().readIfThere(file).equals(Optional.of(text)))
            .isEmpty());
    return files;
  }

  /**
   * @param text null to forget what was kept
   * @param progress asked first, so that a call that was overtaken changes nothing
   */
  public synchronized void keep(String file, @Nullable String text, Progress progress) {
    progress.check();
    Path kept = kept(file);
    try {
      if (text == null) {
        Files.deleteIfExists(kept);
      } else {
        Files.createDirectories(folder);
        Path fresh = kept.resolveSibling(kept.getFileName() + ".new");
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(
            fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new ProblemException(
          Problem.warning(
              "unsaved-not-kept",
              Place.of(kept.toString()),
              "Unsaved edits cannot be kept beside the workspace: "
                  + WorkspaceFiles.reason(e)
                  + ".",
              "Save the mapping now."),
          e);
    }
  }

  private Path kept(String file) {
    String whole = workspace.toAbsolutePath().normalize() + "\n" + file;
    UUID name = UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    return folder.resolve(name + ".yaml");
  }
}
