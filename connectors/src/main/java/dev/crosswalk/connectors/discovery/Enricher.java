package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Enrich;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.definition.RequestSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    for (Object item : Expression.asList(step.forEach().evaluate(input, bindings))) {
      Scope inner = scope.plus(named(item));
      bindings.put("item", item);
      bindings.put("enrich", answer(step, object, inner, progress));
      // An item that is a field concerns that field alone.
      Object only = item instanceof Map<?, ?> map ? map.get("name") : null;
      fields.stream()
          .filter(f -> only == null || only.equals(f.get("name")))
          .forEach(f -> set(step, f, bindings));
    }
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
      known =
          Optional.ofNullable(api.send(request, inner, Map.of(), Map.of(), why, progress).body());
      answers.putIfAbsent(key, known);
    }
    return known.orElse(null);
  }

  private static String body(RequestSpec request, Scope scope) {
    RequestSpec.Call call = request.call();
    if (call != null) {
      return call.method() + call.with().render(scope);
    }
    return request.body() == null ? "" : String.valueOf(request.body().render(scope));
  }

  private static void set(
      Enrich step, Map<String, @Nullable Object> field, Map<String, @Nullable Object> bindings) {
    try {
      if (step.set().evaluate(field, bindings) instanceof Map<?, ?> more) {
        more.forEach((k, v) -> field.put(String.valueOf(k), v));
      }
    } catch (ProblemException e) {
      List<Object> warnings = new ArrayList<>();
      if (field.get(FieldMapper.WARNINGS) instanceof List<?> before) {
        warnings.addAll(before);
      }
      warnings.add("'" + step.id() + "' could not be read: " + e.problem().what());
      field.put(FieldMapper.WARNINGS, warnings);
    }
  }
}
