package dev.crosswalk.app.cli;

import dev.crosswalk.app.Services;
import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the cache holds. */
@Command(
    name = "schemas",
    mixinStandardHelpOptions = true,
    description =
        "Shows what the cache holds: all connections, the objects of one, or the fields"
            + " of an object.",
    footer = {"", "Example: crosswalk schemas northwind Contact"})
final class SchemasCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(
      arity = "0..1",
      index = "0",
      paramLabel = "NAME",
      description = "name of a connection")
  private @Nullable String name;

  @Parameters(
      arity = "0..1",
      index = "1",
      paramLabel = "OBJECT",
      description = "name of an object, whose fields are shown")
  private @Nullable String object;

  @Option(
      names = "--snapshots",
      description = "list the snapshots of the connection, which schema diff takes by id or day")
  private boolean snapshots;

  @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  SchemasCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Services services = context.services()) {
      SchemaCache cache = services.cache();
      cache.notices().forEach(p -> Cli.tell(context, p));
      if (name == null) {
        connections(cache);
      } else if (snapshots) {
        latest(cache, name);
        snapshots(cache.snapshots(name));
      } else if (object == null) {
        objects(latest(cache, name));
      } else {
        fields(latest(cache, name), object, name);
      }
      return Exit.FINE;
    }
  }

  /** The newest schema of a connection, or a problem that says how to get one. */
  static Schema latest(SchemaCache cache, String connection) {
    return cache
        .latest(connection)
        .map(SnapshotInfo::id)
        .flatMap(cache::schema)
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "cache-empty",
                    null,
                    "The cache holds no schema of " + connection + ".",
                    "Run crosswalk discover " + connection + ".")));
  }

  private void connections(SchemaCache cache) {
    List<SnapshotInfo> all =
        cache.connections().stream().flatMap(c -> cache.latest(c).stream()).toList();
    if (format == Format.JSON) {
      context.print(Json.write(all.stream().map(SchemasCommand::json).toList()));
      return;
    }
    Table table = new Table("CONNECTION", "SYSTEM", "OBJECTS", "FIELDS", "TAKEN AT");
    all.forEach(s -> table.row(s.connection(), s.system(), s.objects(), s.fields(), s.takenAt()));
    context.print(table.toString());
  }

  private static Map<String, Object> json(SnapshotInfo s) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("connection", s.connection());
    map.put("id", s.id());
    map.put("system", s.system());
    map.put("takenAt", s.takenAt().toString());
    map.put("objects", s.objects());
    map.put("fields", s.fields());
    map.put("complete", s.complete());
    return map;
  }

  private void snapshots(List<SnapshotInfo> all) {
    if (format == Format.JSON) {
      context.print(Json.write(all.stream().map(SchemasCommand::json).toList()));
      return;
    }
    Table table = new Table("ID", "OBJECTS", "FIELDS", "TAKEN AT");
    all.forEach(s -> table.row(s.id(), s.objects(), s.fields(), s.takenAt()));
    context.print(table.toString());
  }

  private void fields(Schema schema, String wanted, String connection) {
    SchemaObject found = RecordsCommand.object(schema, connection, wanted);
    context.print(
        format == Format.JSON
            ? Json.write(
                SchemaFile.plain(new Schema(schema.system(), schema.module(), List.of(found))))
            : FieldTable.of(found).toString());
  }

  private void objects(Schema schema) {
    if (format == Format.JSON) {
      context.print(
          Json.write(
              schema.objects().stream()
                  .map(o -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("object", o.name());
                    map.put("label", o.shown());
                    map.put("custom", o.isCustom());
                    map.put("fields", o.fields().size());
                    return map;
                  })
                  .toList()));
      return;
    }
    Table table = new Table("OBJECT", "LABEL", "FIELDS", "CUSTOM FIELDS");
    for (SchemaObject object : schema.objects()) {
      table.row(
          object.name(),
          object.shown(),
          object.fields().size(),
          object.fields().stream().filter(f -> f.isCustom()).count());
    }
    context.print(table.toString());
  }
}
