package dev.crosswalk.connectors.records;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Answer;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the requests for records of an object may name. */
final class RecordScope {
  private final Api api;
  private final ConnectorDefinition.Records spec;
  private final SampleReader.Vars vars;

  RecordScope(Api api, ConnectorDefinition.Records spec, SampleReader.Vars vars) {
    this.api = api;
    this.spec = spec;
    this.vars = vars;
  }

  /**
   * @param byId for one record rather than for a sample
   */
  Scope of(SchemaObject object, int limit, boolean byId, Progress progress) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("object.name", object.name());
    values.put("object.id", object.vendorId() == null ? object.name() : object.vendorId());
    values.put("object.endpoint", object.endpoint() == null ? object.name() : object.endpoint());
    values.put("object.label", object.shown());
    values.put("object.plural", object.plural() == null ? object.shown() : object.plural());
    values.put("limit", limit);
    vars.of(object.name(), byId, progress)
        .forEach((name, value) -> values.put("object." + name, value));
    Scope scope = api.scope(progress).plus(values);
    if (byId && !namesVars(spec.one())) {
      return scope;
    }
    for (Map.Entry<String, ConnectorDefinition.Var> step : spec.vars().entrySet()) {
      String why = "read " + step.getKey() + " of " + object.name();
      Answer answer = api.send(step.getValue().request(), scope, Map.of(), Map.of(), why, progress);
      Object picked = step.getValue().pick().evaluate(answer.body());
      if (picked == null) {
        throw api.problems().without("'" + step.getKey() + "'", answer, why);
      }
      scope = scope.plus(Map.of(step.getKey(), picked));
    }
    return scope;
  }

  /** Whether one record needs them: by its own request, or by the one for addresses too long. */
  private boolean namesVars(ConnectorDefinition.@Nullable One one) {
    Stream<String> longer =
        spec.fallback() == null
            ? Stream.empty()
            : spec.fallback().request().templates().flatMap(t -> t.names().stream());
    return one == null || Stream.concat(one.sources(), longer).anyMatch(spec.vars()::containsKey);
  }
}
