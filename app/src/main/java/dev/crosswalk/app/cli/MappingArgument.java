package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.ReadyMapping;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as named on the command line: its file, or its id in the workspace of the current
 * folder. To be closed.
 */
record MappingArgument(Workspace workspace, MappingEntry entry) implements AutoCloseable {

  static MappingArgument find(CliContext context, String given) {
    Path file = context.path(Path.of(given));
    boolean isFile = Files.isRegularFile(file);
    Path start = isFile ? file.getParent() : context.folder();
    Workspace workspace =
        root(start)
            .map(Workspace::open)
            .orElseThrow(() ->
                unknown(
                    given,
                    "it lies in no workspace",
                    "Give a file below a folder with crosswalk.yaml, or run this in a workspace."));
    List<MappingEntry> all = workspace.mappings();
    Optional<MappingEntry> found =
        all.stream()
            .filter(m ->
                isFile ? workspace.root().resolve(m.file()).equals(file) : m.id().equals(given))
            .findFirst();
    MappingEntry entry =
        found.orElseThrow(() ->
            unknown(
                given,
                "the workspace has no such mapping",
                all.isEmpty()
                    ? "It has none yet."
                    : "It has: "
                        + String.join(", ", all.stream().map(MappingEntry::id).toList())
                        + "."));
    if (!entry.readable()) {
      throw new ProblemException(entry.problems());
    }
    return new MappingArgument(workspace, entry);
  }

  /**
   * The mapping, ready to run.
   *
   * @param customer null for the base alone
   */
  ReadyMapping compile(@Nullable String customer) {
    return ReadyMapping.of(workspace, entry.file(), customer);
  }

  /** The nearest folder upwards that is a workspace. */
  static Optional<Path> root(@Nullable Path start) {
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(Workspace.FILE))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static ProblemException unknown(String given, String why, String next) {
    return new ProblemException(
        Problem.error(
            "mapping-unknown", Place.of(given), "The mapping cannot be found: " + why + ".", next));
  }

  @Override
  public void close() {
    workspace.close();
  }
}
