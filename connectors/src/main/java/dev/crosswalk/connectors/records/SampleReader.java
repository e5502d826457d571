package dev.crosswalk.connectors.records;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.RequestSpec;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Answer;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads sample records. Where the list of fields makes the address too long it is read in parts
 * that are joined on the id, or by ids; a field that turns out to be hidden is left out.
 */
public final class SampleReader {
  private static final Logger LOG = LoggerFactory.getLogger(SampleReader.class);
  private static final int MOST_HIDDEN = 5;

  private final Api api;
  private final ConnectorDefinition.Records spec;
  private final RecordShape shape;
  private final Vars vars;

  /** More that the definition says of an object, for templates. */
  @FunctionalInterface
  public interface Vars {
    Map<String, @Nullable Object> of(String object, Progress progress);
  }

  /**
   * @throws ProblemException where the definition says nothing of records
   */
  public SampleReader(Api api, Vars vars) {
    this.api = api;
    this.vars = vars;
    ConnectorDefinition.Records records = api.definition().records();
    if (records == null) {
      throw api.problems()
          .failure(
              FailureKind.INVALID_REQUEST,
              "The connector " + api.definition().info().name() + " does not read records.",
              "Use a file with sample records instead.");
    }
    this.spec = records;
    this.shape = new RecordShape(records, new ValueTurner(api.definition().values()));
  }

  /** See {@link dev.crosswalk.connectors.Session#sample}. */
  public List<Map<String, @Nullable Object>> read(
      SchemaObject object, Collection<String> names, int limit, Progress progress) {
    List<Field> fields = new ArrayList<>();
    for (Field field : object.fields()) {
      if ((names.isEmpty() || names.contains(field.name())) && selectable(field)) {
        fields.add(field);
      }
    }
    if (fields.isEmpty()) {
      throw api.problems()
          .failure(
              FailureKind.INVALID_REQUEST,
              "'" + object.name() + "' has no field that can be read.",
              "Discover it again, or name other fields.");
    }
    int wanted = Math.min(limit, spec.max());
    Scope scope = scope(object, wanted, progress);
    for (int hidden = 0; ; hidden++) {
      try {
        return shape.turned(raw(object, fields, wanted, scope, progress), object);
      } catch (ApiFailure e) {
        Optional<Field> culprit =
            e.kind() == FailureKind.FIELD_HIDDEN_OR_MISSING && hidden < MOST_HIDDEN
                ? named(e.words(), fields)
                : Optional.empty();
        if (culprit.isEmpty() || fields.size() == 1) {
          throw e;
        }
        LOG.warn(
            "Field '{}' of '{}' is not visible to this user; its records are read without it.",
            culprit.get().name(),
            object.name());
        fields.remove(culprit.get());
      }
    }
  }

  /** Records of an object whose fields are not known, with the values as the system writes them. */
  public List<Map<String, @Nullable Object>> raw(
      SchemaObject object, int limit, Progress progress) {
    int wanted = Math.min(limit, spec.max());
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (Map<String, @Nullable Object> item :
        raw(object, List.of(), wanted, scope(object, wanted, progress), progress)) {
      records.add(shape.values(item));
    }
    return records;
  }

