package dev.crosswalk.app.cli;

import dev.crosswalk.app.Services;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Prints the sample records that the cache holds, as NDJSON. */
@Command(
    name = "records",
    mixinStandardHelpOptions = true,
    description = "Prints sample records from the cache, one JSON object a line, unmasked.",
    footer = {"", "Example: crosswalk records northwind Contact --limit 5"})
final class RecordsCommand implements Callable<Integer> {
  private static final JsonMapper LINE = JsonMapper.builder().build();

  private final CliContext context;

  @Parameters(index = "0", paramLabel = "NAME", description = "name of a connection")
  private String name = "";

  @Parameters(index = "1", paramLabel = "OBJECT", description = "name of an object")
  private String object = "";

  @Option(names = "--limit", description = "at most so many; 0 for all (default: 0)")
  private int limit;

  RecordsCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Services services = context.services()) {
      SchemaObject found = object(SchemasCommand.latest(services.cache(), name), name, object);
      List<Map<String, @Nullable Object>> records =
          services.cache().records(name, found.name(), context.clock().instant());
      if (records.isEmpty()) {
        throw new ProblemException(
            Problem.error(
                "records-none",
                null,
                "The cache holds no records of " + found.name() + ".",
                "Run crosswalk discover " + name + " --object " + found.name() + " --records 50."));
      }
      records.stream()
          .limit(limit > 0 ? limit : records.size())
          .forEach(record -> context.print(LINE.writeValueAsString(record)));
      return Exit.FINE;
    }
  }

  /** The object, or a problem that says how to list those there are. */
  static SchemaObject object(Schema schema, String connection, String name) {
    return schema
        .object(name)
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "object-unknown",
                    null,
                    "The cache holds no object " + name + " of " + connection + ".",
                    "crosswalk schemas " + connection + " lists those it holds.")));
  }
}
