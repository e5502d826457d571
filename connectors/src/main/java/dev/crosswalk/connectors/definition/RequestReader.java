package dev.crosswalk.connectors.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads requests, batches and pages. */
final class RequestReader {
  private static final Pattern WRITING = Pattern.compile("\\s*(mutation|subscription)\\b.*");

  /** The kinds of pages that are asked for with a value. */
  private static final Set<String> ASKED = Set.of("cursor", "offset", "page");

  private final Set<String> names;
  private final Set<String> secrets;
  private final @Nullable RpcSpec rpc;

  RequestReader(Set<String> names, Set<String> secrets) {
    this(names, secrets, null);
  }

  /**
   * @param rpc null where the definition has no envelope for calls
   */
  RequestReader(Set<String> names, Set<String> secrets, @Nullable RpcSpec rpc) {
    this.names = names;
    this.secrets = secrets;
    this.rpc = rpc;
  }

  /**
   * @param more names that templates may use here besides those of the connection
   */
  RequestSpec request(DefinitionNode node, String... more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(List.of(more));
    boolean get = node.has("get");
    if (Stream.of("get", "post", "call").filter(node::has).count() != 1) {
      node.problem(
          "connector-request",
          "A request needs one of 'get', 'post' and 'call'.",
          "Write the path after 'get' or 'post', or the method after 'call'.");
    }
    DefinitionNode url = node.get(get ? "get" : "post");
    if (!node.has("call") && url.text("").isEmpty()) {
      url.problem(
          "connector-request",
          "A request needs a path.",
          "Write what comes after 'http.base', '/' at least, or a whole address.");
    }
    DefinitionNode body = node.get("body");
    DefinitionNode form = node.get("form");
    if (node.has("form") && (!node.has("post") || node.has("body"))) {
      form.problem(
          "connector-request",
          "A form is sent by 'post', and in place of a 'body'.",
          "Leave one of them out.");
    }
    checkReads(body);
    checkReads(form);
    return new RequestSpec(
        get ? "GET" : "POST",
        rpc != null && node.has("call") ? rpc.request().url() : url.template(all, secrets),
        node.get("query").mapped(q -> q.template(all, secrets)),
        headers(node, all),
        body.isNull() ? null : value(body, all),
        form.mapped(f -> f.template(all, secrets)),
        node.has("call") ? call(node, all) : null,
        node.get("signedIn").flag(true),
        node.has("as") && !"json".equals(node.get("as").text()),
        node.get("emptyStatuses").items().stream()
            .map(s -> s.number(0))
            .collect(Collectors.toSet()));
  }

  /**
   * The same for a request that may have pages.
   *
   * @param owner where {@code page} and {@code size} stand
   */
  RequestSpec paged(DefinitionNode node, DefinitionNode owner, String... more) {
    List<String> pages = pageNames(owner);
    RequestSpec request =
        request(node, Stream.concat(Stream.of(more), pages.stream()).toArray(String[]::new));
    Set<String> used =
        request.templates().flatMap(t -> t.names().stream()).collect(Collectors.toSet());
    for (String page : pages) {
      if (!used.contains(page)) {
        node.problem(
            "connector-missing-key",
            "Nothing in the request names ${" + page + "}, so every page would be the same one.",
            "Use it in the address, the query, a header or the body; or name a 'param'.");
      }
    }
    if (request.body() instanceof ValueTemplate.Items && intoBody(owner)) {
      node.get("body")
          .problem(
              "connector-request",
              "A page is asked for in the body here, but the body is a list and has no names.",
              "Write 'in: template' for 'page' and 'size', and name ${page.…} in the list.");
    }
    return request;
  }

  /** Whether a page or its size is sent under a name of the body. */
  private static boolean intoBody(DefinitionNode owner) {
    return Stream.concat(
            Stream.of(owner.get("size")), owner.get("page").entries().values().stream())
        .anyMatch(n -> into(n) == PageSpec.Into.BODY);
  }

  private static Map<String, Template> headers(DefinitionNode node, Set<String> names) {
    Set<String> withToken = new LinkedHashSet<>(names);
    withToken.add("accessToken");
    return node.get("headers").mapped(h -> h.template(withToken, Set.of()));
  }

  /** A POST is for systems that read by it; GraphQL says in its text when it does not. */
  private static void checkReads(DefinitionNode value) {
    value.entries().values().forEach(RequestReader::checkReads);
    value.items().forEach(RequestReader::checkReads);
    if (value.plain() instanceof String text && WRITING.matcher(text.strip()).lookingAt()) {
      value.problem(
          "connector-writes",
          "This operation changes data or stays open; a definition only reads.",
          "Write a query.");
    }
  }

