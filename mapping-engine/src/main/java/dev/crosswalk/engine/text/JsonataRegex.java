package dev.crosswalk.engine.text;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import com.dashjoin.jsonata.Utils;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions of JSONata on a linear-time engine, and the four functions that take them.
 * The library's own use a backtracking engine, which one bad pattern hangs.
 */
final class JsonataRegex extends JFunction {

  private final Pattern pattern;

  private JsonataRegex(Pattern pattern) {
    super(new Call(pattern), null);
    this.pattern = pattern;
  }

  /**
   * @throws dev.crosswalk.engine.problem.ProblemException where the engine has no such construct:
   *     look-around and back references, which cannot run in linear time
   */
  static JsonataRegex compile(JsonataSource.Literal literal) {
    int flags =
        (literal.flags().indexOf('i') >= 0 ? Pattern.CASE_INSENSITIVE : 0)
            | (literal.flags().indexOf('m') >= 0 ? Pattern.MULTILINE : 0);
    try {
      return new JsonataRegex(Pattern.compile(unicodeEscapes(literal.pattern()), flags));
    } catch (PatternSyntaxException e) {
      throw JsonataSource.bad(
          literal.at(),
          "The regular expression /"
              + literal.pattern()
              + "/ at character "
              + (literal.at() + 1)
              + " is not understood: "
              + e.getDescription()
              + ".",
          "Write it without look-ahead, look-behind and back references.");
    }
  }

  /** JavaScript writes a code unit as four hex digits after backslash u; re2j wants braces. */
  private static String unicodeEscapes(String pattern) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '\\' || i + 1 == pattern.length()) {
        out.append(c);
      } else if (pattern.charAt(i + 1) == 'u' && i + 6 <= pattern.length()) {
        out.append("\\x{").append(pattern, i + 2, i + 6).append('}');
        i += 5;
      } else {
        out.append(c).append(pattern.charAt(++i));
      }
    }
    return out.toString();
  }

  /** A regular expression called as a function: the first match as JSONata describes it. */
  private record Call(Pattern pattern) implements JFunctionCallable {
    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object call(@Nullable Object input, List arguments) {
      if (arguments.isEmpty() || !(arguments.get(0) instanceof String text)) {
        return null;
      }
      return from(pattern.matcher(text));
    }

    private @Nullable Object from(Matcher matcher) {
      if (!matcher.find()) {
        return null;
      }
      Map<String, Object> found = new LinkedHashMap<>();
      found.put("match", matcher.group());
      found.put("start", matcher.start());
      found.put("end", matcher.end());
      found.put("groups", groups(matcher));
      found.put("next", new JFunction((in, none) -> from(matcher), null));
      return found;
    }
  }

  private static List<@Nullable Object> groups(Matcher matcher) {
    List<@Nullable Object> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      groups.add(matcher.group(i));
    }
    return groups;
  }

  private static Map<String, Object> described(Matcher matcher) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("match", matcher.group());
    found.put("index", matcher.start());
    found.put("groups", groups(matcher));
    return found;
  }

  static @Nullable Object contains(@Nullable Object text, @Nullable Object token) {
    if (!(text instanceof String string) || token == null) {
      return null;
    }
    return token instanceof JsonataRegex regex
        ? regex.pattern.matcher(string).find()
        : string.contains(String.valueOf(token));
  }

  static @Nullable Object match(
      @Nullable Object text, @Nullable Object token, @Nullable Object limit) {
    if (!(text instanceof String string)) {
      return null;
    }
    if (!(token instanceof JsonataRegex regex)) {
      throw new IllegalArgumentException("$match needs a regular expression");
    }
    int most = limit(limit, "$match");
    List<Object> matches = Utils.createSequence();
    Matcher matcher = regex.pattern.matcher(string);
    while (matches.size() < most && matcher.find()) {
      matches.add(described(matcher));
    }
    return matches;
  }

  static @Nullable Object split(
      @Nullable Object text, @Nullable Object token, @Nullable Object limit) {
    if (!(text instanceof String string)) {
      return null;
    }
    int most = limit(limit, "$split");
    List<Object> parts = new ArrayList<>();
    if (token instanceof JsonataRegex regex) {
      Matcher matcher = regex.pattern.matcher(string);
      int from = 0;
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          parts.add(string.substring(from, matcher.start()));
          from = matcher.end();
        }
      }
      parts.add(string.substring(from));
    } else if ("".equals(token)) {
      string.codePoints().forEach(c -> parts.add(Character.toString(c)));
    } else {
      String separator = String.valueOf(token);
      int from = 0;
      for (int at = string.indexOf(separator); at >= 0; at = string.indexOf(separator, from)) {
        parts.add(string.substring(from, at));
        from = at + separator.length();
      }
      parts.add(string.substring(from));
    }
    return parts.size() > most ? new ArrayList<>(parts.subList(0, most)) : parts;
  }

  static @Nullable Object replace(
      @Nullable Object text,
      @Nullable Object token,
      @Nullable Object replacement,
      @Nullable Object limit)
      throws Throwable {
    if (!(text instanceof String string)) {
      return null;
    }
    if ("".equals(token)) {
      throw new IllegalArgumentException("$replace cannot look for an empty string");
    }
    int most = limit(limit, "$replace");
    String literal = token instanceof JsonataRegex ? "" : String.valueOf(token);
    Pattern pattern =
        token instanceof JsonataRegex regex
            ? regex.pattern
            : Pattern.compile(Pattern.quote(literal));
    StringBuilder out = new StringBuilder();
    Matcher matcher = pattern.matcher(string);
    int from = 0;
    for (int n = 0; n < most && matcher.find(); n++) {
      out.append(string, from, matcher.start());
      if (!(replacement instanceof String with)) {
        Object made = Functions.funcApply(replacement, List.of(described(matcher)));
        if (!(made instanceof String)) {
          throw new IllegalArgumentException("$replace was given a function that gives no string");
        }
        out.append(made);
      } else if (token instanceof JsonataRegex) {
        substitute(with, matcher, out);
      } else {
        out.append(with);
      }
      JsonataBounds.checkLength(out.length());
      from = matcher.end();
    }
    return out.append(string, from, string.length()).toString();
  }

  /** {@code $$} is a dollar, {@code $0} the match, {@code $1} the first group, as JSONata says. */
  private static void substitute(String with, Matcher matcher, StringBuilder out) {
    int groups = matcher.groupCount();
    for (int i = 0; i < with.length(); i++) {
      char c = with.charAt(i);
      char next = i + 1 < with.length() ? with.charAt(i + 1) : ' ';
      if (c != '$' || (next != '$' && (next < '0' || next > '9'))) {
        out.append(c);
        continue;
      }
      i++;
      if (next == '$') {
        out.append('$');
        continue;
      }
      int group = next - '0';
      while (group > 0
          && i + 1 < with.length()
          && Character.digit(with.charAt(i + 1), 10) >= 0
          && group * 10 + Character.digit(with.charAt(i + 1), 10) <= groups) {
        group = group * 10 + Character.digit(with.charAt(++i), 10);
      }
      String value = group <= groups ? matcher.group(group) : null;
      if (value != null) {
        out.append(value);
      }
    }
  }

  private static int limit(@Nullable Object limit, String function) {
    if (!(limit instanceof Number number)) {
      return Integer.MAX_VALUE;
    }
    if (number.doubleValue() < 0) {
      throw new IllegalArgumentException(function + " was given a negative limit");
    }
    return number.intValue();
  }
}
