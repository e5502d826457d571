package dev.crosswalk.connectors.definition;

import dev.crosswalk.connectors.definition.ConnectorDefinition.Added;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Behind;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Enrich;
import dev.crosswalk.connectors.definition.ConnectorDefinition.FieldSource;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Fields;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Load;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Objects;
import dev.crosswalk.connectors.definition.ConnectorDefinition.One;
import dev.crosswalk.connectors.definition.ConnectorDefinition.PerId;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Records;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Types;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Var;
import dev.crosswalk.engine.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a definition says about objects, fields, types and records. */
final class DataReader {
  private static final List<String> OBJECT =
      List.of("object.name", "object.id", "object.endpoint", "object.label", "object.plural");
  private static final Set<String> PROPERTIES_OF_ADDED = Set.of("objects", "ifMissing");

  private final DefinitionNode root;
  private final RequestReader requests;
  private final String[] object;

  DataReader(DefinitionNode root, RequestReader requests) {
    this.root = root;
    this.requests = requests;
    Set<String> names = new LinkedHashSet<>(OBJECT);
    DefinitionNode objects = root.get("objects");
    objects.get("vars").entries().keySet().forEach(v -> names.add("object." + v));
    objects
        .get("static")
        .items()
        .forEach(o -> o.get("vars").entries().keySet().forEach(v -> names.add("object." + v)));
    if (root.has("metadata")) {
      names.add("object.*");
    }
    this.object = names.toArray(String[]::new);
  }

  private String[] objectAnd(String... more) {
    return Stream.concat(Stream.of(object), Stream.of(more)).toArray(String[]::new);
  }

  /** Where addresses stand. */
  List<DefinitionNode> addresses() {
    DefinitionNode fields = root.get("fields");
    DefinitionNode records = root.get("records");
    List<DefinitionNode> requests = new ArrayList<>();
    requests.add(root.get("apiVersion").get("discover"));
    requests.add(root.get("metadata").get("request"));
    requests.add(root.get("rpc"));
    requests.add(root.get("objects").get("request"));
    requests.add(fields.get("request"));
    requests.add(fields.get("batch"));
    requests.add(records.get("sample"));
    requests.add(records.get("fallback"));
    requests.add(records.get("perId").get("request"));
    requests.add(records.get("one").get("request"));
    Stream.of(
            root.get("identity").items(), fields.get("enrich").items(), fields.get("more").items())
        .flatMap(List::stream)
        .forEach(s -> requests.add(s.get("request")));
    Stream.of(root.get("load").entries(), records.get("vars").entries())
        .flatMap(m -> m.values().stream())
        .forEach(s -> requests.add(s.get("request")));
    List<DefinitionNode> addresses = new ArrayList<>();
    requests.forEach(p -> {
      addresses.add(p.get("get"));
      addresses.add(p.get("post"));
    });
    return addresses;
  }

  Map<String, Load> load() {
    return root.get("load")
        .mapped(n ->
            new Load(
                requests.paged(n.get("request"), n),
                n.get("items").expressionOrNull(),
                RequestReader.page(n.get("page")),
                RequestReader.size(n.get("size")),
                n.get("optional").flag(false)));
  }

  @Nullable MetadataSpec metadata() {
    DefinitionNode node = root.get("metadata");
    if (node.isNull()) {
      return null;
    }
    String parser = node.get("parser").text("");
    boolean sample = parser.equals(MetadataSpec.SAMPLE);
    if (sample == node.has("request")) {
      node.problem(
          "connector-missing-key",
          sample
              ? "The parser 'sample' reads sample records, not a request."
              : "The parser '" + parser + "' needs the 'request' that gets the document.",
          sample ? "Take 'request' out." : "Add it.");
    }
    if (sample && !root.has("records")) {
      node.problem(
          "connector-missing-key",
          "The parser 'sample' needs sample records to guess from.",
          "Add 'records'.");
    }
    RequestSpec request =
        node.has("request") ? requests.request(node.get("request"), object) : null;
    boolean perObject =
        request != null
            && request.templates().flatMap(t -> t.names().stream()).anyMatch(this::ofObject);
    if ((sample || perObject) && !root.has("objects")) {
      node.problem(
          "connector-missing-key",
          "Here the metadata describes one object at a time, and no objects are named.",
          "Add 'objects'.");
    }
    return new MetadataSpec(parser, request, perObject, node.get("max").number(100));
  }

  private boolean ofObject(String name) {
    return name.startsWith("object.");
  }

