package dev.crosswalk.app.cli;

import dev.crosswalk.app.SandboxHost;
import dev.crosswalk.app.Services;
import dev.crosswalk.app.workspace.CheckFinding;
import dev.crosswalk.app.workspace.CommitInfo;
import dev.crosswalk.app.workspace.Exporting;
import dev.crosswalk.app.workspace.FileChange;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceCheck;
import dev.crosswalk.app.workspace.WorkspaceGit;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.export.ExportResult;
import dev.crosswalk.engine.export.Exporter;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.preview.Preview;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.CompiledMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of the demo, in order, each told with the time that it took. */
final class Demo {
  private static final int RECORDS = 100;

  private final CliContext context;
  private final Services services;
  private final Path folder;
  private final String shown;
  private final Map<String, Schema> schemas = new LinkedHashMap<>();
  private Instant since;

  Demo(CliContext context, Services services, Path folder, String shown) {
    this.context = context;
    this.services = services;
    this.folder = folder;
    this.shown = shown;
    this.since = context.clock().instant();
  }

  int run() {
    Instant begun = since;
    try (Workspace workspace = DemoAssets.unpack(folder, Path.of(shown))) {
      String system = workspace.settings().targetSystem();
      tell("Made the workspace " + shown + " with the model of " + system);
      List<SandboxHost.Account> accounts = services.sandbox().accounts();
      tell("Started the sandbox with " + accounts.size() + " made-up accounts on this machine");
      DemoMapper mapper = new DemoMapper(workspace, services, schemas, this::tell);
      for (SandboxHost.Account account : accounts) {
        connect(account, mapper);
      }
      mapper.run(accounts);
      preview(workspace, accounts);
      export(workspace);
      int status = check(workspace);
      commit(workspace, system);
      context.print("");
      context.print("Done in " + seconds(begun) + ". Open it: crosswalk " + shown);
      return status;
    }
  }

  private void tell(String what) {
    context.print(String.format(java.util.Locale.ROOT, "%6s  %s", seconds(since), what));
    since = context.clock().instant();
  }

  private String seconds(Instant from) {
    Duration took = Duration.between(from, context.clock().instant());
    return String.format(java.util.Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }

  private void connect(SandboxHost.Account account, DemoMapper mapper) {
    ConnectionProfile profile = account.profile();
    String name = profile.name();
    try (Session session = services.connectors().open(profile, Map.of())) {
      Identity identity = Exit.remote(() -> session.test(context.progress("Connecting")));
      services.connections().save(profile);
      String who = identity.organisation() == null ? account.title() : identity.organisation();
      tell("Connected " + name + " (" + who + ")");
      Schema schema = discover(session, name);
      schemas.put(name, schema);
      sample(
          session, schema, mapper.pairs(schema).stream().map(MatchRequest.Pair::source).toList());
    }
  }

  private Schema discover(Session session, String name) {
    Discovery found =
        Exit.remote(() -> session.discover(List.of(), context.progress("Discovering " + name)));
    services.cache().store(name, List.of(), found, context.clock().instant());
    found.problems().forEach(p -> Cli.tell(context, p));
    List<SchemaObject> objects = found.schema().objects();
    long fields = objects.stream().mapToLong(o -> o.fields().size()).sum();
    long custom =
        objects.stream().flatMap(o -> o.fields().stream()).filter(f -> f.isCustom()).count();
    tell(
        "Discovered "
            + name
            + ": "
            + objects.size()
            + " objects, "
            + fields
            + " fields ("
            + custom
            + " custom), all in the cache");
    return found.schema();
  }

  private void sample(Session session, Schema schema, List<String> objects) {
    String name = session.profile().name();
    int count = 0;
    for (String object : objects) {
      List<Map<String, @Nullable Object>> records =
          Exit.remote(() ->
              session.sample(
                  schema.object(object).orElseThrow(),
                  List.of(),
                  RECORDS,
                  context.progress("Reading " + object)));
      services
          .cache()
          .storeRecords(name, object, records, context.clock().instant(), DiscoverCommand.KEEP);
      count += records.size();
    }
    tell("Read " + count + " sample records of " + String.join(", ", objects));
  }

  private void preview(Workspace workspace, List<SandboxHost.Account> accounts) {
    for (SandboxHost.Account account : accounts) {
      String connection = account.profile().name();
      for (MappingEntry entry : workspace.mappings()) {
        Mapping mapping = workspace.effective(entry.file(), account.id()).mapping();
        String object = mapping.source().object();
        if (!mapping.source().system().equals(account.profile().connector())) {
          continue;
        }
        List<Map<String, @Nullable Object>> records =
            services.cache().records(connection, object, context.clock().instant());
        CompiledMapping compiled =
            CompiledMapping.compile(
                mapping,
                known(connection, object),
                workspace.target().object(mapping.target().object()).orElse(null),
                workspace.lookups());
        PreviewReport report = new PreviewReport(records, Preview.run(compiled, records));
        tell("Previewed " + entry.id() + " for " + account.id() + ": " + report.summary());
      }
    }
  }

  private @Nullable SchemaObject known(String connection, String object) {
    Schema schema = schemas.get(connection);
    return schema == null ? null : schema.object(object).orElse(null);
  }

  private void export(Workspace workspace) {
    Exporting exporting = new Exporting(workspace);
    Exporter exporter = Exporting.exporter("ampersand");
    ExportResult result = exporting.export(exporter, workspace.mappings(), null, Map.of());
    result.problems().forEach(p -> Cli.tell(context, p));
    List<Path> files = exporting.write(result, Exporting.FOLDER.resolve(exporter.format()));
    tell(
        "Exported "
            + files.size()
            + " files for "
            + exporter.title()
            + "; "
            + result.notExpressed().size()
            + " things it cannot express are listed beside them");
  }

  private int check(Workspace workspace) {
    List<Problem> findings =
        new WorkspaceCheck(workspace)
            .run(LocalDate.now(context.clock())).findings().stream()
                .map(CheckFinding::problem)
                .toList();
    findings.forEach(p -> Cli.tell(context, p));
    long errors = findings.stream().filter(Problem::isError).count();
    tell(
        "Checked all files: "
            + errors
            + " errors, "
            + (findings.size() - errors)
            + " other findings");
    return errors > 0 ? Exit.FINDINGS : Exit.FINE;
  }

  private void commit(Workspace workspace, String system) {
    WorkspaceGit git = workspace.git(context.clock());
    git.init();
    if (git.identity().isEmpty()) {
      git.setIdentity(new WorkspaceGit.Identity("Crosswalk demo", "demo@crosswalk.invalid"));
    }
    List<String> paths = new ArrayList<>();
    for (FileChange change : git.changes()) {
      paths.add(change.path());
    }
    CommitInfo commit = git.commit("Map the demo accounts to " + system, paths);
    tell("Committed " + paths.size() + " files as " + commit.shortId() + " on " + git.branch());
  }
}
