package dev.crosswalk.app.cli;

import dev.crosswalk.app.Services;
import dev.crosswalk.app.workspace.Known;
import dev.crosswalk.app.workspace.SchemaComparison;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What changed between two schemas, and which mappings it hits. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Says what changed between two schemas of a system: files, folders of them, or snapshots of"
          + " a connection (NAME@latest, NAME@previous, NAME@ID, NAME@2026-11-20). A connection"
          + " alone compares its last two.",
      "",
      "In a workspace it says which mappings a change hits, by the codes of docs/drift.md."
    },
    footer = {
      "",
      "Exit status: 0 nothing differs, 1 something does, 2 a schema cannot be read.",
      "",
      "Example: crosswalk schema diff northwind@previous northwind@latest",
      "         crosswalk schema diff before.yaml after.yaml --format markdown"
    })
final class SchemaDiffCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(arity = "1..2", paramLabel = "A B", description = "the two schemas")
  private List<String> given = List.of();

  @Option(names = "--format", description = "text, json or markdown (default: ${DEFAULT-VALUE})")
  private SchemaDiffFormat format = SchemaDiffFormat.TEXT;

  SchemaDiffCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    boolean one = given.size() == 1;
    try (Services services = context.services()) {
      SchemaArgument before =
          SchemaArgument.find(
              context, services::cache, one ? given.get(0) + "@previous" : given.get(0));
      SchemaArgument after =
          SchemaArgument.find(
              context, services::cache, one ? given.get(0) + "@latest" : given.get(1));
      if (!before.schema().system().equals(after.schema().system())) {
        throw new ProblemException(
            Problem.error(
                "schema-systems",
                null,
                "The schemas are of two systems: "
                    + before.schema().system()
                    + " and "
                    + after.schema().system()
                    + ".",
                "Compare schemas of one system."));
      }
      List<SchemaComparison.Change> changes = changes(services, before, after);
      String text = format.write(changes);
      if (!text.isEmpty()) {
        context.print(text);
      }
      return changes.isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }
  }

  private List<SchemaComparison.Change> changes(
      Services services, SchemaArgument before, SchemaArgument after) {
    SchemaComparison comparison = new SchemaComparison(before.schema(), after.schema());
    Path start = Optional.ofNullable(after.file().getParent()).orElse(context.folder());
    Optional<Path> root =
        MappingArgument.root(context.folder()).or(() -> MappingArgument.root(start));
    if (root.isEmpty() || comparison.changes().isEmpty()) {
      return comparison.changes();
    }
    try (Workspace workspace = Workspace.open(root.get())) {
      Known known = new Known(services::cache, services.matcher(), context.clock());
      return comparison.changes(workspace, known, concerned(root.get(), before, after));
    }
  }

  /** The customers whose system it is: by the connection, or by the folder of the file. */
  private static Predicate<CustomerFile> concerned(
      Path root, SchemaArgument before, SchemaArgument after) {
    String connection = after.connection().isEmpty() ? before.connection() : after.connection();
    if (!connection.isEmpty()) {
      return customer -> customer.connections().containsValue(connection);
    }
    for (SchemaArgument side : List.of(after, before)) {
      if (side.file().startsWith(root.resolve("customers"))) {
        String path = WorkspaceFiles.shown(root.relativize(side.file()));
        return customer -> path.startsWith("customers/" + customer.id() + "/");
      }
    }
    return customer -> true;
  }
}
