package dev.crosswalk.connectors.definition;

import dev.crosswalk.connectors.definition.ConnectorDefinition.Behind;
import dev.crosswalk.connectors.definition.ConnectorDefinition.One;
import dev.crosswalk.connectors.definition.ConnectorDefinition.PerId;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Records;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Var;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how sample records are read. */
final class RecordsReader {
  private final DefinitionNode root;
  private final RequestReader requests;
  private final ObjectNames object;

  RecordsReader(DefinitionNode root, RequestReader requests, ObjectNames object) {
    this.root = root;
    this.requests = requests;
    this.object = object;
  }

  @Nullable Records read() {
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
                  requests.request(step.get("request"), object.and(names.toArray(String[]::new))),
                  step.get("pick").expression()));
          names.add(key);
        });
    names.addAll(List.of("fields", "record.id"));
    String[] all = object.and(names.toArray(String[]::new));
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
