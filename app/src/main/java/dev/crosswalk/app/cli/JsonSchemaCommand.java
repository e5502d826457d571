package dev.crosswalk.app.cli;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.PublishedSchemas;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The published schema of a file kind. */
@Command(
    name = "json-schema",
    mixinStandardHelpOptions = true,
    description = "Prints the published JSON Schema of a file kind.",
    footer = {"", "Example: crosswalk json-schema mapping > mapping.json"})
final class JsonSchemaCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "KIND", description = "mapping, overlay, schema, workspace, customer…")
  private String kind = "";

  JsonSchemaCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String wanted = kind.toLowerCase(Locale.ROOT);
    if (!PublishedSchemas.kinds().contains(wanted)) {
      throw new ProblemException(
          Problem.error(
              "kind-unknown",
              null,
              "There is no file kind " + kind + ".",
              "Choose one of: " + String.join(", ", PublishedSchemas.kinds()) + "."));
    }
    context.print(PublishedSchemas.text(wanted).stripTrailing());
    return Exit.FINE;
  }
}
