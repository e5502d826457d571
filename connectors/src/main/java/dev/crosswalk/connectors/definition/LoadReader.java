package dev.crosswalk.connectors.definition;

import dev.crosswalk.connectors.definition.ConnectorDefinition.Load;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which documents are loaded once, and who reads from them. */
final class LoadReader {
  private final DefinitionNode root;
  private final RequestReader requests;

  LoadReader(DefinitionNode root, RequestReader requests) {
    this.root = root;
    this.requests = requests;
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

  /** The loaded document that a node names. */
  @Nullable String from(DefinitionNode node) {
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
}
