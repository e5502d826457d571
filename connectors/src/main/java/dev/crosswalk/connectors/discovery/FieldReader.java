package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.RequestSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Answer;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.records.PageWalker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of objects as the system gives them: many objects in one call where it can. */
final class FieldReader {
  /** What concerns one object; everything else concerns the connection. */
  private static final Set<FailureKind> OF_ONE_OBJECT =
      Set.of(
          FailureKind.FORBIDDEN,
          FailureKind.MISSING_SCOPE,
          FailureKind.NOT_FOUND,
          FailureKind.FIELD_HIDDEN_OR_MISSING,
          FailureKind.INVALID_REQUEST,
          FailureKind.CONFLICT,
          FailureKind.VENDOR_ERROR,
          FailureKind.NONSENSE);

  private final Api api;
  private final ConnectorDefinition.Fields spec;

  FieldReader(Api api) {
    this.api = api;
    this.spec = api.definition().fields();
  }

  /**
   * @param items one for each field
   * @param failure why there are none; null where there are
   */
  record Read(List<?> items, @Nullable ApiFailure failure) {}

  /** By object, in the order given. */
  Map<ObjectItem, Read> read(List<ObjectItem> objects, Scope scope, Progress progress) {
    RequestSpec.Batch batch = spec.batch();
    Map<ObjectItem, Read> result = new LinkedHashMap<>();
    if (batch == null || objects.size() == 1) {
      objects.forEach(o -> result.put(o, single(o, scope, progress)));
      return result;
    }
    List<@Nullable Object> calls = new ArrayList<>();
    objects.forEach(o -> calls.add(batch.item().render(o.in(scope))));
    String why = "describe " + objects.size() + " objects from " + objects.get(0).name();
    Answer answer =
        api.send(batch.request(), scope, Map.of(), Map.of(batch.into(), calls), why, progress);
    List<?> parts =
        Expression.asList(
            batch.items() == null ? answer.body() : batch.items().evaluate(answer.body()));
    for (int i = 0; i < objects.size(); i++) {
      ObjectItem object = objects.get(i);
      result.put(
          object,
          i < parts.size()
              ? part(object, batch, parts.get(i), answer, scope, progress)
              : single(object, scope, progress));
    }
    return result;
  }

  private Read part(
      ObjectItem object,
      RequestSpec.Batch batch,
      @Nullable Object part,
      Answer whole,
      Scope scope,
      Progress progress) {
    Object status = batch.status() == null ? 200 : batch.status().evaluate(part);
    Object body = batch.body() == null ? part : batch.body().evaluate(part);
    Answer inner =
        new Answer(
            status instanceof Number n ? n.intValue() : 200, whole.url(), Map.of(), body, true);
    ApiFailure failure = api.failure(inner, "describe " + object.name());
    if (failure == null) {
      failure = noFields(body, inner, object);
    }
    if (failure == null) {
      return new Read(Expression.asList(spec.items().evaluate(body)), null);
    }
    // Alone it gets its own tries, and its own page of reasons.
    return OF_ONE_OBJECT.contains(failure.kind())
        ? new Read(List.of(), failure)
        : single(object, scope, progress);
  }

  /** An answer that says all is well and has no list of fields is not an object without fields. */
  private @Nullable ApiFailure noFields(@Nullable Object body, Answer answer, ObjectItem object) {
    return spec.items().evaluate(body) == null && answer.status() != 204
        ? api.problems().without("a list of fields", answer, "describe " + object.name())
        : null;
  }

  private Read single(ObjectItem object, Scope scope, Progress progress) {
    List<@Nullable Object> items = new ArrayList<>();
    try {
      new PageWalker(api, spec.page(), spec.size())
          .walk(
              spec.request(),
              object.in(scope),
              "describe " + object.name(),
              progress,
              PageWalker.NO_LIMIT,
              answer -> {
                ApiFailure missing = noFields(answer.body(), answer, object);
                if (missing != null) {
                  throw missing;
                }
                List<?> page = Expression.asList(spec.items().evaluate(answer.body()));
                items.addAll(page);
                return page.size();
              });
      return new Read(items, null);
    } catch (ApiFailure e) {
      if (OF_ONE_OBJECT.contains(e.kind())) {
        return new Read(List.of(), e);
      }
      throw e;
    }
  }
}