  private boolean selectable(Field field) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("name", field.name());
    input.put("native", field.nativeType());
    input.put("type", field.type().word());
    return spec.selectable() == null || spec.selectable().test(input, Map.of());
  }

  private Scope scope(SchemaObject object, int limit, Progress progress) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("object.name", object.name());
    values.put("object.id", object.vendorId() == null ? object.name() : object.vendorId());
    values.put("object.endpoint", object.endpoint() == null ? object.name() : object.endpoint());
    values.put("object.label", object.shown());
    values.put("object.plural", object.plural() == null ? object.shown() : object.plural());
    values.put("limit", limit);
    vars.of(object.name(), progress).forEach((name, value) -> values.put("object." + name, value));
    Scope scope = api.scope(progress).plus(values);
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

  /** The field that an error names, in quotes rather than anywhere. */
  static Optional<Field> named(String words, List<Field> fields) {
    for (Field field : fields) {
      if (words.contains("'" + field.name() + "'") || words.contains("\"" + field.name() + "\"")) {
        return Optional.of(field);
      }
    }
    List<Field> anywhere =
        fields.stream()
            .filter(
                f -> Pattern.compile("\\b" + Pattern.quote(f.name()) + "\\b").matcher(words).find())
            .toList();
    return anywhere.size() == 1 ? Optional.of(anywhere.get(0)) : Optional.empty();
  }

  private List<Map<String, @Nullable Object>> raw(
      SchemaObject object, List<Field> fields, int wanted, Scope scope, Progress progress) {
    if (fits(fields, scope)) {
      return page(object, fields, wanted, scope, progress);
    }
    if (spec.fallback() != null) {
      return byIds(object, fields, wanted, scope, progress);
    }
    if (spec.splitOn() != null) {
      return inParts(object, fields, spec.splitOn(), wanted, scope, progress);
    }
    return page(object, fields, wanted, scope, progress);
  }

  private boolean fits(List<Field> fields, Scope scope) {
    return fields.size() <= spec.maxFields()
        && api.url(spec.sample(), with(scope, fields), Map.of()).length() <= spec.maxUrl();
  }

  private static Scope with(Scope scope, List<Field> fields) {
    return scope.plus(Map.of("fields", List.copyOf(fields)));
  }

  private List<Map<String, @Nullable Object>> page(
      SchemaObject object, List<Field> fields, int wanted, Scope scope, Progress progress) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    String why = "read sample records of " + object.name();
    Map<String, @Nullable Object> bindings = new HashMap<>();
    bindings.put("object", objectIn(scope));
    ConnectorDefinition.PerId perId = spec.perId();
    new PageWalker(api, spec.page(), spec.size())
        .walk(
            spec.sample(),
            with(scope, fields),
            why,
            progress,
            wanted,
            answer -> {
              List<?> items = Expression.asList(spec.items().evaluate(answer.body(), bindings));
              for (Object item : items) {
                if (records.size() < wanted && perId != null) {
                  whole(perId, item, with(scope, fields), why, progress).ifPresent(records::add);
                } else if (records.size() < wanted && item instanceof Map<?, ?> map) {
                  records.add(RecordShape.plain(map));
                }
              }
              progress.update(records.size(), wanted, "records");
              return items.size();
            });
    return records;
  }

  private static Map<String, @Nullable Object> objectIn(Scope scope) {
    Map<String, @Nullable Object> object = new HashMap<>();
    scope.each((name, value) -> {
      if (name.startsWith("object.")) {
        object.put(name.substring("object.".length()), value);
      }
    });
    return object;
  }

  private Optional<Map<String, @Nullable Object>> whole(
      ConnectorDefinition.PerId perId,
      @Nullable Object item,
      Scope scope,
      String why,
      Progress progress) {
    Object id = item instanceof Map ? idOf().evaluate(item) : item;
    if (id == null) {
      return Optional.empty();
    }
    Answer answer =
        api.send(
            perId.request(),
            scope.plus(Map.of("record.id", id)),
            Map.of(),
            Map.of(),
            why,
            progress);
    Object record = perId.answer() == null ? answer.body() : perId.answer().evaluate(answer.body());
    return record instanceof Map<?, ?> map ? Optional.of(RecordShape.plain(map)) : Optional.empty();
  }

  private Expression idOf() {
    return spec.id() == null ? Expression.compile("id") : spec.id();
  }

  private List<Map<String, @Nullable Object>> inParts(
      SchemaObject object,
      List<Field> fields,
      String idName,
      int wanted,
      Scope scope,
      Progress progress) {
    Field id = object.field(idName).orElseGet(() -> fields.get(0));
    Map<Object, Map<String, @Nullable Object>> joined = new LinkedHashMap<>();
    boolean first = true;
    for (List<Field> part : parts(fields, id, scope)) {
      Set<Object> seen = new HashSet<>();
      for (Map<String, @Nullable Object> record : page(object, part, wanted, scope, progress)) {
        Object key = record.get(id.name());
        if (key != null && first) {
          joined.put(key, record);
        } else if (key != null && joined.get(key) != null) {
          joined.get(key).putAll(record);
        }
        if (key != null) {
          seen.add(key);
        }
      }
      // Records that came or went between two parts would look as if fields were missing.
      joined.keySet().retainAll(seen);
      first = false;
    }
    return new ArrayList<>(joined.values());
  }

  /** As few parts as fit, each with the id. */
  private List<List<Field>> parts(List<Field> fields, Field id, Scope scope) {
    List<List<Field>> parts = new ArrayList<>();
    List<Field> part = new ArrayList<>(List.of(id));
    for (Field field : fields) {
      if (field.name().equals(id.name())) {
        continue;
      }
      part.add(field);
      if (part.size() > 2 && !fits(part, scope)) {
        part.removeLast();
        parts.add(part);
        part = new ArrayList<>(List.of(id, field));
      }
    }
    parts.add(part);
    return parts;
  }

  private List<Map<String, @Nullable Object>> byIds(
      SchemaObject object, List<Field> fields, int wanted, Scope scope, Progress progress) {
    RequestSpec.Batch batch = java.util.Objects.requireNonNull(spec.fallback());
    Expression idOf = idOf();
    List<Object> ids = new ArrayList<>();
    for (Map<String, @Nullable Object> record :
        page(object, List.of(fields.get(0)), wanted, scope, progress)) {
      Object id = idOf.evaluate(record);
      if (id != null) {
        ids.add(id);
      }
    }
    Scope full = with(scope, fields);
    Map<String, Map<String, @Nullable Object>> byId = new HashMap<>();
    for (int from = 0; from < ids.size(); from += batch.max()) {
      List<Object> some = ids.subList(from, Math.min(ids.size(), from + batch.max()));
      List<@Nullable Object> inputs = new ArrayList<>();
      some.forEach(id -> inputs.add(batch.item().render(full.plus(Map.of("record.id", id)))));
      Answer answer =
          api.send(
              batch.request(),
              full,
              Map.of(),
              Map.of(batch.into(), inputs),
              "read sample records of " + object.name(),
              progress);
      Expression items = batch.items() == null ? spec.items() : batch.items();
      for (Object item : Expression.asList(items.evaluate(answer.body()))) {
        if (item instanceof Map<?, ?> map) {
          byId.put(String.valueOf(idOf.evaluate(map)), RecordShape.plain(map));
        }
      }
    }
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    ids.forEach(id -> Optional.ofNullable(byId.get(String.valueOf(id))).ifPresent(records::add));
    return records;
  }
}