  /** The loaded document that a node names. */
  private @Nullable String from(DefinitionNode node) {
    DefinitionNode from = node.get("from");
    String name = from.text();
    Set<String> known = root.get("load").entries().keySet();
    if (name != null && !known.contains(name)) {
      from.problem(
          "connector-unknown-name",
          "No document '" + name + "' is loaded.",
          known.isEmpty() ? "Add it to 'load'." : DidYouMean.among(name, known));
    }
    return name;
  }

  Objects objects() {
    DefinitionNode node = root.get("objects");
    if (!node.isNull()
        && !node.has("request")
        && !node.has("static")
        && !node.has("from")
        && !root.has("metadata")) {
      node.problem(
          "connector-missing-key",
          "No objects are named or asked for.",
          "Add 'request', 'from' or 'static'.");
    }
    if ((node.has("request") || node.has("from")) && !node.get("map").has("name")) {
      node.problem(
          "connector-missing-key", "The names of the objects are not mapped.", "Add 'map.name'.");
    }
    return new Objects(
        maps(node.get("static")),
        node.has("request") ? requests.paged(node.get("request"), node) : null,
        from(node),
        node.get("ifFails").get("as").texts().stream()
            .flatMap(w -> FailureKind.ofWord(w).stream())
            .collect(Collectors.toSet()),
        node.get("items").expressionOrNull(),
        node.get("map").mapped(DefinitionNode::expression),
        node.get("vars").mapped(DefinitionNode::expression),
        node.get("hide").expressionOrNull(),
        RequestReader.page(node.get("page")),
        RequestReader.size(node.get("size")));
  }

  Fields fields() {
    DefinitionNode node = root.get("fields");
    List<FieldSource> sources = new ArrayList<>();
    if (node.has("request") || node.has("from")) {
      sources.add(source(node, node));
    } else if (node.has("batch")) {
      node.get("batch")
          .problem(
              "connector-missing-key",
              "A batch needs the single 'request' beside it, for one object alone.",
              "Add 'request'.");
    }
    node.get("more").items().forEach(more -> sources.add(source(more, node)));
    if (sources.isEmpty() && !root.has("metadata") && !node.isNull() && !node.has("add")) {
      node.problem(
          "connector-missing-key",
          "No fields are named or asked for.",
          "Add 'request', 'from', 'add', or 'metadata' to the definition.");
    }
    List<Enrich> enrich = new ArrayList<>();
    for (DefinitionNode step : node.get("enrich").items()) {
      enrich.add(
          new Enrich(
              step.get("id").text(""),
              step.get("when").expressionOrNull(),
              step.get("forEach").expressionOrNull(),
              step.has("request")
                  ? requests.request(
                      step.get("request"),
                      step.has("forEach") ? objectAnd("item", "item.*") : object)
                  : null,
              step.get("optional").flag(false),
              step.get("set").expression()));
    }
    return new Fields(
        sources,
        node.get("hide").expressionOrNull(),
        node.has("batch") ? requests.batch(node.get("batch"), object) : null,
        added(node.get("add")),
        enrich,
        node.get("postprocess").texts());
  }

  /**
   * @param fallback says what the node itself does not: the map
   */
  private FieldSource source(DefinitionNode node, DefinitionNode fallback) {
    if (node.has("request") == node.has("from")) {
      node.problem(
          "connector-missing-key",
          "A list of fields needs either a 'request' or a loaded document ('from').",
          "Give one of them.");
    }
    DefinitionNode map = node.has("map") ? node.get("map") : fallback.get("map");
    if (!map.has("name")) {
      map.problem("connector-missing-key", "The key 'name' is missing in 'map'.", "Add it.");
    }
    if (!map.has("native") && !map.has("type")) {
      map.problem(
          "connector-missing-key",
          "The key 'native' is missing in 'map'.",
          "Add it, or 'type' where you can tell the normal type yourself.");
    }
    return new FieldSource(
        node.get("when").expressionOrNull(),
        node.has("request") ? requests.paged(node.get("request"), node, object) : null,
        from(node),
        node.get("items").expression(),
        map.mapped(DefinitionNode::expression),
        RequestReader.page(node.get("page")),
        RequestReader.size(node.get("size")),
        node.get("optional").flag(false));
  }

