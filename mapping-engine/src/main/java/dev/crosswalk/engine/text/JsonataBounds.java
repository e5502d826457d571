package dev.crosswalk.engine.text;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Parser;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation may cost: time, depth, and the size of values on the way and at the end
 * (design: connector-definition.md, section 1).
 */
final class JsonataBounds {

  static final long MOST_NANOS = 2_000_000_000L;
  static final int DEEPEST = 200;
  static final int MOST_NODES = 200_000;

  /** Longest text, in characters, that an expression may build. */
  static final int LONGEST_TEXT = 4_000_000;

  private final long started = System.nanoTime();
  private final ExactNumbers numbers = new ExactNumbers();
  private int depth;
  private int nodes;

  /** Thrown inside the library when a bound is reached. */
  static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exceeded(String message) {
      super(message, null, false, false);
    }
  }

  void guard(Frame frame) {
    frame.setEvaluateEntryCallback((expression, input, environment) -> enter());
    frame.setEvaluateExitCallback((expression, input, environment, result) -> leave(result));
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw new Exceeded("it goes deeper than " + DEEPEST + " levels");
    }
    checkTime();
  }

  private void checkTime() {
    if (System.nanoTime() - started > MOST_NANOS) {
      throw new Exceeded("it takes longer than " + MOST_NANOS / 1_000_000_000L + " seconds");
    }
  }

  private void leave(@Nullable Object result) {
    depth--;
    if (result instanceof String text) {
      checkLength(text.length());
    } else if (result instanceof List<?> list && list.size() > MOST_NODES) {
      throw tooMany();
    }
  }

  static void checkLength(long characters) {
    if (characters > LONGEST_TEXT) {
      throw new Exceeded("it builds a text of more than " + LONGEST_TEXT + " characters");
    }
  }

  private static Exceeded tooMany() {
    return new Exceeded("it gives more than " + MOST_NODES + " values");
  }

  /** What the library may be given of a value. */
  @Nullable Object input(@Nullable Object value) {
    return numbers.input(value);
  }

  /** A copy of a result that shares nothing with the library: maps, lists, texts, numbers. */
  @Nullable Object plain(@Nullable Object value) {
    if (++nodes > MOST_NODES) {
      throw tooMany();
    }
    if ((nodes & 0xFFF) == 0) {
      checkTime();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((k, v) -> copy.put(String.valueOf(k), plain(v)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(v -> copy.add(plain(v)));
      return copy;
    }
    if (value instanceof Parser.Symbol || Utils.isFunction(value)) {
      return null;
    }
    return value == Jsonata.NULL_VALUE ? null : numbers.output(value);
  }
}
