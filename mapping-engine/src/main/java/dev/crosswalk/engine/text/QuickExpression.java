package dev.crosswalk.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The simple JSONata expressions of which most mappings are made (paths, literals, comparisons,
 * and, or, choices, text put together), run without the library's cost. Where a value on the way is
 * anything but plain, it does not guess: the answer is {@link #UNSURE}, and the library decides.
 */
final class QuickExpression {

  /** Stands for "ask the library". */
  static final Object UNSURE = new Object();

  private final Node root;

  private QuickExpression(Node root) {
    this.root = root;
  }

  /** Empty where the expression is not of the simple kind. */
  static Optional<QuickExpression> of(String expression) {
    return new QuickParser(expression).parse().map(QuickExpression::new);
  }

  /** The value, null for nothing, or {@link #UNSURE}. */
  @Nullable Object evaluate(
      @Nullable Object input, Map<String, ? extends @Nullable Object> bindings) {
    return input instanceof Map<?, ?> record ? root.value(record, bindings) : UNSURE;
  }

  /** A part; nothing (JSONata's undefined) is null, a JSON null makes it unsure. */
  sealed interface Node permits Literal, Path, Variable, Comparison, Both, Either, Choice, Concat {
    @Nullable Object value(Map<?, ?> record, Map<String, ? extends @Nullable Object> bindings);
  }

  record Literal(Object value) implements Node {
    @Override
    public Object value(Map<?, ?> record, Map<String, ? extends @Nullable Object> bindings) {
      return value;
    }
  }

  record Path(String[] names) implements Node {
    Path {
      // Names of records are often the same objects, which spares comparing them.
      for (int i = 0; i < names.length; i++) {
        names[i] = names[i].intern();
      }
    }

    @Override
    public @Nullable Object value(
        Map<?, ?> record, Map<String, ? extends @Nullable Object> bindings) {
      Object at = record;
      for (String name : names) {
        if (!(at instanceof Map<?, ?> map)) {
          return UNSURE;
        }
        at = map.get(name);
        if (at == null) {
          return map.containsKey(name) ? UNSURE : null;
        }
      }
      return plain(at);
    }
  }

  record Variable(String name) implements Node {
    @Override
    public @Nullable Object value(
        Map<?, ?> record, Map<String, ? extends @Nullable Object> bindings) {
      Object value = bindings.get(name);
      return value == null ? UNSURE : plain(value);
    }
  }

  private static Object plain(Object value) {
    return value instanceof String
            || value instanceof Boolean
            || value instanceof Integer
            || value instanceof Long
        ? value
        : UNSURE;
  }

  enum Sign {
    EQUAL,
    UNEQUAL,
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL
  }

  record Comparison(Node left, Sign sign, Node right) implements Node {
    @Override
    public @Nullable Object value(
        Map<?, ?> record, Map<String, ? extends @Nullable Object> bindings) {
      Object a = left.value(record, bindings);
      Object b = right.value(record, bindings);
      if (a == UNSURE || b == UNSURE || a == null || b == null) {
        boolean nothing = a != UNSURE && b != UNSURE && sign == Sign.EQUAL;
        return nothing ? Boolean.FALSE : UNSURE;
      }
      if (a instanceof Number x && b instanceof Number y) {
        return holds(Long.compare(x.longValue(), y.longValue()));
      }
      if (a instanceof String x && b instanceof String y) {
        return sign == Sign.EQUAL
            ? Boolean.valueOf(x.equals(y))
            : sign == Sign.UNEQUAL ? Boolean.valueOf(!x.equals(y)) : holds(x.compareTo(y));
      }
      return switch (sign) {
        case EQUAL -> a.equals(b);
        case UNEQUAL -> !a.equals(b);
        default -> UNSURE;
      };
    }

    private Boolean holds(int order) {
      return switch (sign) {
        case EQUAL -> order == 0;
        case UNEQUAL -> order != 0;
        case LESS -> order < 0;
        case LESS_EQUAL -> order <= 0;
        case GREATER -> order > 0;
        case GREATER_EQUAL -> order >= 0;
      };
    }
  }

  record Both(Node left, Node right) implements Node {
    @Override
    public @Nullable Object value(
        Map<?, ?> record, Map<String, ? extends @Nullable Object> bindings) {
      Object a = truth(left.value(record, bindings));
      return Boolean.TRUE.equals(a) ? truth(right.value(record, bindings)) : a;
    }
  }

  record Either(Node left, Node right) implements Node {
    @Override
    public @Nullable Object value(
        Map<?, ?> record, Map<String, ? extends @Nullable Object> bindings) {
      Object a = truth(left.value(record, bindings));
      return Boolean.FALSE.equals(a) ? truth(right.value(record, bindings)) : a;
    }
  }

  /** Nothing is false; what is neither that nor a boolean is left to the library. */
  private static Object truth(@Nullable Object value) {
    return value == null ? Boolean.FALSE : value instanceof Boolean ? value : UNSURE;
  }

  record Choice(Node test, Node then, @Nullable Node otherwise) implements Node {
    @Override
    public @Nullable Object value(
        Map<?, ?> record, Map<String, ? extends @Nullable Object> bindings) {
      Object chosen = truth(test.value(record, bindings));
      if (chosen == UNSURE) {
        return UNSURE;
      }
      return Boolean.TRUE.equals(chosen)
          ? then.value(record, bindings)
          : otherwise == null ? null : otherwise.value(record, bindings);
    }
  }

  record Concat(List<Node> parts) implements Node {
    Concat {
      parts = new ArrayList<>(parts);
    }

    @Override
    public @Nullable Object value(
        Map<?, ?> record, Map<String, ? extends @Nullable Object> bindings) {
      StringBuilder out = new StringBuilder();
      for (Node part : parts) {
        Object value = part.value(record, bindings);
        if (value instanceof String text) {
          out.append(text);
        } else if (value != null) {
          return UNSURE;
        }
        if (out.length() > JsonataBounds.LONGEST_TEXT) {
          return UNSURE;
        }
      }
      return out.toString();
    }
  }
}
