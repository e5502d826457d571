package dev.crosswalk.connectors.records;

import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.http.Api;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which fields of an object records are read with. */
final class FieldChoice {
  private static final Logger LOG = LoggerFactory.getLogger(FieldChoice.class);
  private static final int MOST_HIDDEN = 5;

  private final Api api;
  private final ConnectorDefinition.Records spec;

  FieldChoice(Api api, ConnectorDefinition.Records spec) {
    this.api = api;
    this.spec = spec;
  }

  /**
   * @param names of fields; empty = all that can be read
   */
  List<Field> of(SchemaObject object, Collection<String> names) {
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
    return fields;
  }

  private boolean selectable(Field field) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("name", field.name());
    input.put("native", field.nativeType());
    input.put("type", field.type().word());
    return spec.selectable() == null || spec.selectable().test(input, Map.of());
  }

  /** Reads; a field that turns out to be hidden is left out, and it is read again. */
  <T> T visible(SchemaObject object, List<Field> fields, Function<List<Field>, T> read) {
    List<Field> left = new ArrayList<>(fields);
    for (int hidden = 0; ; hidden++) {
      try {
        return read.apply(left);
      } catch (ApiFailure e) {
        Optional<Field> culprit =
            e.kind() == FailureKind.FIELD_HIDDEN_OR_MISSING && hidden < MOST_HIDDEN
                ? named(e.words(), left)
                : Optional.empty();
        if (culprit.isEmpty() || left.size() == 1) {
          throw e;
        }
        LOG.warn(
            "Field '{}' of '{}' is not visible to this user; its records are read without it.",
            culprit.get().name(),
            object.name());
        left.remove(culprit.get());
      }
    }
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
}
