package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.ConnectorDefinition.FieldSource;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.RequestSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Answer;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.records.PageWalker;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists of fields of objects as the system gives them, and maps each field: many objects
 * in one call where it can.
 */
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
  private final Loads loads;
  private final FieldMapper mapper;
  private final ConnectorDefinition.Fields spec;

  FieldReader(Api api, Loads loads, FieldMapper mapper) {
    this.api = api;
    this.loads = loads;
    this.mapper = mapper;
    this.spec = api.definition().fields();
  }

  /**
   * @param fields the attributes of each, in the definition's words
   * @param failure why there are none; null where there are
   * @param warnings lists that could not be had, where others were, and names given twice
   * @param hidden the definition says that this object holds no records
   */
  record Read(
      List<Map<String, @Nullable Object>> fields,
      @Nullable ApiFailure failure,
      List<Problem> warnings,
      boolean hidden) {

    static final Read HIDDEN = new Read(List.of(), null, List.of(), true);

    static Read failed(ApiFailure failure) {
      return new Read(List.of(), failure, List.of(), false);
    }
  }

  /** Whether a failure is about one object, so that the others go on. */
  static boolean ofOneObject(ApiFailure failure) {
    return OF_ONE_OBJECT.contains(failure.kind());
  }

  /** By object, in the order given. */
  Map<ObjectItem, Read> read(List<ObjectItem> objects, Scope scope, Progress progress) {
    RequestSpec.Batch batch = spec.batch();
    Map<ObjectItem, Read> result = new LinkedHashMap<>();
    if (batch == null || objects.size() == 1) {
      objects.forEach(o -> result.put(o, single(o, null, scope, progress)));
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
              : single(object, null, scope, progress));
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
    if (failure == null && hides(body, bindings(object, progress))) {
      return Read.HIDDEN;
    }
    if (failure == null) {
      failure = noFields(spec.sources().get(0), bindings(object, progress), inner, object);
    }
    if (failure == null) {
      return single(object, inner, scope, progress);
    }
    // Alone it gets its own tries, and its own page of reasons.
    return ofOneObject(failure) ? Read.failed(failure) : single(object, null, scope, progress);
  }

  private boolean hides(@Nullable Object body, Map<String, @Nullable Object> bindings) {
    return spec.hide() != null && spec.hide().test(body, bindings);
  }

  private Map<String, @Nullable Object> bindings(ObjectItem object, Progress progress) {
    List<Expression> used = new ArrayList<>();
    if (spec.hide() != null) {
      used.add(spec.hide());
    }
    for (FieldSource source : spec.sources()) {
      used.add(source.items());
      used.addAll(source.map().values());
    }
    Map<String, @Nullable Object> bindings = new HashMap<>(loads.bindings(used, progress));
    bindings.put("object", object.forExpressions());
    bindings.put("scopes", api.scopes(progress));
    return bindings;
  }

  /** An answer that says all is well and has no list of fields is not an object without fields. */
  private @Nullable ApiFailure noFields(
      FieldSource source,
      Map<String, @Nullable Object> bindings,
      Answer answer,
      ObjectItem object) {
    return source.items().evaluate(answer.body(), bindings) == null && answer.status() != 204
        ? api.problems().without("a list of fields", answer, "describe " + object.name())
        : null;
  }

  /**
   * @param first the answer to the first source's request where it is there already
   */
  private Read single(ObjectItem object, @Nullable Answer first, Scope scope, Progress progress) {
    List<Map<String, @Nullable Object>> fields = new ArrayList<>();
    List<Problem> warnings = new ArrayList<>();
    Map<String, @Nullable Object> bindings = bindings(object, progress);
    Answer answer = first;
    for (FieldSource source : spec.sources()) {
      Map<String, Object> input = Map.of("object", object.forExpressions());
      if (source.when() != null && !source.when().test(input, bindings)) {
        continue;
      }
      try {
        List<@Nullable Object> items = items(source, object, answer, bindings, scope, progress);
        if (items == null) {
          return Read.HIDDEN;
        }
        List<Map<String, @Nullable Object>> mapped = new ArrayList<>();
        items.forEach(item -> mapped.add(mapper.map(source.map(), item, bindings)));
        fields.addAll(mapped);
        warnings.addAll(SameNames.of(object.name(), items, mapped));
        Unnamed.of(object.name(), mapped).ifPresent(warnings::add);
      } catch (ApiFailure e) {
        if (!ofOneObject(e)) {
          throw e;
        }
        if (!source.optional() || !e.kind().settled()) {
          return Read.failed(e);
        }
        Problem why = e.problem();
        warnings.add(
            Problem.warning(
                why.code(),
                null,
                "Some fields of '" + object.name() + "' stay unknown. " + why.what(),
                why.next()));
      }
      answer = null;
    }
    return new Read(fields, null, warnings, false);
  }

  /** Null where the first source's answer says that the object holds no records. */
  private @Nullable List<@Nullable Object> items(
      FieldSource source,
      ObjectItem object,
      @Nullable Answer first,
      Map<String, @Nullable Object> bindings,
      Scope scope,
      Progress progress) {
    List<@Nullable Object> items = new ArrayList<>();
    RequestSpec request = source.request();
    String from = source.from();
    if (request == null || first != null) {
      Object document =
          first != null ? first.body() : from == null ? null : loads.get(from, progress);
      items.addAll(Expression.asList(source.items().evaluate(document, bindings)));
      return items;
    }
    boolean canHide = source == spec.sources().get(0);
    AtomicBoolean hidden = new AtomicBoolean();
    new PageWalker(api, source.page(), source.size())
        .walk(
            request,
            object.in(scope),
            "describe " + object.name(),
            progress,
            PageWalker.NO_LIMIT,
            answer -> {
              if (canHide && hides(answer.body(), bindings)) {
                hidden.set(true);
                return 0;
              }
              ApiFailure missing = noFields(source, bindings, answer, object);
              if (missing != null) {
                throw missing;
              }
              List<?> page = Expression.asList(source.items().evaluate(answer.body(), bindings));
              items.addAll(page);
              return page.size();
            });
    return hidden.get() ? null : items;
  }
}