  private static List<Added> added(DefinitionNode list) {
    List<Added> added = new ArrayList<>();
    for (DefinitionNode item : list.items()) {
      Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
      item.entries()
          .forEach((k, v) -> {
            if (!PROPERTIES_OF_ADDED.contains(k)) {
              attributes.put(k, v.plain());
            }
          });
      added.add(
          new Added(
              attributes,
              Set.copyOf(item.get("objects").texts()),
              item.get("ifMissing").flag(false)));
    }
    return added;
  }

  private static List<Map<String, @Nullable Object>> maps(DefinitionNode list) {
    List<Map<String, @Nullable Object>> maps = new ArrayList<>();
    for (DefinitionNode item : list.items()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      item.entries().forEach((k, v) -> map.put(k, v.plain()));
      maps.add(map);
    }
    return maps;
  }

  Types types() {
    Map<String, Types.Target> targets = new LinkedHashMap<>();
    root.get("types").entries().forEach((k, v) -> targets.put(k, target(v)));
    Types.Target other = targets.remove("*");
    return new Types(targets, other == null ? new Types.Target(FieldType.ANY, null, true) : other);
  }

  private static Types.Target target(DefinitionNode node) {
    DefinitionNode word = node.has("as") ? node.get("as") : node;
    String text = word.text("");
    boolean warn = node.get("warn").flag(false);
    if (text.contains("?")) {
      return new Types.Target(null, word.expression(), warn);
    }
    FieldType type = FieldType.ofWord(text).orElse(null);
    if (type == null) {
      List<String> known = Stream.of(FieldType.values()).map(FieldType::word).toList();
      word.problem(
          "connector-type", "The type '" + text + "' is unknown.", DidYouMean.among(text, known));
      return new Types.Target(FieldType.ANY, null, true);
    }
    return new Types.Target(type, null, warn);
  }

  Map<String, ValueRule> values() {
    return new ValueRuleReader().read(root.get("values"));
  }

  @Nullable Records records() {
    DefinitionNode node = root.get("records");
    if (node.isNull()) {
      return null;
    }
    Set<String> names = new LinkedHashSet<>(Set.of("limit"));
    Map<String, Var> vars = new LinkedHashMap<>();
    node.get("vars")
        .entries()
        .forEach((key, step) -> {
          vars.put(
              key,
              new Var(
                  requests.request(step.get("request"), objectAnd(names.toArray(String[]::new))),
                  step.get("pick").expression()));
          names.add(key);
        });
    names.addAll(List.of("fields", "record.id"));
    String[] all = objectAnd(names.toArray(String[]::new));
    DefinitionNode perId = node.get("perId");
    return new Records(
        requests.paged(node.get("sample"), node, all),
        vars,
        node.get("selectable").expressionOrNull(),
        node.get("maxUrl").number(8000),
        node.get("maxFields").number(Integer.MAX_VALUE),
        node.get("splitOn").text(),
        node.has("fallback") ? requests.batch(node.get("fallback"), all) : null,
        perId.isNull()
            ? null
            : new PerId(
                requests.request(perId.get("request"), all),
                perId.get("answer").expressionOrNull()),
        one(node, all),
        behind(node.get("behind")),
        node.get("items").expression(),
        node.get("id").expressionOrNull(),
        node.get("flatten").expressionOrNull(),
        Set.copyOf(node.get("strip").texts()),
        RequestReader.page(node.get("page")),
        RequestReader.size(node.get("size")),
        node.get("max").number(100));
  }

  private static @Nullable Behind behind(DefinitionNode node) {
    if (node.isNull()) {
      return null;
    }
    if (node.has("param") != node.has("value")
        || node.has("param") == node.get("names").flag(false)) {
      node.problem(
          "connector-missing-key",
          "How fields behind references are asked for is not said.",
          "Give 'names: true', or 'param' and 'value'.");
    }
    return new Behind(node.get("param").text(), node.get("value").expressionOrNull());
  }

  /** Lists that give ids only say with {@code perId} how one record is read. */
  private @Nullable One one(DefinitionNode records, String[] names) {
    DefinitionNode perId = records.get("perId");
    DefinitionNode node = records.has("one") ? records.get("one") : perId;
    if (node.isNull()) {
      return null;
    }
    RequestSpec request = requests.request(node.get("request"), names);
    if (request.templates().noneMatch(t -> t.names().contains("record.id"))) {
      node.get("request")
          .problem(
              "connector-missing-key",
              "The request for one record does not say which.",
              "Put '${record.id}' where the id goes.");
    }
    return new One(
        node.get("when").expressionOrNull(),
        node.get("id").expressionOrNull(),
        request,
        node.get(node == perId ? "answer" : "record").expressionOrNull());
  }
}
