package dev.crosswalk.app.cli;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Folders that commands write to. */
final class OutFolder {
  private OutFolder() {}

  /**
   * @param shown the path as the person gave it
   */
  static Path make(@Nullable Path folder, Path shown) {
    Path made = folder == null ? Path.of("/") : folder;
    try {
      return Files.createDirectories(made);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(
              "file-unwritable",
              Place.of(shown.toString()),
              "The folder cannot be made.",
              "Check permissions, or choose another path with --out."),
          e);
    }
  }
}
