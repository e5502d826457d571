package dev.crosswalk.connectors.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads requests, batches and pages. */
final class RequestReader {
  private final Set<String> names;
  private final Set<String> secrets;

  RequestReader(Set<String> names, Set<String> secrets) {
    this.names = names;
    this.secrets = secrets;
  }

  /**
   * @param more names that templates may use here besides those of the connection
   */
  RequestSpec request(DefinitionNode node, String... more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(List.of(more));
    boolean get = node.has("get");
    if (get == node.has("post")) {
      node.problem(
          "connector-request",
          "A request needs either 'get' or 'post'.",
          "Write the path after one of them.");
    }
    DefinitionNode url = node.get(get ? "get" : "post");
    DefinitionNode body = node.get("body");
    return new RequestSpec(
        get ? "GET" : "POST",
        url.template(all, secrets),
        node.get("query").mapped(q -> q.template(all, secrets)),
        body.isNull() ? null : entries(body, all),
        node.get("signedIn").flag(true));
  }

  /** See {@link #request}. */
  RequestSpec.Batch batch(DefinitionNode node, String... more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(List.of(more));
    RequestSpec request =
        new RequestSpec(
            "POST",
            node.get("post").template(all, secrets),
            node.get("query").mapped(q -> q.template(all, secrets)),
            entries(node.get("body"), all),
            true);
    return new RequestSpec.Batch(
        request,
        node.get("max").number(1),
        node.get("into").text(""),
        value(node.get("item"), all),
        node.get("items").expressionOrNull(),
        node.get("status").expressionOrNull(),
        node.get("answer").expressionOrNull());
  }

  ValueTemplate.Entries entries(DefinitionNode node, Set<String> all) {
    return new ValueTemplate.Entries(node.mapped(n -> value(n, all)));
  }

  private ValueTemplate value(DefinitionNode node, Set<String> all) {
    return switch (node.plain()) {
      case String _ -> new ValueTemplate.Text(node.template(all, secrets));
      case Map<?, ?> _ -> entries(node, all);
      case List<?> _ -> {
        List<ValueTemplate> items = new ArrayList<>();
        node.items().forEach(i -> items.add(value(i, all)));
        yield new ValueTemplate.Items(items);
      }
      case null, default -> new ValueTemplate.Constant(node.plain());
    };
  }

  static PageSpec page(DefinitionNode node) {
    Map<String, DefinitionNode> kinds = new LinkedHashMap<>(node.entries());
    if (kinds.isEmpty()) {
      return new PageSpec.None();
    }
    String kind = kinds.keySet().iterator().next();
    DefinitionNode n = node.get(kind);
    boolean inBody = "body".equals(n.get("in").text());
    return switch (kind) {
      case "cursor" ->
          new PageSpec.Cursor(
              n.get("path").expression(),
              n.get("param").text(""),
              inBody,
              n.get("more").expressionOrNull());
      case "offset" ->
          new PageSpec.Offset(n.get("param").text(""), inBody, n.get("total").expressionOrNull());
      case "page" ->
          new PageSpec.Number(
              n.get("param").text(""),
              n.get("first").number(1),
              n.get("more").expressionOrNull(),
              n.get("total").expressionOrNull());
      case "next-url" ->
          new PageSpec.NextUrl(
              n.get("path").expression(),
              switch (n.get("relativeTo").text("absolute")) {
                case "origin" -> PageSpec.RelativeTo.ORIGIN;
                case "service" -> PageSpec.RelativeTo.SERVICE;
                case "base" -> PageSpec.RelativeTo.BASE;
                default -> PageSpec.RelativeTo.ABSOLUTE;
              });
      default -> new PageSpec.LinkHeader(n.get("rel").text("next"));
    };
  }

  static PageSpec.@Nullable Size size(DefinitionNode node) {
    return node.isNull()
        ? null
        : new PageSpec.Size(node.get("param").text(), node.get("max").number(100));
  }
}
