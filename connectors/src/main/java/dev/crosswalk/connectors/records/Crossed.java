package dev.crosswalk.connectors.records;

import dev.crosswalk.connectors.definition.ConnectorDefinition.Behind;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields behind references that a sample is read with, as its definition asks for them. */
final class Crossed {
  /** A sample of the object's own fields only. */
  static final Crossed NONE = new Crossed(List.of(), Map.of());

  private final List<Field> names;
  private final Map<String, String> query;

  private Crossed(List<Field> names, Map<String, String> query) {
    this.names = List.copyOf(names);
    this.query = Map.copyOf(query);
  }

  /**
   * @param spec null where records bring nothing of those that they refer to
   * @param paths one step along a reference, such as {@code Owner.Email}; others are left out
   * @param about what expressions see as {@code object}
   */
  static Crossed of(
      @Nullable Behind spec,
      SchemaObject object,
      Collection<FieldPath> paths,
      Map<String, @Nullable Object> about) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<Field> names = new ArrayList<>();
    for (FieldPath path : paths) {
      boolean crosses =
          path.names().size() == 2
              && object.fields().stream()
                  .anyMatch(f -> f.isCrossable() && path.first().equals(f.relationship()));
      if (crosses) {
        fields.computeIfAbsent(path.first(), n -> new ArrayList<>()).add(path.last());
        names.add(Field.builder(path.first() + "." + path.last(), FieldType.ANY).build());
      }
    }
    if (spec == null || fields.isEmpty()) {
      return NONE;
    }
    String param = spec.param();
    if (param == null || spec.value() == null) {
      return new Crossed(names, Map.of());
    }
    List<Map<String, Object>> references = new ArrayList<>();
    fields.forEach((name, of) -> references.add(Map.of("name", name, "fields", of)));
    try {
      Object value =
          spec.value().evaluate(Map.of("references", references, "object", about), Map.of());
      return value instanceof String text && !text.isEmpty()
          ? new Crossed(List.of(), Map.of(param, text))
          : NONE;
    } catch (ProblemException e) {
      return NONE;
    }
  }

  /** Whether a failure may be because of them: a system that does not know the form may break. */
  static boolean isBlamed(ApiFailure failure) {
    return failure.kind().settled() || failure.kind() == FailureKind.VENDOR_ERROR;
  }

  boolean isEmpty() {
    return names.isEmpty() && query.isEmpty();
  }

  /** The object's own fields, and the paths where these stand among them. */
  List<Field> with(List<Field> own) {
    List<Field> all = new ArrayList<>(own);
    all.addAll(names);
    return all;
  }

  /** More parameters of the query. */
  Map<String, String> query() {
    return query;
  }
}
