package dev.crosswalk.connectors.definition;

import dev.crosswalk.connectors.definition.ConnectorDefinition.Enrich;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Fields;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Objects;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Records;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Types;
import dev.crosswalk.engine.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a definition says about objects, fields, types, values and records. */
final class DataReader {
  private static final String[] OBJECT = {
    "object.name", "object.id", "object.endpoint", "object.label"
  };
  private static final String[] RECORDS = {
    "object.name", "object.id", "object.endpoint", "object.label", "fields", "limit", "record.id"
  };

  private final DefinitionNode root;
  private final RequestReader requests;

  DataReader(DefinitionNode root, RequestReader requests) {
    this.root = root;
    this.requests = requests;
  }

  /** Where addresses stand. */
  List<DefinitionNode> addresses() {
    List<DefinitionNode> addresses = new ArrayList<>();
    Stream<DefinitionNode> places =
        Stream.concat(
            Stream.of(
                root.get("apiVersion").get("discover"),
                root.get("objects").get("request"),
                root.get("fields").get("request"),
                root.get("fields").get("batch"),
                root.get("records").get("sample"),
                root.get("records").get("fallback")),
            Stream.concat(
                root.get("identity").items().stream().map(s -> s.get("request")),
                root.get("fields").get("enrich").items().stream().map(s -> s.get("request"))));
    places.forEach(p -> {
      addresses.add(p.get("get"));
      addresses.add(p.get("post"));
    });
    return addresses;
  }

  Objects objects() {
    DefinitionNode node = root.get("objects");
    if (!node.has("request") && !node.has("static")) {
      node.problem(
          "connector-missing-key",
          "No objects are named or asked for.",
          "Add 'request' or 'static'.");
    }
    return new Objects(
        maps(node.get("static")),
        node.has("request") ? requests.request(node.get("request")) : null,
        node.get("ifFails").get("as").texts().stream()
            .flatMap(w -> FailureKind.ofWord(w).stream())
            .collect(Collectors.toSet()),
        node.get("items").expressionOrNull(),
        node.get("map").mapped(DefinitionNode::expression),
        node.get("hide").expressionOrNull(),
        RequestReader.page(node.get("page")),
        RequestReader.size(node.get("size")));
  }

  Fields fields() {
    DefinitionNode node = root.get("fields");
    List<Enrich> enrich = new ArrayList<>();
    for (DefinitionNode step : node.get("enrich").items()) {
      enrich.add(
          new Enrich(
              step.get("id").text(""),
              step.get("when").expressionOrNull(),
              requests.request(step.get("request"), OBJECT),
              step.get("optional").flag(false),
              step.get("set").expression()));
    }
    return new Fields(
        requests.request(node.get("request"), OBJECT),
        node.has("batch") ? requests.batch(node.get("batch"), OBJECT) : null,
        node.get("items").expression(),
        node.get("map").mapped(DefinitionNode::expression),
        maps(node.get("add")),
        enrich,
        node.get("postprocess").texts(),
        RequestReader.page(node.get("page")),
        RequestReader.size(node.get("size")));
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
    Map<String, ValueRule> rules = new LinkedHashMap<>();
    root.get("values")
        .entries()
        .forEach((word, n) -> {
          if (!word.equals("*") && FieldType.ofWord(word).isEmpty()) {
            n.problem(
                "connector-type",
                "The type '" + word + "' is unknown.",
                DidYouMean.among(
                    word, Stream.of(FieldType.values()).map(FieldType::word).toList()));
          }
          rules.put(
              word,
              new ValueRule(
                  n.get("split").text(),
                  n.has("from"),
                  n.get("emptyIsNull").flag(false),
                  n.get("falseIsNull").flag(false),
                  n.get("trueValues").texts(),
                  n.get("falseValues").texts(),
                  n.get("formats").texts().stream().map(DataReader::format).toList(),
                  "local".equals(n.get("zone").text()),
                  n.get("expr").expressionOrNull()));
        });
    return rules;
  }

  private static ValueRule.Format format(String word) {
    return ValueRule.Format.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @Nullable Records records() {
    DefinitionNode node = root.get("records");
    if (node.isNull()) {
      return null;
    }
    return new Records(
        requests.request(node.get("sample"), RECORDS),
        node.get("selectable").expressionOrNull(),
        node.get("maxUrl").number(8000),
        node.get("splitOn").text(),
        node.has("fallback") ? requests.batch(node.get("fallback"), RECORDS) : null,
        node.get("items").expression(),
        node.get("id").expressionOrNull(),
        node.get("flatten").expressionOrNull(),
        Set.copyOf(node.get("strip").texts()),
        RequestReader.page(node.get("page")),
        RequestReader.size(node.get("size")),
        node.get("max").number(100),
        node.get("emptyStatuses").items().stream()
            .map(s -> s.number(0))
            .collect(Collectors.toSet()));
  }
}
