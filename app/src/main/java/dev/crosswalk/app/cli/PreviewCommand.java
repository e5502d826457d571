package dev.crosswalk.app.cli;

import dev.crosswalk.app.MaskKeys;
import dev.crosswalk.app.Services;
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
import dev.crosswalk.engine.preview.Preview;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.CompiledMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  PreviewCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (MappingArgument argument = MappingArgument.find(context, mapping)) {
      Workspace workspace = argument.workspace();
      ReadyMapping ready = argument.compile(customer);
      CompiledMapping compiled = ready.compiled();
      List<Map<String, @Nullable Object>> sample =
          sample(
              workspace,
              compiled.mapping().source().system(),
              compiled.mapping().source().object());
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

  private List<Map<String, @Nullable Object>> sample(
      Workspace workspace, String system, String object) {
    if (records != null && id != null) {
      throw new ProblemException(
          Problem.error(
              "records-two",
              null,
              "--id asks a connection for a record, and --records names a file.",
              "Give one of them."));
    }
    if (records != null) {
      return RecordFile.read(
          context.path(records), records.toString(), Encodings.named(encoding), limit);
    }
    String name = connection == null ? connectionOfCustomer(workspace, system) : connection;
    try (Services services = context.services()) {
      List<Map<String, @Nullable Object>> cached =
          services.cache().records(name, object, context.clock().instant());
      if (!cached.isEmpty() && id == null) {
        return cached.size() > limit ? cached.subList(0, limit) : cached;
      }
      ConnectionProfile profile = DiscoverCommand.profile(services, name);
      SchemaObject known =
          SchemasCommand.latest(services.cache(), name)
              .object(object)
              .orElseThrow(() -> missing(name, object));
      try (Session session = services.connectors().open(profile, Map.of())) {
        if (id != null) {
          return List.of(one(session, known, id));
        }
        return Exit.remote(
            () -> session.sample(known, List.of(), limit, context.progress("Reading records")));
      }
    }
  }

  private Map<String, @Nullable Object> one(Session session, SchemaObject object, String wanted) {
    return Exit.remote(() -> session.record(object, wanted, context.progress("Reading the record")))
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