  private RequestSpec.Call call(DefinitionNode node, Set<String> all) {
    String method = node.get("call").text("");
    DefinitionNode with = node.get("with");
    if (rpc == null) {
      node.get("call")
          .problem(
              "connector-missing-key",
              "A 'call' needs the envelope that it goes into.",
              "Add 'rpc' to the definition.");
    } else {
      if (!rpc.allow().contains(method)) {
        node.get("call")
            .problem(
                "connector-writes",
                "The method '" + method + "' is not among those that may be called.",
                "Add it to 'rpc.allow' if it only reads.");
      }
      rpc.request()
          .templates()
          .flatMap(t -> t.names().stream())
          .distinct()
          .forEach(name -> {
            if (name.startsWith("call.")
                && !name.equals("call.method")
                && !with.has(name.substring("call.".length()))) {
              node.problem(
                  "connector-missing-key",
                  "The envelope asks for '" + name.substring("call.".length()) + "' of each call.",
                  "Add it to 'with'.");
            }
          });
    }
    return new RequestSpec.Call(method, entries(with, all));
  }

  /** The envelope of calls, whose body may hold the password where the system asks for it. */
  static @Nullable RpcSpec rpc(DefinitionNode node, Set<String> names, Set<String> secrets) {
    if (node.isNull()) {
      return null;
    }
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(secrets);
    all.add("call.*");
    RequestReader reader = new RequestReader(all, Set.of(), null);
    return new RpcSpec(
        new RequestSpec(
            "POST",
            node.get("post").template(names, secrets),
            Map.of(),
            headers(node, all),
            reader.entries(node.get("body"), all),
            Map.of(),
            null,
            true,
            false,
            Set.of()),
        node.get("result").expressionOrNull(),
        Set.copyOf(node.get("allow").texts()));
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
            headers(node, all),
            entries(node.get("body"), all),
            Map.of(),
            null,
            true,
            false,
            Set.of());
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
    PageSpec.Into into = into(n);
    if (ASKED.contains(kind)) {
      needParam(n, into);
    }
    return switch (kind) {
      case "cursor" ->
          new PageSpec.Cursor(
              n.get("path").expression(),
              n.get("param").text(""),
              into,
              n.get("more").expressionOrNull());
      case "offset" ->
          new PageSpec.Offset(
              n.get("param").text(""), into, n.get("total").expressionOrNull(), end(n));
      case "page" ->
          new PageSpec.Number(
              n.get("param").text(""),
              into,
              n.get("first").number(1),
              n.get("more").expressionOrNull(),
              n.get("total").expressionOrNull(),
              end(n));
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

  private static PageSpec.End end(DefinitionNode node) {
    return "empty-page".equals(node.get("end").text())
        ? PageSpec.End.EMPTY_PAGE
        : PageSpec.End.SHORT_PAGE;
  }

  static PageSpec.@Nullable Size size(DefinitionNode node) {
    return node.isNull()
        ? null
        : new PageSpec.Size(node.get("param").text(), into(node), node.get("max").number(100));
  }

  private static PageSpec.Into into(DefinitionNode node) {
    return switch (node.get("in").text("query")) {
      case "body" -> PageSpec.Into.BODY;
      case "template" -> PageSpec.Into.TEMPLATE;
      default -> PageSpec.Into.QUERY;
    };
  }

  private static void needParam(DefinitionNode node, PageSpec.Into into) {
    if (into != PageSpec.Into.TEMPLATE && !node.has("param")) {
      node.problem(
          "connector-missing-key",
          "The key 'param' is missing: nothing says how a page is asked for.",
          "Name the parameter, or write 'in: template' and use ${page.offset}, ${page.number} or"
              + " ${page.cursor} in the request.");
    }
  }

  /** What templates of a request can name of the pages that stand beside it. */
  private static List<String> pageNames(DefinitionNode owner) {
    List<String> names = new ArrayList<>();
    if (into(owner.get("size")) == PageSpec.Into.TEMPLATE) {
      names.add("page.size");
    }
    owner
        .get("page")
        .entries()
        .forEach((kind, n) -> {
          if (into(n) == PageSpec.Into.TEMPLATE) {
            names.add("page".equals(kind) ? "page.number" : "page." + kind);
          }
        });
    return names;
  }
}
