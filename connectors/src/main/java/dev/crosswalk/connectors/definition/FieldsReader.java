package dev.crosswalk.connectors.definition;

import dev.crosswalk.connectors.definition.ConnectorDefinition.Added;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Enrich;
import dev.crosswalk.connectors.definition.ConnectorDefinition.FieldSource;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads where the fields of an object come from and what becomes of them. */
final class FieldsReader {
  private static final Set<String> PROPERTIES_OF_ADDED = Set.of("objects", "ifMissing");

  private final DefinitionNode root;
  private final RequestReader requests;
  private final LoadReader load;
  private final ObjectNames object;

  FieldsReader(DefinitionNode root, RequestReader requests, LoadReader load, ObjectNames object) {
    this.root = root;
    this.requests = requests;
    this.load = load;
    this.object = object;
  }

  Fields read() {
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
      if ((step.has("page") || step.has("size")) && !step.has("items")) {
        step.problem(
            "connector-missing-key",
            "The key 'items' is missing: nothing says where the list is on a page.",
            "Add it; $enrich is then the list of all pages.");
      }
      enrich.add(
          new Enrich(
              step.get("id").text(""),
              step.get("when").expressionOrNull(),
              step.get("forEach").expressionOrNull(),
              step.has("request")
                  ? requests.paged(
                      step.get("request"),
                      step,
                      step.has("forEach") ? object.and("item", "item.*") : object.and())
                  : null,
              step.get("items").expressionOrNull(),
              RequestReader.page(step.get("page")),
              RequestReader.size(step.get("size")),
              step.get("optional").flag(false),
              step.get("set").expression()));
    }
    return new Fields(
        sources,
        node.get("hide").expressionOrNull(),
        node.has("batch") ? requests.batch(node.get("batch"), object.and()) : null,
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
        node.has("request") ? requests.paged(node.get("request"), node, object.and()) : null,
        load.from(node),
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
}
