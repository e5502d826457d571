package dev.crosswalk.app.studio.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of workspaces opened lately, newest first, in a small file of this computer. */
public final class RecentWorkspaces {
  private static final Logger LOG = LoggerFactory.getLogger(RecentWorkspaces.class);
  private static final int MOST = 12;

  private final Path file;

  /**
   * @param stateFolder where the file lies; made when first needed
   */
  public RecentWorkspaces(Path stateFolder) {
    this.file = stateFolder.resolve("recent-workspaces.txt");
  }

  /** Those that are still there. */
  public synchronized List<Path> list() {
    List<Path> paths = new ArrayList<>();
    if (!Files.exists(file)) {
      return paths;
    }
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!line.isBlank() && Files.isDirectory(Path.of(line))) {
          paths.add(Path.of(line));
        }
      }
    } catch (IOException | InvalidPathException e) {
      LOG.warn("The list of recent workspaces in {} cannot be read", file, e);
    }
    return paths;
  }

  /** Puts a folder first. */
  public synchronized void add(Path folder) {
    List<Path> paths = new ArrayList<>(list());
    paths.remove(folder);
    paths.addFirst(folder);
    write(paths);
  }

  /** Takes a folder off the list; the folder itself stays. */
  public synchronized void remove(Path folder) {
    List<Path> paths = new ArrayList<>(list());
    paths.remove(folder);
    write(paths);
  }

  private void write(List<Path> paths) {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.write(
          temporary,
          paths.stream().limit(MOST).map(Path::toString).toList(),
          StandardCharsets.UTF_8);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("The list of recent workspaces could not be kept in {}", file, e);
    }
  }
}
