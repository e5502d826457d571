package dev.crosswalk.engine.text;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the text of a JSONata expression apart into its words and signs. */
final class JsonataTokens {
  private static final Set<String> LONG_SIGNS =
      Set.of("**", "..", ":=", "!=", "<=", ">=", "~>", "?:", "??");

  private final String text;
  private int at;

  JsonataTokens(String text) {
    this.text = text;
  }

  enum Kind {
    NAME,
    VARIABLE,
    TEXT,
    NUMBER,
    REGEX,
    SIGN
  }

  /**
   * @param text of a name or a text without its quotes, of a variable with its dollars
   * @param quoted whether a name stands in backticks, and so is no word of the language
   */
  record Token(Kind kind, String text, boolean quoted) {}

  /**
   * The next one; null at the end.
   *
   * @param behindValue whether a value ends before it, so that a slash divides
   */
  @Nullable Token next(boolean behindValue) {
    spaces();
    if (at >= text.length()) {
      return null;
    }
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      return new Token(Kind.TEXT, quoted(c), true);
    }
    if (c == '`') {
      int end = text.indexOf('`', at + 1);
      int stop = end < 0 ? text.length() : end;
      String name = text.substring(at + 1, stop);
      at = Math.min(stop + 1, text.length());
      return new Token(Kind.NAME, name, true);
    }
    if (c == '/' && !behindValue) {
      return regex();
    }
    if (c >= '0' && c <= '9') {
      return number();
    }
    if (c == '$' || isName(c)) {
      int from = at;
      at++;
      while (at < text.length() && (isName(text.charAt(at)) || text.charAt(at) == '$')) {
        at++;
      }
      return new Token(c == '$' ? Kind.VARIABLE : Kind.NAME, text.substring(from, at), false);
    }
    int length = at + 1 < text.length() && LONG_SIGNS.contains(text.substring(at, at + 2)) ? 2 : 1;
    at += length;
    return new Token(Kind.SIGN, text.substring(at - length, at), false);
  }

  private static boolean isName(char c) {
    return c == '_' || c >= '0' && c <= '9' || c > 0x7f || Character.isLetter(c);
  }

  private void spaces() {
    while (at < text.length()) {
      if (text.charAt(at) <= ' ') {
        at++;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        return;
      }
    }
  }

  private Token number() {
    int from = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean part =
          c >= '0' && c <= '9'
              || c == '.' && !text.startsWith("..", at)
              || (c == 'e' || c == 'E')
              || (c == '+' || c == '-') && "eE".indexOf(text.charAt(at - 1)) >= 0 && at > from;
      if (!part) {
        break;
      }
      at++;
    }
    return new Token(Kind.NUMBER, text.substring(from, at), false);
  }

  private String quoted(char quote) {
    StringBuilder out = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        c = text.charAt(at);
        if (c == 'u' && at + 4 < text.length()) {
          int code = code(text.substring(at + 1, at + 5));
          c = code < 0 ? c : (char) code;
          at += code < 0 ? 0 : 4;
        }
      }
      out.append(c);
      at++;
    }
    at = Math.min(at + 1, text.length());
    return out.toString();
  }

  private static int code(String digits) {
    try {
      return Integer.parseInt(digits, 16);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private Token regex() {
    int from = at;
    int depth = 0;
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      at++;
      if (c == '\\') {
        at = Math.min(at + 1, text.length());
      } else if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      } else if (c == '/' && depth <= 0) {
        break;
      }
    }
    while (at < text.length() && (text.charAt(at) == 'i' || text.charAt(at) == 'm')) {
      at++;
    }
    return new Token(Kind.REGEX, text.substring(from, at), false);
  }
}
