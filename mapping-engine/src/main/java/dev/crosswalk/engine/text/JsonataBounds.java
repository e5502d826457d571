package dev.crosswalk.engine.text;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Parser;
import com.dashjoin.jsonata.Utils;
import java.text.ParseException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  /**
   * Replaces the library's functions that can build values without end in a single call, or that
   * look at the machine.
   */
  static void bind(Jsonata jsonata) {
    bind(jsonata, "string", "<x-b?:s>", JsonataBounds::string);
    bind(jsonata, "join", "<a<s>s?:s>", a -> join(arg(a, 0), arg(a, 1)));
    bind(jsonata, "pad", "<s-ns?:s>", a -> pad(arg(a, 0), arg(a, 1), arg(a, 2)));
    bind(jsonata, "uppercase", "<s-:s>", a -> letters(arg(a, 0), true));
    bind(jsonata, "lowercase", "<s-:s>", a -> letters(arg(a, 0), false));
    bind(jsonata, "toMillis", "<s-s?:n>", a -> toMillis(arg(a, 0), arg(a, 1)));
    bind(jsonata, "contains", "<s-(sf):b>", a -> JsonataRegex.contains(arg(a, 0), arg(a, 1)));
    bind(
        jsonata,
        "match",
        "<s-f<s:o>n?:a<o>>",
        a -> JsonataRegex.match(arg(a, 0), arg(a, 1), arg(a, 2)));
    bind(
        jsonata,
        "split",
        "<s-(sf)n?:a<s>>",
        a -> JsonataRegex.split(arg(a, 0), arg(a, 1), arg(a, 2)));
    bind(
        jsonata,
        "replace",
        "<s-(sf)(sf)n?:s>",
        a -> JsonataRegex.replace(arg(a, 0), arg(a, 1), arg(a, 2), arg(a, 3)));
  }

  private interface Body {
    @Nullable Object apply(List<?> arguments) throws Throwable;
  }

  private static void bind(Jsonata jsonata, String name, String signature, Body body) {
    jsonata.registerFunction(
        name, new JFunction((input, arguments) -> body.apply(arguments), signature));
  }

  private static @Nullable Object arg(List<?> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  private static @Nullable Object string(List<?> arguments) {
    Object value = arg(arguments, 0);
    new JsonataBounds().plain(value);
    return Functions.string(value, (Boolean) arg(arguments, 1));
  }

  private static @Nullable Object join(@Nullable Object list, @Nullable Object separator) {
    if (!(list instanceof List<?> parts)) {
      return null;
    }
    String between = separator instanceof String text ? text : "";
    long length = (long) between.length() * parts.size();
    for (Object part : parts) {
      length += part instanceof String text ? text.length() : 0;
    }
    checkLength(length);
    return String.join(between, parts.stream().map(String::valueOf).toList());
  }

  /** The library would take the letters of the machine's language: a Turkish i has a dot. */
  private static @Nullable Object letters(@Nullable Object text, boolean upper) {
    return !(text instanceof String string)
        ? null
        : upper ? string.toUpperCase(Locale.ROOT) : string.toLowerCase(Locale.ROOT);
  }

  /** A time without a zone is UTC; the library would take the machine's zone. */
  private static @Nullable Object toMillis(@Nullable Object text, @Nullable Object picture)
      throws ParseException {
    if (picture == null && text instanceof String string) {
      try {
        return LocalDateTime.parse(string).toInstant(ZoneOffset.UTC).toEpochMilli();
      } catch (DateTimeParseException e) {
        return Functions.dateTimeToMillis(string, null);
      }
    }
    return text == null ? null : Functions.dateTimeToMillis((String) text, (String) picture);
  }

  private static @Nullable Object pad(
      @Nullable Object text, @Nullable Object width, @Nullable Object fill) {
    if (width instanceof Number number) {
      checkLength(Math.abs(number.longValue()));
    }
    return Functions.pad((String) text, (Number) width, (String) fill);
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
    return value == Jsonata.NULL_VALUE ? null : value;
  }
}
