package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Enrich;
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
  private final ConcurrentMap<String, Optional<Object>> answers;

  Enricher(Api api, ConcurrentMap<String, Optional<Object>> answers) {
    this.api = api;
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
        Object answer = answer(step, object, inner, progress);
        fields.forEach(f -> set(step, f, answer, object));
      } catch (ApiFailure e) {
        if (!step.optional()) {
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

  private @Nullable Object answer(Enrich step, ObjectItem object, Scope inner, Progress progress) {
    String url = api.url(step.request(), inner, Map.of());
    Optional<Object> known = answers.get(url);
    if (known == null) {
      String why = "read " + step.id() + " of " + object.name();
      known =
          Optional.ofNullable(
              api.send(step.request(), inner, Map.of(), Map.of(), why, progress).body());
      answers.putIfAbsent(url, known);
    }
    return known.orElse(null);
  }

  private static void set(
      Enrich step,
      Map<String, @Nullable Object> field,
      @Nullable Object answer,
      ObjectItem object) {
    Map<String, @Nullable Object> bindings = new HashMap<>();
    bindings.put("enrich", answer);
    bindings.put("object", object.forExpressions());
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
