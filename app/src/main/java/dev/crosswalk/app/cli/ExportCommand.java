package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.Exporting;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.export.ExportResult;
import dev.crosswalk.engine.export.Exporter;
import dev.crosswalk.engine.export.Exporters;
import dev.crosswalk.engine.export.Replayed;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a mapping in another tool's format. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a mapping in another tool's format, and lists what it cannot express.",
    footer = {
      "",
      "Example: crosswalk export mappings/salesforce/contact--person.yaml --to ampersand"
    })
final class ExportCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(
      arity = "1..*",
      paramLabel = "MAPPING",
      description = "mapping files, or ids of this workspace; several go into one export")
  private List<String> mappings = new ArrayList<>();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      completionCandidates = Words.class,
      description = "${COMPLETION-CANDIDATES}")
  private String to = "";

  @Option(names = "--customer", description = "only what this customer makes of it")
  private @Nullable String customer;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder to write to (default: exports/FORMAT in the workspace)")
  private @Nullable Path out;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "a setting of the format, such as separator=; for csv, language=de for html")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  /** The word of each export, for the help and for what a shell completes. */
  private static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Exporters.all().stream().map(Exporter::format).iterator();
    }
  }

  ExportCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Exporter exporter = Exporting.exporter(to);
    settings.keySet().forEach(key -> known(exporter, key));
    try (MappingArgument first = MappingArgument.find(context, mappings.getFirst())) {
      Exporting exporting = new Exporting(first.workspace());
      List<MappingEntry> entries = new ArrayList<>();
      for (String name : mappings) {
        try (MappingArgument each = MappingArgument.find(context, name)) {
          if (!each.workspace().root().equals(first.workspace().root())) {
            throw new ProblemException(
                Problem.error(
                    "export-workspaces",
                    Place.of(name),
                    "The mapping is of another workspace than " + mappings.getFirst() + ".",
                    "Export mappings of one workspace at a time."));
          }
          if (entries.stream().noneMatch(e -> e.file().equals(each.entry().file()))) {
            entries.add(each.entry());
          }
        }
      }
      Map<String, String> all = exporting.circumstances(context.clock());
      all.putAll(settings);
      ExportResult result = exporting.export(exporter, entries, customer, all);
      result.problems().forEach(p -> Cli.tell(context, p));
      if (result.hasErrors()) {
        return Exit.FINDINGS;
      }
      List<Path> files =
          out == null
              ? exporting.write(result, Exporting.FOLDER.resolve(exporter.format()))
              : outside(result, out);
      report(result, files);
      return result.replayed().differences().isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }
  }

  private static void known(Exporter exporter, String key) {
    List<String> keys = exporter.settings();
    if (!keys.contains(key)) {
      throw new ProblemException(
          Problem.error(
              "export-setting",
              null,
              exporter.format() + " has no setting '" + key + "'.",
              keys.isEmpty()
                  ? "It has none."
                  : Nearest.mend(key, keys, "It has: " + String.join(", ", keys) + ".")));
    }
  }

  private List<Path> outside(ExportResult result, Path folder) {
    Path goal = context.path(folder);
    WorkspaceFiles files = new WorkspaceFiles(OutFolder.make(goal, folder));
    List<Path> written = new ArrayList<>();
    for (ExportResult.OutputFile file : result.files()) {
      Path path = Path.of(file.path());
      files.write(path, file.text(), files.readIfThere(path).orElse(null));
      written.add(folder.resolve(path));
    }
    return written;
  }

  private void report(ExportResult result, List<Path> files) {
    if (format == Format.JSON) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("files", files.stream().map(WorkspaceFiles::shown).toList());
      map.put("notExpressed", result.notExpressed());
      map.put("replayed", result.replayed().records());
      map.put("differences", result.replayed().differences().stream().map(this::plain).toList());
      context.print(Json.write(map));
      return;
    }
    files.forEach(f -> context.print(WorkspaceFiles.shown(f)));
    if (!result.notExpressed().isEmpty()) {
      context.say("The format cannot express:");
      result.notExpressed().forEach(n -> context.say("  " + n));
    }
    Replayed replayed = result.replayed();
    if (!replayed.differences().isEmpty()) {
      context.say("Run on the golden records, it gives other results than the mapping:");
      replayed.differences().forEach(d -> context.say("  " + d.sentence()));
    } else if (replayed.records() > 0) {
      context.say(
          "Run on "
              + replayed.records()
              + (replayed.records() == 1 ? " golden record" : " golden records")
              + ", it gives what the mapping gives.");
    }
  }

  private Map<String, Object> plain(Replayed.Difference difference) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("mapping", difference.mapping());
    if (!difference.customer().isEmpty()) {
      map.put("customer", difference.customer());
    }
    map.put("record", difference.record());
    map.put("name", difference.name());
    map.put("target", difference.target());
    map.put("ours", difference.ours());
    map.put("theirs", difference.theirs());
    return map;
  }
}
