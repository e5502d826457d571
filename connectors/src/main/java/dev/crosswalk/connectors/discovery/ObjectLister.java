package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.RequestSpec;
import dev.crosswalk.connectors.definition.Scope;
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
import org.jspecify.annotations.Nullable;

/** Lists the objects of a system: those that the definition names and those that it asks for. */
public final class ObjectLister {
  private final Api api;
  private final ConnectorDefinition.Objects spec;

  public ObjectLister(Api api) {
    this.api = api;
    this.spec = api.definition().objects();
  }

  /**
   * @param objects in the system's order, by name
   * @param problems what could not be listed, as warnings
   */
  public record Listing(Map<String, ObjectItem> objects, List<Problem> problems) {}

  public Listing list(Progress progress) {
    Map<String, ObjectItem> objects = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Map<String, @Nullable Object> each : spec.fixed()) {
      add(objects, each, false);
    }
    RequestSpec request = spec.request();
    if (request != null) {
      try {
        for (Object item : items(request, api.scope(progress), progress)) {
          Map<String, @Nullable Object> mapped = new HashMap<>();
          spec.map().forEach((name, expression) -> mapped.put(name, safely(expression, item)));
          boolean hide = spec.hide() != null && spec.hide().test(item, Map.of());
          add(objects, mapped, hide);
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
    return new Listing(objects, problems);
  }

  private List<@Nullable Object> items(RequestSpec request, Scope scope, Progress progress) {
    List<@Nullable Object> all = new ArrayList<>();
    Expression items = spec.items();
    new PageWalker(api, spec.page(), spec.size())
        .walk(
            request,
            scope,
            "list objects",
            progress,
            PageWalker.NO_LIMIT,
            answer -> {
              Object found = items == null ? answer.body() : items.evaluate(answer.body());
              if (found == null && answer.status() != 204) {
                throw api.problems().without("a list of objects", answer, "list objects");
              }
              List<?> page = Expression.asList(found);
              all.addAll(page);
              return page.size();
            });
    return all;
  }

  private static @Nullable Object safely(Expression expression, @Nullable Object item) {
    try {
      return expression.evaluate(item);
    } catch (ProblemException e) {
      return null;
    }
  }

  private static void add(
      Map<String, ObjectItem> objects, Map<String, @Nullable Object> map, boolean hide) {
    String name = Attributes.text(map, "name");
    if (name == null) {
      return;
    }
    String id = Attributes.text(map, "id");
    objects.putIfAbsent(
        name,
        new ObjectItem(
            name,
            id == null ? name : id,
            Attributes.text(map, "label"),
            Attributes.text(map, "plural"),
            Attributes.text(map, "description"),
            Attributes.flag(map, "custom"),
            Attributes.text(map, "endpoint"),
            hide || Boolean.TRUE.equals(Attributes.flag(map, "hidden"))));
  }
}
