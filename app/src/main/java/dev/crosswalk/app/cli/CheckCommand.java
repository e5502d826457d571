package dev.crosswalk.app.cli;

import dev.crosswalk.app.Services;
import dev.crosswalk.app.workspace.CheckReport;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceCheck;
import dev.crosswalk.engine.problem.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a workspace, for people and for CI. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks a workspace: files valid, required targets mapped, transforms typed, golden records"
            + " replayed, no secrets and no unmasked addresses; and what changed in the customers'"
            + " systems since their mappings were reviewed, as the last discovery on this computer"
            + " has it, or now with --live.",
    footer = {
      "",
      "Findings are accepted in accepted.yaml, or beside the line with a reason:",
      "  # crosswalk:ignore[FM113] the value comes in January",
      "",
      "Example: crosswalk check . --live --format github --fail-on warning"
    })
final class CheckCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(arity = "0..1", paramLabel = "WORKSPACE", description = "default: this folder")
  private Path folder = Path.of(".");

  @Option(
      names = "--live",
      description = "ask each customer's system now for the objects that its mappings read")
  private boolean live;

  @Option(names = "--fail-on", description = "error or warning (default: ${DEFAULT-VALUE})")
  private Severity failOn = Severity.ERROR;

  @Option(
      names = "--format",
      description = "text, json, github, markdown, junit or sarif (default: ${DEFAULT-VALUE})")
  private CheckFormat format = CheckFormat.TEXT;

  CheckCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path start = context.path(folder);
    Path root = MappingArgument.root(start).orElse(start);
    try (Workspace workspace = Workspace.open(root);
        Services services = context.services(root)) {
      LiveSystems systems = new LiveSystems(context, services);
      if (live) {
        systems.ask(workspace);
      }
      CheckReport report =
          systems
              .known()
              .map(known -> new WorkspaceCheck(workspace, known))
              .orElseGet(() -> new WorkspaceCheck(workspace))
              .run(LocalDate.now(context.clock()));
      String text = format.write(report);
      if (!text.isEmpty()) {
        context.print(text);
      }
      report.unjudged().forEach(context::say);
      if (systems.failed()) {
        return Exit.SYSTEM;
      }
      return report.findings().stream().anyMatch(f -> f.problem().severity().compareTo(failOn) <= 0)
          ? Exit.FINDINGS
          : Exit.FINE;
    }
  }
}
