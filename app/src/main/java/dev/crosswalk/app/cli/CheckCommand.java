package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceCheck;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.Severity;
import java.nio.file.Path;
import java.util.List;
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
            + " replayed, no secrets and no unmasked addresses.",
    footer = {"", "Example: crosswalk check . --format github --fail-on warning"})
final class CheckCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(arity = "0..1", paramLabel = "WORKSPACE", description = "default: this folder")
  private Path folder = Path.of(".");

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
    try (Workspace workspace = Workspace.open(root)) {
      List<Problem> findings = new WorkspaceCheck(workspace).run();
      String text = format.write(findings);
      if (!text.isEmpty()) {
        context.print(text);
      }
      return findings.stream().anyMatch(p -> p.severity().compareTo(failOn) <= 0)
          ? Exit.FINDINGS
          : Exit.FINE;
    }
  }
}
