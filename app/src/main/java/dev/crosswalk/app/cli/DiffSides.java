package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.FileTree;
import dev.crosswalk.app.workspace.Revisions;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The two states that a diff compares, and the files it looks at.
 *
 * @param before where it is looked at from
 * @param wanted which paths of the trees are compared
 */
record DiffSides(FileTree before, FileTree after, Predicate<String> wanted) {

  /**
   * Reads the arguments after git's manner: two files or folders; or none, one or two revisions,
   * {@code A..B} or {@code A...B}, and then files that the comparison keeps to.
   *
   * @param given the arguments before {@code --}
   * @param files the arguments after it
   * @param staged whether the index takes the place of the files on disk
   */
  static DiffSides of(CliContext context, List<String> given, List<String> files, boolean staged) {
    List<String> paths = new ArrayList<>();
    List<String> revisions = new ArrayList<>();
    for (String each : given) {
      boolean there = Files.exists(context.path(Path.of(each)));
      if (!there && !paths.isEmpty()) {
        throw missing(each);
      }
      (there ? paths : revisions).add(each);
    }
    if (paths.size() == 2 && revisions.isEmpty() && files.isEmpty() && !staged) {
      return ofPaths(context, paths.get(0), paths.get(1));
    }
    paths.addAll(files);
    return ofRevisions(context, revisions, paths, staged);
  }

  private static ProblemException missing(String path) {
    return new ProblemException(
        Problem.error(
            "file-missing", Place.of(path), "The file does not exist.", "Check the path."));
  }

  /** Two files or two folders. */
  private static DiffSides ofPaths(CliContext context, String one, String other) {
    Path a = context.path(Path.of(one));
    Path b = context.path(Path.of(other));
    if (Files.isDirectory(a) && Files.isDirectory(b)) {
      return new DiffSides(FileTree.OnDisk.of(a), FileTree.OnDisk.of(b), path -> true);
    }
    if (Files.isDirectory(a) || Files.isDirectory(b)) {
      throw new ProblemException(
          Problem.error(
              "diff-kinds",
              Place.of(one),
              "A file and a folder cannot be compared.",
              "Give two files or two folders."));
    }
    return ofTexts(b, WorkspaceFiles.readText(a, one), WorkspaceFiles.readText(b, other), other);
  }

  /**
   * Two texts of what is one file in a workspace, so that bases and customers are known; or just
   * two texts where it is none of a workspace.
   *
   * @param file where the file lies now
   * @param shown how it was named
   */
  static DiffSides ofTexts(Path file, String before, String after, String shown) {
    Optional<Path> root = MappingArgument.root(file.getParent());
    String path = root.map(r -> WorkspaceFiles.shown(r.relativize(file))).orElse(shown);
    FileTree around = root.<FileTree>map(FileTree.OnDisk::of).orElse(new FileTree.Held(Map.of()));
    return new DiffSides(
        new FileTree.With(around, path, before),
        new FileTree.With(around, path, after),
        path::equals);
  }

  private static DiffSides ofRevisions(
      CliContext context, List<String> given, List<String> paths, boolean staged) {
    Path root = MappingArgument.root(context.folder()).orElse(context.folder());
    try (Revisions git = Revisions.of(root).orElseThrow(() -> noRepository(given, root))) {
      List<String> revisions = new ArrayList<>(given);
      if (revisions.size() == 1 && revisions.get(0).contains("..")) {
        revisions = range(git, revisions.get(0));
      }
      if (revisions.size() > 2 || (staged && revisions.size() > 1)) {
        throw new ProblemException(
            Problem.error(
                "diff-arguments",
                null,
                "Two states are compared, and "
                    + (revisions.size() + (staged ? 1 : 0))
                    + " are named.",
                "Give one revision or two; files come after --."));
      }
      FileTree before = git.tree(revisions.isEmpty() ? "HEAD" : revisions.get(0));
      FileTree after =
          staged
              ? git.staged()
              : revisions.size() == 2 ? git.tree(revisions.get(1)) : FileTree.OnDisk.of(root);
      return new DiffSides(before, after, within(context, root, paths));
    }
  }

  private static ProblemException noRepository(List<String> given, Path root) {
    return given.isEmpty()
        ? new ProblemException(
            Problem.error(
                "git-none",
                null,
                "The workspace " + root + " is not in a git repository.",
                "Initialise one (in the studio: Changes; or run git init there)."))
        : missing(given.get(0));
  }

  /** {@code A..B}, or {@code A...B}: from what both have in common; a side left out is HEAD. */
  private static List<String> range(Revisions git, String range) {
    boolean three = range.contains("...");
    String[] ends = range.split(three ? "\\.\\.\\." : "\\.\\.", 2);
    String from = ends[0].isEmpty() ? "HEAD" : ends[0];
    String to = ends[1].isEmpty() ? "HEAD" : ends[1];
    return List.of(three ? git.common(from, to) : from, to);
  }

  private static Predicate<String> within(CliContext context, Path root, List<String> paths) {
    if (paths.isEmpty()) {
      return path -> true;
    }
    List<String> starts =
        paths.stream()
            .map(p -> WorkspaceFiles.shown(root.relativize(context.path(Path.of(p)))))
            .toList();
    return path ->
        starts.stream().anyMatch(s -> s.isEmpty() || path.equals(s) || path.startsWith(s + "/"));
  }
}
