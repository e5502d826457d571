package dev.crosswalk.app.cli;

import dev.crosswalk.app.Services;
import dev.crosswalk.app.workspace.Names;
import dev.crosswalk.app.workspace.RecordFile;
import dev.crosswalk.app.workspace.Suggested;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.match.FieldMatcher;
import dev.crosswalk.engine.match.History;
import dev.crosswalk.engine.match.History.Decision;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.match.MatchRequest.Pair;
import dev.crosswalk.engine.match.Matcher;
import dev.crosswalk.engine.match.Suggestions;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.AnySchema;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Suggestions between two schema files. */
@Command(
    name = "suggest",
    mixinStandardHelpOptions = true,
    description = "Suggests which source fields feed which target fields, with scores and reasons.",
    footer = {
      "",
      "Example: crosswalk suggest --source salesforce.yaml --target acme.yaml --pair Contact=person"
    })
final class SuggestCommand implements Callable<Integer> {
  private static final int RECORDS = 2000;

  private static final String SCHEMA =
      "schema file, list of objects with fields (JSON), JSON Schema, OpenAPI, SQL DDL, CSV with a"
          + " header, or the name of a connection in the cache";

  /** What {@code suggest} prints. */
  enum Output {
    TABLE,
    JSON,
    YAML
  }

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--source", required = true, description = SCHEMA)
  private Path source = Path.of("");

  @Option(names = "--target", required = true, description = SCHEMA)
  private Path target = Path.of("");

  @Option(
      names = "--pair",
      paramLabel = "SOURCE=TARGET",
      description = "objects that belong together; repeatable (default: the engine pairs them)")
  private List<String> pairs = new ArrayList<>();

  @Option(names = "--records", description = "sample records of the source: NDJSON, JSON or CSV")
  private @Nullable Path records;

  @Option(
      names = "--history",
      description = "workspace whose decisions and own thesaurus.txt count")
  private @Nullable Path history;

  @Option(
      names = "--customer",
      description = "whose rejections count, beside those of base mappings (default: everybody's)")
  private @Nullable String customer;

  @Option(
      names = "--shared",
      paramLabel = "OBJECT.FIELD",
      description = "target that takes a source even where another target has it; repeatable")
  private List<String> shared = new ArrayList<>();

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(names = "--top", description = "candidates for each target (default: ${DEFAULT-VALUE})")
  private int top = 5;

  @Option(
      names = "--format",
      description = "table, json, or yaml for a mapping file (default: ${DEFAULT-VALUE})")
  private Output output = Output.TABLE;

  SuggestCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (top < 1) {
      throw new ParameterException(spec.commandLine(), "--top must be at least 1.");
    }
    Schema from = schema(source);
    Schema to = schema(target);
    MatchRequest request = request(from, to);
    Matcher matcher = new FieldMatcher();
    Suggestions suggestions = model.improved(context, request, matcher.suggest(request));
    switch (output) {
      case JSON -> context.print(Json.write(SuggestionJson.of(suggestions)));
      case YAML -> yaml(from, to, suggestions);
      case TABLE -> table(suggestions);
    }
    return Exit.FINE;
  }

  /** A schema of any form, or what the cache holds of the connection with this name. */
  private Schema schema(Path file) {
    String name = file.toString();
    boolean mayBeConnection = file.getNameCount() == 1 && name.indexOf('.') < 0;
    if (mayBeConnection && !Files.exists(context.path(file))) {
      try (Services services = context.services()) {
        return SchemasCommand.latest(services.cache(), name);
      } catch (ProblemException e) {
        throw new ProblemException(
            Problem.error(
                "schema-missing",
                Place.of(name),
                "There is no such file, and no connection of that name has a schema in the cache.",
                "Check the path, or run crosswalk discover " + name + "."),
            e);
      }
    }
    return AnySchema.read(WorkspaceFiles.readText(context.path(file), name), name);
  }

  private List<Pair> pairs(Schema from, Schema to) {
    List<Pair> read = new ArrayList<>();
    for (String text : pairs) {
      int at = text.indexOf('=');
      if (at <= 0 || at == text.length() - 1) {
        throw new ParameterException(
            spec.commandLine(), "--pair takes SOURCE=TARGET, and got " + text + ".");
      }
      Pair pair = new Pair(text.substring(0, at), text.substring(at + 1));
      require(from, pair.source(), source);
      require(to, pair.target(), target);
      read.add(pair);
    }
    return read;
  }

  private static void require(Schema schema, String object, Path file) {
    if (schema.object(object).isEmpty()) {
      throw new ProblemException(
          Problem.error(
              "object-unknown",
              Place.of(file.toString()),
              "The schema has no object " + object + ".",
              "It has: "
                  + String.join(", ", schema.objects().stream().map(SchemaObject::name).toList())
                  + "."));
    }
  }

  private Map<String, List<Map<String, Object>>> records(Schema from) {
    Path file = records;
    if (file == null) {
      return Map.of();
    }
    List<String> objects =
        new ArrayList<>(from.objects().stream().map(SchemaObject::name).toList());
    if (pairs.size() == 1) {
      objects.retainAll(List.of(pairs.getFirst().substring(0, pairs.getFirst().indexOf('='))));
    }
    Map<String, List<Map<String, Object>>> read = new HashMap<>();
    RecordFile.byObject(context.path(file), file.toString(), objects, RECORDS)
        .forEach((object, list) -> read.put(object, Maps.objects(list)));
    return read;
  }

  private MatchRequest request(Schema from, Schema to) {
    History decisions = History.NONE;
    String words = "";
    if (history != null) {
      try (Workspace workspace = Workspace.open(context.path(history))) {
        History all = workspace.history();
        decisions = customer == null ? all : all.forCustomer(customer);
        words = workspace.words();
      }
    }
    return new MatchRequest(
        named(from, source, decisions, Decision::sourceSystem, Decision::sourceObject),
        named(to, target, decisions, Decision::targetSystem, Decision::targetObject),
        pairs(from, to),
        records(from),
        decisions,
        top,
        Set.copyOf(shared),
        words);
  }

  /**
   * Where the file does not say of which system it is, and the decisions are all about one with
   * such objects, it is that.
   */
  private static Schema named(
      Schema schema,
      Path file,
      History decisions,
      Function<Decision, String> system,
      Function<Decision, String> object) {
    if (!AnySchema.isNamedByFile(schema, file.toString())) {
      return schema;
    }
    List<String> systems =
        Stream.concat(decisions.accepted().stream(), decisions.rejected().stream())
            .filter(d -> schema.object(object.apply(d)).isPresent())
            .map(system)
            .distinct()
            .toList();
    return systems.size() == 1
        ? new Schema(systems.getFirst(), schema.module(), schema.objects())
        : schema;
  }

  private void table(Suggestions suggestions) {
    Table table = new Table("TARGET", "SOURCE", "SCORE", "WHY");
    for (TargetSuggestion each : suggestions.targets()) {
      Candidate chosen = each.chosen();
      if (chosen == null) {
        table.row(each.target(), "-", "", "nothing is good enough");
      } else {
        table.row(
            each.target(),
            String.join(" + ", chosen.sources()),
            String.format(Locale.ROOT, "%.2f", chosen.score()),
            chosen.why());
      }
    }
    context.print(table.fitted(context.terminal() ? spec.usageMessage().width() : 0));
    long found = suggestions.targets().stream().filter(t -> t.chosen() != null).count();
    context.say(found + " of " + suggestions.targets().size() + " targets have a suggestion.");
  }

  /** A mapping file with what was chosen, for the one pair of objects that it is about. */
  private void yaml(Schema from, Schema to, Suggestions suggestions) {
    List<Candidate> chosen =
        suggestions.targets().stream().flatMap(t -> t.choice().stream()).toList();
    List<String> objects =
        pairs.isEmpty()
            ? chosen.stream().map(Candidate::sourceObject).distinct().toList()
            : pairs(from, to).stream().map(Pair::source).distinct().toList();
    List<String> targets =
        suggestions.targets().stream().map(TargetSuggestion::targetObject).distinct().toList();
    if (objects.size() != 1 || targets.size() != 1) {
      throw new ProblemException(
          Problem.error(
              "pair-needed",
              null,
              "A mapping file holds one source and one target object, and these are more.",
              "Give one --pair SOURCE=TARGET."));
    }
    TreeMap<String, FieldMapping> fields = new TreeMap<>();
    for (TargetSuggestion each : suggestions.targets()) {
      each.choice()
          .ifPresent(
              c -> fields.put(FieldPath.of(each.targetField()).toString(), Suggested.accepted(c)));
    }
    Mapping mapping =
        new Mapping(
            Names.mappingId(from.system(), objects.getFirst(), targets.getFirst()),
            null,
            null,
            new Mapping.Endpoint(from.system(), from.module(), objects.getFirst(), null),
            new Mapping.Endpoint(to.system(), to.module(), targets.getFirst(), null),
            Mapping.Direction.READ,
            Mapping.Defaults.STANDARD,
            List.of(),
            List.of(),
            fields,
            new TreeMap<>(),
            new TreeMap<>(),
            Map.of());
    context.out().print(MappingDocument.create(mapping, "mapping.yaml").text());
    context.out().flush();
  }
}
