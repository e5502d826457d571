package dev.crosswalk.connectors.definition;

import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.Jsonata;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSONata over what comes in. Plain paths such as {@code labels.plural}, and {@code true}, {@code
 * false} and {@code null}, are looked up directly, because a discovery evaluates them a hundred
 * thousand times. Immutable.
 */
public final class Expression {
  private static final Pattern PATH = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
  private static final Set<String> WORDS = Set.of("and", "or", "in", "true", "false", "null");

  private final String text;
  private final @Nullable List<String> path;
  private final @Nullable Boolean constant;
  private final @Nullable Jsonata jsonata;

  private Expression(
      String text,
      @Nullable List<String> path,
      @Nullable Boolean constant,
      @Nullable Jsonata jsonata) {
    this.text = text;
    this.path = path;
    this.constant = constant;
    this.jsonata = jsonata;
  }

  /**
   * @throws ProblemException without a place, where the expression cannot be read
   */
  public static Expression compile(String text) {
    String trimmed = text.strip();
    if (trimmed.equals("true") || trimmed.equals("false")) {
      return new Expression(text, null, Boolean.valueOf(trimmed), null);
    }
    List<String> names = List.of(trimmed.split("\\.", -1));
    boolean plain = PATH.matcher(trimmed).matches() && names.stream().noneMatch(WORDS::contains);
    return new Expression(
        text, plain ? names : null, null, Jsonata.compile(trimmed, Jsonata.Rules.FOR_CONNECTORS));
  }

  /** As it was written. */
  public String source() {
    return text;
  }

  /**
   * @return maps, lists, texts, booleans and numbers; null for null and for nothing
   * @throws ProblemException where it fails on this input or costs too much
   */
  public @Nullable Object evaluate(
      @Nullable Object input, Map<String, ? extends @Nullable Object> bindings) {
    if (constant != null) {
      return constant;
    }
    if (path != null) {
      Object at = input;
      for (int i = 0; i < path.size(); i++) {
        if (at == null) {
          return null;
        }
        if (!(at instanceof Map<?, ?> map)) {
          return at instanceof List ? slow(input, bindings) : null;
        }
        at = map.get(path.get(i));
      }
      return at;
    }
    return slow(input, bindings);
  }

  public @Nullable Object evaluate(@Nullable Object input) {
    return evaluate(input, Map.of());
  }

  private @Nullable Object slow(
      @Nullable Object input, Map<String, ? extends @Nullable Object> bindings) {
    return java.util.Objects.requireNonNull(jsonata).evaluate(input, bindings);
  }

  /** Whether the result counts as true, as JSONata sees it; false where it fails. */
  public boolean test(@Nullable Object input, Map<String, ? extends @Nullable Object> bindings) {
    try {
      return truthy(evaluate(input, bindings));
    } catch (ProblemException e) {
      return false;
    }
  }

  /** JSONata unwraps a list of one; this wraps again. */
  public static List<?> asList(@Nullable Object value) {
    return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
  }

  static boolean truthy(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean b -> b;
      case String s -> !s.isEmpty();
      case Number n -> n.doubleValue() != 0;
      case List<?> list -> list.stream().anyMatch(Expression::truthy);
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
