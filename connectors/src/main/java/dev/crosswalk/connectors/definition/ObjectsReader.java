package dev.crosswalk.connectors.definition;

import dev.crosswalk.connectors.definition.ConnectorDefinition.Objects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads which objects there are, or how they are asked for. */
final class ObjectsReader {
  private ObjectsReader() {}

  static Objects read(DefinitionNode root, RequestReader requests, LoadReader load) {
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
        load.from(node),
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

  private static List<Map<String, @Nullable Object>> maps(DefinitionNode list) {
    List<Map<String, @Nullable Object>> maps = new ArrayList<>();
    for (DefinitionNode item : list.items()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      item.entries().forEach((k, v) -> map.put(k, v.plain()));
      maps.add(map);
    }
    return maps;
  }
}
