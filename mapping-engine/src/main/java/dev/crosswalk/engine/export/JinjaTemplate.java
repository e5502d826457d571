package dev.crosswalk.engine.export;

import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A template of the subset of Jinja that Airbyte's declarative sources read, which makes one value.
 * Airbyte reads what a template gives as a literal of Python, so the last thing done is to write
 * the value as one; texts that look like numbers stay texts that way.
 */
final class JinjaTemplate {
  /** Everything that {@code trim} takes for a blank, as a text of Jinja. */
  static final String BLANKS =
      "' \\t\\n\\x0b\\x0c\\r\\x1c\\x1d\\x1e\\x1f\\x85\\xa0\\u1680\\u2000\\u2001\\u2002\\u2003\\u2004"
          + "\\u2005\\u2006\\u2007\\u2008\\u2009\\u200a\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000"
          + "\\ufeff'";

  private final StringBuilder sets = new StringBuilder();
  private int count;

  /** A variable that holds the value of an expression. */
  String set(String expression) {
    String name = "v" + ++count;
    sets.append("{% set ").append(name).append(" = ").append(expression).append(" %}");
    return name;
  }

  /** The same, where null stays null. */
  String setUnlessNull(String variable, String expression) {
    return set("(" + expression + ") if " + variable + " is not none else none");
  }

  /** A variable's value as a text, as steps on text see it. */
  String text(String variable) {
    return setUnlessNull(
        variable,
        ("%1$s if %1$s is string else 'true' if %1$s is true else 'false' if %1$s is false else"
                + " '%%s'|format(%1$s|int if %1$s is float and %1$s == %1$s|int else %1$s)")
            .formatted(variable));
  }

  String trimmed(String variable) {
    return setUnlessNull(variable, variable + ".strip(" + BLANKS + ")");
  }

  /** The whole template, which gives the variable's value. */
  String giving(String variable) {
    return sets + "{{ " + variable + "|pprint }}";
  }

  /** A condition, for a record filter. */
  static String condition(String expression) {
    return "{{ " + expression + " }}";
  }

  /** A text in quotes. Airbyte refuses one word in whatever it reads, so it is never whole. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("'");
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == '\'' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (c < ' ' || c == 0x7F || c == '{' || c == '}' || c == '%' || c == '#') {
        out.append(String.format(Locale.ROOT, "\\x%02x", c));
      } else if (c >= 0x80) {
        out.append(
            c > 0xFFFF
                ? String.format(Locale.ROOT, "\\U%08x", c)
                : String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        out.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return out.append('\'').toString().replace("stream_state", "stream\\x5fstate");
  }

  /** A JSON-like value. */
  static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "none";
      case String text -> quoted(text);
      case List<?> list ->
          list.stream().map(JinjaTemplate::literal).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> quoted(String.valueOf(e.getKey())) + ": " + literal(e.getValue()))
              .collect(Collectors.joining(", ", "{", " }"));
      default -> {
        String text = String.valueOf(Texts.of(value));
        yield text.startsWith("-") ? "(" + text + ")" : text;
      }
    };
  }

  /** The value at a path of the record; none where it is null or missing. */
  static String read(List<String> names) {
    String at = "record";
    for (int i = 0; i < names.size(); i++) {
      at = (i == 0 ? at : "(" + at + " or {})") + ".get(" + quoted(names.get(i)) + ")";
    }
    return at;
  }
}
