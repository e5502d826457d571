package dev.crosswalk.connectors.records;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ConnectorDefinition.One;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Records;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Answer;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for one record by its id, where the definition says how. */
public final class RecordById {
  /** Problem code: the text can be no id of the object; nothing was asked. */
  public static final String NO_ID = "record-id";

  /** Problem code: the system has no record with the id, or none that this user may see. */
  public static final String UNKNOWN = "record-unknown";

  private static final int LONGEST = 500;

  private final Api api;
  private final Records spec;
  private final SampleReader samples;
  private final FieldChoice choice;
  private final RecordScope scopes;
  private final RecordShape shape;

  private RecordById(Api api, Records spec, SampleReader.Vars vars) {
    this.api = api;
    this.spec = spec;
    this.samples = new SampleReader(api, vars);
    this.choice = new FieldChoice(api, spec);
    this.scopes = new RecordScope(api, spec, vars);
    this.shape = new RecordShape(spec, new ValueTurner(api.definition().values()));
  }

  /**
   * The record; empty where the definition does not say how one is asked for.
   *
   * @throws ProblemException {@link #NO_ID}, {@link #UNKNOWN}, or what the system says
   */
  public static Optional<Map<String, @Nullable Object>> read(
      Api api,
      SampleReader.Vars vars,
      SchemaObject object,
      String id,
      Collection<FieldPath> behind,
      Progress progress) {
    Records spec = api.definition().records();
    One one = spec == null ? null : spec.one();
    return spec == null || one == null
        ? Optional.empty()
        : new RecordById(api, spec, vars).read(one, object, id.strip(), behind, progress);
  }

  private Optional<Map<String, @Nullable Object>> read(
      One one, SchemaObject object, String id, Collection<FieldPath> behind, Progress progress) {
    Scope scope = scopes.of(object, 1, true, progress);
    Map<String, @Nullable Object> input = new HashMap<>(Map.of("object", scope.object()));
    if (one.when() != null && !one.when().test(input, Map.of())) {
      return Optional.empty();
    }
    input.put("id", id);
    Object sent = isSafe(id) ? sent(one, input) : null;
    if (sent == null) {
      throw new ProblemException(
          Problem.error(
              NO_ID,
              null,
              "'"
                  + (id.length() > LONGEST ? id.substring(0, LONGEST) + "…" : id)
                  + "' can be no id of '"
                  + object.name()
                  + "' in "
                  + api.definition().info().name()
                  + ".",
              "Copy the id from the system, such as from the address of the record's page."));
    }
    Scope asked = scope.plus(Map.of("record.id", sent));
    try {
      Map<String, @Nullable Object> raw = visible(one, object, sent, behind, asked, progress);
      if (!raw.isEmpty()) {
        return Optional.of(shape.turned(List.of(raw), object).getFirst());
      }
    } catch (ApiFailure e) {
      if (e.kind() != FailureKind.NOT_FOUND) {
        throw e;
      }
      throw unknown(object, id, e.words());
    }
    throw unknown(object, id, "");
  }

  /** With what lies behind references if the system lets one, and with all fields that it shows. */
  private Map<String, @Nullable Object> visible(
      One one,
      SchemaObject object,
      Object id,
      Collection<FieldPath> behind,
      Scope scope,
      Progress progress) {
    List<Field> own = choice.of(object, List.of());
    Crossed crossed = Crossed.of(spec.behind(), object, behind, scope.object());
    if (!crossed.isEmpty()) {
      try {
        return raw(one, object, crossed.with(own), crossed, id, scope, progress);
      } catch (ApiFailure e) {
        if (!Crossed.isBlamed(e) || e.kind() == FailureKind.NOT_FOUND) {
          throw e;
        }
      }
    }
    return choice.visible(
        object, own, fields -> raw(one, object, fields, Crossed.NONE, id, scope, progress));
  }

  /**
   * Steps up and characters that no id has are never sent, however a definition writes its path.
   */
  private static boolean isSafe(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST
        && !id.equals(".")
        && !id.equals("..")
        && id.chars().noneMatch(Character::isISOControl);
  }

  private static @Nullable Object sent(One one, Map<String, @Nullable Object> input) {
    if (one.id() == null) {
      return input.get("id");
    }
    try {
      Object sent = one.id().evaluate(input);
      return "".equals(sent) || sent instanceof Boolean ? null : sent;
    } catch (ProblemException e) {
      return null;
    }
  }

  private ProblemException unknown(SchemaObject object, String id, String words) {
    return new ProblemException(
        Problem.error(
            UNKNOWN,
            null,
            api.definition().info().name()
                + " has no '"
                + object.name()
                + "' with the id '"
                + id
                + "'"
                + (words.isBlank() ? "" : " (" + api.problems().blank(words) + ")")
                + ", or this user may not see it.",
            "Check the id, and that the record is in this account (production or sandbox)."));
  }

  /** Empty where the answer holds none. */
  private Map<String, @Nullable Object> raw(
      One one,
      SchemaObject object,
      List<Field> fields,
      Crossed crossed,
      Object id,
      Scope scope,
      Progress progress) {
    String why = "read one record of " + object.name();
    boolean names = one.request().templates().anyMatch(t -> t.names().contains("fields"));
    if (!names || samples.fits(one.request(), fields, scope)) {
      return asked(one, fields, crossed, scope, why, progress);
    }
    if (spec.fallback() != null) {
      Scope with = SampleReader.with(scope, fields);
      List<Map<String, @Nullable Object>> found =
          samples.byIds(spec.fallback(), List.of(id), with, why, progress);
      return found.isEmpty() ? Map.of() : found.getFirst();
    }
    if (spec.splitOn() == null) {
      return asked(one, fields, crossed, scope, why, progress);
    }
    Field first = object.field(spec.splitOn()).orElseGet(() -> fields.get(0));
    Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    for (List<Field> part : samples.parts(one.request(), fields, first, scope)) {
      Map<String, @Nullable Object> found = asked(one, part, crossed, scope, why, progress);
      if (found.isEmpty()) {
        return Map.of();
      }
      RecordShape.join(whole, found);
    }
    return whole;
  }

  private Map<String, @Nullable Object> asked(
      One one, List<Field> fields, Crossed crossed, Scope scope, String why, Progress progress) {
    Answer answer =
        api.send(
            one.request(),
            SampleReader.with(scope, fields),
            crossed.query(),
            Map.of(),
            why,
            progress);
    Object record =
        one.record() == null
            ? answer.body()
            : one.record().evaluate(answer.body(), Map.of("object", scope.object()));
    if (record instanceof List<?> list) {
      record = list.isEmpty() ? null : list.getFirst();
    }
    if (record == null) {
      return Map.of();
    }
    if (record instanceof Map<?, ?> map) {
      return RecordShape.plain(map);
    }
    throw api.problems().without("a record", answer, why);
  }
}
