package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.RequestSpec;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.records.PageWalker;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists the objects of a system: those that the definition names, those that metadata describes and
 * those that it asks for.
 */
final class ObjectLister {
  private static final Set<String> WORDS =
      Set.of(
          "name",
          "id",
          "label",
          "plural",
          "description",
          "custom",
          "endpoint",
          "hidden",
          "requiredFields",
          "primaryKey",
          "vars");

  private final Api api;
  private final Loads loads;
  private final ConnectorDefinition.Objects spec;

  ObjectLister(Api api, Loads loads) {
    this.api = api;
    this.loads = loads;
    this.spec = api.definition().objects();
  }

  /**
   * @param objects in the system's order, by name
   * @param problems what could not be listed, as warnings
   */
  record Listing(Map<String, ObjectItem> objects, List<Problem> problems) {}

  /**
   * @param described by the metadata; empty where there is none
   */
  Listing list(List<Described> described, Progress progress) {
    Map<String, Map<String, @Nullable Object>> objects = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Map<String, @Nullable Object> each : spec.fixed()) {
      Map<String, @Nullable Object> item = new HashMap<>(each);
      item.putIfAbsent("custom", null);
      add(objects, item);
    }
    List<Expression> used = new ArrayList<>(spec.map().values());
    used.addAll(spec.vars().values());
    if (spec.hide() != null) {
      used.add(spec.hide());
    }
    if (spec.items() != null) {
      used.add(spec.items());
    }
    Map<String, @Nullable Object> bindings = loads.bindings(used, progress);
    boolean asked = spec.request() != null || spec.from() != null;
    for (Described each : described) {
      add(objects, mapped(each.object(), each.object(), !asked, bindings));
    }
    if (asked) {
      try {
        for (Object item : items(bindings, progress)) {
          add(objects, mapped(item, Map.of(), true, bindings));
        }
      } catch (ApiFailure e) {
        if (!spec.staticOnlyIf().contains(e.kind())) {
          throw e;
        }
        problems.add(
            Problem.warning(
                e.problem().code(),
                null,
                "Custom objects are not listed. " + e.problem().what(),
                e.problem().next()));
      }
    }
    if (objects.isEmpty()) {
      throw api.problems()
          .failure(
              FailureKind.FORBIDDEN,
              api.definition().info().name() + " lists no object that this user can see.",
              "Ask the admin for the permission to see objects.");
    }
    Map<String, ObjectItem> items = new LinkedHashMap<>();
    objects.forEach((name, map) -> items.put(name, item(name, map)));
    return new Listing(items, problems);
  }

  /** The attributes of one object, with those of a parser below the definition's map. */
  private Map<String, @Nullable Object> mapped(
      @Nullable Object item,
      Map<String, @Nullable Object> below,
      boolean map,
      Map<String, @Nullable Object> bindings) {
    Map<String, @Nullable Object> mapped = new HashMap<>();
    Map<String, @Nullable Object> vars = new HashMap<>();
    below.forEach((key, value) -> (WORDS.contains(key) ? mapped : vars).put(key, value));
    if (map) {
      spec.map()
          .forEach((name, expression) -> mapped.put(name, safely(expression, item, bindings)));
      spec.vars().forEach((name, expression) -> vars.put(name, safely(expression, item, bindings)));
      if (spec.hide() != null && spec.hide().test(item, bindings)) {
        mapped.put("hidden", true);
      }
    }
    mapped.put("vars", vars);
    return mapped;
  }

  private List<@Nullable Object> items(Map<String, @Nullable Object> bindings, Progress progress) {
    List<@Nullable Object> all = new ArrayList<>();
    Expression items = spec.items();
    String from = spec.from();
    RequestSpec request = spec.request();
    if (request == null) {
      Object document = from == null ? null : loads.get(from, progress);
      all.addAll(Expression.asList(items == null ? document : items.evaluate(document, bindings)));
      return all;
    }
    new PageWalker(api, spec.page(), spec.size())
        .walk(
            request,
            api.scope(progress),
            "list objects",
            progress,
            PageWalker.NO_LIMIT,
            answer -> {
              Object found =
                  items == null ? answer.body() : items.evaluate(answer.body(), bindings);
              if (found == null && answer.status() != 204) {
                throw api.problems().without("a list of objects", answer, "list objects");
              }
              List<?> page = Expression.asList(found);
              all.addAll(page);
              return page.size();
            });
    return all;
  }

  private static @Nullable Object safely(
      Expression expression, @Nullable Object item, Map<String, @Nullable Object> bindings) {
    try {
      return expression.evaluate(item, bindings);
    } catch (ProblemException e) {
      return null;
    }
  }

  /** What is said first stays; what comes later adds what was not said. */
  private static void add(
      Map<String, Map<String, @Nullable Object>> objects, Map<String, @Nullable Object> map) {
    String name = Attributes.text(map, "name");
    if (name == null) {
      return;
    }
    Map<String, @Nullable Object> before = objects.putIfAbsent(name, map);
    if (before != null) {
      map.forEach((key, value) -> {
        if (value != null) {
          before.putIfAbsent(key, value);
        }
      });
    }
  }

  private static ObjectItem item(String name, Map<String, @Nullable Object> map) {
    String id = Attributes.text(map, "id");
    Map<String, @Nullable Object> vars = new HashMap<>();
    if (map.get("vars") instanceof Map<?, ?> more) {
      more.forEach((k, v) -> vars.put(String.valueOf(k), v));
    }
    return new ObjectItem(
        name,
        id == null ? name : id,
        Attributes.text(map, "label"),
        Attributes.text(map, "plural"),
        Attributes.text(map, "description"),
        Attributes.flag(map, "custom"),
        Attributes.text(map, "endpoint"),
        map.get("requiredFields") == null ? null : Attributes.texts(map.get("requiredFields")),
        Attributes.texts(map.get("primaryKey")),
        vars,
        Boolean.TRUE.equals(Attributes.flag(map, "hidden")));
  }
}
