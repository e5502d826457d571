package dev.crosswalk.engine.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Scalars of YAML 1.2 (core schema): what a plain one means, and how a value is written. */
final class YamlScalars {

  private YamlScalars() {}

  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,9})?");
  private static final Pattern LIKE_A_NUMBER =
      Pattern.compile("[-+.]?[0-9][0-9a-fA-FxXoO_.,:+\\-TtZz ]*");
  private static final Set<String> LIKE_A_WORD =
      Set.of(
          "null", "true", "false", "yes", "no", "on", "off", "y", "n", "~", "=", "<<", ".inf",
          ".nan");
  private static final String NEVER_FIRST = "-?:,[]{}#&*!|>'\"%@`=~";

  /** Longest number, in characters. */
  static final int LONGEST_NUMBER = 400;

  /** What an unquoted scalar means. A number that does not fit a long is a decimal. */
  static @Nullable Object resolve(String text) {
    if (text.isEmpty()) {
      return null;
    }
    char first = text.charAt(0);
    if (first > '9' && "nNtTfF~".indexOf(first) < 0) {
      return text;
    }
    switch (text) {
      case "null", "Null", "NULL", "~":
        return null;
      case "true", "True", "TRUE":
        return true;
      case "false", "False", "FALSE":
        return false;
      default:
        break;
    }
    if (first > '9' || text.length() > LONGEST_NUMBER) {
      return text;
    }
    if (text.startsWith("0x") || text.startsWith("0o")) {
      try {
        String digits = text.substring(2);
        return digits.startsWith("-") || digits.startsWith("+")
            ? text
            : (Object) Long.parseLong(digits, text.charAt(1) == 'x' ? 16 : 8);
      } catch (NumberFormatException e) {
        return text;
      }
    }
    if (!FLOAT.matcher(text).matches()) {
      return text;
    }
    return number(text);
  }

  private static Object number(String text) {
    boolean whole = text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    if (whole && text.length() <= 20) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        return new BigDecimal(text);
      }
    }
    String normal = text.startsWith("+") ? text.substring(1) : text;
    return new BigDecimal(normal);
  }

  /** How a scalar is written in one line, with quotes only where they are needed. */
  static String write(@Nullable Object value, boolean flow) {
    return switch (value) {
      case null -> "null";
      case Boolean b -> b.toString();
      case Long l -> l.toString();
      case BigDecimal d -> d.scale() < 0 || d.scale() > 30 ? d.toString() : d.toPlainString();
      case String s -> plainIsSafe(s, flow) ? s : doubleQuoted(s);
      default -> throw new IllegalArgumentException("Not a plain value: " + value.getClass());
    };
  }

  /** The same, keeping the quotes that the old value had. */
  static String write(@Nullable Object value, boolean flow, YamlNode.Scalar old) {
    if (value instanceof String s) {
      if (old.style() == YamlNode.Scalar.Style.DOUBLE) {
        return doubleQuoted(s);
      }
      if (old.style() == YamlNode.Scalar.Style.SINGLE && printable(s)) {
        return "'" + s.replace("'", "''") + "'";
      }
    }
    return write(value, flow);
  }

  private static boolean plainIsSafe(String s, boolean flow) {
    if (s.isEmpty() || s.startsWith("...") || NEVER_FIRST.indexOf(s.charAt(0)) >= 0) {
      return false;
    }
    if (s.charAt(0) == ' ' || s.endsWith(" ") || s.endsWith(":") || !printable(s)) {
      return false;
    }
    if (s.contains(": ") || s.contains(" #")) {
      return false;
    }
    if (flow && s.chars().anyMatch(c -> ",[]{}:".indexOf(c) >= 0)) {
      return false;
    }
    return !LIKE_A_WORD.contains(s.toLowerCase(Locale.ROOT))
        && !LIKE_A_NUMBER.matcher(s).matches()
        && resolve(s) instanceof String;
  }

  /** No control characters, line breaks, tabs, or invisible characters that YAML escapes. */
  static boolean printable(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c < ' ' || mustEscape(c)) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!pair(s, i)) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static boolean mustEscape(char c) {
    return (c >= 0x7F && c <= 0xA0)
        || c == '\u2028'
        || c == '\u2029'
        || c == '\uFEFF'
        || c >= '\uFFFE';
  }

  private static boolean pair(String s, int i) {
    return Character.isHighSurrogate(s.charAt(i))
        && i + 1 < s.length()
        && Character.isLowSurrogate(s.charAt(i + 1));
  }

  static String doubleQuoted(String s) {
    StringBuilder out = new StringBuilder(s.length() + 2).append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Character.isSurrogate(c) && pair(s, i)) {
            out.append(c).append(s.charAt(++i));
          } else if (Character.isSurrogate(c)) {
            out.append('\uFFFD');
          } else if (c < ' ' || mustEscape(c)) {
            out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /** Whether a text of several lines can be written under {@code |} and read back the same. */
  static boolean literalIsSafe(String s) {
    if (s.indexOf('\n') < 0 || s.charAt(0) == '\n' || s.charAt(0) == ' ' || s.endsWith("\n\n")) {
      return false;
    }
    for (String line : s.split("\n", -1)) {
      if (!printable(line) || line.endsWith(" ")) {
        return false;
      }
    }
    return true;
  }
}
