package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.MergeDriver;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceGit;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A new workspace. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Makes a workspace, and a git repository where there is none around it.",
    footer = {"", "Example: crosswalk init acme-integrations --target acme"})
final class InitCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "DIR", description = "the folder; made if need be")
  private Path folder = Path.of("");

  @Option(names = "--name", description = "what the workspace is called (default: the folder)")
  private @Nullable String name;

  @Option(
      names = "--target",
      paramLabel = "SYSTEM",
      description = "your own system, whose model is mapped to (default: ${DEFAULT-VALUE})")
  private String target = "own";

  InitCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path path = context.path(folder);
    // A dot at the end of a sentence, or of a command to type, would read as another folder.
    Path shown = folder.toString().endsWith(".") ? path : folder;
    String title = name == null ? String.valueOf(path.getFileName()) : name;
    try (Workspace workspace = Workspace.create(path, title, target)) {
      WorkspaceGit git = workspace.git(context.clock());
      git.init();
      context.print("Workspace " + title + " made in " + shown + ".");
      context.say(
          "Next: describe your model with crosswalk import-schema … --out "
              + shown.resolve("schemas").resolve(target)
              + ", or open the studio with crosswalk "
              + shown
              + ".");
      if (!MergeDriver.isInstalled(path)) {
        context.say(
            "To let git merge mappings by field and step, run crosswalk merge --install in it.");
      }
      return Exit.FINE;
    }
  }
}
