package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping file of the workspace, as lists show it.
 *
 * @param file relative to the workspace
 * @param id the mapping's id; the file's name where the file cannot be read
 * @param title the mapping's title, else its id
 * @param source null where the file cannot be read
 * @param target null where the file cannot be read
 * @param mapped targets that have a source, an expression or a constant
 * @param problems what is wrong with the file; with an error it opens read-only
 */
public record MappingEntry(
    Path file,
    String id,
    String title,
    @Nullable Endpoint source,
    @Nullable Endpoint target,
    int mapped,
    List<Problem> problems) {

  public MappingEntry {
    problems = List.copyOf(problems);
  }

  /** False where the file cannot be understood and is shown as it is. */
  public boolean readable() {
    return source != null;
  }
}
