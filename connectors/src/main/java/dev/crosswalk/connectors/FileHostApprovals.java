package dev.crosswalk.connectors;

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
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Approvals in the person's settings, {@code <configDir>/approved-hosts.txt}: a line each, name of
 * the connection and host. Never in a workspace, which could approve itself.
 */
public final class FileHostApprovals implements HostApprovals {
  private final Path file;

  /**
   * @param configDir the user's configuration folder of Crosswalk; made when first needed
   */
  public FileHostApprovals(Path configDir) {
    this.file = configDir.resolve("approved-hosts.txt");
  }

  @Override
  public synchronized Set<String> approved(String connection) {
    Set<String> hosts = new TreeSet<>();
    for (String line : lines()) {
      int space = line.indexOf(' ');
      if (space > 0 && line.substring(0, space).equals(connection)) {
        hosts.add(line.substring(space + 1).strip());
      }
    }
    return hosts;
  }

  @Override
  public synchronized void approve(String connection, String host) {
    String line = connection + " " + host.strip().toLowerCase(Locale.ROOT);
    List<String> all = new ArrayList<>(lines());
    if (!all.contains(line)) {
      all.add(line);
      write(all);
    }
  }

  @Override
  public synchronized void forget(String connection) {
    List<String> all = new ArrayList<>(lines());
    if (all.removeIf(line -> line.startsWith(connection + " "))) {
      write(all);
    }
  }

  private List<String> lines() {
    try {
      return Files.isRegularFile(file)
          ? Files.readAllLines(file, StandardCharsets.UTF_8)
          : List.of();
    } catch (IOException e) {
      // What cannot be read approves nothing.
      return List.of();
    }
  }

  private void write(List<String> lines) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, lines, StandardCharsets.UTF_8);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(
              "approvals-write",
              Place.of(file.toString()),
              "The approved hosts cannot be saved: " + e.getMessage() + ".",
              "Make the folder writable and try again."),
          e);
    }
  }
}
