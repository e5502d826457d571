package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Enrich;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.definition.RequestSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.records.PageWalker;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds what other requests know about fields, such as required ones or picklist values. The same
 * request is sent once in a discovery.
 */
final class Enricher {
  private final Api api;
  private final Loads loads;
  private final ConcurrentMap<String, Optional<Object>> answers;

  Enricher(Api api, Loads loads, ConcurrentMap<String, Optional<Object>> answers) {
    this.api = api;
    this.loads = loads;
    this.answers = answers;
  }

  /**
   * Changes the fields.
   *
   * @param fields attributes by their names in definitions
   * @return warnings about optional steps that failed
   */
  List<Problem> enrich(
      ObjectItem object,
      Collection<Map<String, @Nullable Object>> fields,
      Scope scope,
      Progress progress) {
    List<Problem> problems = new ArrayList<>();
    Scope inner = object.in(scope);
    for (Enrich step : api.definition().fields().enrich()) {
      Map<String, Object> input =
          Map.of("object", object.forExpressions(), "fields", List.copyOf(fields));
      if (step.when() != null && !step.when().test(input, Map.of())) {
        continue;
      }
      try {
        step(step, object, fields, input, inner, progress);
      } catch (ApiFailure e) {
        if (!step.optional() || !e.kind().settled()) {
          throw e;
        }
        Problem why = e.problem();
        problems.add(
            Problem.warning(
                why.code(),
                null,
                "'" + step.id() + "' of '" + object.name() + "' stays unknown. " + why.what(),
                why.next()));
      }
    }
    return problems;
  }

  private void step(
      Enrich step,
      ObjectItem object,
      Collection<Map<String, @Nullable Object>> fields,
      Map<String, Object> input,
      Scope scope,
      Progress progress) {
    Map<String, @Nullable Object> bindings =
        new HashMap<>(loads.bindings(List.of(step.set()), progress));
    bindings.put("object", object.forExpressions());
    if (step.forEach() == null) {
      bindings.put("enrich", answer(step, object, scope, progress));
      fields.forEach(f -> set(step, f, bindings));
      return;
    }
    Map<Map<String, @Nullable Object>, Map<?, ?>> before = new IdentityHashMap<>();
    for (Object item : Expression.asList(step.forEach().evaluate(input, bindings))) {
      Scope inner = scope.plus(named(item));
      bindings.put("item", item);
      bindings.put("enrich", answer(step, object, inner, progress));
      // An item that is a field concerns that field alone.
      Object only = item instanceof Map<?, ?> map ? map.get("name") : null;
      fields.stream()
          .filter(f -> only == null || only.equals(f.get("name")))
          .forEach(f -> {
            Map<?, ?> now = set(step, f, bindings);
            if (contradict(before.put(f, now), now)) {
              warn(
                  f,
                  "Several items of 'forEach' in '"
                      + step.id()
                      + "' set this field, each otherwise; the last one won. Give each item the"
                      + " 'name' of the field that it is for.");
            }
          });
    }
  }

  /** Whether two items set the same attribute of a field to different things. */
  private static boolean contradict(@Nullable Map<?, ?> before, Map<?, ?> now) {
    return before != null
        && now.entrySet().stream()
            .anyMatch(e ->
                before.containsKey(e.getKey())
                    && !Objects.equals(before.get(e.getKey()), e.getValue()));
  }

  private static Map<String, @Nullable Object> named(@Nullable Object item) {
    Map<String, @Nullable Object> names = new HashMap<>();
    names.put("item", item);
    if (item instanceof Map<?, ?> map) {
      map.forEach((k, v) -> names.put("item." + k, v));
    }
    return names;
  }

  private @Nullable Object answer(Enrich step, ObjectItem object, Scope inner, Progress progress) {
    RequestSpec request = step.request();
    if (request == null) {
      return null;
    }
    String key =
        request.method() + " " + api.url(request, inner, Map.of()) + " " + body(request, inner);
    Optional<Object> known = answers.get(key);
    if (known == null) {
      String why = "read " + step.id() + " of " + object.name();
      known = Optional.ofNullable(read(step, request, inner, why, progress));
      answers.putIfAbsent(key, known);
    }
    return known.orElse(null);
  }

  private @Nullable Object read(
      Enrich step, RequestSpec request, Scope inner, String why, Progress progress) {
    return step.items() == null
        ? api.send(request, inner, Map.of(), Map.of(), why, progress).body()
        : new PageWalker(api, step.page(), step.size())
            .all(request, inner, why, progress, step.items());
  }

  private static String body(RequestSpec request, Scope scope) {
    RequestSpec.Call call = request.call();
    if (call != null) {
      return call.method() + call.with().render(scope);
    }
    return request.body() == null ? "" : String.valueOf(request.body().render(scope));
  }

  /** What was set; empty where there was nothing. */
  private static Map<?, ?> set(
      Enrich step, Map<String, @Nullable Object> field, Map<String, @Nullable Object> bindings) {
    try {
      if (step.set().evaluate(field, bindings) instanceof Map<?, ?> more) {
        more.forEach((k, v) -> field.put(String.valueOf(k), v));
        return more;
      }
    } catch (ProblemException e) {
      warn(field, "'" + step.id() + "' could not be read: " + e.problem().what());
    }
    return Map.of();
  }

  /** The same warning is told once. */
  private static void warn(Map<String, @Nullable Object> field, String warning) {
    List<Object> warnings = new ArrayList<>();
    if (field.get(FieldMapper.WARNINGS) instanceof List<?> before) {
      warnings.addAll(before);
    }
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
    field.put(FieldMapper.WARNINGS, warnings);
  }
}
