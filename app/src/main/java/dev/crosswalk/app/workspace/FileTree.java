package dev.crosswalk.app.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files of a workspace in one state: on disk, in a commit, or with one of them replaced. Paths
 * are relative to the workspace, with forward slashes.
 */
public sealed interface FileTree {
  /** What files of a workspace end in. */
  List<String> ENDINGS = List.of(".yaml", ".yml", ".json", ".csv", ".txt", ".md");

  /** Deeper folders are none of a workspace. */
  int DEPTH = 8;

  SortedSet<String> paths();

  /**
   * The text of a file; empty where there is none.
   *
   * @throws dev.crosswalk.engine.problem.ProblemException where it cannot be read
   */
  Optional<String> text(String path);

  /** A folder as it is now. */
  record OnDisk(WorkspaceFiles files) implements FileTree {
    public static OnDisk of(Path folder) {
      return new OnDisk(new WorkspaceFiles(folder));
    }

    @Override
    public SortedSet<String> paths() {
      SortedSet<String> paths = new TreeSet<>();
      ENDINGS.forEach(ending ->
          files
              .list(Path.of(""), DEPTH, ending)
              .forEach(file -> paths.add(WorkspaceFiles.shown(file))));
      return paths;
    }

    @Override
    public Optional<String> text(String path) {
      return files.readIfThere(Path.of(path));
    }
  }

  /** Texts that are held, such as those of a commit. */
  record Held(Map<String, String> texts) implements FileTree {
    public Held {
      texts = Map.copyOf(texts);
    }

    @Override
    public SortedSet<String> paths() {
      return new TreeSet<>(texts.keySet());
    }

    @Override
    public Optional<String> text(String path) {
      return Optional.ofNullable(texts.get(path));
    }
  }

  /** Another tree with one file as it is given here. */
  record With(FileTree under, String path, String content) implements FileTree {
    @Override
    public SortedSet<String> paths() {
      SortedSet<String> paths = new TreeSet<>(under.paths());
      paths.add(path);
      return paths;
    }

    @Override
    public Optional<String> text(String wanted) {
      return wanted.equals(path) ? Optional.of(content) : under.text(wanted);
    }
  }
}
