package dev.crosswalk.engine.text;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSONata's functions in place of the library's: where those can build values without end in a
 * single call, look at the machine, or give another result than JSONata's own implementation.
 */
final class JsonataFunctions {
  private static final String JSON_NUMBER = "-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?";
  private static final String URL_CHARACTERS = ";,/?:@&=+$-_.!~*'()#";

  private JsonataFunctions() {}

  /**
   * @param strict whether a null that a function of texts or numbers is given is an error, as
   *     JSONata says; else it counts as nothing
   */
  static void bind(Jsonata jsonata, boolean strict) {
    Binder to = new Binder(jsonata, strict);
    to.bind("string", "<x-b?:s>", JsonataFunctions::string);
    to.bind("join", "<a<s>s?:s>", a -> join(arg(a, 0), arg(a, 1)));
    to.bind("pad", "<s-ns?:s>", a -> pad(arg(a, 0), arg(a, 1), arg(a, 2)));
    to.bind("uppercase", "<s-:s>", a -> letters(arg(a, 0), true));
    to.bind("lowercase", "<s-:s>", a -> letters(arg(a, 0), false));
    to.bind("substring", "<s-nn?:s>", a -> substring(arg(a, 0), arg(a, 1), arg(a, 2)));
    to.bind("encodeUrl", "<s-:s>", a -> encodeUrl(arg(a, 0)));
    to.bind("formatInteger", "<n-s:s>", a -> JsonataIntegers.format(arg(a, 0), arg(a, 1)));
    to.bind("parseInteger", "<s-s:n>", a -> JsonataIntegers.parse(arg(a, 0), arg(a, 1)));
    to.bind("number", "<(nsb)-:n>", a -> number(arg(a, 0)));
    to.bind("sort", "<af?:a>", a -> JsonataSort.sort(arg(a, 0), arg(a, 1)));
    to.bind("distinct", "<x:x>", a -> distinct(arg(a, 0)));
    to.bind(
        "formatNumber", "<n-so?:s>", a -> JsonataPicture.format(arg(a, 0), arg(a, 1), arg(a, 2)));
    to.bind(
        "toMillis",
        "dateTimeToMillis",
        "<s-s?:n>",
        a -> JsonataTimes.toMillis(arg(a, 0), arg(a, 1)));
    to.bind(
        "fromMillis",
        "dateTimeFromMillis",
        "<n-s?s?:s>",
        a -> JsonataTimes.fromMillis(arg(a, 0), arg(a, 1), arg(a, 2)));
    to.bind("contains", "<s-(sf):b>", a -> JsonataRegex.contains(arg(a, 0), arg(a, 1)));
    to.bind("match", "<s-f<s:o>n?:a<o>>", a -> JsonataRegex.match(arg(a, 0), arg(a, 1), arg(a, 2)));
    to.bind("split", "<s-(sf)n?:a<s>>", a -> JsonataRegex.split(arg(a, 0), arg(a, 1), arg(a, 2)));
    to.bind(
        "replace",
        "<s-(sf)(sf)n?:s>",
        a -> JsonataRegex.replace(arg(a, 0), arg(a, 1), arg(a, 2), arg(a, 3)));
  }

  /** What connector definitions have besides. */
  static void bindDigests(Jsonata jsonata) {
    Binder to = new Binder(jsonata, false);
    // The library looks at a method for the number of arguments; these have as many.
    to.bind("hash", "contains", "<s-s?:s>", a -> JsonataDigests.hash(arg(a, 0), arg(a, 1)));
    to.bind(
        "hmac",
        "substring",
        "<s-ss?:s>",
        a -> JsonataDigests.hmac(arg(a, 0), arg(a, 1), arg(a, 2)));
  }

  private interface Body {
    @Nullable Object apply(List<?> arguments) throws Throwable;
  }

  /**
   * A function with the library's name and number of arguments, which it needs where only some of
   * them are given ({@code $split(?, ';')}).
   */
  private static final class Own extends JFunction {
    private final String name;
    private final Body body;
    private final boolean strict;

