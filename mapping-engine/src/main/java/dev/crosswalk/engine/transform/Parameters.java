package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.text.Nearest;
import dev.crosswalk.engine.transform.step.NumberReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parameters of one step call, checked against the step's declaration, standards filled in. */
public final class Parameters {
  private final Map<String, @Nullable Object> values;

  private Parameters(Map<String, @Nullable Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Checks and completes the parameters of a call. Null counts as not given, but for parameters
   * that take any value, or the word null.
   *
   * @param found receives what is wrong, with the mend
   */
  static Parameters read(
      Declaration step, Map<String, ? extends @Nullable Object> given, List<Problem> found) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    List<String> known = step.parameters().stream().map(Parameter::name).toList();
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        found.add(
            Problem.error(
                "step-parameter",
                null,
                "The step '" + step.name() + "' has no parameter '" + name + "'.",
                known.isEmpty()
                    ? "Remove it: this step takes no parameters."
                    : Nearest.mend(name, known)));
      }
    }
    for (Parameter parameter : step.parameters()) {
      Object value = parameter.standard();
      boolean isGiven =
          given.get(parameter.name()) != null
              || given.containsKey(parameter.name())
                  && (parameter.type() == Parameter.Type.ANY || parameter.words().contains("null"));
      if (isGiven) {
        value = value(step, parameter, given.get(parameter.name()), found);
      } else if (parameter.required()) {
        found.add(
            Problem.error(
                "step-parameter",
                null,
                "The step '" + step.name() + "' needs the parameter '" + parameter.name() + "'.",
                "Give it: " + parameter.doc()));
      }
      if (value != null || isGiven) {
        values.put(parameter.name(), value);
      }
    }
    return new Parameters(values);
  }

  private static @Nullable Object value(
      Declaration step, Parameter parameter, @Nullable Object given, List<Problem> found) {
    Object read =
        switch (parameter.type()) {
          case ANY -> given;
          case TEXT -> given instanceof String ? given : null;
          case PATH -> given instanceof String text ? readable(text) : null;
          case MAP -> given instanceof Map ? given : null;
          case NUMBER -> number(given);
          case TEXTS ->
              given instanceof String text
                  ? List.of(text)
                  : given instanceof List<?> list
                          && list.stream().allMatch(String.class::isInstance)
                      ? List.copyOf(list)
                      : null;
          // YAML reads an unquoted null as nothing, and the word null is meant.
          case WORD -> parameter.words().contains(String.valueOf(given)) ? "" + given : null;
          case FLAG -> given instanceof Boolean ? given : null;
          case INTEGER ->
              given instanceof Integer || given instanceof Long
                  ? Math.toIntExact(
                      Math.clamp(
                          ((Number) given).longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE))
                  : null;
        };
    if (read == null && parameter.type() != Parameter.Type.ANY) {
      found.add(
          Problem.error(
              "step-parameter",
              null,
              "The parameter '%s' of the step '%s' is %s, where %s is needed."
                  .formatted(parameter.name(), step.name(), Texts.shown(given), needed(parameter)),
              mend(parameter, given)));
    }
    return read;
  }

  private static @Nullable String readable(String path) {
    try {
      FieldPath.parse(path);
      return path;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable BigDecimal number(@Nullable Object given) {
    if (given instanceof Number number) {
      return NumberReader.exact(number) instanceof BigDecimal exact ? exact : null;
    }
    try {
      return given instanceof String text && text.length() <= 60 ? new BigDecimal(text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String needed(Parameter parameter) {
    return switch (parameter.type()) {
      case TEXT -> "a text";
      case TEXTS -> "a text or a list of texts";
      case WORD -> "one of " + String.join(", ", parameter.words());
      case INTEGER -> "a whole number";
      case NUMBER -> "a number";
      case MAP -> "a map";
      case PATH -> "a path into the source record";
      case FLAG -> "true or false";
      case ANY -> "any value";
    };
  }

  private static String mend(Parameter parameter, @Nullable Object given) {
    return switch (parameter.type()) {
      case TEXT, TEXTS ->
          given instanceof Number || given instanceof Boolean || given == null
              ? "Put it in quotes."
              : "Write a text.";
      case WORD -> Nearest.mend(String.valueOf(given), parameter.words());
      case INTEGER -> "Write a whole number without quotes.";
      case NUMBER -> "Write a number such as 0.01.";
      case MAP -> "Write it like { 'from': 'to' }.";
      case PATH -> "Write a field, or a path such as Owner.Email.";
      case FLAG -> "Write true or false without quotes.";
      case ANY -> "Write a value.";
    };
  }

  /** Whether the parameter has a value, given or standard; a given null counts. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  public @Nullable Object value(String name) {
    return values.get(name);
  }

  /** A text or word, or null where there is none. */
  public @Nullable String text(String name) {
    return (String) values.get(name);
  }

  /** A text or word that is required or has a standard. */
  public String needText(String name) {
    return (String) Objects.requireNonNull(values.get(name), name);
  }

  /** A value, or the one that stands in for it. */
  public static int standard(@Nullable Integer value, int standIn) {
    return value == null ? standIn : value;
  }

  public @Nullable Integer integer(String name) {
    return (Integer) values.get(name);
  }

  public @Nullable BigDecimal number(String name) {
    return (BigDecimal) values.get(name);
  }

  /** The pairs of a map, keys as text; empty where there is none. */
  public Map<String, @Nullable Object> map(String name) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    if (values.get(name) instanceof Map<?, ?> given) {
      given.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }

  /** A path, ready to read records; null where none is given. */
  public @Nullable SourcePath path(String name) {
    String text = text(name);
    return text == null ? null : new SourcePath(FieldPath.parse(text));
  }

  public boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** The texts; empty where there are none. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    if (values.get(name) instanceof List<?> list) {
      list.forEach(text -> texts.add((String) text));
    }
    return texts;
  }
}
