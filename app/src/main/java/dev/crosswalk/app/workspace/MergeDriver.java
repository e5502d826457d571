package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * What makes git merge and show the files of a workspace by what they say: lines in {@code
 * .gitattributes}, which the workspace keeps, and a section of the repository's own configuration,
 * which git takes from nobody but the person.
 */
public final class MergeDriver {
  /** The lines that name the driver for the files of a workspace. */
  public static final List<String> ATTRIBUTES =
      List.of("*.yaml merge=crosswalk diff=crosswalk", "lookups/*.csv merge=crosswalk");

  private static final String NAME = "crosswalk";
  private static final Path FILE = Path.of(".gitattributes");

  private MergeDriver() {}

  /**
   * Adds to the workspace's {@code .gitattributes} what it lacks; what it says stays.
   *
   * @return whether anything was added
   */
  public static boolean attribute(Workspace workspace) {
    Path file = workspace.root().resolve(FILE);
    String before = Files.isRegularFile(file) ? WorkspaceFiles.readText(file, FILE.toString()) : "";
    List<String> there = before.lines().map(String::strip).toList();
    List<String> missing = ATTRIBUTES.stream().filter(l -> !there.contains(l)).toList();
    boolean decided = there.stream().anyMatch(l -> l.contains("merge=" + NAME));
    if (missing.isEmpty() || decided) {
      return false;
    }
    StringBuilder text = new StringBuilder(before);
    if (!before.isEmpty() && !before.endsWith("\n")) {
      text.append('\n');
    }
    if (before.isEmpty()) {
      text.append("# Mappings are merged and shown by what they say: crosswalk merge --install\n");
    }
    missing.forEach(l -> text.append(l).append('\n'));
    workspace.files().write(FILE, text.toString(), before.isEmpty() ? null : before);
    return true;
  }

  /** Whether the repository around a folder merges with Crosswalk. */
  public static boolean isInstalled(Path folder) {
    try (Repository repository = open(folder)) {
      return repository.getConfig().getString("merge", NAME, "driver") != null;
    } catch (ProblemException e) {
      return false;
    }
  }

  /**
   * Sets the driver in the configuration of the repository around a folder.
   *
   * @param program how Crosswalk is run, such as {@code crosswalk}
   * @return what was set, a line each as git config shows it
   * @throws ProblemException {@code git-none} where there is no repository
   */
  public static List<String> install(Path folder, String program) {
    List<String> set = new ArrayList<>();
    try (Repository repository = open(folder)) {
      StoredConfig config = repository.getConfig();
      config.load();
      set(config, set, "merge", "name", "Crosswalk, by fields and steps");
      set(config, set, "merge", "driver", program + " merge %O %A %B --path %P");
      set(config, set, "diff", "textconv", program + " diff --textconv");
      config.save();
      return set;
    } catch (IOException | ConfigInvalidException e) {
      throw WorkspaceGit.failed("The git configuration cannot be written", e);
    }
  }

  private static void set(
      StoredConfig config, List<String> set, String section, String key, String value) {
    config.setString(section, NAME, key, value);
    set.add(section + "." + NAME + "." + key + " = " + value);
  }

  private static Repository open(Path folder) {
    FileRepositoryBuilder found = new FileRepositoryBuilder().findGitDir(folder.toFile());
    if (found.getGitDir() == null) {
      throw new ProblemException(
          Problem.error(
              "git-none",
              Place.of(folder.toString()),
              "The folder is in no git repository.",
              "Run this in the workspace, after git init."));
    }
    try {
      return found.build();
    } catch (IOException e) {
      throw WorkspaceGit.failed("The repository cannot be read", e);
    }
  }
}