    Own(String name, String method, String signature, Body body, boolean strict) {
      super(name, signature, Functions.class, null, method);
      this.name = name;
      this.body = body;
      this.strict = strict && signature.indexOf('x') < 0;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object call(@Nullable Object input, List arguments) {
      if (strict && arguments.contains(Jsonata.NULL_VALUE)) {
        throw new IllegalArgumentException("$" + name + " was given null");
      }
      try {
        return body.apply(arguments);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private record Binder(Jsonata jsonata, boolean strict) {
    void bind(String name, String signature, Body body) {
      bind(name, name, signature, body);
    }

    void bind(String name, String method, String signature, Body body) {
      jsonata.registerFunction(name, new Own(name, method, signature, body, strict));
    }
  }

  private static @Nullable Object arg(List<?> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  private static @Nullable Object string(List<?> arguments) {
    Object value = arg(arguments, 0);
    if (value instanceof Double number && Math.abs(number) >= 0x1p63 && Math.abs(number) < 1e21) {
      return new BigDecimal(number, new MathContext(15)).toPlainString();
    }
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
    JsonataBounds.checkLength(length);
    return String.join(between, parts.stream().map(String::valueOf).toList());
  }

  /** The library would take the letters of the machine's language: a Turkish i has a dot. */
  private static @Nullable Object letters(@Nullable Object text, boolean upper) {
    return !(text instanceof String string)
        ? null
        : upper ? string.toUpperCase(Locale.ROOT) : string.toLowerCase(Locale.ROOT);
  }

  private static @Nullable Object pad(
      @Nullable Object text, @Nullable Object width, @Nullable Object fill) {
    if (width instanceof Number number) {
      JsonataBounds.checkLength(Math.abs(number.longValue()));
    }
    return Functions.pad((String) text, (Number) width, (String) fill);
  }

  /**
   * By code points, as JSONata counts; the library cuts pairs in two. Places that are not whole are
   * cut to whole ones as JavaScript's slice does: towards the nearer end of the text.
   */
  private static @Nullable Object substring(
      @Nullable Object text, @Nullable Object start, @Nullable Object length) {
    if (!(text instanceof String string) || !(start instanceof Number first)) {
      return null;
    }
    int size = string.codePointCount(0, string.length());
    double from = first.doubleValue();
    from = size + from < 0 ? 0 : from;
    double to = size;
    if (length instanceof Number many) {
      if (many.doubleValue() <= 0) {
        return "";
      }
      to = (from < 0 ? size + from : from) + many.doubleValue();
    }
    int whole = (int) from;
    int begin = whole < 0 ? size + whole : Math.min(size, whole);
    int end = (int) Math.min(size, to);
    return begin >= end
        ? ""
        : string.substring(string.offsetByCodePoints(0, begin), string.offsetByCodePoints(0, end));
  }

  /** Every character but those that have a meaning in an address, as its bytes in UTF-8. */
  private static @Nullable Object encodeUrl(@Nullable Object text) {
    if (!(text instanceof String string)) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < string.length(); ) {
      int c = string.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        throw new IllegalArgumentException("$encodeUrl was given half of a character");
      }
      boolean plain =
          c < 0x80
              && (c >= '0' && c <= '9'
                  || (c | 0x20) >= 'a' && (c | 0x20) <= 'z'
                  || URL_CHARACTERS.indexOf(c) >= 0);
      if (plain) {
        out.append((char) c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append(String.format(Locale.ROOT, "%%%02X", b));
        }
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /** Text must be a number as JSON writes it, or a whole one after 0x, 0o or 0b. */
  private static @Nullable Object number(@Nullable Object value) {
    if (!(value instanceof String text)) {
      return Functions.number(value);
    }
    if (text.matches(JSON_NUMBER)) {
      double number = Double.parseDouble(text);
      if (Double.isInfinite(number)) {
        throw new IllegalArgumentException("the number '" + text + "' is too great");
      }
      return Utils.convertNumber(number);
    }
    int radix =
        switch (text.length() < 3 ? "" : text.substring(0, 2).toLowerCase(Locale.ROOT)) {
          case "0x" -> 16;
          case "0o" -> 8;
          case "0b" -> 2;
          default -> 0;
        };
    if (radix > 0 && Character.digit(text.charAt(2), radix) >= 0) {
      try {
        return Utils.convertNumber(Long.parseLong(text.substring(2), radix));
      } catch (NumberFormatException e) {
        // Told below, like every other text.
      }
    }
    String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
    throw new IllegalArgumentException(
        "the text '" + shown + "' is not a number as JSON writes it");
  }

  /** The first of each value; a list that was written as one stays a list, even of one value. */
  private static @Nullable Object distinct(@Nullable Object value) {
    if (!(value instanceof List<?> list) || list.size() <= 1) {
      return value;
    }
    Map<Object, Object> first = new LinkedHashMap<>();
    for (Object item : list) {
      first.putIfAbsent(same(item), item);
    }
    List<Object> results = Utils.isSequence(list) ? Utils.createSequence() : new ArrayList<>();
    results.addAll(first.values());
    return results;
  }

  /** Equal for what JSONata takes for equal: 1 and 1.0. */
  private static Object same(@Nullable Object value) {
    return switch (value) {
      case null -> Jsonata.NULL_VALUE;
      case Double number when !Double.isFinite(number) -> number;
      case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
      case List<?> list -> list.stream().map(JsonataFunctions::same).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((name, inner) -> copy.put(name, same(inner)));
        yield copy;
      }
      default -> value;
    };
  }
}
