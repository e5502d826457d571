package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.SheetImport;
import dev.crosswalk.app.workspace.SheetImport.Plan;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes edits of a colleague in the spreadsheet back into a mapping. */
@Command(
    name = "import-mapping",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a table that export --to csv wrote back into its mapping, and tells each change.",
      "Rows and columns that are not there leave the mapping as it is."
    },
    footer = {
      "",
      "Example: crosswalk import-mapping contact--person.csv --into"
          + " mappings/salesforce/contact--person.yaml --dry-run"
    })
final class ImportMappingCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "FILE", description = "the table, as CSV in UTF-8")
  private Path file = Path.of("");

  @Option(
      names = "--into",
      required = true,
      paramLabel = "MAPPING",
      description = "the mapping file, or its id in this workspace")
  private String into = "";

  @Option(names = "--customer", description = "change only what this customer makes of it")
  private @Nullable String customer;

  @Option(names = "--dry-run", description = "tell the changes, and write nothing")
  private boolean dryRun;

  @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  ImportMappingCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String shown = file.toString();
    String table = WorkspaceFiles.readText(context.path(file), shown);
    try (MappingArgument argument = MappingArgument.find(context, into)) {
      SheetImport importing = new SheetImport(argument.workspace());
      Plan plan = importing.plan(argument.entry(), customer, table, shown);
      plan.problems().forEach(p -> Cli.tell(context, p));
      boolean write = !dryRun && !plan.refused();
      tell(plan, write);
      if (write) {
        importing.write(plan);
      }
      return plan.refused() ? Exit.FINDINGS : Exit.FINE;
    }
  }

  private void tell(Plan plan, boolean write) {
    if (format == Format.JSON) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("file", WorkspaceFiles.shown(plan.file()));
      map.put("changes", plan.changes());
      map.put(
          "refused",
          plan.problems().stream().filter(p -> p.isError()).map(Object::toString).toList());
      map.put("written", write && !plan.changes().isEmpty());
      context.print(Json.write(map));
      return;
    }
    plan.changes().forEach(context::print);
    String goal = WorkspaceFiles.shown(plan.file());
    if (plan.refused()) {
      context.say("Nothing was written, because of what is refused.");
    } else if (plan.changes().isEmpty()) {
      context.say("The table says what " + goal + " says already.");
    } else {
      String count = Counts.of(plan.changes().size(), "change");
      context.say(write ? count + " to " + goal + "." : count + " to " + goal + ", not written.");
    }
  }
}
