package dev.crosswalk.engine.mapping;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one target gets its value: the input, then in this order {@code when}, {@code use}, {@code
 * values}, {@code default}.
 *
 * @param when JSONata condition over the source record; null = always
 * @param use steps in order
 * @param values value map; null if none
 * @param fallback the {@code default} key; null if none
 * @param reference what the value refers to, when written; null if none
 * @param shared the source also feeds an earlier target, and a person said so
 * @param origin where the mapping came from; null = made by hand
 */
public record FieldMapping(
    Input input,
    @Nullable String when,
    List<StepCall> use,
    @Nullable ValueMap values,
    @Nullable Fallback fallback,
    boolean required,
    WriteMode write,
    @Nullable Reference reference,
    boolean shared,
    @Nullable Origin origin,
    @Nullable String note)
    implements Serializable {

  public FieldMapping {
    use = List.copyOf(use);
  }

  /** A field mapping with nothing but its input. */
  public static FieldMapping of(Input input) {
    return new FieldMapping(
        input, null, List.of(), null, null, false, WriteMode.ALWAYS, null, false, null, null);
  }

  /** The source paths that the input names; empty for expressions, constants and questions. */
  public List<String> sources() {
    return input instanceof From from ? from.paths() : List.of();
  }

  // A copy with one part changed; everything else stays, the origin too.

  public FieldMapping withInput(Input input) {
    return new FieldMapping(
        input, when, use, values, fallback, required, write, reference, shared, origin, note);
  }

  public FieldMapping withWhen(@Nullable String when) {
    return new FieldMapping(
        input, when, use, values, fallback, required, write, reference, shared, origin, note);
  }

  public FieldMapping withUse(List<StepCall> use) {
    return new FieldMapping(
        input, when, use, values, fallback, required, write, reference, shared, origin, note);
  }

  public FieldMapping withValues(@Nullable ValueMap values) {
    return new FieldMapping(
        input, when, use, values, fallback, required, write, reference, shared, origin, note);
  }

  public FieldMapping withFallback(@Nullable Fallback fallback) {
    return new FieldMapping(
        input, when, use, values, fallback, required, write, reference, shared, origin, note);
  }

  public FieldMapping withRequired(boolean required) {
    return new FieldMapping(
        input, when, use, values, fallback, required, write, reference, shared, origin, note);
  }

  public FieldMapping withShared(boolean shared) {
    return new FieldMapping(
        input, when, use, values, fallback, required, write, reference, shared, origin, note);
  }

  public FieldMapping withOrigin(@Nullable Origin origin) {
    return new FieldMapping(
        input, when, use, values, fallback, required, write, reference, shared, origin, note);
  }

  public FieldMapping withNote(@Nullable String note) {
    return new FieldMapping(
        input, when, use, values, fallback, required, write, reference, shared, origin, note);
  }

  /** Where the value starts from: exactly one of these. */
  public sealed interface Input extends Serializable permits From, Expr, Constant, Ask {}

  /**
   * @param paths one source path, or several that steps combine
   * @param list whether the file wrote a list (a list of one stays a list)
   */
  public record From(List<String> paths, boolean list) implements Input {
    public From {
      paths = List.copyOf(paths);
    }

    public static From of(String path) {
      return new From(List.of(path), false);
    }

    public static From of(List<String> paths) {
      return new From(paths, true);
    }
  }

  /** A JSONata expression over the source record. */
  public record Expr(String expression) implements Input {}

  /** The same JSON-like value for every record; null is a value here. */
  public record Constant(@Nullable Object value) implements Input {}

  /** A question that every customer's overlay answers. */
  public record Ask(String question, @Nullable String suggest) implements Input {}

  /** One step by name with its parameters, which are JSON-like values; null is a value here. */
  public record StepCall(String name, Map<String, Object> parameters) implements Serializable {
    public StepCall {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public static StepCall of(String name) {
      return new StepCall(name, Map.of());
    }
  }

  /**
   * Source values (always strings) to target values.
   *
   * @param map values may be null
   * @param other what happens to a value that is not in the map
   * @param warn whether such a value is also reported
   */
  public record ValueMap(Map<String, @Nullable Object> map, Other other, boolean warn)
      implements Serializable {
    public ValueMap {
      map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
  }

  /** What happens to values outside a value map. */
  public sealed interface Other extends Serializable permits SetOther, KeepOther, RejectOther {}

  public record SetOther(@Nullable Object value) implements Other {}

  public record KeepOther() implements Other {}

  public record RejectOther() implements Other {}

  /** The value that stands in for missing, null and empty. */
  public record Fallback(@Nullable Object value) implements Serializable {}

  /** When the value is written to the target. */
  public enum WriteMode {
    ALWAYS,
    CREATE,
    IF_EMPTY,
    NEVER
  }

  /** The target object and the key field by which the value finds its record. */
  public record Reference(String object, String key) implements Serializable {}

  /**
   * @param by {@code suggestion}, {@code person}, {@code import}…
   * @param score of the suggestion when accepted, two decimals; null if none
   * @param why short reason; null if none
   */
  public record Origin(String by, @Nullable Double score, @Nullable String why)
      implements Serializable {}
}
