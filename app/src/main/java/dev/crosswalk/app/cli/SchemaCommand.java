package dev.crosswalk.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with schemas alone. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Compares schemas: see crosswalk schema diff --help.",
    footer = {"", "Example: crosswalk schema diff northwind@previous northwind@latest"})
final class SchemaCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** With its own commands. */
  static CommandLine create(CliContext context) {
    return new CommandLine(new SchemaCommand()).addSubcommand(new SchemaDiffCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing: diff.");
  }
}
