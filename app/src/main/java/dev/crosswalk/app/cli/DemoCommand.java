package dev.crosswalk.app.cli;

import dev.crosswalk.app.Services;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The whole main job against the embedded sandbox. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Does the whole main job without a window, with made-up accounts on this machine:",
      "connect, discover, suggest, accept what is certain, preview, export, check, commit.",
      "Leaves a workspace to open."
    },
    footer = {"", "Example: crosswalk demo my-demo"})
final class DemoCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "folder of the new workspace (default: ${DEFAULT-VALUE})")
  private Path folder = Path.of("crosswalk-demo");

  DemoCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path path = context.path(folder);
    if (Files.exists(path.resolve(Workspace.FILE))) {
      throw new ProblemException(
          Problem.error(
              "workspace-exists",
              Place.of(folder.toString()),
              "The folder is a workspace already, and the demo overwrites nothing.",
              "Open it with crosswalk " + folder + ", or give the demo another folder."));
    }
    try (Services services = context.services()) {
      return new Demo(context, services, path, folder.toString()).run();
    }
  }
}
