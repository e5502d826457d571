package dev.crosswalk.app.cli;

import dev.crosswalk.app.MaskKeys;
import dev.crosswalk.app.Services;
import dev.crosswalk.app.workspace.BehindReferences;
import dev.crosswalk.app.workspace.GoldenFiles;
import dev.crosswalk.app.workspace.ReadyMapping;
import dev.crosswalk.app.workspace.RecordFile;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.engine.golden.Golden;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.golden.MaskKey;
import dev.crosswalk.engine.golden.Masker;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.preview.Preview;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.CompiledMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records before and after a mapping. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = "Shows records before and after a mapping, and errors by field.",
    footer = {
      "",
      "Example: crosswalk preview mappings/salesforce/contact--person.yaml --records contacts.json"
    })
final class PreviewCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(paramLabel = "MAPPING", description = "a mapping file, or an id of this workspace")
  private String mapping = "";

  @Option(names = "--customer", description = "with this customer's overlay")
  private @Nullable String customer;

  @Option(names = "--records", description = "NDJSON, JSON or CSV")
  private @Nullable Path records;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "of the records file, such as windows-1252 (default: UTF-8)")
  private @Nullable String encoding;

  @Option(names = "--connection", description = "records of this connection")
  private @Nullable String connection;

  @Option(
      names = "--id",
      description = "the one record of the connection with this id, asked for anew")
  private @Nullable String id;

  @Option(names = "--limit", description = "at most so many records (default: ${DEFAULT-VALUE})")
  private int limit = 25;

  @Option(
      names = "--save-golden",
      description =
          "keep these records, masked, with the mapping; check replays them. The mask key is taken"
              + " from "
              + MaskKeys.VARIABLE
              + " or kept with the secrets")
  private boolean saveGolden;

  @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec = CommandSpec.create();

  PreviewCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1.");
    }
    try (MappingArgument argument = MappingArgument.find(context, mapping)) {
      Workspace workspace = argument.workspace();
      ReadyMapping ready = argument.compile(customer);
      CompiledMapping compiled = ready.compiled();
      Sample read = sample(workspace, compiled.mapping(), ready.source());
      List<Map<String, @Nullable Object>> sample = read.records();
      List<FieldPath> unread = BehindReferences.unread(read.behind(), sample);
      if (!unread.isEmpty()) {
        context.say(
            "These records hold nothing behind references, so "
                + unread.stream().map(FieldPath::toString).collect(Collectors.joining(", "))
                + " stays empty: the connector does not read it, or the file does not have it.");
      }
      PreviewReport report = new PreviewReport(sample, Preview.run(compiled, sample));
      if (saveGolden) {
        saveGolden(argument, ready, sample);
      }
      context.print(format == Format.JSON ? Json.write(report.json()) : report.text());
      return report.result().rejected() > 0 ? Exit.FINDINGS : Exit.FINE;
    }
  }

  private void saveGolden(
      MappingArgument argument, ReadyMapping ready, List<Map<String, @Nullable Object>> sample) {
    List<GoldenRecord> records;
    try (Services services = context.services()) {
      MaskKey key = MaskKeys.find(services.secrets(), context.environment());
      Masker masker = new Masker(key, ready.compiled().mapping(), ready.source(), ready.lookups());
      records = Golden.make(ready.compiled(), masker, sample);
    }
    Path file =
        new GoldenFiles(argument.workspace()).save(argument.entry(), customer, records).file();
    context.say(records.size() + " golden records, masked, are kept in " + file + ".");
  }

  /**
   * @param behind what the mapping reads across references, as far as the source is known
   */
  private record Sample(List<Map<String, @Nullable Object>> records, List<FieldPath> behind) {}

  private Sample sample(Workspace workspace, Mapping of, @Nullable SchemaObject reviewed) {
    String object = of.source().object();
    if (records != null && id != null) {
      throw new ProblemException(
          Problem.error(
              "records-two",
              null,
              "--id asks a connection for a record, and --records names a file.",
              "Give one of them."));
    }
    if (records != null) {
      return new Sample(
          RecordFile.read(
              context.path(records), records.toString(), Encodings.named(encoding), limit),
          BehindReferences.of(of, reviewed));
    }
    String name =
        connection == null ? connectionOfCustomer(workspace, of.source().system()) : connection;
    try (Services services = context.services()) {
      List<Map<String, @Nullable Object>> cached =
          services.cache().records(name, object, context.clock().instant());
      List<Map<String, @Nullable Object>> kept =
          cached.size() > limit ? cached.subList(0, limit) : cached;
      Optional<SchemaObject> found =
          services
              .cache()
              .latest(name)
              .flatMap(snapshot -> services.cache().object(snapshot.id(), object));
      List<FieldPath> behind = BehindReferences.of(of, found.isPresent() ? found.get() : reviewed);
      boolean more = !BehindReferences.unread(behind, kept).isEmpty();
      if (!kept.isEmpty() && id == null && !more) {
        return new Sample(kept, behind);
      }
      ConnectionProfile profile = DiscoverCommand.profile(services, name);
      SchemaObject known = found.orElseThrow(() -> missing(name, object));
      try (Session session = services.connectors().open(profile, Map.of())) {
        if (id != null) {
          return new Sample(List.of(one(session, known, id, behind)), behind);
        }
        if (!kept.isEmpty() && !session.readsBehind()) {
          return new Sample(kept, behind);
        }
        return new Sample(
            Exit.remote(() ->
                session.sample(
                    known, List.of(), behind, limit, context.progress("Reading records"))),
            behind);
      } catch (Exit.SystemFailed | ProblemException e) {
        if (kept.isEmpty() || id != null) {
          throw e;
        }
        // What lies behind references is worth asking for, and no reason to show nothing.
        context.say(
            "The records are those of the cache, as the system cannot be asked: "
                + (e instanceof Exit.SystemFailed system
                    ? system.problems().problem().what()
                    : e.getMessage()));
        return new Sample(kept, behind);
      }
    }
  }

  private Map<String, @Nullable Object> one(
      Session session, SchemaObject object, String wanted, List<FieldPath> behind) {
    return Exit.remote(
            () -> session.record(object, wanted, behind, context.progress("Reading the record")))
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "record-one",
                    null,
                    "The connector of "
                        + session.profile().name()
                        + " cannot ask for one record of "
                        + object.name()
                        + " by its id.",
                    "Leave --id out, or give --records FILE with the record.")));
  }

  private String connectionOfCustomer(Workspace workspace, String system) {
    return Optional.ofNullable(customer)
        .flatMap(workspace::customer)
        .flatMap(c -> Optional.ofNullable(c.connections().get(system)))
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "records-none",
                    null,
                    "It is not said which records to preview.",
                    "Give --records FILE or --connection NAME.")));
  }

  private static ProblemException missing(String connection, String object) {
    return new ProblemException(
        Problem.error(
            "object-unknown",
            null,
            "The connection " + connection + " has no object " + object + " in the cache.",
            "Run crosswalk discover " + connection + " --object " + object + "."));
  }
}
