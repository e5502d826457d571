package dev.crosswalk.engine.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts SQL into tokens, without comments; knows the quotes of the common dialects. */
final class SqlTokens {

  /** What a token is. */
  enum Kind {
    WORD,
    QUOTED,
    TEXT,
    SIGN
  }

  /**
   * @param text without quotes
   * @param line first line is 1
   */
  record Token(Kind kind, String text, int line) {
    boolean is(String word) {
      return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }

    boolean isName() {
      return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    String upper() {
      return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
    }
  }

  private final String sql;
  private final String file;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private SqlTokens(String sql, String file) {
    this.sql = sql;
    this.file = file;
  }

  static List<Token> of(String sql, String file) {
    SqlTokens cutter = new SqlTokens(sql, file);
    cutter.cut();
    return cutter.tokens;
  }

  private void cut() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '\n') {
        line++;
        at++;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", at)) {
        skipTo("*/", "comment");
      } else if (c == '\'') {
        quoted('\'', Kind.TEXT);
      } else if (c == '"' || c == '`') {
        quoted(c, Kind.QUOTED);
      } else if (c == '[' && at + 1 < sql.length() && isWordStart(sql.charAt(at + 1))) {
        quoted(']', Kind.QUOTED);
      } else if (c == '$' && dollarEnd() > 0) {
        skipTo(sql.substring(at, dollarEnd()), "text in dollar quotes");
      } else if (isWordStart(c) || Character.isDigit(c)) {
        int start = at;
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
          at++;
        }
        tokens.add(new Token(Kind.WORD, sql.substring(start, at), line));
      } else {
        tokens.add(new Token(Kind.SIGN, String.valueOf(c), line));
        at++;
      }
    }
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  /** The end of an opening dollar quote such as {@code $body$}; 0 if this is none. */
  private int dollarEnd() {
    int end = at + 1;
    while (end < sql.length() && isWordPart(sql.charAt(end)) && sql.charAt(end) != '$') {
      end++;
    }
    return end < sql.length() && sql.charAt(end) == '$' ? end + 1 : 0;
  }

  private void skipTo(String mark, String what) {
    int start = line;
    int end = sql.indexOf(mark, at + mark.length());
    if (end < 0) {
      throw SchemaImport.problem(
          file, start, "The " + what + " that begins here has no end", "Close it.");
    }
    for (int i = at; i < end; i++) {
      line += sql.charAt(i) == '\n' ? 1 : 0;
    }
    at = end + mark.length();
  }

  private void quoted(char close, Kind kind) {
    int start = line;
    StringBuilder text = new StringBuilder();
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == close) {
        if (at + 1 < sql.length() && sql.charAt(at + 1) == close) {
          at++;
        } else {
          at++;
          tokens.add(new Token(kind, text.toString(), start));
          return;
        }
      } else if (c == '\\'
          && kind == Kind.TEXT
          && at + 1 < sql.length()
          && sql.charAt(at + 1) == '\'') {
        at++;
        c = '\'';
      }
      line += c == '\n' ? 1 : 0;
      text.append(c);
      at++;
    }
    throw SchemaImport.problem(file, start, "The quote that begins here has no end", "Close it.");
  }
}
