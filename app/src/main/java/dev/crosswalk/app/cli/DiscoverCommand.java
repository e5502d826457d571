package dev.crosswalk.app.cli;

import dev.crosswalk.app.Services;
import dev.crosswalk.app.workspace.Names;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.records.RecordGaps;
import dev.crosswalk.connectors.records.RecordLooks;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Discovers objects and fields into the cache. */
@Command(
    name = "discover",
    mixinStandardHelpOptions = true,
    description = "Discovers objects and fields, and sample records if asked, into the cache.",
    footer = {"", "Example: crosswalk discover northwind --object Contact --records 50"})
final class DiscoverCommand implements Callable<Integer> {
  /** How long sample records stay in the cache. */
  static final Duration KEEP = Duration.ofDays(7);

  private final CliContext context;

  @Parameters(paramLabel = "NAME", description = "name of a stored connection")
  private String name = "";

  @Option(names = "--object", description = "only this object; repeatable")
  private List<String> objects = new ArrayList<>();

  @Option(
      names = "--fresh",
      description =
          "asks for everything, where a discovery was cut before or the system tells what changed")
  private boolean fresh;

  @Option(names = "--records", description = "so many sample records of each object (default: 0)")
  private int records;

  @Option(
      names = "--gaps",
      description =
          "tells which fields no sample record had, which names in records are no field, and which"
              + " values are not like their field's type: for who writes a connector")
  private boolean gaps;

  @Option(
      names = "--requests",
      description = "lists each request as it is answered, with why it was sent, and their number")
  private boolean requests;

  @Option(names = "--out", description = "folder to write a schema file for each object to")
  private @Nullable Path out;

  @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  DiscoverCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Services services = context.services()) {
      ConnectionProfile profile = profile(services, name);
      if (requests) {
        services.requests().listen(entry -> context.say(RequestLines.of(entry)));
      }
      try (Session session = services.connectors().open(profile, Map.of())) {
        Discovery found = Exit.remote(() -> discover(services, session));
        if (found.schema().objects().isEmpty() && !found.problems().isEmpty()) {
          // Nothing came, so what the cache has stays as it is.
          Exit.remote(() -> {
            throw new ProblemException(found.problems());
          });
        }
        SnapshotInfo info = services.cache().store(name, objects, found, context.clock().instant());
        services.cache().notices().forEach(p -> Cli.tell(context, p));
        found.problems().forEach(p -> Cli.tell(context, p));
        FieldTable.warnings(found.schema(), name).ifPresent(p -> Cli.tell(context, p));
        Sampled sampled = sample(services, session, found);
        List<Path> written = write(found);
        report(found, info, sampled.records(), written);
        if (requests) {
          context.say(RequestLines.total(services.requests()));
        }
        return found.complete() && sampled.complete() ? Exit.FINE : Exit.FINDINGS;
      }
    }
  }

  private Discovery discover(Services services, Session session) {
    Progress progress = context.progress("Discovering " + name);
    if (!objects.isEmpty()) {
      return session.discover(objects, progress);
    }
    if (fresh) {
      services.cache().forgetAnswers(name);
    }
    return session.discover(services.cache().answers(name), progress);
  }

  /** The stored connection, or a problem that names those there are. */
  static ConnectionProfile profile(Services services, String name) {
    return services
        .connections()
        .get(name)
        .orElseThrow(() -> {
          List<String> names =
              services.connections().list().stream().map(ConnectionProfile::name).toList();
          return new ProblemException(
              Problem.error(
                  "connection-unknown",
                  null,
                  "There is no connection " + name + ".",
                  names.isEmpty()
                      ? "Make one with crosswalk connect."
                      : "Choose one of: " + String.join(", ", names) + "."));
        });
  }

  /**
   * @param complete false where the records of an object could not be read
   */
  private record Sampled(int records, boolean complete) {}

  private Sampled sample(Services services, Session session, Discovery found) {
    if (records <= 0) {
      return new Sampled(0, true);
    }
    int sum = 0;
    boolean complete = true;
    int done = 0;
    List<SchemaObject> all = found.schema().objects();
    var progress = context.progress("Reading records");
    for (SchemaObject object : all) {
      progress.update(done++, all.size(), "objects");
      try {
        List<Map<String, @Nullable Object>> sample =
            Exit.remote(() -> session.sample(object, List.of(), records, Progress.NONE));
        services.cache().storeRecords(name, object.name(), sample, context.clock().instant(), KEEP);
        sum += sample.size();
        if (gaps) {
          RecordGaps.of(object, sample).problem().ifPresent(p -> Cli.tell(context, p));
          RecordLooks.of(object, sample).problem().ifPresent(p -> Cli.tell(context, p));
        }
      } catch (Exit.SystemFailed e) {
        // One object that cannot be read (no permission, mostly) must not cost the others.
        complete = false;
        e.problems().problems().forEach(p -> Cli.tell(context, p));
      }
    }
    progress.update(all.size(), all.size(), "objects");
    return new Sampled(sum, complete);
  }

  private List<Path> write(Discovery found) {
    if (out == null) {
      return List.of();
    }
    WorkspaceFiles files = new WorkspaceFiles(OutFolder.make(context.path(out), out));
    List<Path> written = new ArrayList<>();
    // Long names are cut, and names that differ only in case or signs look the same.
    Map<String, Long> times =
        found.schema().objects().stream()
            .collect(Collectors.groupingBy(o -> Names.file(o.name()), Collectors.counting()));
    for (SchemaObject object : found.schema().objects()) {
      String plain = Names.file(object.name());
      boolean alone = times.getOrDefault(plain, 1L) == 1;
      Path file = Path.of((alone ? plain : Names.marked(object.name())) + ".yaml");
      String text =
          SchemaFile.write(
              new Schema(found.schema().system(), found.schema().module(), List.of(object)));
      files.write(file, text, files.readIfThere(file).orElse(null));
      written.add(file);
    }
    return written;
  }

  private void report(Discovery found, SnapshotInfo info, int sampled, List<Path> written) {
    if (format == Format.JSON) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("connection", name);
      map.put("system", info.system());
      map.put("takenAt", info.takenAt().toString());
      map.put("complete", info.complete());
      map.put("objects", info.objects());
      map.put("fields", info.fields());
      map.put("records", sampled);
      map.put("files", written.stream().map(Path::toString).toList());
      context.print(Json.write(map));
      return;
    }
    long custom =
        found.schema().objects().stream()
            .flatMap(o -> o.fields().stream())
            .filter(f -> f.isCustom())
            .count();
    List<SchemaObject> all = found.schema().objects();
    context.print(
        Counts.of(all.size(), "object")
            + " with "
            + Counts.of(all.stream().mapToInt(o -> o.fields().size()).sum(), "field")
            + " ("
            + custom
            + " custom) of "
            + name
            + (all.size() == 1 ? " is" : " are")
            + " in the cache"
            + (records > 0 ? ", with " + Counts.of(sampled, "sample record") : "")
            + ".");
    if (!written.isEmpty()) {
      context.print(Counts.of(written.size(), "schema file") + " written to " + out + ".");
    }
  }
}
