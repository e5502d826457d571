package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.scratch.ScratchDatabase;
import dev.crosswalk.engine.export.DbtExport;
import dev.crosswalk.engine.export.ExportRequest;
import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult;
import dev.crosswalk.engine.export.Exporter;
import dev.crosswalk.engine.export.Exporters;
import dev.crosswalk.engine.export.Replays;
import dev.crosswalk.engine.export.SqlRunner;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.mapping.AcceptedFile;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings mappings of a workspace into other tools' formats. */
public final class Exporting {
  /** Where exports go if nothing else is said. */
  public static final Path FOLDER = Path.of("exports");

  private final Workspace workspace;

  public Exporting(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * The export in a format, by its word.
   *
   * @throws ProblemException {@code format-unknown}, naming those there are
   */
  public static Exporter exporter(String format) {
    return Exporters.find(format)
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "format-unknown",
                    null,
                    "There is no export to " + format + ".",
                    "Choose one of: "
                        + String.join(", ", Exporters.all().stream().map(Exporter::format).toList())
                        + ".")));
  }

  /**
   * What a document says of the workspace as it is: {@code date}, and from git {@code revision}
   * (with + where there are uncommitted changes) and {@code decided}.
   *
   * @param clock also says the zone of the dates
   */
  public Map<String, String> circumstances(Clock clock) {
    Map<String, String> all = new TreeMap<>();
    all.put("date", LocalDate.now(clock).toString());
    WorkspaceGit git = workspace.git(clock);
    try {
      List<CommitInfo> last = git.isRepository() ? git.log(1) : List.of();
      if (!last.isEmpty()) {
        CommitInfo commit = last.getFirst();
        all.put("revision", commit.shortId() + (git.changes().isEmpty() ? "" : "+"));
        all.put(
            "decided", LocalDate.ofInstant(commit.at(), clock.getZone()) + ", " + commit.author());
      }
    } catch (ProblemException e) {
      // A document without a revision says so itself.
    }
    return all;
  }

  /** Findings of drift that a person lets be, as plain values; none where there is no file. */
  private List<Map<String, String>> accepted() {
    List<Map<String, String>> all = new ArrayList<>();
    String file = WorkspaceFiles.shown(Acceptances.FILE);
    List<AcceptedFile.Entry> entries;
    try {
      entries =
          workspace
              .files()
              .readIfThere(Acceptances.FILE)
              .map(text -> AcceptedFile.read(text, file).entries())
              .orElse(List.of());
    } catch (ProblemException e) {
      return List.of(); // The check of the workspace tells.
    }
    for (AcceptedFile.Entry entry : entries) {
      Map<String, String> one = new TreeMap<>();
      put(one, "mapping", entry.mapping());
      put(one, "customer", entry.customer());
      put(one, "target", entry.target());
      put(one, "reason", entry.reason());
      put(one, "until", entry.until());
      all.add(one);
    }
    return all;
  }

  private static void put(Map<String, String> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value.toString());
    }
  }

  /**
   * Makes one export of some mappings and runs it on their golden records where it can be run;
   * writes nothing.
   *
   * @param customer only what this customer makes of them; null = all customers
   * @param settings of the format, see docs/exports.md
   * @throws ProblemException {@code customer-unknown} and {@code customer-mapping} where the
   *     customer is nobody, or has nothing to do with a mapping
   */
  public ExportResult export(
      Exporter exporter,
      List<MappingEntry> mappings,
      @Nullable String customer,
      Map<String, String> settings) {
    List<Problem> problems = new ArrayList<>();
    List<MappingSet> sets = new ArrayList<>();
    for (MappingEntry entry : mappings) {
      sets.add(set(entry, customer, problems));
    }
    Map<String, Object> typed = new TreeMap<>();
    settings.forEach((key, value) -> typed.put(key, typed(value)));
    return Replays.export(runnable(exporter), new ExportRequest(sets, typed)).with(problems);
  }

  /** A setting as a mapping file would have it: a flag or a whole number where it is one. */
  private static Object typed(String value) {
    if (value.equals("true") || value.equals("false")) {
      return Boolean.valueOf(value);
    }
    return value.matches("0|[1-9][0-9]{0,8}") ? (Object) Long.valueOf(value) : value;
  }

  /** Models of dbt are run by a database, and the engine has none. */
  private static Exporter runnable(Exporter exporter) {
    return exporter instanceof DbtExport ? new DbtExport(Exporting::query) : exporter;
  }

  /** Runs a query in a database of its own. */
  static List<Map<String, @Nullable Object>> query(List<SqlRunner.Table> tables, String query) {
    return ScratchDatabase.run(
        tables.stream()
            .map(t -> new ScratchDatabase.Table(t.name(), t.columns(), t.rows()))
            .toList(),
        query);
  }

  private MappingSet set(MappingEntry entry, @Nullable String only, List<Problem> problems) {
    Mapping base = workspace.mapping(entry.file());
    SortedMap<String, Mapping> customers = new TreeMap<>();
    (only == null ? workspace.customers() : List.of(user(only, entry)))
        .stream()
            .filter(c -> workspace.uses(c, entry))
            .forEach(
                c -> customers.put(c.id(), workspace.effective(entry.file(), c.id()).mapping()));
    Mapping.Endpoint from = base.source();
    Map<String, SchemaObject> sources = new TreeMap<>();
    customers
        .keySet()
        .forEach(c ->
            workspace
                .reviewedSchema(c, from.system(), from.object())
                .ifPresent(s -> sources.put(c, s)));
    Schema target = workspace.target(base.target().system());
    Map<String, List<GoldenRecord>> golden = new TreeMap<>();
    golden.put(MappingSet.BASE, golden(entry, null, problems));
    customers.keySet().forEach(c -> golden.put(c, golden(entry, c, problems)));
    return new MappingSet(
        base,
        customers,
        workspace.reviewedSchema(null, from.system(), from.object()).orElse(null),
        target.object(base.target().object()).orElse(null),
        golden,
        workspace.lookups(),
        sources);
  }

  private CustomerFile user(String id, MappingEntry entry) {
    CustomerFile customer = workspace.knownCustomer(id);
    if (!workspace.uses(customer, entry)) {
      throw new ProblemException(
          Problem.error(
              "customer-mapping",
              Place.of(WorkspaceFiles.shown(WorkspaceLayout.customer(id))),
              "The customer '" + id + "' does not use the mapping " + entry.id() + ".",
              "Add it under 'mappings' there, or export it without the customer."));
    }
    return customer;
  }

  /** A file that cannot be read costs the comparison, not the export. */
  private List<GoldenRecord> golden(
      MappingEntry entry, @Nullable String customer, List<Problem> problems) {
    try {
      return new GoldenFiles(workspace).of(entry, customer);
    } catch (ProblemException e) {
      e.problems()
          .forEach(p -> problems.add(Problem.warning(p.code(), p.place(), p.what(), p.next())));
      return List.of();
    }
  }

  /**
   * Writes the files of an export below a folder of the workspace.
   *
   * @return the files, relative to the workspace
   * @throws ProblemException with the export's problems where one is an error; nothing is written
   */
  public List<Path> write(ExportResult result, Path folder) {
    if (result.hasErrors()) {
      throw new ProblemException(result.problems().stream().filter(Problem::isError).toList());
    }
    List<Path> written = new ArrayList<>();
    for (ExportResult.OutputFile file : result.files()) {
      Path path = folder.resolve(file.path());
      workspace.save(path, file.text(), workspace.files().readIfThere(path).orElse(null));
      written.add(path);
    }
    return List.copyOf(written);
  }
}
