package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.schema.SchemaImport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A target schema from what the team already has. */
@Command(
    name = "import-schema",
    mixinStandardHelpOptions = true,
    description = "Makes a schema file from JSON Schema, OpenAPI, SQL DDL or a CSV header.",
    footer = {
      "",
      "Example: crosswalk import-schema person.sql --from sql --out schemas/acme/person.yaml"
    })
final class ImportSchemaCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "FILE", description = "the file to read")
  private Path file = Path.of("");

  @Option(names = "--from", required = true, description = "json-schema, openapi, sql or csv")
  private String from = "";

  @Option(
      names = "--out",
      required = true,
      description = "the schema file to write; never over another")
  private Path out = Path.of("");

  ImportSchemaCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Schema schema =
        SchemaImport.read(
            from, WorkspaceFiles.readText(context.path(file), file.toString()), file.toString());
    Path goal = context.path(out);
    Path folder = OutFolder.make(goal.getParent(), out);
    new WorkspaceFiles(folder).write(goal.getFileName(), SchemaFile.write(schema), null);
    context.print(
        Counts.of(schema.objects().size(), "object")
            + " with "
            + Counts.of(schema.objects().stream().mapToInt(o -> o.fields().size()).sum(), "field")
            + " written to "
            + out
            + ".");
    return Exit.FINE;
  }
}
