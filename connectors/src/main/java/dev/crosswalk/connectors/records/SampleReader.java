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
import dev.crosswalk.engine.schema.FieldPath;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads sample records. Where the list of fields makes the address too long it is read in parts
 * that are joined on the id, or by ids; a field that turns out to be hidden is left out.
 */
public final class SampleReader {
  private static final Logger LOG = LoggerFactory.getLogger(SampleReader.class);

  private final Api api;
  private final ConnectorDefinition.Records spec;
  private final RecordShape shape;
  private final FieldChoice choice;
  private final RecordScope scopes;

  /** More that the definition says of an object, for templates. */
  @FunctionalInterface
  public interface Vars {
    /**
     * @param byId for one record rather than for a sample
     */
    Map<String, @Nullable Object> of(String object, boolean byId, Progress progress);
  }

  /**
   * @throws ProblemException where the definition says nothing of records
   */
  public SampleReader(Api api, Vars vars) {
    this.api = api;
    ConnectorDefinition.Records records = api.definition().records();
    if (records == null) {
      throw api.problems()
          .failure(
              FailureKind.INVALID_REQUEST,
              "The connector " + api.definition().info().name() + " does not read records.",
              "Use a file with sample records instead.");
    }
    this.spec = records;
    this.choice = new FieldChoice(api, records);
    this.scopes = new RecordScope(api, records, vars);
    this.shape = new RecordShape(records, new ValueTurner(api.definition().values()));
  }

  /** See {@link dev.crosswalk.connectors.Session#sample}. */
  public List<Map<String, @Nullable Object>> read(
      SchemaObject object,
      Collection<String> names,
      Collection<FieldPath> behind,
      int limit,
      Progress progress) {
    if (object.fields().isEmpty() && guesses() && raw(object, 1, progress).isEmpty()) {
      return List.of();
    }
    int wanted = Math.min(limit, spec.max());
    Scope scope = scopes.of(object, wanted, false, progress);
    List<Field> own = choice.of(object, names);
    Crossed crossed = Crossed.of(spec.behind(), object, behind, scope.object());
    if (!crossed.isEmpty()) {
      try {
        return shape.turned(raw(object, own, crossed, wanted, scope, progress), object);
      } catch (ApiFailure e) {
        if (!Crossed.isBlamed(e)) {
          throw e;
        }
        LOG.warn(
            "'{}' is read without what lies behind its references: {}",
            object.name(),
            e.problem().what());
      }
    }
    return choice.visible(
        object,
        own,
        fields -> shape.turned(raw(object, fields, Crossed.NONE, wanted, scope, progress), object));
  }

  /** Whether fields come from records, so that an object without records has none. */
  private boolean guesses() {
    return api.definition().metadata() != null && api.definition().metadata().guesses();
  }

  /** Records of an object whose fields are not known, with the values as the system writes them. */
  public List<Map<String, @Nullable Object>> raw(
      SchemaObject object, int limit, Progress progress) {
    int wanted = Math.min(limit, spec.max());
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (Map<String, @Nullable Object> item :
        raw(
            object,
            List.of(),
            Crossed.NONE,
            wanted,
            scopes.of(object, wanted, false, progress),
            progress)) {
      records.add(shape.values(item));
    }
    return records;
  }

  private List<Map<String, @Nullable Object>> raw(
      SchemaObject object,
      List<Field> own,
      Crossed crossed,
      int wanted,
      Scope scope,
      Progress progress) {
    List<Field> fields = crossed.with(own);
    if (!fits(spec.sample(), fields, scope)) {
      if (spec.fallback() != null) {
        return byIds(object, own, wanted, scope, progress);
      }
      if (spec.splitOn() != null) {
        return inParts(object, fields, spec.splitOn(), crossed, wanted, scope, progress);
      }
    }
    return page(object, fields, crossed, wanted, scope, progress);
  }

  /** Whether a request may name all of these fields at once. */
  boolean fits(RequestSpec request, List<Field> fields, Scope scope) {
    return fields.size() <= spec.maxFields()
        && api.url(request, with(atStart(scope), fields), Map.of()).length() <= spec.maxUrl();
  }

  private Scope atStart(Scope scope) {
    return scope.plus(PageWalker.start(spec.page(), spec.size()));
  }

  static Scope with(Scope scope, List<Field> fields) {
    return scope.plus(Map.of("fields", List.copyOf(fields)));
  }

  private List<Map<String, @Nullable Object>> page(
      SchemaObject object,
      List<Field> fields,
      Crossed crossed,
      int wanted,
      Scope scope,
      Progress progress) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    String why = "read sample records of " + object.name();
    Map<String, Object> bindings = Map.of("object", scope.object());
    ConnectorDefinition.PerId perId = spec.perId();
    new PageWalker(api, spec.page(), spec.size())
        .walk(
            spec.sample(),
            with(scope, fields),
            crossed.query(),
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

  private List<Map<String, @Nullable Object>> inParts(
      SchemaObject object,
      List<Field> fields,
      String idName,
      Crossed crossed,
      int wanted,
      Scope scope,
      Progress progress) {
    Field id = object.field(idName).orElseGet(() -> fields.get(0));
    Map<Object, Map<String, @Nullable Object>> joined = new LinkedHashMap<>();
    boolean first = true;
    for (List<Field> part : parts(spec.sample(), fields, id, scope)) {
      Set<Object> seen = new HashSet<>();
      for (Map<String, @Nullable Object> record :
          page(object, part, crossed, wanted, scope, progress)) {
        Object key = record.get(id.name());
        if (key != null && first) {
          joined.put(key, record);
        } else if (key != null && joined.get(key) != null) {
          RecordShape.join(joined.get(key), record);
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
  List<List<Field>> parts(RequestSpec request, List<Field> fields, Field id, Scope scope) {
    List<List<Field>> parts = new ArrayList<>();
    List<Field> part = new ArrayList<>(List.of(id));
    for (Field field : fields) {
      if (field.name().equals(id.name())) {
        continue;
      }
      part.add(field);
      if (part.size() > 2 && !fits(request, part, scope)) {
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
        page(object, List.of(fields.get(0)), Crossed.NONE, wanted, scope, progress)) {
      Object id = idOf.evaluate(record);
      if (id != null) {
        ids.add(id);
      }
    }
    return byIds(
        batch, ids, with(scope, fields), "read sample records of " + object.name(), progress);
  }

  /**
   * Records by their ids, in this order; those that are not there are left out.
   *
   * @param scope with the fields
   */
  List<Map<String, @Nullable Object>> byIds(
      RequestSpec.Batch batch, List<Object> ids, Scope scope, String why, Progress progress) {
    Expression idOf = idOf();
    Map<String, Map<String, @Nullable Object>> byId = new HashMap<>();
    for (int from = 0; from < ids.size(); from += batch.max()) {
      List<Object> some = ids.subList(from, Math.min(ids.size(), from + batch.max()));
      List<@Nullable Object> inputs = new ArrayList<>();
      some.forEach(id -> inputs.add(batch.item().render(scope.plus(Map.of("record.id", id)))));
      Answer answer =
          api.send(batch.request(), scope, Map.of(), Map.of(batch.into(), inputs), why, progress);
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

  private Expression idOf() {
    return spec.id() == null ? Expression.compile("id") : spec.id();
  }
}
